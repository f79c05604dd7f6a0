package dev.tuff.engine.number;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.Method;
import java.math.BigInteger;

/** The operators of {@code int} as special methods: each takes ints of any class and leaves other operands to their own methods. */
final class IntMethods {
  private IntMethods() {}

  private static Object apply(int op, Object a, Object b) {
    return PyInt.isInt(a) && PyInt.isInt(b) ? Arithmetic.integers(op, PyInt.value(a), PyInt.value(b)) : Py.NotImplemented;
  }

  private static Object compare(int op, Object a, Object b) {
    if (!PyInt.isInt(b)) {
      return Py.NotImplemented;
    }
    return Arithmetic.ordered(op, Arithmetic.compareInts(PyInt.value(a), PyInt.value(b))) != 0;
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

  @Method(value = "__lshift__(self, value, /)", doc = "Return self<<value.")
  static Object __lshift__(Object self, Object value) {
    return apply(Special.LSHIFT, self, value);
  }

  @Method(value = "__rlshift__(self, value, /)", doc = "Return value<<self.")
  static Object __rlshift__(Object self, Object value) {
    return apply(Special.LSHIFT, value, self);
  }

  @Method(value = "__rshift__(self, value, /)", doc = "Return self>>value.")
  static Object __rshift__(Object self, Object value) {
    return apply(Special.RSHIFT, self, value);
  }

  @Method(value = "__rrshift__(self, value, /)", doc = "Return value>>self.")
  static Object __rrshift__(Object self, Object value) {
    return apply(Special.RSHIFT, value, self);
  }

  @Method(value = "__and__(self, value, /)", doc = "Return self&value.")
  static Object __and__(Object self, Object value) {
    return apply(Special.AND, self, value);
  }

  @Method(value = "__rand__(self, value, /)", doc = "Return value&self.")
  static Object __rand__(Object self, Object value) {
    return apply(Special.AND, value, self);
  }

  @Method(value = "__or__(self, value, /)", doc = "Return self|value.")
  static Object __or__(Object self, Object value) {
    return apply(Special.OR, self, value);
  }

  @Method(value = "__ror__(self, value, /)", doc = "Return value|self.")
  static Object __ror__(Object self, Object value) {
    return apply(Special.OR, value, self);
  }

  @Method(value = "__xor__(self, value, /)", doc = "Return self^value.")
  static Object __xor__(Object self, Object value) {
    return apply(Special.XOR, self, value);
  }

  @Method(value = "__rxor__(self, value, /)", doc = "Return value^self.")
  static Object __rxor__(Object self, Object value) {
    return apply(Special.XOR, value, self);
  }

  @Method(value = "__divmod__(self, value, /)", doc = "Return divmod(self, value).")
  static Object __divmod__(Object self, Object value) {
    if (!PyInt.isInt(value)) {
      return Py.NotImplemented;
    }
    Object a = PyInt.value(self);
    Object b = PyInt.value(value);
    if (a instanceof Long x && b instanceof Long y && y != 0 && y != -1) {
      return PyTuple.of(Py.box(Math.floorDiv(x, y)), Py.box(Math.floorMod(x, y)));
    }
    BigInteger[] qr = BigMath.divmod(PyInt.big(a), PyInt.big(b));
    return PyTuple.of(Py.box(qr[0]), Py.box(qr[1]));
  }

  @Method(value = "__rdivmod__(self, value, /)", doc = "Return divmod(value, self).")
  static Object __rdivmod__(Object self, Object value) {
    return PyInt.isInt(value) ? __divmod__(value, self) : Py.NotImplemented;
  }

  @Method(value = "__pow__(self, value, mod=None, /)", doc = "Return pow(self, value, mod).")
  static Object __pow__(Object self, Object value, Object mod) {
    if (!PyInt.isInt(value) || mod != Py.None && !PyInt.isInt(mod)) {
      return Py.NotImplemented;
    }
    if (mod == Py.None) {
      return BigMath.power(PyInt.value(self), PyInt.value(value));
    }
    return BigMath.powerModulo(PyInt.value(self), PyInt.value(value), PyInt.value(mod));
  }

  @Method(value = "__rpow__(self, value, mod=None, /)", doc = "Return pow(value, self, mod).")
  static Object __rpow__(Object self, Object value, Object mod) {
    return PyInt.isInt(value) ? __pow__(value, self, mod) : Py.NotImplemented;
  }

  @Method(value = "__neg__(self, /)", doc = "-self")
  static Object __neg__(Object self) {
    Object v = PyInt.value(self);
    return v instanceof Long l && l != Long.MIN_VALUE ? Py.box(-l) : Py.box(PyInt.big(v).negate());
  }

  @Method(value = "__pos__(self, /)", doc = "+self")
  static Object __pos__(Object self) {
    return PyInt.value(self);
  }

  @Method(value = "__abs__(self, /)", doc = "abs(self)")
  static Object __abs__(Object self) {
    return PyInt.sign(self) < 0 ? __neg__(self) : PyInt.value(self);
  }

  @Method(value = "__invert__(self, /)", doc = "~self")
  static Object __invert__(Object self) {
    Object v = PyInt.value(self);
    return v instanceof Long l ? Py.box(~l) : ((BigInteger) v).not();
  }

  @Method(value = "__bool__(self, /)", doc = "True if self else False")
  static boolean __bool__(Object self) {
    return PyInt.sign(self) != 0;
  }

  @Method(value = "__int__(self, /)", doc = "int(self)")
  static Object __int__(Object self) {
    return PyInt.value(self);
  }

  @Method(value = "__index__(self, /)", doc = "Return self converted to an integer, if self is suitable for use as an index into a list.")
  static Object __index__(Object self) {
    return PyInt.value(self);
  }

  @Method(value = "__float__(self, /)", doc = "float(self)")
  static double __float__(Object self) {
    return PyInt.toDouble(PyInt.value(self));
  }

  @Method(value = "__hash__(self, /)", doc = "Return hash(self).")
  static long __hash__(Object self) {
    return PyInt.hash(self);
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(Object self) {
    return PyInt.decimal(self);
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
