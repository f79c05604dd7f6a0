package dev.tuff.stdlib.itertools;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.New;

/** {@code itertools.pairwise}. */
final class PyPairwise extends PyIterator {
  static final PyType TYPE = PyType.builtin("itertools.pairwise", PyType.OBJECT, 0,
      "Return an iterator of overlapping pairs taken from the input iterator.\n\n    s -> (s0,s1), (s1,s2), "
          + "(s2, s3), ...",
      IteratorMethods.table(), new PyPairwiseTable());

  private Object iterator;
  private Object before;

  private PyPairwise(PyType type, Object iterator) {
    super(type);
    this.iterator = iterator;
  }

  @New("pairwise(iterable, /)")
  static Object __new__(PyType cls, Object iterable) {
    return new PyPairwise(cls, Iteration.iter(iterable));
  }

  @Override
  public Object next() {
    Object it = iterator;
    if (it == null) {
      return null;
    }
    Object a = before;
    if (a == null) {
      a = Iteration.next(it);
      if (a == null) {
        iterator = null;
        return null;
      }
      before = a;
      if (iterator == null) {
        // used up from inside its own source
        before = null;
        return null;
      }
    }
    Object b = Iteration.next(it);
    if (b == null) {
      iterator = null;
      before = null;
      return null;
    }
    before = b;
    return PyTuple.of(a, b);
  }
}
