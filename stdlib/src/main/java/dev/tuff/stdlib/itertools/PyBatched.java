package dev.tuff.stdlib.itertools;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.New;
import java.util.Arrays;

/** {@code itertools.batched}. */
final class PyBatched extends PyIterator {
  static final PyType TYPE = PyType.builtin("itertools.batched", PyType.OBJECT, 0,
      "Batch data into tuples of length n. The last batch may be shorter than n, unless strict is true.",
      IteratorMethods.table(), new PyBatchedTable());

  private Object iterator;
  private final int size;
  private final boolean strict;

  private PyBatched(PyType type, Object iterator, int size, boolean strict) {
    super(type);
    this.iterator = iterator;
    this.size = size;
    this.strict = strict;
  }

  @New("batched(iterable, n, *, strict=False)")
  static Object __new__(PyType cls, Object iterable, long n, boolean strict) {
    if (n < 1) {
      throw Errors.valueError("n must be at least one");
    }
    return new PyBatched(cls, Iteration.iter(iterable), (int) Math.min(n, Integer.MAX_VALUE - 8), strict);
  }

  @Override
  public Object next() {
    Object it = iterator;
    if (it == null) {
      return null;
    }
    Object[] out = new Object[Math.min(size, 16)];
    int n = 0;
    for (Object v; n < size && (v = Iteration.next(it)) != null; ) {
      if (n == out.length) {
        out = Arrays.copyOf(out, Math.min(size, n * 2));
      }
      out[n++] = v;
    }
    if (n == size) {
      return PyTuple.of(out);
    }
    iterator = null;
    if (n == 0) {
      return null;
    }
    if (strict) {
      throw Errors.valueError("batched(): incomplete batch");
    }
    return PyTuple.of(Arrays.copyOf(out, n));
  }
}
