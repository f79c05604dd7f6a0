package dev.tuff.engine.container;

import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.number.PyInt;
import java.math.BigInteger;

/** Search, comparison, hash and text of ranges. Two are equal if they are equal as sequences. */
final class RangeMethods {
  private RangeMethods() {}

  /** Whether values of this type can be found by arithmetic. */
  private static boolean isExactInt(Object o) {
    return o instanceof Long || o instanceof BigInteger || o instanceof Boolean;
  }

  /** The index of an int, or null if it is not in the range. */
  private static Object indexOf(PyRange self, Object value) {
    Object v = PyInt.value(value);
    if (self.small) {
      if (!(v instanceof Long l) || l == Long.MIN_VALUE || Math.abs(l) > Long.MAX_VALUE >> 1) {
        return null;
      }
      long d = l - self.first;
      if (d % self.by != 0) {
        return null;
      }
      long i = d / self.by;
      return i >= 0 && i < self.count ? Py.box(i) : null;
    }
    BigInteger[] qr = PyInt.big(v).subtract(PyInt.big(self.start)).divideAndRemainder(PyInt.big(self.step));
    boolean inside = qr[1].signum() == 0 && qr[0].signum() >= 0 && qr[0].compareTo(PyInt.big(self.length)) < 0;
    return inside ? Py.box(qr[0]) : null;
  }

  @Method(value = "__contains__(self, key, /)", doc = "Return bool(key in self).")
  static boolean __contains__(PyRange self, Object key) {
    if (isExactInt(key)) {
      return indexOf(self, key) != null;
    }
    PyIterator it = PyRange.__iter__(self);
    for (Object v; (v = it.next()) != null; ) {
      if (Py.eq(v, key)) {
        return true;
      }
    }
    return false;
  }

  @Method(value = "count(self, object, /)", doc = "rangeobject.count(value) -> integer -- return number of occurrences of value")
  static Object count(PyRange self, Object object) {
    if (isExactInt(object)) {
      return Py.box(indexOf(self, object) != null ? 1 : 0);
    }
    long n = 0;
    PyIterator it = PyRange.__iter__(self);
    for (Object v; (v = it.next()) != null; ) {
      if (Py.eq(v, object)) {
        n++;
      }
    }
    return Py.box(n);
  }

  @Method(value = "index(self, object, /)", doc = "rangeobject.index(value) -> integer -- return index of value.\n"
      + "Raise ValueError if the value is not present.")
  static Object index(PyRange self, Object object) {
    if (isExactInt(object)) {
      Object i = indexOf(self, object);
      if (i != null) {
        return i;
      }
      throw Errors.valueError("range.index(x): x not in range");
    }
    long n = 0;
    Object it = PyRange.__iter__(self);
    for (Object v; (v = Iteration.next(it)) != null; n++) {
      if (Py.eq(v, object)) {
        return Py.box(n);
      }
    }
    throw Errors.valueError("sequence.index(x): x not in sequence");
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static String __repr__(PyRange self) {
    String text = "range(" + PyInt.decimal(self.start) + ", " + PyInt.decimal(self.stop);
    return self.step.equals(1L) ? text + ")" : text + ", " + PyInt.decimal(self.step) + ")";
  }

  @Method(value = "__hash__(self, /)", doc = "Return hash(self).")
  static long __hash__(PyRange self) {
    // of the tuple (length, first item, step), without what an empty range or one of a single item does not have
    Object start = PyInt.sign(self.length) == 0 ? Py.None : self.start;
    Object step = PyInt.sign(self.length) == 0 || self.length.equals(1L) ? Py.None : self.step;
    return Py.hash(PyTuple.of(self.length, start, step));
  }

  @Method(value = "__reduce__(self, /)")
  static Object __reduce__(PyRange self) {
    return PyTuple.of(PyRange.TYPE, PyTuple.of(self.start, self.stop, self.step));
  }

  private static boolean same(PyRange a, PyRange b) {
    if (a == b) {
      return true;
    }
    if (!a.length.equals(b.length)) {
      return false;
    }
    if (PyInt.sign(a.length) == 0) {
      return true;
    }
    return a.start.equals(b.start) && (a.length.equals(1L) || a.step.equals(b.step));
  }

  private static Object compare(int op, PyRange self, Object value) {
    if (!(value instanceof PyRange r) || op != Comparison.EQ && op != Comparison.NE) {
      return Py.NotImplemented;
    }
    return same(self, r) == (op == Comparison.EQ);
  }

  @Method(value = "__eq__(self, value, /)", doc = "Return self==value.")
  static Object __eq__(PyRange self, Object value) {
    return compare(Comparison.EQ, self, value);
  }

  @Method(value = "__ne__(self, value, /)", doc = "Return self!=value.")
  static Object __ne__(PyRange self, Object value) {
    return compare(Comparison.NE, self, value);
  }

  @Method(value = "__lt__(self, value, /)", doc = "Return self<value.")
  static Object __lt__(PyRange self, Object value) {
    return Py.NotImplemented;
  }

  @Method(value = "__le__(self, value, /)", doc = "Return self<=value.")
  static Object __le__(PyRange self, Object value) {
    return Py.NotImplemented;
  }

  @Method(value = "__gt__(self, value, /)", doc = "Return self>value.")
  static Object __gt__(PyRange self, Object value) {
    return Py.NotImplemented;
  }

  @Method(value = "__ge__(self, value, /)", doc = "Return self>=value.")
  static Object __ge__(PyRange self, Object value) {
    return Py.NotImplemented;
  }
}
