package dev.tuff.engine.interp;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.exception.PyBaseException;
import dev.tuff.engine.exception.PyTraceback;
import dev.tuff.engine.number.PyInt;

/** Raising, unwinding and matching exceptions ("Exceptions" of the language reference). */
final class ExceptionOps {
  /** Frames of the Java stack may run out before the recursion limit is reached; the handlers need room again. */
  private static final String STACK_OVERFLOW = "maximum recursion depth exceeded";

  private ExceptionOps() {}

  static PyException recursionLimit() {
    return Errors.recursionError(STACK_OVERFLOW);
  }

  /** Builtins that call each other without a frame of Python's: the error says which, as far as Java's innermost methods tell. */
  private static PyException overflow(StackOverflowError e) {
    StackTraceElement[] trace = e.getStackTrace();
    for (int i = 0; i < Math.min(trace.length, 20); i++) {
      if (trace[i].getClassName().equals(Comparison.class.getName())) {
        return Errors.recursionError(STACK_OVERFLOW + " in comparison");
      }
    }
    return recursionLimit();
  }

  /**
   * Finds the handler of an exception: in the frame, or in its callers as far as {@code entry}; each frame left is added to the traceback.
   * The frame to go on with is the current one then, its {@code lasti} before the handler and its {@code sp} above the exception; throws on if
   * there is none.
   */
  static void unwind(ThreadState ts, PyFrame entry, Throwable thrown) {
    PyException e = unwound(ts, entry, thrown);
    if (e != null) {
      throw e;
    }
  }

  /** The same, giving the exception instead of throwing it; {@code entry} is the current frame then. Null if there is a handler. */
  static PyException unwound(ThreadState ts, PyFrame entry, Throwable thrown) {
    PyFrame f = ts.frame;
    PyException e = thrown instanceof PyException p ? p
        : thrown instanceof StackOverflowError s ? overflow(s)
        : thrown instanceof RuntimeException r ? internal(r) : Errors.memoryError();
    if (!e.chained) {
      e.chained = true;
      chain(ts, e.value);
    }
    boolean asked = e.asked == f;
    e.asked = null;
    if (!asked && Instrumentation.listens(ts)) {
      e = told(ts, f, e);
    }
    while (true) {
      if (!asked && handle(f, e)) {
        PyException other = Instrumentation.listens(ts) ? toldOf(ts, f, Events.EXCEPTION_HANDLED, e) : e;
        f.lasti--;
        if (other == e) {
          return null;
        }
        // the handler has not begun: its own cleanup is not for this one
        e = other;
        continue;
      }
      if (!asked && Instrumentation.listens(ts)) {
        e = toldOf(ts, f, Events.PY_UNWIND, e);
      }
      asked = false;
      DeadOperands.clear(f);
      if (f == entry) {
        return e;
      }
      if (f.ending == PyFrame.SUSPENDS) {
        ((Suspendable) f.generator).leave(ts, Suspendable.State.CLOSED);
      } else {
        ts.depth--;
        ts.frame = f.back;
      }
      f = ts.frame;
      if (Instrumentation.listens(ts)) {
        e = told(ts, f, e);
      }
    }
  }

  /** Tells tools of an exception in a frame; what they raise takes its place. */
  private static PyException told(ThreadState ts, PyFrame f, PyException e) {
    try {
      if (e.reraised) {
        Instrumentation.exception(ts, f, Events.RERAISE, e.value);
      } else {
        PyTraceback before = (PyTraceback) e.value.traceback;
        // the traceback that tools see has this frame in it
        e.value.traceback = new PyTraceback(before, f, Math.max(0, f.lasti), -1);
        Instrumentation.exception(ts, f, Events.RAISE, e.value);
        e.value.traceback = before;
      }
      return e;
    } catch (PyException other) {
      return other;
    }
  }

  static PyException toldOf(ThreadState ts, PyFrame f, int event, PyException e) {
    try {
      Instrumentation.exception(ts, f, event, e.value);
      return e;
    } catch (PyException other) {
      return other;
    }
  }

  /** A fault in Java code must not end the program: it becomes a SystemError that says where it is. */
  private static PyException internal(RuntimeException e) {
    if (!e.getClass().getName().startsWith("java.")) {
      throw e;
    }
    StringBuilder b = new StringBuilder("internal error: ").append(e);
    StackTraceElement[] trace = e.getStackTrace();
    for (int i = 0; i < Math.min(4, trace.length); i++) {
      b.append(i == 0 ? " at " : " < ").append(trace[i].getFileName()).append(':').append(trace[i].getLineNumber());
    }
    return Errors.systemError(b.toString());
  }

