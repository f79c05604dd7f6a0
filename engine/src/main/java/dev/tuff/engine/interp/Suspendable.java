package dev.tuff.engine.interp;

import dev.tuff.compiler.Code;
import dev.tuff.compiler.Opcode;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.core.Unraisable;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.exception.PyBaseException;
import dev.tuff.engine.exception.PyTraceback;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.reference.Finalizable;
import dev.tuff.engine.reference.References;
import dev.tuff.engine.text.PyStr;

/**
 * A frame that can be left and entered again: what generators, coroutines and async generators share ("Yield expressions" of the language
 * reference, PEP 342, 380, 492).
 */
public abstract class Suspendable extends PyIterator implements Finalizable {
  /** Where in its life it is. */
  enum State {
    CREATED,
    SUSPENDED,
    RUNNING,
    CLOSED
  }

  final PyFrame frame;
  State state = State.CREATED;

  /** What it returned; meaningful once closed by a return. */
  Object result;

  /** {@code __name__} and {@code __qualname__}. */
  Object name;
  Object qualname;

  /** Whether it is among {@link References#watch} objects; then perhaps what those are kept by. */
  boolean watched;
  private Object guard;

  /** What its handlers handle; null if it has none: to all that it calls it is as if its caller called them. */
  private final ThreadState.ExceptionState handling;

  Suspendable(PyType type, PyFrame frame) {
    super(type);
    this.frame = frame;
    frame.generator = this;
    frame.ending = PyFrame.SUSPENDS;
    frame.code.instructions();
    handling = frame.code.handles ? new ThreadState.ExceptionState(null) : null;
    name = frame.function == null ? frame.code.name : frame.function.name();
    qualname = frame.function == null ? frame.code.qualname : frame.function.qualnameObject();
  }

  /** How messages call it: generator, coroutine, async generator. */
  abstract String kind();

  /** Runs to the next yield; null when it returned, with {@link #result} set. {@code thrown} is raised in it if not null. */
  final Object resume(ThreadState ts, Object sent, PyException thrown) {
    if (state == State.RUNNING) {
      throw alreadyExecuting();
    }
    PyFrame f = frame;
    boolean first = state == State.CREATED;
    if (thrown != null && first) {
      f.lasti = start();
    }
    if (ts.depth >= ts.interpreter.recursionLimit) {
      throw ExceptionOps.recursionLimit();
    }
    int depth = ts.depth;
    start(ts, ts.frame, sent);
    State next = State.CLOSED;
    try {
      PyException raised = thrown;
      if (thrown != null && Instrumentation.listens(ts)) {
        raised = ExceptionOps.toldOf(ts, f, Events.PY_THROW, thrown);
      }
      Object v = raised == null ? Tiers.orThrow(ts, Tiers.resume(ts, f)) : EvalLoop.run(ts, f, raised);
      if (f.suspended) {
        next = State.SUSPENDED;
        return v;
      }
      result = v;
      release();
      return null;
    } finally {
      leave(ts, next);
      ts.depth = depth;
    }
  }

  /**
   * Resumes it without recursion: its frame becomes the current one of the loop that runs {@code caller}, whose instruction (FOR_ITER, SEND)
   * {@link Generators} completes when the frame is left. False if it cannot be resumed so: {@link #send} says why.
   */
  final boolean enter(ThreadState ts, PyFrame caller, Object sent) {
    boolean ready = state == State.SUSPENDED || state == State.CREATED && sent == Py.None;
    if (!ready || ts.depth >= ts.interpreter.recursionLimit) {
      return false;
    }
    frame.code.instructions();
    start(ts, caller, sent);
    return true;
  }

  private void start(ThreadState ts, PyFrame caller, Object sent) {
    PyFrame f = frame;
    f.back = caller;
    f.suspended = false;
    f.fast[f.sp++] = sent;
    state = State.RUNNING;
    pushHandling(ts);
    ts.depth++;
    ts.frame = f;
  }

