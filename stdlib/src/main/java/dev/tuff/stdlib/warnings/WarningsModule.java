package dev.tuff.stdlib.warnings;

import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;

/**
 * {@code _warnings}: what the import system needs before {@code warnings} can be imported. It hands everything to {@code warnings}, which
 * runs in its pure-Python form: this module has none of the names that would replace its functions.
 */
public final class WarningsModule {
  private WarningsModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_warnings", new WarningsModuleTable());
  }

  private static Object call(Interpreter interpreter, String name, Object[] args, String[] kw) {
    return Call.call(Attributes.get(interpreter.importModule("warnings"), name), args, kw);
  }

  @Function(value = "warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=())",
      doc = "Issue a warning, or maybe ignore it or raise an exception.")
  static Object warn(Object message, Object category, Object stacklevel, Object source, Object prefixes, Interpreter interpreter) {
    return call(interpreter, "warn", new Object[] {message, category, stacklevel, source, prefixes}, new String[] {"skip_file_prefixes"});
  }

  @Function(value = "warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None)",
      doc = "Issue a warning with explicit place.")
  static Object warn_explicit(Object message, Object category, Object filename, Object lineno, Object module, Object registry,
      Object globals, Object source, Interpreter interpreter) {
    return call(interpreter, "warn_explicit", new Object[] {message, category, filename, lineno, module, registry, globals, source}, null);
  }
}
