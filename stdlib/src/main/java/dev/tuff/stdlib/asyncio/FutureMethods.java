package dev.tuff.stdlib.asyncio;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.core.Unraisable;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.typing.PyGenericAlias;
import dev.tuff.stdlib.asyncio.PyFuture.State;
import dev.tuff.stdlib.context.PyContext;

/** The methods of {@code _asyncio.Future}. */
final class FutureMethods {
  private FutureMethods() {}

  @New(value = "Future(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    return new PyFuture(cls);
  }

  @Method("__init__(self, /, *, loop=None)")
  static void __init__(PyFuture self, Object loop) {
    self.init(loop);
  }

  @Method(value = "result(self, /)", doc = "The result, or the exception raised; InvalidStateError if there is none yet.")
  static Object result(PyFuture self) {
    return self.takeResult();
  }

  @Method(value = "exception(self, /)", doc = "The exception, None if it ended with a result; InvalidStateError before.")
  static Object exception(PyFuture self) {
    if (self.loop == null) {
      throw AsyncioState.of(Interpreter.current()).invalidState("Future object is not initialized.");
    }
    if (self.state == State.CANCELLED) {
      throw new PyException(self.makeCancelledError());
    }
    if (self.state == State.PENDING) {
      throw self.library.invalidState("Exception is not set.");
    }
    self.logTraceback = false;
    return self.exception == null ? Py.None : self.exception;
  }

  @Method(value = "set_result(self, result, /)", doc = "End with a result.")
  static void set_result(PyFuture self, Object result) {
    self.setResult(result);
  }

  @Method(value = "set_exception(self, exception, /)", doc = "End with an exception.")
  static void set_exception(PyFuture self, Object exception) {
    self.setException(exception);
  }

  @Method(value = "add_done_callback(self, fn, /, *, context=<null>)", doc = "Have the loop call fn(future) once the future is done.")
  static void add_done_callback(PyFuture self, Object fn, Object context, ThreadState ts) {
    self.ensureAlive();
    self.addCallback(fn, context == null ? PyContext.current(ts).copyOf() : context);
  }

  @Method(value = "remove_done_callback(self, fn, /)", doc = "Forget all callbacks equal to fn; how many there were.")
  static long remove_done_callback(PyFuture self, Object fn) {
    self.ensureAlive();
    return self.removeCallbacks(fn);
  }

  @Method(value = "cancel(self, /, msg=None)", doc = "Cancel the future and schedule its callbacks; False if it was done already.")
  static boolean cancel(PyFuture self, Object msg) {
    self.ensureAlive();
    return self.cancel(msg);
  }

  @Method(value = "cancelled(self, /)", doc = "Whether it was cancelled.")
  static boolean cancelled(PyFuture self) {
    return self.state == State.CANCELLED;
  }

  @Method(value = "done(self, /)", doc = "Whether it has a result, an exception, or was cancelled.")
  static boolean done(PyFuture self) {
    return self.state != State.PENDING;
  }

  @Method(value = "get_loop(self, /)", doc = "The event loop of the future.")
  static Object get_loop(PyFuture self) {
    self.ensureAlive();
    return self.loop;
  }

  @Method(value = "_make_cancelled_error(self, /)", doc = "The CancelledError to raise if the future is cancelled; call it once.")
  static Object _make_cancelled_error(PyFuture self) {
    return self.makeCancelledError();
  }

  @Method("__iter__(self, /)")
  static Object __iter__(PyFuture self) {
    self.ensureAlive();
    return new PyFutureIterator(self);
  }

  @Method("__await__(self, /)")
  static Object __await__(PyFuture self) {
    return __iter__(self);
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyFuture self) {
    self.ensureAlive();
    return Call.call(self.library.library("asyncio.base_futures", "_future_repr"), self);
  }

  @Method("__del__(self, /)")
  static void __del__(PyFuture self) {
    if (!self.logTraceback) {
      return;
    }
    self.logTraceback = false;
    PyDict context = new PyDict();
    context.putStr("message", Py.str(self.type().name() + " exception was never retrieved"));
    context.putStr("exception", self.exception);
    context.putStr("future", self);
    report(self, context);
  }

  /** Tells the loop of something that nobody can be told of any more. */
  static void report(PyFuture self, PyDict context) {
    if (self.sourceTraceback != Py.None) {
      context.putStr("source_traceback", self.sourceTraceback);
    }
    try {
      Call.attribute(self.loop, "call_exception_handler", context);
    } catch (PyException e) {
      Unraisable.report(e.value, "Exception ignored while finalizing future", self);
    }
  }

  @ClassMethod(value = "__class_getitem__(type, object, /)", doc = "See PEP 585")
  static Object __class_getitem__(PyType cls, Object item) {
    return PyGenericAlias.of(cls, item);
  }
}
