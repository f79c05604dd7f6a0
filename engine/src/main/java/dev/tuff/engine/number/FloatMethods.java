package dev.tuff.engine.number;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.text.FloatRepr;

/** The operators of {@code float} as special methods: the other operand may be an int or a float of any class. */
final class FloatMethods {
  private FloatMethods() {}

  private static boolean isReal(Object o) {
    return o instanceof Double || PyFloat.isFloat(o) || PyInt.isInt(o);
  }

  private static double real(Object o) {
    return PyFloat.isFloat(o) ? PyFloat.value(o) : PyInt.toDouble(PyInt.value(o));
  }

  private static Object apply(int op, Object a, Object b) {
    return isReal(a) && isReal(b) ? Arithmetic.floats(op, real(a), real(b)) : Py.NotImplemented;
  }

  private static Object compare(int op, Object a, Object b) {
    Double x = PyFloat.value(a);
    if (PyFloat.isFloat(b)) {
      return Arithmetic.compare(op, x, (Double) PyFloat.value(b)) != 0;
    }
    return PyInt.isInt(b) ? (Object) (Arithmetic.mixedCompare(op, x, PyInt.value(b)) != 0) : Py.NotImplemented;
  }

  @Method(value = "__add__(self, value, /)", doc = "Return self+value.")
  static Object __add__(Object self, Object value) {
    return apply(Special.ADD, self, value);
  }

  @Method(value = "__radd__(self, value, /)", doc = "Return value+self.")
  static Object __radd__(Object self, Object value) {
    return apply(Special.ADD, value, self);
  }

  @Method(value = "__sub__(self, value, /)", doc = "Return self-value.")
  static Object __sub__(Object self, Object value) {
    return apply(Special.SUB, self, value);
  }

  @Method(value = "__rsub__(self, value, /)", doc = "Return value-self.")
  static Object __rsub__(Object self, Object value) {
    return apply(Special.SUB, value, self);
  }

  @Method(value = "__mul__(self, value, /)", doc = "Return self*value.")
  static Object __mul__(Object self, Object value) {
    return apply(Special.MUL, self, value);
  }

  @Method(value = "__rmul__(self, value, /)", doc = "Return value*self.")
  static Object __rmul__(Object self, Object value) {
    return apply(Special.MUL, value, self);
  }

  @Method(value = "__truediv__(self, value, /)", doc = "Return self/value.")
  static Object __truediv__(Object self, Object value) {
    return apply(Special.TRUEDIV, self, value);
  }

  @Method(value = "__rtruediv__(self, value, /)", doc = "Return value/self.")
  static Object __rtruediv__(Object self, Object value) {
    return apply(Special.TRUEDIV, value, self);
  }

  @Method(value = "__floordiv__(self, value, /)", doc = "Return self//value.")
  static Object __floordiv__(Object self, Object value) {
    return apply(Special.FLOORDIV, self, value);
  }

  @Method(value = "__rfloordiv__(self, value, /)", doc = "Return value//self.")
  static Object __rfloordiv__(Object self, Object value) {
    return apply(Special.FLOORDIV, value, self);
  }

  @Method(value = "__mod__(self, value, /)", doc = "Return self%value.")
  static Object __mod__(Object self, Object value) {
    return apply(Special.MOD, self, value);
  }

  @Method(value = "__rmod__(self, value, /)", doc = "Return value%self.")
  static Object __rmod__(Object self, Object value) {
    return apply(Special.MOD, value, self);
  }

  @Method(value = "__divmod__(self, value, /)", doc = "Return divmod(self, value).")
  static Object __divmod__(Object self, Object value) {
    if (!isReal(self) || !isReal(value)) {
      return Py.NotImplemented;
    }
    double a = real(self);
    double b = real(value);
    return PyTuple.of(FloatMath.floorDivide(a, b), FloatMath.modulo(a, b));
  }

  @Method(value = "__rdivmod__(self, value, /)", doc = "Return divmod(value, self).")
  static Object __rdivmod__(Object self, Object value) {
    return __divmod__(value, self);
  }

  @Method(value = "__pow__(self, value, mod=None, /)", doc = "Return pow(self, value, mod).")
  static Object __pow__(Object self, Object value, Object mod) {
    if (mod != Py.None) {
      throw Errors.typeError("pow() 3rd argument not allowed unless all arguments are integers");
    }
    return apply(Special.POW, self, value);
  }

  @Method(value = "__rpow__(self, value, mod=None, /)", doc = "Return pow(value, self, mod).")
  static Object __rpow__(Object self, Object value, Object mod) {
    return __pow__(value, self, mod);
  }

  @Method(value = "__neg__(self, /)", doc = "-self")
  static double __neg__(Object self) {
    return -PyFloat.value(self);
  }

  @Method(value = "__pos__(self, /)", doc = "+self")
  static double __pos__(Object self) {
    return PyFloat.value(self);
  }

  @Method(value = "__abs__(self, /)", doc = "abs(self)")
  static double __abs__(Object self) {
    return Math.abs(PyFloat.value(self));
  }

  @Method(value = "__bool__(self, /)", doc = "True if self else False")
  static boolean __bool__(Object self) {
    return PyFloat.value(self) != 0;
  }

  @Method(value = "__hash__(self, /)", doc = "Return hash(self).")
  static long __hash__(Object self) {
    return PyFloat.hash(PyFloat.value(self));
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(Object self) {
    return FloatRepr.repr(PyFloat.value(self));
  }

  @Method(value = "__lt__(self, value, /)", doc = "Return self<value.")
  static Object __lt__(Object self, Object value) {
    return compare(Comparison.LT, self, value);
  }

  @Method(value = "__le__(self, value, /)", doc = "Return self<=value.")
  static Object __le__(Object self, Object value) {
    return compare(Comparison.LE, self, value);
  }

  @Method(value = "__eq__(self, value, /)", doc = "Return self==value.")
  static Object __eq__(Object self, Object value) {
    return compare(Comparison.EQ, self, value);
  }

  @Method(value = "__ne__(self, value, /)", doc = "Return self!=value.")
  static Object __ne__(Object self, Object value) {
    return compare(Comparison.NE, self, value);
  }

  @Method(value = "__gt__(self, value, /)", doc = "Return self>value.")
  static Object __gt__(Object self, Object value) {
    return compare(Comparison.GT, self, value);
  }

  @Method(value = "__ge__(self, value, /)", doc = "Return self>=value.")
  static Object __ge__(Object self, Object value) {
    return compare(Comparison.GE, self, value);
  }
}