  /** Adds the frame to the traceback, and if it has a handler makes it stand there. */
  private static boolean handle(PyFrame f, PyException e) {
    PyBaseException value = e.value;
    int lasti = f.lasti;
    int unwound = lasti;
    if (e.reraised) {
      e.reraised = false;
      PyFrame.Extras x = f.extrasOrNull();
      if (x != null && x.reraisedFrom >= 0) {
        // a handler saves the instruction that raised first, and that is what f_lineno of the finished frame shows
        unwound = x.reraisedFrom;
        x.reraisedFrom = -1;
      }
    } else if (lasti >= 0) {
      value.traceback = new PyTraceback((PyTraceback) value.traceback, f, lasti, -1);
    }
    int row = f.code.handlerRow(lasti);
    if (row >= 0) {
      int[] table = f.code.exceptionTable;
      int sp = f.code.nfast + table[row + 3];
      if (table[row + 4] != 0) {
        f.fast[sp++] = Py.box(unwound);
      }
      f.fast[sp++] = value;
      f.sp = sp;
      f.lasti = table[row + 2];
      f.code.handles(f.lasti);
      return true;
    }
    f.lasti = unwound;
    return false;
  }

  /** {@code __context__} of an exception that is raised while another is handled. */
  static void chain(ThreadState ts, PyBaseException value) {
    PyBaseException handled = ts.handled();
    if (handled == null || handled == value) {
      return;
    }
    // break the cycle that hanging `handled` below `value` would close
    PyBaseException o = handled;
    PyBaseException slow = handled;
    boolean step = false;
    for (PyBaseException c; (c = o.context) != null; ) {
      if (c == value) {
        o.context = null;
        break;
      }
      o = c;
      if (o == slow) {
        break;
      }
      if (step) {
        slow = slow.context;
      }
      step = !step;
    }
    value.context = handled;
  }

  /** RAISE_VARARGS. */
  static PyException raise(ThreadState ts, Object[] s, int sp, int n) {
    if (n == 0) {
      PyBaseException handled = ts.handled();
      if (handled == null) {
        return Errors.runtimeError("No active exception to reraise");
      }
      PyException e = new PyException(handled);
      e.chained = true;
      e.reraised = true;
      return e;
    }
    PyException e = Errors.from(s[sp - n]);
    if (n == 2) {
      Object cause = s[sp - 1];
      if (cause instanceof PyType t && t.isSubtype(Exceptions.BaseException)) {
        Object made = t.call0();
        if (!(made instanceof PyBaseException)) {
          return Errors.typeError("calling " + Py.javaRepr(t) + " should have returned an instance of BaseException, not "
              + Py.javaRepr(Py.typeOf(made)));
        }
        cause = made;
      }
      if (cause instanceof PyBaseException c) {
        e.value.cause = c;
      } else if (cause == Py.None) {
        e.value.cause = null;
      } else {
        return Errors.typeError("exception causes must derive from BaseException");
      }
      e.value.suppressContext = true;
    }
    return e;
  }

  /** RERAISE; with {@code arg} the instruction that raised first is on the stack. */
  static PyException reraise(PyFrame f, Object[] s, int sp, int arg) {
    PyException e = new PyException((PyBaseException) s[sp - 1]);
    e.chained = true;
    e.reraised = true;
    if (arg > 0) {
      int lasti = (int) (long) (Long) PyInt.value(s[sp - 1 - arg]);
      f.extras().reraisedFrom = lasti;
    }
    return e;
  }

  /** CHECK_EXC_MATCH. */
  static Boolean matches(Object exception, Object type) {
    checkCatchable(type, "catching classes that do not inherit from BaseException is not allowed");
    PyType t = Py.typeOf(exception);
    if (type instanceof PyTuple types) {
      for (Object each : types.array()) {
        if (t.isSubtype((PyType) each)) {
          return Boolean.TRUE;
        }
      }
      return Boolean.FALSE;
    }
    return t.isSubtype((PyType) type) ? Boolean.TRUE : Boolean.FALSE;
  }

  static void checkCatchable(Object type, String message) {
    if (type instanceof PyTuple types) {
      for (Object t : types.array()) {
        if (!isException(t)) {
          throw Errors.typeError(message);
        }
      }
    } else if (!isException(type)) {
      throw Errors.typeError(message);
    }
  }

  private static boolean isException(Object t) {
    return t instanceof PyType type && type.isSubtype(Exceptions.BaseException);
  }

  /** CLEANUP_THROW: the value of a StopIteration that came out of {@code throw()}; anything else goes on. */
  static Object cleanupThrow(Object exception) {
    PyBaseException e = (PyBaseException) exception;
    if (e.type().isSubtype(Exceptions.StopIteration)) {
      return Generators.stopValue(e);
    }
    PyException again = new PyException(e);
    again.chained = true;
    again.reraised = true;
    throw again;
  }

  /** END_ASYNC_FOR. */
  static void endAsyncFor(Object exception) {
    PyBaseException e = (PyBaseException) exception;
    if (!e.type().isSubtype(Exceptions.StopAsyncIteration)) {
      PyException again = new PyException(e);
      again.chained = true;
      again.reraised = true;
      throw again;
    }
  }
}
