package dev.tuff.stdlib.itertools;

import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.New;

/** {@code itertools._grouper}: one group of a {@code groupby}. */
final class PyGrouper extends PyIterator {
  static final PyType TYPE = PyType.builtin("itertools._grouper", PyType.OBJECT, PyType.FINAL, null, IteratorMethods.table(),
      new PyGrouperTable());

  private final PyGroupBy parent;
  final Object target;

  PyGrouper(PyGroupBy parent, Object target) {
    super(TYPE);
    this.parent = parent;
    this.target = target;
  }

  @New(value = "_grouper(parent, tgtkey, /)", textSignature = false)
  static Object __new__(PyType cls, PyGroupBy parent, Object target) {
    PyGrouper g = new PyGrouper(parent, target);
    parent.adopt(g);
    return g;
  }

  @Override
  public Object next() {
    return parent.nextOf(this);
  }
}
