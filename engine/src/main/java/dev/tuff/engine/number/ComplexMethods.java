package dev.tuff.engine.number;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.text.FloatRepr;

/** Operators and methods of {@code complex}. A real operand stays real. */
public final class ComplexMethods {
  private ComplexMethods() {}

  private static boolean isReal(Object o) {
    return o instanceof Double || PyFloat.isFloat(o) || PyInt.isInt(o);
  }

  private static double real(Object o) {
    return PyFloat.isFloat(o) ? PyFloat.value(o) : PyInt.toDouble(PyInt.value(o));
  }

  /** {@code a op b} for {@code + - * /} where one is an exact complex and the other one too, or an int or float; null for all else. */
  public static Object arithmetic(int op, Object a, Object b) {
    if (!isPlain(a) || !isPlain(b) || op == Special.TRUEDIV && (b instanceof PyComplex c ? c.real == 0 && c.imag == 0 : real(b) == 0)) {
      return null;
    }
    if (a instanceof PyComplex x) {
      return switch (op) {
        case Special.ADD -> __add__(x, b);
        case Special.SUB -> __sub__(x, b);
        case Special.MUL -> __mul__(x, b);
        case Special.TRUEDIV -> __truediv__(x, b);
        default -> null;
      };
    }
    return !(b instanceof PyComplex y) ? null : switch (op) {
      case Special.ADD -> __radd__(y, a);
      case Special.SUB -> __rsub__(y, a);
      case Special.MUL -> __rmul__(y, a);
      case Special.TRUEDIV -> __rtruediv__(y, a);
      default -> null;
    };
  }

  private static boolean isPlain(Object o) {
    return o instanceof PyComplex c ? c.type() == PyComplex.TYPE : o instanceof Long || o instanceof Double;
  }

  @Method(value = "__add__(self, value, /)", doc = "Return self+value.")
  static Object __add__(PyComplex self, Object value) {
    if (value instanceof PyComplex c) {
      return new PyComplex(self.real + c.real, self.imag + c.imag);
    }
    if (!isReal(value)) {
      return Py.NotImplemented;
    }
    double d = real(value);
    return new PyComplex(self.real + d, self.imag);
  }

  @Method(value = "__radd__(self, value, /)", doc = "Return value+self.")
  static Object __radd__(PyComplex self, Object value) {
    if (value instanceof PyComplex c) {
      return __add__(c, self);
    }
    if (!isReal(value)) {
      return Py.NotImplemented;
    }
    double d = real(value);
    return new PyComplex(d + self.real, self.imag);
  }

  @Method(value = "__sub__(self, value, /)", doc = "Return self-value.")
  static Object __sub__(PyComplex self, Object value) {
    if (value instanceof PyComplex c) {
      return new PyComplex(self.real - c.real, self.imag - c.imag);
    }
    if (!isReal(value)) {
      return Py.NotImplemented;
    }
    double d = real(value);
    return new PyComplex(self.real - d, self.imag);
  }

  @Method(value = "__rsub__(self, value, /)", doc = "Return value-self.")
  static Object __rsub__(PyComplex self, Object value) {
    if (value instanceof PyComplex c) {
      return __sub__(c, self);
    }
    if (!isReal(value)) {
      return Py.NotImplemented;
    }
    double d = real(value);
    return new PyComplex(d - self.real, -self.imag);
  }

  @Method(value = "__mul__(self, value, /)", doc = "Return self*value.")
  static Object __mul__(PyComplex self, Object value) {
    if (value instanceof PyComplex c) {
      return ComplexMath.multiply(self.real, self.imag, c.real, c.imag);
    }
    if (!isReal(value)) {
      return Py.NotImplemented;
    }
    double d = real(value);
    return new PyComplex(self.real * d, self.imag * d);
  }

  @Method(value = "__rmul__(self, value, /)", doc = "Return value*self.")
  static Object __rmul__(PyComplex self, Object value) {
    if (value instanceof PyComplex c) {
      return __mul__(c, self);
    }
    if (!isReal(value)) {
      return Py.NotImplemented;
    }
    double d = real(value);
    return new PyComplex(d * self.real, d * self.imag);
  }

  @Method(value = "__truediv__(self, value, /)", doc = "Return self/value.")
  static Object __truediv__(PyComplex self, Object value) {
    if (value instanceof PyComplex c) {
      return ComplexMath.divide(self.real, self.imag, c.real, c.imag);
    }
    if (!isReal(value)) {
      return Py.NotImplemented;
    }
    double d = real(value);
    return divideBy(self, d);
  }

  @Method(value = "__rtruediv__(self, value, /)", doc = "Return value/self.")
  static Object __rtruediv__(PyComplex self, Object value) {
    if (value instanceof PyComplex c) {
      return __truediv__(c, self);
    }
    if (!isReal(value)) {
      return Py.NotImplemented;
    }
    double d = real(value);
    return ComplexMath.divideReal(d, self.real, self.imag);
  }

  private static PyComplex divideBy(PyComplex self, double d) {
    if (d == 0) {
      throw Arithmetic.divisionByZero();
    }
    return new PyComplex(self.real / d, self.imag / d);
  }

