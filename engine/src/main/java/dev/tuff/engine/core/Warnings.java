package dev.tuff.engine.core;

import dev.tuff.engine.exception.Exceptions;

/** Warnings that Java code issues: through {@code warnings.warn}, so that filters and {@code catch_warnings} see them. */
public final class Warnings {
  private Warnings() {}

  public static void deprecation(String message) {
    warn(Exceptions.DeprecationWarning, message, 1);
  }

  /** Warns as Python code {@code level} frames up would; raises what a filter turns into an error. */
  public static void warn(PyType category, String message, int level) {
    Interpreter interpreter = Interpreter.current();
    if (interpreter.builtins == null) {
      // no import yet: nothing could have asked for warnings
      return;
    }
    Object warnings = interpreter.importModule("warnings");
    Call.call(Attributes.get(warnings, "warn"), Py.str(message), category, Py.box(level));
  }
}
