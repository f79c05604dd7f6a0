package dev.tuff.stdlib.itertools;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;

/** {@code itertools}. */
public final class ItertoolsModule {
  private ItertoolsModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "itertools", new ItertoolsModuleTable());
    PyType[] types = {
      PyAccumulate.TYPE,
      PyBatched.TYPE,
      PyChain.TYPE,
      PyCombinations.TYPE,
      PyCombinationsWithReplacement.TYPE,
      PyCompress.TYPE,
      PyCount.TYPE,
      PyCycle.TYPE,
      PyDropWhile.TYPE,
      PyFilterFalse.TYPE,
      PyGroupBy.TYPE,
      PyGrouper.TYPE,
      PyIslice.TYPE,
      PyPairwise.TYPE,
      PyPermutations.TYPE,
      PyProduct.TYPE,
      PyRepeat.TYPE,
      PyStarmap.TYPE,
      PyTakeWhile.TYPE,
      PyTee.TYPE,
      PyZipLongest.TYPE,
    };
    for (PyType t : types) {
      m.set(t.name(), t);
    }
  }

  @Function(value = "tee(iterable, n=2, /)", doc = "Returns a tuple of n independent iterators.")
  static Object tee(Object iterable, long n) {
    if (n < 0) {
      throw Errors.valueError("n must be >= 0");
    }
    if (n == 0) {
      return PyTuple.EMPTY;
    }
    Object[] out = new Object[(int) n];
    out[0] = PyTee.of(PyTee.TYPE, iterable);
    for (int i = 1; i < out.length; i++) {
      out[i] = PyTee.__copy__((PyTee) out[0]);
    }
    return PyTuple.of(out);
  }
}
