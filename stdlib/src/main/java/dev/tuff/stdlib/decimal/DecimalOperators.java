package dev.tuff.stdlib.decimal;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Method;

/** The operators of {@code Decimal}; they obey the current context. */
final class DecimalOperators {
  private DecimalOperators() {}

  private static Object apply(Object left, Object right, ThreadState ts, Op.Binary op) {
    Num a = DecimalConversion.operand(left);
    Num b = DecimalConversion.operand(right);
    if (a == null || b == null) {
      return Py.NotImplemented;
    }
    PyDecimalContext c = DecimalState.context(ts);
    Calc calc = c.calc();
    return c.result(calc, op.apply(calc, a, b));
  }

  private static Object divide(Object left, Object right, ThreadState ts) {
    Num a = DecimalConversion.operand(left);
    Num b = DecimalConversion.operand(right);
    if (a == null || b == null) {
      return Py.NotImplemented;
    }
    return both(DecimalState.context(ts), a, b);
  }

  /** Quotient and remainder. */
  static Object both(PyDecimalContext c, Num a, Num b) {
    Calc calc = c.calc();
    Num[] qr = DecimalArithmetic.divmod(calc, a, b);
    c.signal(calc.status);
    return PyTuple.of(new PyDecimal(qr[0]), new PyDecimal(qr[1]));
  }

  private static Object unary(PyDecimal self, ThreadState ts, Op.Unary op) {
    PyDecimalContext c = DecimalState.context(ts);
    Calc calc = c.calc();
    return c.result(calc, op.apply(calc, self.num));
  }

  private static Object raise(Object left, Object right, Object mod, ThreadState ts) {
    Num a = DecimalConversion.operand(left);
    Num b = DecimalConversion.operand(right);
    Num m = mod == Py.None ? Num.ONE : DecimalConversion.operand(mod);
    if (a == null || b == null || m == null) {
      return Py.NotImplemented;
    }
    PyDecimalContext c = DecimalState.context(ts);
    Calc calc = c.calc();
    return c.result(calc, mod == Py.None ? Elementary.power(calc, a, b) : Elementary.powerModulo(calc, a, b, m));
  }

  @Method("__add__(self, value, /)")
  static Object __add__(PyDecimal self, Object value, ThreadState ts) {
    return apply(self, value, ts, DecimalArithmetic::add);
  }

  @Method("__radd__(self, value, /)")
  static Object __radd__(PyDecimal self, Object value, ThreadState ts) {
    return apply(value, self, ts, DecimalArithmetic::add);
  }

  @Method("__sub__(self, value, /)")
  static Object __sub__(PyDecimal self, Object value, ThreadState ts) {
    return apply(self, value, ts, DecimalArithmetic::subtract);
  }

  @Method("__rsub__(self, value, /)")
  static Object __rsub__(PyDecimal self, Object value, ThreadState ts) {
    return apply(value, self, ts, DecimalArithmetic::subtract);
  }

  @Method("__mul__(self, value, /)")
  static Object __mul__(PyDecimal self, Object value, ThreadState ts) {
    return apply(self, value, ts, DecimalArithmetic::multiply);
  }

  @Method("__rmul__(self, value, /)")
  static Object __rmul__(PyDecimal self, Object value, ThreadState ts) {
    return apply(value, self, ts, DecimalArithmetic::multiply);
  }

  @Method("__truediv__(self, value, /)")
  static Object __truediv__(PyDecimal self, Object value, ThreadState ts) {
    return apply(self, value, ts, DecimalArithmetic::divide);
  }

  @Method("__rtruediv__(self, value, /)")
  static Object __rtruediv__(PyDecimal self, Object value, ThreadState ts) {
    return apply(value, self, ts, DecimalArithmetic::divide);
  }

  @Method("__floordiv__(self, value, /)")
  static Object __floordiv__(PyDecimal self, Object value, ThreadState ts) {
    return apply(self, value, ts, DecimalArithmetic::divideInt);
  }

  @Method("__rfloordiv__(self, value, /)")
  static Object __rfloordiv__(PyDecimal self, Object value, ThreadState ts) {
    return apply(value, self, ts, DecimalArithmetic::divideInt);
  }

  @Method("__mod__(self, value, /)")
  static Object __mod__(PyDecimal self, Object value, ThreadState ts) {
    return apply(self, value, ts, DecimalArithmetic::remainder);
  }

  @Method("__rmod__(self, value, /)")
  static Object __rmod__(PyDecimal self, Object value, ThreadState ts) {
    return apply(value, self, ts, DecimalArithmetic::remainder);
  }

  @Method("__divmod__(self, value, /)")
  static Object __divmod__(PyDecimal self, Object value, ThreadState ts) {
    return divide(self, value, ts);
  }

  @Method("__rdivmod__(self, value, /)")
  static Object __rdivmod__(PyDecimal self, Object value, ThreadState ts) {
    return divide(value, self, ts);
  }

  @Method("__pow__(self, value, mod=None, /)")
  static Object __pow__(PyDecimal self, Object value, Object mod, ThreadState ts) {
    return raise(self, value, mod, ts);
  }

  @Method("__rpow__(self, value, mod=None, /)")
  static Object __rpow__(PyDecimal self, Object value, Object mod, ThreadState ts) {
    return raise(value, self, mod, ts);
  }

  @Method("__neg__(self, /)")
  static Object __neg__(PyDecimal self, ThreadState ts) {
    return unary(self, ts, DecimalArithmetic::minus);
  }

  @Method("__pos__(self, /)")
  static Object __pos__(PyDecimal self, ThreadState ts) {
    return unary(self, ts, DecimalArithmetic::plus);
  }

  @Method("__abs__(self, /)")
  static Object __abs__(PyDecimal self, ThreadState ts) {
    return unary(self, ts, DecimalArithmetic::abs);
  }
}
