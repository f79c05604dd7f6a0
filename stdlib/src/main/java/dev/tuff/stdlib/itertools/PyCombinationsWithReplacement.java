package dev.tuff.stdlib.itertools;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/** {@code itertools.combinations_with_replacement}. */
final class PyCombinationsWithReplacement extends PyIterator {
  static final PyType TYPE = PyType.builtin("itertools.combinations_with_replacement", PyType.OBJECT, 0,
      "Return successive r-length combinations of elements in the iterable allowing individual elements to have "
          + "successive repeats.",
      IteratorMethods.table(), new PyCombinationsWithReplacementTable());

  private final Object[] pool;
  private final int[] indices;
  private boolean started;
  private boolean over;

  private PyCombinationsWithReplacement(PyType type, Object[] pool, int r) {
    super(type);
    this.pool = pool;
    over = r > 0 && pool.length == 0;
    indices = over ? null : new int[r];
  }

  @New("combinations_with_replacement(iterable, r)")
  static Object __new__(PyType cls, Object iterable, long r) {
    Object[] pool = Iteration.toArray(iterable);
    if (r < 0) {
      throw Errors.valueError("r must be non-negative");
    }
    return new PyCombinationsWithReplacement(cls, pool, (int) Math.min(r, Integer.MAX_VALUE - 8));
  }

  @Override
  public Object next() {
    if (over) {
      return null;
    }
    int r = indices.length;
    if (!started) {
      started = true;
      return current();
    }
    int i = r - 1;
    while (i >= 0 && indices[i] == pool.length - 1) {
      i--;
    }
    if (i < 0) {
      over = true;
      return null;
    }
    int at = indices[i] + 1;
    for (; i < r; i++) {
      indices[i] = at;
    }
    return current();
  }

  private Object current() {
    Object[] out = new Object[indices.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = pool[indices[i]];
    }
    return PyTuple.of(out);
  }

  @Method(value = "__sizeof__(self, /)", doc = "Returns size in memory, in bytes.")
  static long __sizeof__(PyCombinationsWithReplacement self) {
    return 48 + (self.indices == null ? 0 : 8L * self.indices.length);
  }
}
