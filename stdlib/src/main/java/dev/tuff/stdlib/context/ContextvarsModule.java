package dev.tuff.stdlib.context;

import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;

/** The module {@code _contextvars}. */
public final class ContextvarsModule {
  private ContextvarsModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_contextvars", new ContextvarsModuleTable());
    m.set("Context", PyContext.TYPE);
    m.set("ContextVar", PyContextVar.TYPE);
    m.set("Token", PyToken.TYPE);
    PyToken.TYPE.dictOfType().putStr("MISSING", PyToken.MISSING);
  }

  @Function(value = "copy_context()", doc = "A copy of the current context.")
  static Object copy_context(ThreadState ts) {
    return PyContext.current(ts).copyOf();
  }
}
