package dev.tuff.stdlib.itertools;

import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.New;

/** {@code itertools.compress}. */
final class PyCompress extends PyIterator {
  static final PyType TYPE = PyType.builtin("itertools.compress", PyType.OBJECT, 0,
      "Return data elements corresponding to true selector elements.", IteratorMethods.table(), new PyCompressTable());

  private final Object data;
  private final Object selectors;

  private PyCompress(PyType type, Object data, Object selectors) {
    super(type);
    this.data = data;
    this.selectors = selectors;
  }

  @New("compress(data, selectors)")
  static Object __new__(PyType cls, Object data, Object selectors) {
    return new PyCompress(cls, Iteration.iter(data), Iteration.iter(selectors));
  }

  @Override
  public Object next() {
    while (true) {
      Object v = Iteration.next(data);
      Object s = v == null ? null : Iteration.next(selectors);
      if (s == null) {
        return null;
      }
      if (Py.truth(s)) {
        return v;
      }
    }
  }
}
