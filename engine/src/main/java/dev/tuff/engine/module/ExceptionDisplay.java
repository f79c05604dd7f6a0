package dev.tuff.engine.module;

import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.exception.PyBaseException;
import dev.tuff.engine.exception.PyTraceback;

/** Printing exceptions: by the {@code traceback} module, or plainly where that cannot be had. */
public final class ExceptionDisplay {
  private ExceptionDisplay() {}

  /** {@code sys.__excepthook__}. */
  static void print(Interpreter interpreter, Object value, Object traceback) {
    Object err = interpreter.sys.dict().getStr("stderr");
    if (err == null || err == Py.None) {
      return;
    }
    if (!(value instanceof PyBaseException e)) {
      throw Errors.typeError("print_exception(): Exception expected for value, " + Py.typeOf(value).name() + " found");
    }
    if (traceback instanceof PyTraceback tb && e.traceback == null) {
      e.traceback = tb;
    }
    try {
      Object module = interpreter.importModule("traceback");
      Object print = Attributes.find(module, "_print_exception_bltin");
      if (print != null) {
        Call.call(print, e);
      } else {
        Call.attribute(module, "print_exception", e);
      }
    } catch (PyException failed) {
      Call.attribute(err, "write", Py.str(plain(e) + plain(failed.value)));
    }
    Call.attribute(err, "flush");
  }

  /** The exception and its traceback without source lines: what needs no library. */
  public static String plain(PyBaseException e) {
    StringBuilder b = new StringBuilder();
    if (e.context != null && !e.suppressContext) {
      b.append(plain(e.context)).append("\nDuring handling of the above exception, another exception occurred:\n\n");
    }
    if (e.traceback != null) {
      b.append("Traceback (most recent call last):\n");
      for (PyTraceback t = (PyTraceback) e.traceback; t != null; t = t.next) {
        var code = t.frame.code.code;
        b.append("  File \"").append(code.filename).append("\", line ").append(code.line(Math.max(0, t.lasti()))).append(", in ")
            .append(code.name).append('\n');
      }
    }
    String text;
    try {
      text = Py.javaString(e);
    } catch (PyException failed) {
      text = "<exception str() failed>";
    }
    return b.append(e.type().name()).append(text.isEmpty() ? "" : ": " + text).append('\n').toString();
  }

  /** {@code sys.__unraisablehook__}. */
  static void printUnraisable(Interpreter interpreter, Object u) {
    Object err = interpreter.sys.dict().getStr("stderr");
    if (err == null || err == Py.None) {
      return;
    }
    Object message = Attributes.get(u, "err_msg");
    Object object = Attributes.get(u, "object");
    String head = message == Py.None ? "Exception ignored in" : Py.javaString(message);
    String text = head + (object == Py.None ? ":\n" : ": " + Py.javaRepr(object) + "\n");
    Call.attribute(err, "write", Py.str(text));
    print(interpreter, Attributes.get(u, "exc_value"), Attributes.get(u, "exc_traceback"));
  }

  /** Hands an exception that nothing can catch to {@code sys.unraisablehook}. */
  public static void unraisable(String message, PyException e, Object object) {
    Interpreter interpreter = Interpreter.current();
    Object args = Call.call(PySimpleNamespace.TYPE);
    Attributes.set(args, "exc_type", e.value.type());
    Attributes.set(args, "exc_value", e.value);
    Attributes.set(args, "exc_traceback", e.value.traceback == null ? Py.None : e.value.traceback);
    Attributes.set(args, "err_msg", message == null ? Py.None : Py.str(message));
    Attributes.set(args, "object", object == null ? Py.None : object);
    Object hook = interpreter.sys.dict().getStr("unraisablehook");
    try {
      Call.call(hook, args);
    } catch (PyException failed) {
      printUnraisable(interpreter, args);
    }
  }
}
