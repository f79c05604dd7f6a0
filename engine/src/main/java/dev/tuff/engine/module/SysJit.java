package dev.tuff.engine.module;

import dev.tuff.engine.expose.Function;

/** {@code sys._jit}: questions about CPython's JIT, which is not there. */
final class SysJit {
  private SysJit() {}

  static PyModule create() {
    PyModule m = new PyModule("sys._jit");
    dev.tuff.engine.core.Exposed.define(m, "sys._jit", new SysJitTable());
    return m;
  }

  @Function(value = "is_available()", doc = "False.")
  static boolean is_available() {
    return false;
  }

  @Function(value = "is_enabled()", doc = "False.")
  static boolean is_enabled() {
    return false;
  }

  @Function(value = "is_active()", doc = "False.")
  static boolean is_active() {
    return false;
  }
}
