package dev.tuff.engine.container;

import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.iter.BuiltinReference;

/** {@code range_iterator}: the items of a range that fits 64 bits. {@code FOR_ITER} reads the fields itself. */
public final class PyRangeIterator extends PyIterator {
  public static final PyType TYPE = PyType.builtin("range_iterator", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null,
      IteratorMethods.table(), new PyRangeIteratorTable());
  private static final Shape SHAPE = TYPE.rootShape;

  /** The next item, if {@link #remaining} is not 0. */
  public long value;
  public long remaining;
  public final long step;

  public PyRangeIterator(long first, long step, long count) {
    super(SHAPE);
    value = first;
    this.step = step;
    remaining = count;
  }

  @Override
  public Object next() {
    if (remaining <= 0) {
      return null;
    }
    remaining--;
    long v = value;
    value = v + step;
    return Py.box(v);
  }

  @Override
  public Object quickNext() {
    return next();
  }

  @Method(value = "__length_hint__(self, /)", doc = "Private method returning an estimate of len(list(it)).")
  static long __length_hint__(PyRangeIterator self) {
    return self.remaining;
  }

  @Method(value = "__reduce__(self, /)", doc = "Return state information for pickling.")
  static Object __reduce__(PyRangeIterator self) {
    PyRange rest = new PyRange(self.value, self.value + self.remaining * self.step, self.step);
    return PyTuple.of(BuiltinReference.get("iter"), PyTuple.of(rest), Py.None);
  }

  @Method(value = "__setstate__(self, object, /)", doc = "Set state information for unpickling.")
  static void __setstate__(PyRangeIterator self, Object object) {
    long n = Math.clamp(Convert.toLong(object), 0, self.remaining);
    self.value += n * self.step;
    self.remaining -= n;
  }
}
