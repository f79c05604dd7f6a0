package dev.tuff.engine.container;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.iter.BuiltinReference;

/** {@code set_iterator}. A set that changes its size under one makes it raise for good. */
public final class PySetIterator extends PyIterator {
  public static final PyType TYPE = PyType.builtin("set_iterator", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null,
      IteratorMethods.table(), new PySetIteratorTable());
  private static final Shape SHAPE = TYPE.rootShape;

  private PySetBase set;
  private int position;
  private int expected;
  private int left;

  public PySetIterator(PySetBase set) {
    super(SHAPE);
    this.set = set;
    expected = left = set.size();
  }

  @Override
  public Object next() {
    PySetBase s = set;
    if (s == null) {
      return null;
    }
    if (s.size() != expected) {
      expected = -1;
      throw Errors.runtimeError("Set changed size during iteration");
    }
    while (true) {
      int i = s.nextSlot(position);
      if (i < 0) {
        set = null;
        return null;
      }
      position = i + 1;
      Object k = s.at(i);
      if (k != null) {
        left--;
        return k;
      }
    }
  }

  @Override
  public Object quickNext() {
    PySetBase s = set;
    return s != null && s.size() != expected ? ASK : next();
  }

  @Method(value = "__length_hint__(self, /)", doc = "Private method returning an estimate of len(list(it)).")
  static long __length_hint__(PySetIterator self) {
    return self.set != null && self.expected == self.set.size() ? self.left : 0;
  }

  @Method(value = "__reduce__(self, /)", doc = "Return state information for pickling.")
  static Object __reduce__(PySetIterator self) {
    PyList rest = new PyList();
    if (self.set != null) {
      PySetIterator copy = new PySetIterator(self.set);
      copy.position = self.position;
      copy.expected = self.expected;
      for (Object v; (v = copy.next()) != null; ) {
        rest.add(v);
      }
    }
    return Py.tuple(BuiltinReference.get("iter"), Py.tuple(rest));
  }
}
