package dev.tuff.stdlib.datetime;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.number.BigMath;
import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;
import java.math.BigInteger;

/** The operators of {@code timedelta}: exact on microseconds; where a result is no whole number of them, to the nearest, halves to even. */
final class TimedeltaArithmetic {
  private TimedeltaArithmetic() {}

  private static PyTimedelta plus(PyTimedelta a, PyTimedelta b) {
    return PyTimedelta.of(a.days + b.days, a.seconds + b.seconds, a.microseconds + b.microseconds);
  }

  private static BigInteger big(PyTimedelta d) {
    return PyInt.big(d.toMicroseconds());
  }

  private static BigInteger nonZero(BigInteger n) {
    if (n.signum() == 0) {
      throw Errors.zeroDivisionError("division by zero");
    }
    return n;
  }

  /** {@code a / b} as the nearest timedelta. */
  private static PyTimedelta nearest(BigInteger a, BigInteger b) {
    if (nonZero(b).signum() < 0) {
      a = a.negate();
      b = b.negate();
    }
    BigInteger[] d = BigMath.divmod(a, b);
    int c = d[1].shiftLeft(1).compareTo(b);
    return PyTimedelta.ofMicroseconds(Py.box(c > 0 || c == 0 && d[0].testBit(0) ? d[0].add(BigInteger.ONE) : d[0]));
  }

  /** Numerator and denominator, asked of the float itself: it may be of a subclass. */
  private static BigInteger[] ratio(Object f) {
    Object r = Call.attribute(f, "as_integer_ratio");
    if (!(r instanceof PyTuple t)) {
      throw Errors.typeError("unexpected return type from as_integer_ratio(): expected tuple, got '" + Py.typeOf(r).fullName() + "'");
    }
    if (t.size() != 2) {
      throw Errors.valueError("as_integer_ratio() must return a 2-tuple");
    }
    return new BigInteger[] {PyInt.big(PyInt.index(t.get(0))), PyInt.big(PyInt.index(t.get(1)))};
  }

  @Method("__add__(self, value, /)")
  static Object __add__(PyTimedelta self, Object value) {
    return value instanceof PyTimedelta o ? plus(self, o) : Py.NotImplemented;
  }

  @Method("__radd__(self, value, /)")
  static Object __radd__(PyTimedelta self, Object value) {
    return value instanceof PyTimedelta o ? plus(o, self) : Py.NotImplemented;
  }

  @Method("__sub__(self, value, /)")
  static Object __sub__(PyTimedelta self, Object value) {
    return value instanceof PyTimedelta o ? self.minus(o) : Py.NotImplemented;
  }

  @Method("__rsub__(self, value, /)")
  static Object __rsub__(PyTimedelta self, Object value) {
    return value instanceof PyTimedelta o ? o.minus(self) : Py.NotImplemented;
  }

  @Method("__neg__(self, /)")
  static Object __neg__(PyTimedelta self) {
    return self.negate();
  }

  @Method("__pos__(self, /)")
  static Object __pos__(PyTimedelta self) {
    return PyTimedelta.of(self.days, self.seconds, self.microseconds);
  }

  @Method("__abs__(self, /)")
  static Object __abs__(PyTimedelta self) {
    return self.days < 0 ? self.negate() : __pos__(self);
  }

  @Method("__mul__(self, value, /)")
  static Object __mul__(PyTimedelta self, Object value) {
    if (PyInt.isInt(value)) {
      return PyTimedelta.ofMicroseconds(Py.box(big(self).multiply(PyInt.big(value))));
    }
    if (PyFloat.isFloat(value)) {
      BigInteger[] r = ratio(value);
      return nearest(big(self).multiply(r[0]), r[1]);
    }
    return Py.NotImplemented;
  }

  @Method("__rmul__(self, value, /)")
  static Object __rmul__(PyTimedelta self, Object value) {
    return __mul__(self, value);
  }

  @Method("__truediv__(self, value, /)")
  static Object __truediv__(PyTimedelta self, Object value) {
    if (value instanceof PyTimedelta o) {
      return BigMath.quotient(big(self), nonZero(big(o)));
    }
    if (PyFloat.isFloat(value)) {
      BigInteger[] r = ratio(value);
      return nearest(big(self).multiply(r[1]), r[0]);
    }
    return PyInt.isInt(value) ? nearest(big(self), PyInt.big(value)) : Py.NotImplemented;
  }

  @Method("__floordiv__(self, value, /)")
  static Object __floordiv__(PyTimedelta self, Object value) {
    if (value instanceof PyTimedelta o) {
      return Py.box(BigMath.divmod(big(self), nonZero(big(o)))[0]);
    }
    return PyInt.isInt(value)
        ? PyTimedelta.ofMicroseconds(Py.box(BigMath.divmod(big(self), nonZero(PyInt.big(value)))[0]))
        : Py.NotImplemented;
  }

  @Method("__mod__(self, value, /)")
  static Object __mod__(PyTimedelta self, Object value) {
    return value instanceof PyTimedelta o
        ? PyTimedelta.ofMicroseconds(Py.box(BigMath.divmod(big(self), nonZero(big(o)))[1]))
        : Py.NotImplemented;
  }

  @Method("__divmod__(self, value, /)")
  static Object __divmod__(PyTimedelta self, Object value) {
    if (!(value instanceof PyTimedelta o)) {
      return Py.NotImplemented;
    }
    BigInteger[] d = BigMath.divmod(big(self), nonZero(big(o)));
    return PyTuple.of(Py.box(d[0]), PyTimedelta.ofMicroseconds(Py.box(d[1])));
  }

  // the reflected operators of a timedelta have a timedelta on the left or make no sense

  @Method("__rtruediv__(self, value, /)")
  static Object __rtruediv__(PyTimedelta self, Object value) {
    return value instanceof PyTimedelta o ? __truediv__(o, self) : Py.NotImplemented;
  }

  @Method("__rfloordiv__(self, value, /)")
  static Object __rfloordiv__(PyTimedelta self, Object value) {
    return value instanceof PyTimedelta o ? __floordiv__(o, self) : Py.NotImplemented;
  }

  @Method("__rmod__(self, value, /)")
  static Object __rmod__(PyTimedelta self, Object value) {
    return value instanceof PyTimedelta o ? __mod__(o, self) : Py.NotImplemented;
  }

  @Method("__rdivmod__(self, value, /)")
  static Object __rdivmod__(PyTimedelta self, Object value) {
    return value instanceof PyTimedelta o ? __divmod__(o, self) : Py.NotImplemented;
  }
}
