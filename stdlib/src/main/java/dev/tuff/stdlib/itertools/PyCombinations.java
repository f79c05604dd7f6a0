package dev.tuff.stdlib.itertools;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/** {@code itertools.combinations}. */
final class PyCombinations extends PyIterator {
  static final PyType TYPE = PyType.builtin("itertools.combinations", PyType.OBJECT, 0,
      "Return successive r-length combinations of elements in the iterable.", IteratorMethods.table(), new PyCombinationsTable());

  private final Object[] pool;
  private final int[] indices;
  private boolean started;
  private boolean over;

  private PyCombinations(PyType type, Object[] pool, int r) {
    super(type);
    this.pool = pool;
    over = r > pool.length;
    indices = over ? null : new int[r];
  }

  @New("combinations(iterable, r)")
  static Object __new__(PyType cls, Object iterable, long r) {
    Object[] pool = Iteration.toArray(iterable);
    if (r < 0) {
      throw Errors.valueError("r must be non-negative");
    }
    return new PyCombinations(cls, pool, (int) Math.min(r, Integer.MAX_VALUE - 8));
  }

  @Override
  public Object next() {
    if (over) {
      return null;
    }
    int r = indices.length;
    if (!started) {
      started = true;
      for (int i = 0; i < r; i++) {
        indices[i] = i;
      }
      return current();
    }
    int i = r - 1;
    while (i >= 0 && indices[i] == i + pool.length - r) {
      i--;
    }
    if (i < 0) {
      over = true;
      return null;
    }
    int at = indices[i];
    for (; i < r; i++) {
      indices[i] = ++at;
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
  static long __sizeof__(PyCombinations self) {
    return 48 + (self.indices == null ? 0 : 8L * self.indices.length);
  }
}
