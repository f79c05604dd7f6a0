package dev.tuff.stdlib.itertools;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.number.PyInt;

/** {@code itertools.permutations}. */
final class PyPermutations extends PyIterator {
  static final PyType TYPE = PyType.builtin("itertools.permutations", PyType.OBJECT, 0,
      "Return successive r-length permutations of elements in the iterable.", IteratorMethods.table(), new PyPermutationsTable());

  private final Object[] pool;
  private final int r;
  private int[] indices;

  /** How many more items each position has before those behind it are back in order. */
  private int[] cycles;
  private boolean over;

  private PyPermutations(PyType type, Object[] pool, int r) {
    super(type);
    this.pool = pool;
    this.r = r;
    over = r > pool.length;
  }

  @New("permutations(iterable, r=None)")
  static Object __new__(PyType cls, Object iterable, Object r) {
    Object[] pool = Iteration.toArray(iterable);
    long n = pool.length;
    if (r != Py.None) {
      if (!PyInt.isInt(r)) {
        throw Errors.typeError("Expected int as r");
      }
      n = Convert.toLong(r);
      if (n < 0) {
        throw Errors.valueError("r must be non-negative");
      }
    }
    return new PyPermutations(cls, pool, (int) Math.min(n, Integer.MAX_VALUE - 8));
  }

  @Override
  public Object next() {
    if (over) {
      return null;
    }
    int n = pool.length;
    if (indices == null) {
      indices = new int[n];
      for (int i = 0; i < n; i++) {
        indices[i] = i;
      }
      cycles = new int[r];
      for (int i = 0; i < r; i++) {
        cycles[i] = n - i;
      }
      return current();
    }
    for (int i = r - 1; i >= 0; i--) {
      if (--cycles[i] == 0) {
        int first = indices[i];
        System.arraycopy(indices, i + 1, indices, i, n - 1 - i);
        indices[n - 1] = first;
        cycles[i] = n - i;
      } else {
        int j = n - cycles[i];
        int t = indices[i];
        indices[i] = indices[j];
        indices[j] = t;
        return current();
      }
    }
    over = true;
    return null;
  }

  private Object current() {
    Object[] out = new Object[r];
    for (int i = 0; i < r; i++) {
      out[i] = pool[indices[i]];
    }
    return PyTuple.of(out);
  }

  @Method(value = "__sizeof__(self, /)", doc = "Returns size in memory, in bytes.")
  static long __sizeof__(PyPermutations self) {
    return 48 + 8L * (self.pool.length + self.r);
  }
}
