package dev.tuff.stdlib.itertools;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.New;

/** {@code itertools.zip_longest}. */
final class PyZipLongest extends PyIterator {
  static final PyType TYPE = PyType.builtin("itertools.zip_longest", PyType.OBJECT, 0,
      "Return a zip_longest object whose next value is a tuple of one item of each iterable.\n\nThe shorter "
          + "iterables are filled up with the fillvalue.",
      IteratorMethods.table(), new PyZipLongestTable());

  /** An exhausted one is null. */
  private final Object[] iterators;
  private int active;
  private final Object fill;

  private PyZipLongest(PyType type, Object[] iterators, Object fill) {
    super(type);
    this.iterators = iterators;
    active = iterators.length;
    this.fill = fill;
  }

  @New(value = "zip_longest(*iterables, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] iterables, PyDict kwargs) {
    Object fill = kwargs.getStr("fillvalue");
    if (kwargs.size() > (fill == null ? 0 : 1)) {
      throw Errors.typeError("zip_longest() got an unexpected keyword argument");
    }
    Object[] its = new Object[iterables.length];
    for (int i = 0; i < its.length; i++) {
      its[i] = Iteration.iter(iterables[i]);
    }
    return new PyZipLongest(cls, its, fill == null ? Py.None : fill);
  }

  @Override
  public Object next() {
    int n = iterators.length;
    if (n == 0 || active == 0) {
      return null;
    }
    Object[] out = new Object[n];
    for (int i = 0; i < n; i++) {
      Object it = iterators[i];
      Object v = null;
      if (it != null) {
        try {
          v = Iteration.next(it);
        } catch (PyException e) {
          active = 0;
          throw e;
        }
        if (v == null) {
          if (--active == 0) {
            return null;
          }
          iterators[i] = null;
        }
      }
      out[i] = v == null ? fill : v;
    }
    return PyTuple.of(out);
  }
}
