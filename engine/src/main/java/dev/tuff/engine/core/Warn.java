package dev.tuff.engine.core;

import dev.tuff.engine.exception.Exceptions;

/** Warnings raised by Java code, as {@code warnings.warn} gives them. */
public final class Warn {
  private Warn() {}

  /** {@code warnings.warn(message, category, stacklevel)}; may raise the warning as an exception. */
  public static void warn(PyType category, String message, int stacklevel) {
    Object module = Interpreter.current().importModule("_warnings");
    Call.call(Attributes.get(module, "warn"), Py.str(message), category, Py.box(stacklevel));
  }

  public static void deprecated(String message) {
    warn(Exceptions.DeprecationWarning, message, 1);
  }
}
