package dev.tuff.engine.interp;

import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;

/** Calls of Python functions: binding arguments, running frames. */
public final class Calls {
  private Calls() {}

  public static Object run(ThreadState ts, PyFrame frame) {
    throw new UnsupportedOperationException();
  }

  public static Object generator(PyFrame frame) {
    throw new UnsupportedOperationException();
  }

  public static void bind(PyFunction f, PyCode code, Object[] fast, Object[] args, String[] kw) {
    throw new UnsupportedOperationException();
  }
}
