package dev.tuff.stdlib.testing;

import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;

/** {@code _testinternalcapi}: what CPython's own tests ask of the interpreter's inside and Tuff's inside can answer. */
public final class TestInternalCapiModule {
  private TestInternalCapiModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_testinternalcapi", new TestInternalCapiModuleTable());
    // an instruction is specialised when it first runs
    m.set("SPECIALIZATION_THRESHOLD", dev.tuff.engine.core.Py.box(1));
    m.set("SPECIALIZATION_COOLDOWN", dev.tuff.engine.core.Py.box(1));
  }

  @Function(value = "has_inline_values(obj, /)", doc = "Whether the attributes lie in the object itself, not in a dict.")
  static boolean has_inline_values(Object obj) {
    return obj instanceof PyObject o && o.hasDict() && !o.shape.dictMode;
  }

  /** The configuration says what the interpreters share, which here is nothing in any case. */
  @Function(value = "run_in_subinterp_with_config(code, config, xi=False)", doc = "Runs a program in another interpreter.")
  static long run_in_subinterp_with_config(String code, Object config, boolean xi, ThreadState ts) {
    return SubInterpreter.run(ts.interpreter, code);
  }

  @Function(value = "get_recursion_depth()", doc = "How deep calls are nested.")
  static long get_recursion_depth(ThreadState ts) {
    return ts.depth;
  }

  @Function(value = "get_c_recursion_remaining()", doc = "How much deeper calls may nest.")
  static long get_c_recursion_remaining(ThreadState ts) {
    return Math.max(0, ts.interpreter.recursionLimit - ts.depth);
  }
}
