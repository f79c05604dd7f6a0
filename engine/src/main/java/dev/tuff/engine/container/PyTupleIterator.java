package dev.tuff.engine.container;

import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.iter.BuiltinReference;

/** {@code tuple_iterator}. */
public final class PyTupleIterator extends PyIterator {
  public static final PyType TYPE = PyType.builtin("tuple_iterator", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null,
      IteratorMethods.table(), new PyTupleIteratorTable());
  private static final Shape SHAPE = TYPE.rootShape;

  private PyTuple tuple;
  private int index;

  public PyTupleIterator(PyTuple tuple) {
    super(SHAPE);
    this.tuple = tuple;
  }

  @Override
  public Object next() {
    PyTuple t = tuple;
    if (t == null) {
      return null;
    }
    int i = index;
    if (i >= t.size()) {
      tuple = null;
      return null;
    }
    index = i + 1;
    return t.get(i);
  }

  @Override
  public Object quickNext() {
    return next();
  }

  @Method(value = "__length_hint__(self, /)", doc = "Private method returning an estimate of len(list(it)).")
  static long __length_hint__(PyTupleIterator self) {
    return self.tuple == null ? 0 : self.tuple.size() - self.index;
  }

  @Method(value = "__reduce__(self, /)", doc = "Return state information for pickling.")
  static Object __reduce__(PyTupleIterator self) {
    Object iter = BuiltinReference.get("iter");
    return self.tuple == null ? Py.tuple(iter, Py.tuple(PyTuple.EMPTY)) : Py.tuple(iter, Py.tuple(self.tuple), Py.box(self.index));
  }

  @Method(value = "__setstate__(self, state, /)", doc = "Set state information for unpickling.")
  static void __setstate__(PyTupleIterator self, Object state) {
    long i = Convert.toLong(state);
    if (self.tuple != null) {
      self.index = (int) Math.min(Math.max(i, 0), self.tuple.size());
    }
  }
}