  private void pushHandling(ThreadState ts) {
    if (handling != null) {
      handling.outer = ts.handling;
      ts.handling = handling;
    }
  }

  private void popHandling(ThreadState ts) {
    if (handling != null) {
      ts.handling = handling.outer;
      handling.outer = null;
    }
  }

  /** Makes the caller's frame the current one again: after a yield (SUSPENDED), or at the end. */
  final void leave(ThreadState ts, State next) {
    ts.depth--;
    ts.frame = frame.back;
    popHandling(ts);
    frame.back = null;
    state = next;
    if (next == State.CLOSED) {
      if (handling != null) {
        handling.value = null;
      }
    } else if (frame.code.closes && !watched && needsClosing()) {
      watch(ts);
    }
  }

  // ---- what is left to do when the program has lost it

  /** Whether closing it would run anything: it is suspended inside a {@code try} or {@code with}. */
  boolean needsClosing() {
    // behind each yield is a RESUME that says whether the one handler around is that for StopIteration
    PyFrame f = frame;
    int resume = f.code.instructions[f.lasti + 1] << 1 >>> 9;
    if ((resume & PyCode.RESUME_DEPTH1) != 0) {
      return false;
    }
    // what is awaited lies on top; other threads ask too
    int top = f.sp - 1;
    return (resume & PyCode.RESUME_AWAITS) == 0 || top < 0 || !closesQuietly(f.fast[top]);
  }

  /** Whether closing what is awaited would run nothing: it has been suspended before this, and is watched if it would. */
  private static boolean closesQuietly(Object awaited) {
    return awaited instanceof Suspendable s && !(s instanceof PyAsyncGenerator) && !s.watched || awaited instanceof PyIterator it && !it.hasToClose();
  }

  final void watch(ThreadState ts) {
    watched = true;
    ts.interpreter.references().watch(this);
  }

  @Override
  public boolean isUnfinished() {
    return state == State.SUSPENDED && needsClosing();
  }

  @Override
  public final void keep(Object guard) {
    this.guard = guard;
  }

  @Override
  public void die(ThreadState ts) {
    guard = null;
    if (!isUnfinished()) {
      return;
    }
    try {
      close(ts);
    } catch (PyException e) {
      Unraisable.report(e.value, "Exception ignored while closing generator " + Py.javaRepr(this));
    }
  }

  /** Lets go of what the locals hold, once the generator is done with. */
  final void release() {
    // most are too short for what HotSpot would make of Arrays.fill
    Object[] fast = frame.fast;
    for (int i = 0; i < fast.length; i++) {
      fast[i] = null;
    }
  }

  /** The instruction at which a frame that was never started stands. */
  private int start() {
    int[] ins = frame.code.instructions();
    for (int i = 0; i < ins.length; i++) {
      if (Opcode.opcode(ins[i]) == Opcode.RETURN_GENERATOR) {
        return i;
      }
    }
    return -1;
  }

  /** {@code send(value)}; null when it has returned. */
  final Object send(ThreadState ts, Object value) {
    return Tiers.orThrow(ts, step(ts, value));
  }

  /** The same; or {@link CompiledCode#RAISED} for what compiled code need not throw. */
  final Object step(ThreadState ts, Object value) {
    State s = state;
    if (s == State.SUSPENDED || s == State.CREATED && value == Py.None) {
      return resume(ts, value);
    }
    if (s == State.CLOSED) {
      return sendClosed();
    }
    throw s == State.CREATED ? Errors.typeError("can't send non-None value to a just-started " + kind()) : alreadyExecuting();
  }

  private PyException alreadyExecuting() {
    return Errors.valueError(kind() + " already executing");
  }