  @Method(value = "__pow__(self, value, mod=None, /)", doc = "Return pow(self, value, mod).")
  static Object __pow__(PyComplex self, Object value, Object mod) {
    if (!(value instanceof PyComplex) && !isReal(value)) {
      return Py.NotImplemented;
    }
    if (mod != Py.None) {
      throw Errors.valueError("complex modulo");
    }
    if (value instanceof PyComplex c) {
      return ComplexMath.power(self.real, self.imag, c.real, c.imag);
    }
    return ComplexMath.power(self.real, self.imag, real(value), 0);
  }

  @Method(value = "__rpow__(self, value, mod=None, /)", doc = "Return pow(value, self, mod).")
  static Object __rpow__(PyComplex self, Object value, Object mod) {
    if (value instanceof PyComplex c) {
      return __pow__(c, self, mod);
    }
    return isReal(value) ? __pow__(new PyComplex(real(value), 0), self, mod) : Py.NotImplemented;
  }

  @Method(value = "__neg__(self, /)", doc = "-self")
  static Object __neg__(PyComplex self) {
    return new PyComplex(-self.real, -self.imag);
  }

  @Method(value = "__pos__(self, /)", doc = "+self")
  static Object __pos__(PyComplex self) {
    return new PyComplex(self.real, self.imag);
  }

  @Method(value = "__abs__(self, /)", doc = "abs(self)")
  static double __abs__(PyComplex self) {
    double r = ComplexMath.abs(self.real, self.imag);
    if (Double.isInfinite(r) && Double.isFinite(self.real) && Double.isFinite(self.imag)) {
      throw Errors.overflowError("absolute value too large");
    }
    return r;
  }

  @Method(value = "__bool__(self, /)", doc = "True if self else False")
  static boolean __bool__(PyComplex self) {
    return self.real != 0 || self.imag != 0;
  }

  @Method(value = "__complex__(self, /)", doc = "Convert this value to exact type complex.")
  static Object __complex__(PyComplex self) {
    return __pos__(self);
  }

  @Method(value = "conjugate(self, /)", doc = "Return the complex conjugate of its argument.")
  static Object conjugate(PyComplex self) {
    return new PyComplex(self.real, -self.imag);
  }

  @Getter(value = "real", doc = "the real part of a complex number", member = true)
  static Object realPart(PyComplex self) {
    return self.real;
  }

  @Getter(value = "imag", doc = "the imaginary part of a complex number", member = true)
  static Object imagPart(PyComplex self) {
    return self.imag;
  }

  @Method(value = "__getnewargs__(self, /)")
  static Object __getnewargs__(PyComplex self) {
    return PyTuple.of((Object) self.real, (Object) self.imag);
  }

  @Method(value = "__hash__(self, /)", doc = "Return hash(self).")
  static long __hash__(PyComplex self) {
    long h = PyFloat.hash(self.real) + 1000003 * PyFloat.hash(self.imag);
    return h == -1 ? -2 : h;
  }

  /** Equality with any number; null for what is none. */
  private static Boolean equal(PyComplex self, Object value) {
    if (value instanceof PyComplex c) {
      return self.real == c.real && self.imag == c.imag;
    }
    if (PyFloat.isFloat(value)) {
      return self.imag == 0 && self.real == PyFloat.value(value);
    }
    if (PyInt.isInt(value)) {
      return self.imag == 0 && self.real == self.real && Arithmetic.compareExact(self.real, PyInt.value(value)) == 0;
    }
    return null;
  }

  @Method(value = "__eq__(self, value, /)", doc = "Return self==value.")
  static Object __eq__(PyComplex self, Object value) {
    Boolean b = equal(self, value);
    return b == null ? Py.NotImplemented : b;
  }

  @Method(value = "__ne__(self, value, /)", doc = "Return self!=value.")
  static Object __ne__(PyComplex self, Object value) {
    Boolean b = equal(self, value);
    return b == null ? Py.NotImplemented : (Object) !b;
  }

  @Method(value = "__lt__(self, value, /)", doc = "Return self<value.")
  static Object __lt__(PyComplex self, Object value) {
    return Py.NotImplemented;
  }

  @Method(value = "__le__(self, value, /)", doc = "Return self<=value.")
  static Object __le__(PyComplex self, Object value) {
    return Py.NotImplemented;
  }

  @Method(value = "__gt__(self, value, /)", doc = "Return self>value.")
  static Object __gt__(PyComplex self, Object value) {
    return Py.NotImplemented;
  }

  @Method(value = "__ge__(self, value, /)", doc = "Return self>=value.")
  static Object __ge__(PyComplex self, Object value) {
    return Py.NotImplemented;
  }

  private static String part(double d) {
    return FloatRepr.format(d, 'r', 0, false, false);
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static String __repr__(PyComplex self) {
    String im = part(self.imag);
    if (self.real == 0 && 1 / self.real > 0) {
      return im + "j";
    }
    String sign = im.startsWith("-") ? "" : "+";
    return "(" + part(self.real) + sign + im + "j)";
  }

  @Method(value = "__format__(self, format_spec, /)", doc = "Convert to a string according to format_spec.")
  static Object __format__(PyComplex self, Object spec) {
    return NumberFormats.format(self, spec);
  }
}
