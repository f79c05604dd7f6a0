package dev.tuff.engine.core;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.exception.PyBaseException;
import dev.tuff.engine.module.PySimpleNamespace;

/** Exceptions that nobody can catch (in finalizers, callbacks of weak references and the like): they go to {@code sys.unraisablehook}. */
public final class Unraisable {
  private Unraisable() {}

  /** Reports {@code e}; {@code message} says what was being done, such as "Exception ignored in ...". */
  public static void report(PyBaseException e, String message) {
    report(e, message, Py.None);
  }

  public static void report(PyBaseException e, String message, Object object) {
    PyDict d = new PyDict();
    d.putStr("exc_type", e.type());
    d.putStr("exc_value", e);
    d.putStr("exc_traceback", e.traceback == null ? Py.None : e.traceback);
    d.putStr("err_msg", message == null ? Py.None : Py.str(message));
    d.putStr("object", object);
    var sys = Interpreter.current().sys;
    Object hook = sys == null ? null : sys.dictGet("unraisablehook");
    if (hook != null && hook != Py.None) {
      try {
        Call.call(hook, PySimpleNamespace.of(d));
      } catch (PyException inner) {
        Object original = sys.dictGet("__unraisablehook__");
        if (original != null && original != hook && inner.value != e) {
          d.putStr("exc_type", inner.value.type());
          d.putStr("exc_value", inner.value);
          d.putStr("err_msg", "Exception ignored in sys.unraisablehook");
          d.putStr("object", hook);
          Call.call(original, PySimpleNamespace.of(d));
        }
      }
    }
  }
}
