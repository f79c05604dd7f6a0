package dev.tuff.engine.container;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.iter.BuiltinReference;

/** {@code list_iterator} and {@code list_reverseiterator}: they see changes of the list, and once at its end stay there. */
public final class PyListIterator extends PyIterator {
  public static final PyType TYPE = PyType.builtin("list_iterator", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null,
      IteratorMethods.table(), new PyListIteratorTable());
  private static final Shape SHAPE = TYPE.rootShape;
  static final PyType REVERSE = PyType.builtin("list_reverseiterator", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null,
      IteratorMethods.table(), new PyListIteratorTable());

  private PyList list;
  private int index;
  private final int step;

  public PyListIterator(PyList list) {
    super(SHAPE);
    this.list = list;
    step = 1;
  }

  private PyListIterator(PyList list, int index) {
    super(REVERSE);
    this.list = list;
    this.index = index;
    step = -1;
  }

  static PyListIterator reverse(PyList list) {
    return new PyListIterator(list, list.size - 1);
  }

  @Override
  public Object next() {
    PyList l = list;
    if (l == null) {
      return null;
    }
    int i = index;
    Object v = i < 0 ? null : l.getOrNull(i);
    if (v == null) {
      list = null;
      return null;
    }
    index = i + step;
    return v;
  }

  /** Whether there is a next item; if not, there never will be. */
  public boolean hasNext() {
    PyList l = list;
    int i = index;
    if (l != null && i >= 0 && i < l.size) {
      return true;
    }
    list = null;
    return false;
  }

  /** The next item if it is a float, else NaN, and it stays the next one. */
  public double nextFloat() {
    PyList l = list;
    int i = index;
    double v = l == null ? Double.NaN : l.floatOrNan(i);
    if (v == v) {
      index = i + step;
    }
    return v;
  }

  /** The next item if it is an int, else the least long, and it stays the next one. */
  public long nextLong() {
    PyList l = list;
    int i = index;
    long v = l == null ? Long.MIN_VALUE : l.longOrLeast(i);
    if (v != Long.MIN_VALUE) {
      index = i + step;
    }
    return v;
  }

  @Override
  public Object quickNext() {
    return next();
  }

  @Method(value = "__length_hint__(self, /)", doc = "Private method returning an estimate of len(list(it)).")
  static long __length_hint__(PyListIterator self) {
    if (self.list == null) {
      return 0;
    }
    if (self.step < 0) {
      return self.index + 1 > self.list.size ? 0 : self.index + 1;
    }
    return Math.max(0, self.list.size - self.index);
  }

  @Method(value = "__reduce__(self, /)", doc = "Return state information for pickling.")
  static Object __reduce__(PyListIterator self) {
    Object f = BuiltinReference.get(self.step > 0 ? "iter" : "reversed");
    if (self.list == null) {
      return Py.tuple(f, Py.tuple(new PyList()));
    }
    return Py.tuple(f, Py.tuple(self.list), Py.box(self.index));
  }

  @Method(value = "__setstate__(self, state, /)", doc = "Set state information for unpickling.")
  static void __setstate__(PyListIterator self, Object state) {
    if (!dev.tuff.engine.number.PyInt.isInt(state)) {
      throw Errors.typeError("an integer is required");
    }
    long i = dev.tuff.engine.core.Convert.toLong(state);
    if (self.list != null) {
      int size = self.list.size;
      self.index = (int) (self.step > 0 ? Math.min(Math.max(i, 0), size) : Math.min(Math.max(i, -1), size - 1));
    }
  }
}
