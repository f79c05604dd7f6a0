package dev.tuff.jit.emit;

import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.interp.Assumption;

/** A function with the code and the defaults that it had when a unit was compiled, and no tool that looks on. */
record FunctionAsMade(PyFunction function, PyCode code, Object[] defaults) {
  /** That it still has them; null if not. */
  Assumption unchanged() {
    return function.unchanged(code, defaults);
  }
}
