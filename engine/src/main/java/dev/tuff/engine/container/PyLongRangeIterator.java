package dev.tuff.engine.container;

import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.iter.BuiltinReference;
import dev.tuff.engine.number.PyInt;
import java.math.BigInteger;

/** {@code longrange_iterator}: the items of a range that may leave 64 bits. */
public final class PyLongRangeIterator extends PyIterator {
  public static final PyType TYPE = PyType.builtin("longrange_iterator", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null,
      IteratorMethods.table(), new PyLongRangeIteratorTable());

  private BigInteger value;
  private BigInteger remaining;
  private final BigInteger step;

  PyLongRangeIterator(BigInteger first, BigInteger step, BigInteger count) {
    super(TYPE);
    value = first;
    this.step = step;
    remaining = count;
  }

  @Override
  public Object next() {
    if (remaining.signum() <= 0) {
      return null;
    }
    remaining = remaining.subtract(BigInteger.ONE);
    BigInteger v = value;
    value = v.add(step);
    return Py.box(v);
  }

  @Method(value = "__length_hint__(self, /)", doc = "Private method returning an estimate of len(list(it)).")
  static Object __length_hint__(PyLongRangeIterator self) {
    return Py.box(self.remaining);
  }

  @Method(value = "__reduce__(self, /)", doc = "Return state information for pickling.")
  static Object __reduce__(PyLongRangeIterator self) {
    BigInteger end = self.value.add(self.remaining.multiply(self.step));
    PyRange rest = new PyRange(Py.box(self.value), Py.box(end), Py.box(self.step));
    return PyTuple.of(BuiltinReference.get("iter"), PyTuple.of(rest), Py.None);
  }

  @Method(value = "__setstate__(self, object, /)", doc = "Set state information for unpickling.")
  static void __setstate__(PyLongRangeIterator self, Object object) {
    BigInteger n = PyInt.big(PyInt.index(object)).max(BigInteger.ZERO).min(self.remaining);
    self.value = self.value.add(n.multiply(self.step));
    self.remaining = self.remaining.subtract(n);
  }
}
