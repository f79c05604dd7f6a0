package dev.tuff.stdlib.asyncio;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.expose.Setter;
import dev.tuff.engine.interp.PyCoroutine;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.typing.PyGenericAlias;
import dev.tuff.stdlib.context.PyContext;

/** {@code _asyncio.Task}: a coroutine that the loop runs, as a future of what it returns. {@link TaskStep} runs it. */
public final class PyTask extends PyFuture {
  static final PyType TYPE = PyType.builtin("_asyncio.Task", PyFuture.TYPE, PyType.WEAKREF, "A coroutine wrapped in a Future.",
      new PyTaskTable());

  /** Null before {@code __init__}, and once an eager task is done. */
  Object coroutine;
  Object context;

  /** Null if it is to be made up. */
  private Object name;

  /** The future that it waits for, or null. */
  Object waitsFor;

  /** The next step is to raise CancelledError. */
  boolean mustCancel;

  /** Whether to complain if it is dropped before it is done. */
  private boolean logDestroyPending;
  private long cancelRequests;

  /** Its place among all tasks, or null; the state's. */
  AsyncioState.TaskLink link;

  private PyTask(PyType type) {
    super(type);
  }

  @New(value = "Task(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    return new PyTask(cls);
  }

  @Method("__init__(self, /, coro, *, loop=None, name=None, context=None, eager_start=False)")
  static void __init__(PyTask self, Object coro, Object loop, Object name, Object context, boolean eager, ThreadState ts) {
    self.init(loop);
    if (!(coro instanceof PyCoroutine) && !Py.truth(Call.call(self.library.library("asyncio.coroutines", "iscoroutine"), coro))) {
      self.logDestroyPending = false;
      throw Errors.typeError("a coroutine was expected, got " + Py.javaRepr(coro));
    }
    self.context = context == Py.None ? PyContext.current(ts).copyOf() : context;
    self.waitsFor = null;
    self.mustCancel = false;
    self.logDestroyPending = true;
    self.cancelRequests = 0;
    self.coroutine = coro;
    self.name = name == Py.None ? Py.str(self.library.nextTaskName()) : name instanceof String ? name : Py.str(name);
    self.watch();
    if (eager && Py.truth(Call.attribute(self.loop, "is_running"))) {
      TaskStep.startEagerly(self, ts);
      return;
    }
    TaskStep.soon(self, null);
    self.library.register(self);
  }

  @Override
  public boolean isUnfinished() {
    return state == State.PENDING && logDestroyPending || super.isUnfinished();
  }

  @Override
  void done() {
    library.unregister(this);
    super.done();
  }

  /** What a future's {@code cancel} does; a task's own only asks the coroutine. */
  void cancelFuture(Object message) {
    super.cancel(message);
  }

  @Override
  boolean cancel(Object message) {
    logTraceback = false;
    if (state != State.PENDING) {
      return false;
    }
    cancelRequests++;
    // left in place if it was cancelled: a task may catch that and have to be cancelled again
    if (waitsFor != null && cancel(waitsFor, message)) {
      return true;
    }
    mustCancel = true;
    cancelMessage = message;
    return true;
  }

  @Method(value = "cancel(self, /, msg=None)", doc = "Ask the task to cancel itself: CancelledError is raised in its coroutine soon.")
  static boolean cancelMethod(PyTask self, Object msg) {
    return self.cancel(msg);
  }

  @Method(value = "cancelling(self, /)", doc = "How many requests to cancel the task there are.")
  static long cancelling(PyTask self) {
    return self.cancelRequests;
  }

  @Method(value = "uncancel(self, /)", doc = "Take back one request to cancel the task; how many are left.")
  static long uncancel(PyTask self) {
    if (self.cancelRequests > 0 && --self.cancelRequests == 0) {
      self.mustCancel = false;
    }
    return self.cancelRequests;
  }

  @Method(value = "get_coro(self, /)", doc = "The coroutine.")
  static Object get_coro(PyTask self) {
    return orNone(self.coroutine);
  }

  @Method(value = "get_context(self, /)", doc = "The context that the coroutine runs in.")
  static Object get_context(PyTask self) {
    return orNone(self.context);
  }

  @Method(value = "get_name(self, /)", doc = "The name of the task.")
  static Object get_name(PyTask self) {
    return orNone(self.name);
  }

  @Method(value = "set_name(self, value, /)", doc = "Set the name of the task.")
  static void set_name(PyTask self, Object value) {
    self.name = PyStr.isStr(value) && !Py.typeOf(value).isHeap() ? value : Py.str(value);
  }

  @Method(value = "set_result(self, result, /)", doc = "Not for tasks.")
  static void set_result(PyTask self, Object result) {
    throw Errors.runtimeError("Task does not support set_result operation");
  }

  @Method(value = "set_exception(self, exception, /)", doc = "Not for tasks.")
  static void set_exception(PyTask self, Object exception) {
    throw Errors.runtimeError("Task does not support set_exception operation");
  }

  @Method(value = "get_stack(self, /, *, limit=None)", doc = "The frames of the coroutine, or of the traceback of its exception.")
  static Object get_stack(PyTask self, Object limit) {
    self.ensureAlive();
    return Call.call(self.library.library("asyncio.base_tasks", "_task_get_stack"), self, limit);
  }

  @Method(value = "print_stack(self, /, *, limit=None, file=None)", doc = "Print the stack or traceback of the coroutine.")
  static Object print_stack(PyTask self, Object limit, Object file) {
    self.ensureAlive();
    return Call.call(self.library.library("asyncio.base_tasks", "_task_print_stack"), self, limit, file);
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyTask self) {
    self.ensureAlive();
    return Call.call(self.library.library("asyncio.base_tasks", "_task_repr"), self);
  }

  @Method("__del__(self, /)")
  static void __del__(PyTask self) {
    if (self.state == State.PENDING && self.logDestroyPending) {
      PyDict context = new PyDict();
      context.putStr("task", self);
      context.putStr("message", "Task was destroyed but it is pending!");
      FutureMethods.report(self, context);
    }
    FutureMethods.__del__(self);
  }

  @ClassMethod(value = "__class_getitem__(type, object, /)", doc = "See PEP 585")
  static Object __class_getitem__(PyType cls, Object item) {
    return PyGenericAlias.of(cls, item);
  }

  private static Object orNone(Object o) {
    return o == null ? Py.None : o;
  }

  // ---- attributes

  @Getter("_coro")
  static Object getCoroutine(PyTask self) {
    return orNone(self.coroutine);
  }

  @Getter("_fut_waiter")
  static Object getWaitsFor(PyTask self) {
    return orNone(self.waitsFor);
  }

  @Getter("_must_cancel")
  static boolean isMustCancel(PyTask self) {
    return self.mustCancel;
  }

  @Getter("_log_destroy_pending")
  static boolean isLogDestroyPending(PyTask self) {
    return self.logDestroyPending;
  }

  @Setter("_log_destroy_pending")
  static void setLogDestroyPending(PyTask self, Object value) {
    if (value == null) {
      throw Errors.attributeError("attribute '_log_destroy_pending' of '_asyncio.Task' objects cannot be deleted");
    }
    self.logDestroyPending = Py.truth(value);
  }

  /** The attribute that makes an object a future for asyncio, or null; None is no. */
  static Object blockingMark(Object o) {
    Object mark = Attributes.find(o, "_asyncio_future_blocking");
    return mark == Py.None ? null : mark;
  }
}