  /** {@link #resume} of one that is not running, with nothing thrown: what nearly all are. */
  private Object resume(ThreadState ts, Object sent) {
    if (ts.depth >= ts.interpreter.recursionLimit) {
      throw ExceptionOps.recursionLimit();
    }
    PyFrame f = frame;
    int depth = ts.depth;
    start(ts, ts.frame, sent);
    Object v;
    try {
      v = Tiers.resume(ts, f);
    } catch (Throwable t) {
      leave(ts, State.CLOSED);
      ts.depth = depth;
      throw t;
    }
    if (f.suspended) {
      leave(ts, State.SUSPENDED);
      ts.depth = depth;
      return v;
    }
    boolean raised = v == CompiledCode.RAISED;
    if (!raised) {
      result = v;
      release();
    }
    leave(ts, State.CLOSED);
    ts.depth = depth;
    return raised ? v : null;
  }

  /** What sending to a finished one does. */
  Object sendClosed() {
    result = Py.None;
    return null;
  }

  @Override
  public Object next() {
    return send(ThreadState.current(), Py.None);
  }

  @Override
  public final Object returned() {
    Object r = result;
    result = Py.None;
    return r;
  }

  @Override
  public PyException stop() {
    return stopIteration(returned());
  }

  /** StopIteration with a value: a tuple or an exception is kept whole. */
  static PyException stopIteration(Object value) {
    if (value == null || value == Py.None) {
      return Errors.stopIteration();
    }
    return new PyException(PyBaseException.create(Exceptions.StopIteration, value));
  }

  /** The sub-iterator of a {@code yield from} or {@code await} under way, or null. */
  final Object delegate() {
    if (state != State.SUSPENDED || frame.lasti < 0) {
      return null;
    }
    int i = frame.code.instructions[frame.lasti] & ~Instrumentation.MARK;
    boolean delegating = Opcode.parent(Opcode.opcode(i)) == Opcode.YIELD_VALUE && Opcode.arg(i) == 1;
    return delegating ? frame.fast[frame.sp - 1] : null;
  }

  /** {@code throw(exception)}; null when it has returned. */
  Object raise(ThreadState ts, PyException e) {
    return raise(ts, e, true);
  }

  final Object raise(ThreadState ts, PyException e, boolean closeOnExit) {
    Object sub = delegate();
    if (sub != null) {
      if (e.is(Exceptions.GeneratorExit) && closeOnExit) {
        PyFrame back = show(ts);
        try {
          closeIterator(ts, sub);
        } catch (PyException other) {
          hide(ts, back);
          return resume(ts, Py.None, other);
        }
        hide(ts, back);
        return resume(ts, Py.None, e);
      }
      return raiseInDelegate(ts, sub, e, closeOnExit);
    }
    if (state == State.CLOSED) {
      throw raiseClosed(e);
    }
    return resume(ts, Py.None, e);
  }

  /** What throwing into a finished one raises. */
  PyException raiseClosed(PyException e) {
    return e;
  }

  private Object raiseInDelegate(ThreadState ts, Object sub, PyException e, boolean closeOnExit) {
    Object yielded = null;
    // what goes on in this frame: what was thrown, unless the sub-iterator takes it
    PyException raised = e;
    PyFrame back = show(ts);
    try {
      if (sub instanceof Suspendable g && !(sub instanceof PyAsyncGenerator)) {
        yielded = g.raise(ts, e, closeOnExit);
        raised = yielded == null ? stopIteration(g.result) : null;
      } else {
        Object f = Attributes.find(sub, "throw");
        if (f != null) {
          yielded = Call.call(f, e.value);
          raised = null;
        }
      }
    } catch (PyException other) {
      raised = other;
    }
    hide(ts, back);
    return raised == null ? yielded : resume(ts, Py.None, raised);
  }

  /** While a sub-iterator is thrown into or closed, this frame counts as running: stack, handled exception. Returns the caller's frame. */
  private PyFrame show(ThreadState ts) {
    state = State.RUNNING;
    PyFrame back = ts.frame;
    frame.back = back;
    ts.frame = frame;
    pushHandling(ts);
    return back;
  }

  private void hide(ThreadState ts, PyFrame back) {
    state = State.SUSPENDED;
    ts.frame = back;
    frame.back = null;
    popHandling(ts);
  }

