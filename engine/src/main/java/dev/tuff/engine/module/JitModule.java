package dev.tuff.engine.module;

import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.expose.Function;

/** {@code sys._jit}: what CPython says of its own JIT compiler, which this is not. */
final class JitModule {
  private JitModule() {}

  static PyModule create() {
    PyModule m = new PyModule("sys._jit");
    Exposed.define(m, "sys._jit", new JitModuleTable());
    return m;
  }

  @Function(value = "is_available()", doc = "Whether CPython's JIT compiler is there: no.")
  static boolean is_available() {
    return false;
  }

  @Function(value = "is_enabled()", doc = "Whether CPython's JIT compiler is on: no.")
  static boolean is_enabled() {
    return false;
  }

  @Function(value = "is_active()", doc = "Whether the caller runs in code of CPython's JIT compiler: no.")
  static boolean is_active() {
    return false;
  }
}
