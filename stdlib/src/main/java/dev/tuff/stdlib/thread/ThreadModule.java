package dev.tuff.stdlib.thread;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.container.StructSequence;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyThread;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.core.Unraisable;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.text.PyStr;
import dev.tuff.stdlib.io.Paths;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The module {@code _thread}: Python threads are Java threads with a deep stack. */
public final class ThreadModule {
  /** Address space for a stack: it takes memory only as deep as calls go. */
  private static final long STACK = 256L << 20;

  private static final StructSequence HOOK_ARGS = new StructSequence("_thread._ExceptHookArgs", "What an exception hook of threads gets.", 4, true,
      "exc_type", "exc_value", "exc_traceback", "thread");

  /** The threads of an interpreter. */
  private static final class Threads {
    final AtomicInteger running = new AtomicInteger();
    final Set<PyThreadHandle> awaited = Collections.synchronizedSet(new LinkedHashSet<>());
    volatile long stackSize;
  }

  private ThreadModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_thread", new ThreadModuleTable());
    m.set("LockType", PyLock.TYPE);
    m.set("lock", PyLock.TYPE);
    m.set("RLock", PyRLock.TYPE);
    m.set("_local", PyLocal.TYPE);
    m.set("_ThreadHandle", PyThreadHandle.TYPE);
    m.set("_ExceptHookArgs", HOOK_ARGS.type);
    m.set("error", Exceptions.RuntimeError);
    m.set("TIMEOUT_MAX", PyLock.TIMEOUT_MAX);
    m.set("_NAME_MAXLEN", Py.box(15));
  }

  private static Threads threads(Interpreter interpreter) {
    return interpreter.state(Threads.class, Threads::new);
  }

  @Function(value = "get_ident()", doc = "A number that no other living thread has.")
  static long get_ident(ThreadState ts) {
    return ts.ident();
  }

  @Function(value = "get_native_id()", doc = "A number that no other living thread of the process has.")
  static long get_native_id() {
    return Thread.currentThread().threadId();
  }

  @Function(value = "_get_main_thread_ident()", doc = "The number of the main thread.")
  static long _get_main_thread_ident(Interpreter interpreter) {
    return interpreter.mainThread.ident();
  }

  @Function("_is_main_interpreter()")
  static boolean _is_main_interpreter() {
    return true;
  }

  @Function("daemon_threads_allowed()")
  static boolean daemon_threads_allowed() {
    return true;
  }

  @Function(value = "allocate_lock()", doc = "A new lock.")
  static Object allocate_lock() {
    return new PyLock(PyLock.TYPE);
  }

  @Function(value = "allocate()", doc = "An old name of allocate_lock().")
  static Object allocate() {
    return allocate_lock();
  }

  @Function(value = "exit()", doc = "Ends the thread by raising SystemExit.")
  static void exit() {
    throw Errors.make(Exceptions.SystemExit);
  }

  @Function(value = "exit_thread()", doc = "An old name of exit().")
  static void exit_thread() {
    exit();
  }

  @Function(value = "_count()", doc = "The number of running threads, without the main thread.")
  static long _count(Interpreter interpreter) {
    return threads(interpreter).running.get();
  }

  @Function(value = "stack_size(size=0, /)", doc = "Sets the stack size of new threads (0: the default); returns the one before.", textSignature = false)
  static long stack_size(long size, Interpreter interpreter) {
    if (size < 0) {
      throw Errors.valueError("size must be 0 or a positive value");
    }
    if (size > 0 && size < 32768) {
      throw Errors.valueError("size not valid: " + size + " bytes");
    }
    Threads t = threads(interpreter);
    long old = t.stackSize;
    t.stackSize = size;
    return old;
  }

  @Function("set_name(name)")
  static void set_name(String name) {
    // whole, for the tools of the JVM
    Thread.currentThread().setName(name);
  }

  /** The bytes that the system would keep of a name: up to a null, and no more than 15. */
  private static byte[] shortened(String name) {
    byte[] bytes = Paths.encode(name);
    int n = 0;
    while (n < bytes.length && n < 15 && bytes[n] != 0) {
      n++;
    }
    return java.util.Arrays.copyOf(bytes, n);
  }

  @Function("_get_name()")
  static Object _get_name() {
    return Py.str(Paths.decode(shortened(Thread.currentThread().getName())));
  }

  @Function("interrupt_main(signum=2, /)")
  static void interrupt_main(int signum, Interpreter interpreter) {
    if (signum < 1 || signum > 64) {
      throw Errors.valueError("signal number out of range");
    }
    dev.tuff.stdlib.os.SignalModule.simulate(interpreter, signum);
  }

  // ---- starting

  private static boolean callable(Object f) {
    return f instanceof PyObject o && (o.type().slot(Special.CALL) != null || o instanceof PyType);
  }

  @Function(value = "start_new_thread(function, args, kwargs={}, /)", doc = "Starts a thread; returns its number.", textSignature = false)
  static long start_new_thread(Object function, Object args, Object kwargs, Interpreter interpreter) {
    if (!callable(function)) {
      throw Errors.typeError("first arg must be callable");
    }
    if (!(args instanceof PyTuple t)) {
      throw Errors.typeError("2nd arg must be a tuple");
    }
    if (kwargs != null && !(kwargs instanceof PyDict)) {
      throw Errors.typeError("optional 3rd arg must be a dictionary");
    }
    return start(interpreter, new PyThreadHandle(), function, t.array(), (PyDict) kwargs, false);
  }

  @Function(value = "start_new(function, args, kwargs={}, /)", doc = "An old name of start_new_thread().", textSignature = false)
  static long start_new(Object function, Object args, Object kwargs, Interpreter interpreter) {
    return start_new_thread(function, args, kwargs, interpreter);
  }

  @Function(value = "start_joinable_thread(function, handle=None, daemon=True)", doc = "Starts a thread; returns the handle to join it.")
  static Object start_joinable_thread(Object function, Object handle, boolean daemon, Interpreter interpreter) {
    if (!callable(function)) {
      throw Errors.typeError("thread function must be callable");
    }
    if (handle != Py.None && !(handle instanceof PyThreadHandle)) {
      throw Errors.typeError("'handle' must be a _ThreadHandle");
    }
    PyThreadHandle h = handle instanceof PyThreadHandle p ? p : new PyThreadHandle();
    start(interpreter, h, function, new Object[0], null, !daemon);
    return h;
  }

  @Function("_make_thread_handle(ident, /)")
  static Object _make_thread_handle(long ident) {
    PyThreadHandle h = new PyThreadHandle();
    h.running(ident);
    return h;
  }

  private static long start(Interpreter interpreter, PyThreadHandle handle, Object function, Object[] args, PyDict kwargs, boolean awaited) {
    if (interpreter.finalizing) {
      throw Errors.make(Exceptions.PythonFinalizationError, "can't create new thread at interpreter shutdown");
    }
    Threads all = threads(interpreter);
    handle.starting();
    ThreadState.shared = true;
    ThreadState ts = new ThreadState(interpreter);
    PyThread thread = new PyThread(ts, () -> run(interpreter, ts, handle, function, args, kwargs), "Python thread",
        all.stackSize > 0 ? Math.max(all.stackSize, 16L << 20) : STACK);
    thread.setDaemon(true);
    ts.thread = thread;
    handle.running(thread.threadId());
    interpreter.threads().add(ts);
    all.running.incrementAndGet();
    if (awaited) {
      all.awaited.add(handle);
    }
    try {
      thread.start();
    } catch (OutOfMemoryError e) {
      handle.failed();
      all.awaited.remove(handle);
      finish(interpreter, ts);
      throw Errors.runtimeError("can't start new thread");
    }
    return thread.threadId();
  }

  private static void finish(Interpreter interpreter, ThreadState ts) {
    interpreter.threads().remove(ts);
    threads(interpreter).running.decrementAndGet();
  }

  private static void run(Interpreter interpreter, ThreadState ts, PyThreadHandle handle, Object function, Object[] args, PyDict kwargs) {
    try {
      call(function, args, kwargs);
    } catch (PyException e) {
      if (!e.is(Exceptions.SystemExit)) {
        Unraisable.report(e.value, "Exception ignored in thread started by " + Py.javaRepr(function));
      }
    } finally {
      finish(interpreter, ts);
      threads(interpreter).awaited.remove(handle);
      handle.done();
    }
  }

  private static void call(Object function, Object[] args, PyDict kwargs) {
    if (kwargs == null || kwargs.size() == 0) {
      Call.call(function, args, null);
      return;
    }
    Object[] names = kwargs.keysArray();
    Object[] all = java.util.Arrays.copyOf(args, args.length + names.length);
    String[] keywords = new String[names.length];
    for (int i = 0; i < names.length; i++) {
      keywords[i] = PyStr.java(names[i]);
      all[args.length + i] = kwargs.get(names[i]);
    }
    Call.call(function, all, keywords);
  }

  @Function(value = "_shutdown()", doc = "Waits for all threads that are not daemons.")
  static void _shutdown(Interpreter interpreter, ThreadState ts) {
    Threads all = threads(interpreter);
    while (true) {
      PyThreadHandle next = null;
      synchronized (all.awaited) {
        for (PyThreadHandle h : all.awaited) {
          next = h;
          break;
        }
      }
      if (next == null) {
        return;
      }
      try {
        next.await(ts, -1);
      } catch (PyException e) {
        Unraisable.report(e.value, "Exception ignored while joining a thread in _thread._shutdown()");
        return;
      }
      all.awaited.remove(next);
    }
  }

  // ---- exceptions

  @Function(value = "_excepthook(args, /)", doc = "Prints an exception that ended a thread.")
  static void _excepthook(Object args, Interpreter interpreter) {
    if (!HOOK_ARGS.is(args)) {
      throw Errors.typeError("_thread._excepthook argument type must be ExceptHookArgs");
    }
    PyTuple t = (PyTuple) args;
    if (t.get(0) == Exceptions.SystemExit) {
      return;
    }
    Object file = interpreter.sys.dict().getStr("stderr");
    Object thread = t.get(3);
    if (file == null || file == Py.None) {
      file = thread == Py.None ? null : Attributes.find(thread, "_stderr");
      if (file == null || file == Py.None) {
        return;
      }
    }
    Object name = thread == Py.None ? null : Attributes.find(thread, "_name");
    String shown = name == null ? String.valueOf(ThreadState.current().ident()) : Py.javaString(name);
    Py.callMethod(file, "write", Py.str("Exception in thread " + shown + ":\n"));
    Object print = Attributes.get(interpreter.importModule("traceback"), "print_exception");
    Call.call(print, new Object[] {t.get(0), t.get(1), t.get(2), file}, new String[] {"file"});
    if (Attributes.find(file, "flush") != null) {
      Py.callMethod(file, "flush");
    }
  }
}