  /** Closes the sub-iterator of a {@code yield from}. */
  private static void closeIterator(ThreadState ts, Object sub) {
    if (sub instanceof Suspendable g && !(sub instanceof PyAsyncGenerator)) {
      g.close(ts);
      return;
    }
    Object f = null;
    try {
      f = Attributes.find(sub, "close");
    } catch (PyException e) {
      Unraisable.report(e.value, "Exception ignored while closing generator " + Py.javaRepr(sub));
    }
    if (f != null) {
      Call.call(f);
    }
  }

  /** {@code close()}; the value that it returned on being closed. */
  final Object close(ThreadState ts) {
    if (state == State.CREATED) {
      state = State.CLOSED;
      return Py.None;
    }
    if (state == State.CLOSED) {
      return Py.None;
    }
    PyException exit = null;
    Object sub = delegate();
    if (sub != null) {
      PyFrame back = show(ts);
      try {
        closeIterator(ts, sub);
      } catch (PyException e) {
        exit = e;
      }
      hide(ts, back);
    }
    if (exit == null) {
      exit = Errors.make(Exceptions.GeneratorExit);
    }
    Object yielded;
    try {
      yielded = resume(ts, Py.None, exit);
    } catch (PyException e) {
      if (e.is(Exceptions.GeneratorExit)) {
        release();
        return Py.None;
      }
      if (e.is(Exceptions.StopIteration)) {
        return Generators.stopValue(e.value);
      }
      throw e;
    }
    if (yielded != null) {
      throw Errors.runtimeError(kind() + " ignored GeneratorExit");
    }
    Object r = result;
    result = Py.None;
    return r;
  }

  /** Warns of the form of {@code throw()} with three arguments. */
  static void deprecated(String method, Object value, Object traceback) {
    if (value != null || traceback != null) {
      dev.tuff.engine.core.Warnings.warn(Exceptions.DeprecationWarning,
          "the (type, exc, tb) signature of " + method + "() is deprecated, use the single-arg signature instead.", 1);
    }
  }

  /** The exception that {@code throw(type, value, traceback)} raises. */
  static PyException thrown(Object type, Object value, Object traceback) {
    if (traceback != Py.None && traceback != null && !(traceback instanceof PyTraceback)) {
      throw Errors.typeError("throw() third argument must be a traceback object");
    }
    PyBaseException e;
    if (type instanceof PyType t && t.isSubtype(Exceptions.BaseException)) {
      if (value instanceof PyBaseException v && v.type().isSubtype(t)) {
        e = v;
      } else {
        Object made = value == null || value == Py.None
            ? t.call0()
            : value instanceof PyTuple args ? t.call(args.array(), null) : t.call1(value);
        if (!(made instanceof PyBaseException m)) {
          // raised in the generator too
          return Errors.typeError("calling " + Py.javaRepr(t) + " should have returned an instance of BaseException, not "
              + Py.typeOf(made).name());
        }
        e = m;
      }
    } else if (type instanceof PyBaseException v) {
      if (value != null && value != Py.None) {
        throw Errors.typeError("instance exception may not have a separate value");
      }
      e = v;
    } else {
      throw Errors.typeError("exceptions must be classes or instances deriving from BaseException, not " + Py.typeOf(type).name());
    }
    if (traceback instanceof PyTraceback tb) {
      e.traceback = tb;
    }
    return new PyException(e);
  }

  final void setName(Object value) {
    if (value == null || !PyStr.isStr(value)) {
      throw Errors.typeError("__name__ must be set to a string object");
    }
    name = value;
  }

  final void setQualname(Object value) {
    if (value == null || !PyStr.isStr(value)) {
      throw Errors.typeError("__qualname__ must be set to a string object");
    }
    qualname = value;
  }

  final boolean isFlagged(int flag) {
    return (frame.code.flags & flag) != 0;
  }

  final boolean isIterableCoroutine() {
    return isFlagged(Code.CO_ITERABLE_COROUTINE);
  }
}
