package dev.tuff.stdlib.asyncio;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Setter;
import dev.tuff.stdlib.asyncio.PyFuture.State;

/** The attributes of {@code _asyncio.Future}: what the library's own Python code looks at. */
final class FutureAttributes {
  private FutureAttributes() {}

  @Getter("_state")
  static Object getState(PyFuture self) {
    self.ensureAlive();
    return self.state.name();
  }

  @Getter("_asyncio_future_blocking")
  static boolean isBlocking(PyFuture self) {
    return self.loop != null && self.blocking;
  }

  @Setter("_asyncio_future_blocking")
  static void setBlocking(PyFuture self, Object value) {
    notDeleted(self, value, "_asyncio_future_blocking");
    self.ensureAlive();
    self.blocking = Py.truth(value);
  }

  private static void notDeleted(PyFuture self, Object value, String name) {
    if (value == null) {
      throw Errors.attributeError("attribute '" + name + "' of '" + self.type().layout().fullName() + "' objects cannot be deleted");
    }
  }

  @Getter("_loop")
  static Object getLoop(PyFuture self) {
    return self.loop == null ? Py.None : self.loop;
  }

  @Getter("_callbacks")
  static Object getCallbacks(PyFuture self) {
    self.ensureAlive();
    return self.callbacks();
  }

  @Getter("_result")
  static Object getResult(PyFuture self) {
    self.ensureAlive();
    return self.result == null ? Py.None : self.result;
  }

  @Getter("_exception")
  static Object getException(PyFuture self) {
    self.ensureAlive();
    return self.exception == null ? Py.None : self.exception;
  }

  @Getter("_log_traceback")
  static boolean isLogTraceback(PyFuture self) {
    self.ensureAlive();
    return self.logTraceback;
  }

  @Setter("_log_traceback")
  static void setLogTraceback(PyFuture self, Object value) {
    notDeleted(self, value, "_log_traceback");
    if (Py.truth(value)) {
      throw Errors.valueError("_log_traceback can only be set to False");
    }
    self.logTraceback = false;
  }

  @Getter("_source_traceback")
  static Object getSourceTraceback(PyFuture self) {
    return self.sourceTraceback;
  }

  @Getter("_cancel_message")
  static Object getCancelMessage(PyFuture self) {
    return self.cancelMessage;
  }

  @Setter("_cancel_message")
  static void setCancelMessage(PyFuture self, Object value) {
    notDeleted(self, value, "_cancel_message");
    self.cancelMessage = value;
  }

  @Getter("_asyncio_awaited_by")
  static Object getAwaitedBy(PyFuture self) {
    return self.waiters();
  }
}
