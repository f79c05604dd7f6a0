package dev.tuff.engine.core;

import dev.tuff.engine.exception.PyBaseException;
import dev.tuff.engine.interp.PyFrame;

/** What Python keeps for a thread: its frames, the exception being handled, the recursion depth. */
public final class ThreadState {
  /**
   * True once a second Python thread has been started in this JVM; until then containers take no locks. Never goes back. Read without
   * synchronisation: starting a thread orders the write before anything the new thread does, and the starter sees its own write.
   */
  public static boolean shared;

  /** For Java threads that are not {@link PyThread}s: those that entered Python from an embedding program. */
  private static final ThreadLocal<ThreadState> FOREIGN = new ThreadLocal<>();

  public final Interpreter interpreter;

  /** The innermost frame, or null. */
  public PyFrame frame;

  /** Calls of Python functions on the Java stack. */
  public int depth;

  /** The exception being handled in the current frame or generator, with those that it suspended. */
  public ExceptionState handling = new ExceptionState(null);

  /** What compiled code has raised, when it says so by what it returns; else null. */
  public PyException raised;

  /** Why what a call by {@link dev.tuff.engine.interp.TypedEntry} gave means nothing; null if all went well. */
  public Object unwind;

  /** The frame below those of a call that has left compiled code. */
  public PyFrame unwindBelow;

  /** What the sub-iterator of a SEND that has just ended has returned. */
  public Object sendResult;

  /** contextvars: the current Context, or null before first use. */
  public Object context;

  /** What {@code sys.settrace}, {@code sys.setprofile} set for this thread; null for none. */
  public Object traceFunction;
  public Object profileFunction;

  /** Some frame has asked for opcode events. */
  public boolean traceOpcodes;

  /** While a trace function runs: the event that it was told of, and the frame. */
  public String traceEvent;
  public PyFrame tracedFrame;

  /** Whether a trace or profile function is running. */
  public boolean tracing;

  /** {@code sys.set_asyncgen_hooks}. */
  public Object asyncgenFirstiter;
  public Object asyncgenFinalizer;

  /** asyncio: the event loop that this thread runs, and the task that the loop runs; null for none. */
  public Object runningLoop;
  public Object runningTask;

  /** {@code sys.set_coroutine_origin_tracking_depth}. */
  public int coroutineOriginDepth;

  /** Set from any thread to make this one raise or run something at its next check (signals, {@code PyThreadState_SetAsyncExc}). */
  public volatile boolean interrupted;

  private final java.util.ArrayDeque<Runnable> pending = new java.util.ArrayDeque<>();

  /** Texts of containers in containers take time by the square of the depth; CPython's stack ends at a like depth. */
  private static final int DEEPEST_REPR = 20_000;

  /** Objects whose repr is under way, for {@code ...} in recursive containers. */
  final java.util.ArrayList<Object> reprStack = new java.util.ArrayList<>();

  /** A cell of the stack of exceptions being handled: one for the thread, one for each running generator. */
  public static final class ExceptionState {
    public PyBaseException value;
    public ExceptionState outer;

    public ExceptionState(ExceptionState outer) {
      this.outer = outer;
    }
  }

  /** The Java thread, once it runs. */
  public volatile Thread thread;

  public ThreadState(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /** {@code threading.get_ident()}. */
  public long ident() {
    Thread t = thread;
    return t == null ? 0 : t.threadId();
  }

  /** The state of the running thread. */
  public static ThreadState current() {
    if (Thread.currentThread() instanceof PyThread t) {
      return t.state;
    }
    ThreadState state = FOREIGN.get();
    if (state == null) {
      throw new IllegalStateException("this thread has not entered an Interpreter");
    }
    return state;
  }

  /** Makes {@code state} (null for none) the state of this Java thread, which is not a {@link PyThread}; returns the one before. */
  public static ThreadState attach(ThreadState state) {
    ThreadState before = FOREIGN.get();
    if (state == null) {
      FOREIGN.remove();
    } else {
      FOREIGN.set(state);
    }
    return before;
  }

  /** What ends a wait of this thread that parking does not know of (a selector's); null for none. */
  public volatile Runnable waker;

  /** Has this thread make its next check. */
  public void interrupt() {
    interrupted = true;
    if (interpreter.polls != null) {
      interpreter.polls.arm();
    }
  }

  /** Has this thread run {@code action} at its next check; may be called from any thread. */
  public void interrupt(Runnable action) {
    synchronized (pending) {
      pending.add(action);
    }
    interrupt();
    Thread t = thread;
    if (t != null) {
      java.util.concurrent.locks.LockSupport.unpark(t);
    }
    Runnable w = waker;
    if (w != null) {
      w.run();
    }
  }

  /** Runs what was asked of this thread; what is left when one of the actions raises stays for the next check. */
  public void runPending() {
    interrupted = false;
    while (true) {
      Runnable next;
      synchronized (pending) {
        next = pending.poll();
        interrupted = !pending.isEmpty();
      }
      if (next == null) {
        interpreter.runAfterCollection(this);
        return;
      }
      next.run();
    }
  }

  /** The actions asked for since the last check. */
  public Runnable[] takePending() {
    synchronized (pending) {
      Runnable[] all = pending.toArray(new Runnable[0]);
      pending.clear();
      return all;
    }
  }

  /** The innermost exception being handled, or null. */
  public PyBaseException handled() {
    for (ExceptionState s = handling; s != null; s = s.outer) {
      if (s.value != null) {
        return s.value;
      }
    }
    return null;
  }

  /** Enters {@code repr()} of a container; false if that is already under way. */
  public boolean enterRepr(Object o) {
    for (Object p : reprStack) {
      if (p == o) {
        return false;
      }
    }
    if (reprStack.size() >= DEEPEST_REPR) {
      throw Errors.recursionError("maximum recursion depth exceeded while getting the repr of an object");
    }
    reprStack.add(o);
    return true;
  }

  public void leaveRepr(Object o) {
    for (int i = reprStack.size() - 1; i >= 0; i--) {
      if (reprStack.get(i) == o) {
        reprStack.remove(i);
        return;
      }
    }
  }
}
