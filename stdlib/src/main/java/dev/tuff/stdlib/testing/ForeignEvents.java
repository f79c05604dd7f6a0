package dev.tuff.stdlib.testing;

import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.interp.Events;
import dev.tuff.engine.interp.Monitoring;
import dev.tuff.engine.number.PyInt;

/** The functions of {@code _testcapi} by which {@link CodeLike} objects tell monitoring tools of events. */
public final class ForeignEvents {
  private ForeignEvents() {}

  @Function("monitoring_enter_scope(codelike, *events)")
  static void monitoring_enter_scope(Object codelike, Object[] events, Interpreter interpreter) {
    CodeLike code = codeLike(codelike);
    if (events.length > code.tools.length) {
      throw Errors.valueError("too many events");
    }
    for (int i = 0; i < events.length; i++) {
      code.tools[i] = Monitoring.of(interpreter).toolsFor(((Number) PyInt.index(events[i])).intValue());
    }
  }

  /** Ends nothing: the next scope looks at the tools anew. */
  @Function("monitoring_exit_scope()")
  static void monitoring_exit_scope() {}

  private static CodeLike codeLike(Object o) {
    if (o instanceof CodeLike c) {
      return c;
    }
    throw Errors.typeError("expected a code-like, got " + Py.typeOf(o).name());
  }

  private static void fire(ThreadState ts, Object codelike, int offset, int event, Object... args) {
    CodeLike code = codeLike(codelike);
    if (offset < 0 || offset >= code.tools.length) {
      throw Errors.valueError("no event at offset " + offset);
    }
    Object[] all = new Object[args.length + 2];
    all[0] = code;
    all[1] = Py.box(offset);
    System.arraycopy(args, 0, all, 2, args.length);
    code.tools[offset] = Monitoring.of(ts.interpreter).fireForeign(ts, code.tools[offset], event, all);
  }

  private static void fireException(ThreadState ts, Object codelike, int offset, int event, Object exception) {
    if (exception == Py.None && codeLike(codelike).tools[offset] != 0) {
      throw Errors.valueError("Firing event " + event + " with no exception set");
    }
    fire(ts, codelike, offset, event, exception);
  }

  @Function("fire_event_stop_iteration(codelike, offset, value, /)")
  static void fire_event_stop_iteration(ThreadState ts, Object code, int offset, Object value) {
    PyType stop = Exceptions.StopIteration;
    fire(ts, code, offset, Events.STOP_ITERATION, Py.isInstance(value, stop) ? value : Call.call(stop, value));
  }

  @Function("fire_event_py_start(codelike, offset, /)")
  static void fire_event_py_start(ThreadState ts, Object code, int offset) {
    fire(ts, code, offset, Events.PY_START);
  }

  @Function("fire_event_py_resume(codelike, offset, /)")
  static void fire_event_py_resume(ThreadState ts, Object code, int offset) {
    fire(ts, code, offset, Events.PY_RESUME);
  }

  @Function("fire_event_py_return(codelike, offset, retval, /)")
  static void fire_event_py_return(ThreadState ts, Object code, int offset, Object value) {
    fire(ts, code, offset, Events.PY_RETURN, value);
  }

  @Function("fire_event_py_yield(codelike, offset, retval, /)")
  static void fire_event_py_yield(ThreadState ts, Object code, int offset, Object value) {
    fire(ts, code, offset, Events.PY_YIELD, value);
  }

  @Function("fire_event_call(codelike, offset, callable, arg0, /)")
  static void fire_event_call(ThreadState ts, Object code, int offset, Object callable, Object first) {
    fire(ts, code, offset, Events.CALL, callable, first);
  }

  @Function("fire_event_line(codelike, offset, lineno, /)")
  static void fire_event_line(ThreadState ts, Object code, int offset, Object line) {
    fire(ts, code, offset, Events.LINE, line);
  }

  @Function("fire_event_jump(codelike, offset, target_offset, /)")
  static void fire_event_jump(ThreadState ts, Object code, int offset, Object target) {
    fire(ts, code, offset, Events.JUMP, target);
  }

  @Function("fire_event_branch_left(codelike, offset, target_offset, /)")
  static void fire_event_branch_left(ThreadState ts, Object code, int offset, Object target) {
    fire(ts, code, offset, Events.BRANCH_LEFT, target);
  }

  @Function("fire_event_branch_right(codelike, offset, target_offset, /)")
  static void fire_event_branch_right(ThreadState ts, Object code, int offset, Object target) {
    fire(ts, code, offset, Events.BRANCH_RIGHT, target);
  }

  @Function("fire_event_py_throw(codelike, offset, exception, /)")
  static void fire_event_py_throw(ThreadState ts, Object code, int offset, Object exception) {
    fireException(ts, code, offset, Events.PY_THROW, exception);
  }

  @Function("fire_event_raise(codelike, offset, exception, /)")
  static void fire_event_raise(ThreadState ts, Object code, int offset, Object exception) {
    fireException(ts, code, offset, Events.RAISE, exception);
  }

  @Function("fire_event_c_raise(codelike, offset, callable, arg0, /)")
  static void fire_event_c_raise(ThreadState ts, Object code, int offset, Object callable, Object first) {
    fire(ts, code, offset, Events.C_RAISE, callable, first);
  }

  @Function("fire_event_c_return(codelike, offset, callable, arg0, /)")
  static void fire_event_c_return(ThreadState ts, Object code, int offset, Object callable, Object first) {
    fire(ts, code, offset, Events.C_RETURN, callable, first);
  }

  @Function("fire_event_reraise(codelike, offset, exception, /)")
  static void fire_event_reraise(ThreadState ts, Object code, int offset, Object exception) {
    fireException(ts, code, offset, Events.RERAISE, exception);
  }

  @Function("fire_event_exception_handled(codelike, offset, exception, /)")
  static void fire_event_exception_handled(ThreadState ts, Object code, int offset, Object exception) {
    fireException(ts, code, offset, Events.EXCEPTION_HANDLED, exception);
  }

  @Function("fire_event_py_unwind(codelike, offset, exception, /)")
  static void fire_event_py_unwind(ThreadState ts, Object code, int offset, Object exception) {
    fireException(ts, code, offset, Events.PY_UNWIND, exception);
  }
}
