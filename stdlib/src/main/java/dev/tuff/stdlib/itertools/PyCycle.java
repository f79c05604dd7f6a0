package dev.tuff.stdlib.itertools;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.New;

/** {@code itertools.cycle}. */
final class PyCycle extends PyIterator {
  static final PyType TYPE = PyType.builtin("itertools.cycle", PyType.OBJECT, 0,
      "Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.",
      IteratorMethods.table(), new PyCycleTable());

  private Object iterator;
  private final PyList saved = new PyList();
  private int index;

  private PyCycle(PyType type, Object iterator) {
    super(type);
    this.iterator = iterator;
  }

  @New(value = "cycle(iterable, /)")
  static Object __new__(PyType cls, Object iterable) {
    return new PyCycle(cls, Iteration.iter(iterable));
  }

  @Override
  public Object next() {
    if (iterator != null) {
      Object v = Iteration.next(iterator);
      if (v != null) {
        saved.add(v);
        return v;
      }
      iterator = null;
    }
    int n = saved.size();
    if (n == 0) {
      return null;
    }
    int i = index;
    index = i + 1 == n ? 0 : i + 1;
    return saved.get(i);
  }
}
