package dev.tuff.stdlib.decimal;

import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Method;

/** The named operations as methods of {@code Decimal}; most take the context to obey. */
final class DecimalMethods {
  private DecimalMethods() {}

  private static Object unary(PyDecimal self, Object context, ThreadState ts, Op.Unary op) {
    PyDecimalContext c = PyDecimalContext.given(context, ts);
    Calc calc = c.calc();
    return c.result(calc, op.apply(calc, self.num));
  }

  private static Object binary(PyDecimal self, Object other, Object context, ThreadState ts, Op.Binary op) {
    PyDecimalContext c = PyDecimalContext.given(context, ts);
    Num b = DecimalConversion.required(other);
    Calc calc = c.calc();
    return c.result(calc, op.apply(calc, self.num, b));
  }

  @Method(value = "exp(self, /, context=None)", doc = "e to the power of the number.")
  static Object exp(PyDecimal self, Object context, ThreadState ts) {
    return unary(self, context, ts, Elementary::exp);
  }

  @Method(value = "ln(self, /, context=None)", doc = "The natural logarithm.")
  static Object ln(PyDecimal self, Object context, ThreadState ts) {
    return unary(self, context, ts, Elementary::ln);
  }

  @Method(value = "log10(self, /, context=None)", doc = "The logarithm of base ten.")
  static Object log10(PyDecimal self, Object context, ThreadState ts) {
    return unary(self, context, ts, Elementary::log10);
  }

  @Method(value = "logb(self, /, context=None)", doc = "The exponent of the first digit, as a decimal.")
  static Object logb(PyDecimal self, Object context, ThreadState ts) {
    return unary(self, context, ts, DecimalDigits::logb);
  }

  @Method(value = "logical_invert(self, /, context=None)", doc = "Inverts the digits of a logical operand.")
  static Object logical_invert(PyDecimal self, Object context, ThreadState ts) {
    return unary(self, context, ts, DecimalDigits::invert);
  }

  @Method(value = "next_minus(self, /, context=None)", doc = "The largest representable number that is smaller.")
  static Object next_minus(PyDecimal self, Object context, ThreadState ts) {
    return unary(self, context, ts, DecimalDigits::nextMinus);
  }

  @Method(value = "next_plus(self, /, context=None)", doc = "The smallest representable number that is larger.")
  static Object next_plus(PyDecimal self, Object context, ThreadState ts) {
    return unary(self, context, ts, DecimalDigits::nextPlus);
  }

  @Method(value = "normalize(self, /, context=None)", doc = "The number without trailing zeros.")
  static Object normalize(PyDecimal self, Object context, ThreadState ts) {
    return unary(self, context, ts, DecimalArithmetic::reduce);
  }

  @Method(value = "sqrt(self, /, context=None)", doc = "The square root.")
  static Object sqrt(PyDecimal self, Object context, ThreadState ts) {
    return unary(self, context, ts, DecimalArithmetic::sqrt);
  }

  @Method(value = "compare(self, /, other, context=None)", doc = "Compares two numbers: -1, 0 or 1, or NaN.")
  static Object compare(PyDecimal self, Object other, Object context, ThreadState ts) {
    return binary(self, other, context, ts, DecimalDigits::compare);
  }

  @Method(value = "compare_signal(self, /, other, context=None)", doc = "Compares two numbers; every NaN signals.")
  static Object compare_signal(PyDecimal self, Object other, Object context, ThreadState ts) {
    return binary(self, other, context, ts, DecimalDigits::compareSignal);
  }

  @Method(value = "compare_total(self, /, other, context=None)", doc = "Compares by the total order of representations.")
  static Object compare_total(PyDecimal self, Object other, Object context, ThreadState ts) {
    return binary(self, other, context, ts, DecimalDigits::compareTotal);
  }

  @Method(value = "compare_total_mag(self, /, other, context=None)", doc = "Compares by the total order, without signs.")
  static Object compare_total_mag(PyDecimal self, Object other, Object context, ThreadState ts) {
    return binary(self, other, context, ts, DecimalDigits::compareTotalMag);
  }

  @Method(value = "copy_sign(self, /, other, context=None)", doc = "The first number with the sign of the second.")
  static Object copy_sign(PyDecimal self, Object other, Object context, ThreadState ts) {
    return binary(self, other, context, ts, DecimalDigits::copySign);
  }

  @Method(value = "logical_and(self, /, other, context=None)", doc = "And of the digits of logical operands.")
  static Object logical_and(PyDecimal self, Object other, Object context, ThreadState ts) {
    return binary(self, other, context, ts, DecimalDigits::and);
  }

  @Method(value = "logical_or(self, /, other, context=None)", doc = "Or of the digits of logical operands.")
  static Object logical_or(PyDecimal self, Object other, Object context, ThreadState ts) {
    return binary(self, other, context, ts, DecimalDigits::or);
  }

  @Method(value = "logical_xor(self, /, other, context=None)", doc = "Exclusive or of the digits of logical operands.")
  static Object logical_xor(PyDecimal self, Object other, Object context, ThreadState ts) {
    return binary(self, other, context, ts, DecimalDigits::xor);
  }

  @Method(value = "max(self, /, other, context=None)", doc = "The larger number.")
  static Object max(PyDecimal self, Object other, Object context, ThreadState ts) {
    return binary(self, other, context, ts, DecimalDigits::max);
  }

  @Method(value = "max_mag(self, /, other, context=None)", doc = "The number with the larger absolute value.")
  static Object max_mag(PyDecimal self, Object other, Object context, ThreadState ts) {
    return binary(self, other, context, ts, DecimalDigits::maxMag);
  }

  @Method(value = "min(self, /, other, context=None)", doc = "The smaller number.")
  static Object min(PyDecimal self, Object other, Object context, ThreadState ts) {
    return binary(self, other, context, ts, DecimalDigits::min);
  }

  @Method(value = "min_mag(self, /, other, context=None)", doc = "The number with the smaller absolute value.")
  static Object min_mag(PyDecimal self, Object other, Object context, ThreadState ts) {
    return binary(self, other, context, ts, DecimalDigits::minMag);
  }

  @Method(value = "next_toward(self, /, other, context=None)", doc = "The next representable number on the way to another.")
  static Object next_toward(PyDecimal self, Object other, Object context, ThreadState ts) {
    return binary(self, other, context, ts, DecimalDigits::nextToward);
  }

  @Method(value = "remainder_near(self, /, other, context=None)", doc = "What is left beside the nearest multiple of the divisor.")
  static Object remainder_near(PyDecimal self, Object other, Object context, ThreadState ts) {
    return binary(self, other, context, ts, DecimalArithmetic::remainderNear);
  }

  @Method(value = "rotate(self, /, other, context=None)", doc = "The digits of the first number rotated by the second.")
  static Object rotate(PyDecimal self, Object other, Object context, ThreadState ts) {
    return binary(self, other, context, ts, DecimalDigits::rotate);
  }

  @Method(value = "scaleb(self, /, other, context=None)", doc = "The first number with the second added to its exponent.")
  static Object scaleb(PyDecimal self, Object other, Object context, ThreadState ts) {
    return binary(self, other, context, ts, DecimalDigits::scaleb);
  }

  @Method(value = "shift(self, /, other, context=None)", doc = "The digits of the first number shifted by the second.")
  static Object shift(PyDecimal self, Object other, Object context, ThreadState ts) {
    return binary(self, other, context, ts, DecimalDigits::shift);
  }

  @Method(value = "same_quantum(self, /, other, context=None)", doc = "Whether both have the same exponent.")
  static boolean same_quantum(PyDecimal self, Object other, Object context, ThreadState ts) {
    PyDecimalContext.given(context, ts);
    return DecimalDigits.sameQuantum(self.num, DecimalConversion.required(other));
  }

  @Method(value = "is_canonical(self, /)", doc = "Always True.")
  static boolean is_canonical(PyDecimal self) {
    return true;
  }

  @Method(value = "is_finite(self, /)", doc = "Whether it is neither infinite nor NaN.")
  static boolean is_finite(PyDecimal self) {
    return self.num.isFinite();
  }

  @Method(value = "is_infinite(self, /)", doc = "Whether it is infinite.")
  static boolean is_infinite(PyDecimal self) {
    return self.num.isInf();
  }

  @Method(value = "is_nan(self, /)", doc = "Whether it is a NaN.")
  static boolean is_nan(PyDecimal self) {
    return self.num.isNan();
  }

  @Method(value = "is_qnan(self, /)", doc = "Whether it is a quiet NaN.")
  static boolean is_qnan(PyDecimal self) {
    return self.num.kind() == Num.QNAN;
  }

  @Method(value = "is_signed(self, /)", doc = "Whether it has a minus sign.")
  static boolean is_signed(PyDecimal self) {
    return self.num.neg();
  }

  @Method(value = "is_snan(self, /)", doc = "Whether it is a signaling NaN.")
  static boolean is_snan(PyDecimal self) {
    return self.num.isSnan();
  }

  @Method(value = "is_zero(self, /)", doc = "Whether it is zero.")
  static boolean is_zero(PyDecimal self) {
    return self.num.isZero();
  }

  @Method(value = "is_normal(self, /, context=None)", doc = "Whether it is finite, not zero and not subnormal.")
  static boolean is_normal(PyDecimal self, Object context, ThreadState ts) {
    return DecimalDigits.isNormal(PyDecimalContext.given(context, ts).calc(), self.num);
  }

  @Method(value = "is_subnormal(self, /, context=None)", doc = "Whether it is smaller than the least number of full precision.")
  static boolean is_subnormal(PyDecimal self, Object context, ThreadState ts) {
    return DecimalDigits.isSubnormal(PyDecimalContext.given(context, ts).calc(), self.num);
  }

  @Method(value = "number_class(self, /, context=None)", doc = "The class of the number by name.")
  static Object number_class(PyDecimal self, Object context, ThreadState ts) {
    return DecimalDigits.numberClass(PyDecimalContext.given(context, ts).calc(), self.num);
  }

  @Method(value = "to_eng_string(self, /, context=None)", doc = "The number as text with an exponent that is a multiple of three.")
  static Object to_eng_string(PyDecimal self, Object context, ThreadState ts) {
    return self.num.text(true, PyDecimalContext.given(context, ts).capitals);
  }

  @Method(value = "fma(self, /, other, third, context=None)", doc = "self * other + third, rounded once.")
  static Object fma(PyDecimal self, Object other, Object third, Object context, ThreadState ts) {
    PyDecimalContext c = PyDecimalContext.given(context, ts);
    Num b = DecimalConversion.required(other);
    Num d = DecimalConversion.required(third);
    Calc calc = c.calc();
    return c.result(calc, DecimalArithmetic.fma(calc, self.num, b, d));
  }

  @Method(value = "quantize(self, /, exp, rounding=None, context=None)", doc = "The number rounded to the exponent of another.")
  static Object quantize(PyDecimal self, Object exp, Object rounding, Object context, ThreadState ts) {
    PyDecimalContext c = PyDecimalContext.given(context, ts);
    Calc calc = c.calc();
    if (rounding != Py.None) {
      calc.rounding = PyDecimalContext.rounding(rounding);
    }
    Num b = DecimalConversion.required(exp);
    return c.result(calc, DecimalArithmetic.quantize(calc, self.num, b));
  }

  @Method(value = "to_integral(self, /, rounding=None, context=None)", doc = "The number rounded to an integer, without signals.")
  static Object to_integral(PyDecimal self, Object rounding, Object context, ThreadState ts) {
    PyDecimalContext c = PyDecimalContext.given(context, ts);
    Calc calc = c.calc();
    if (rounding != Py.None) {
      calc.rounding = PyDecimalContext.rounding(rounding);
    }
    return c.result(calc, DecimalArithmetic.toIntegral(calc, self.num, false));
  }

  @Method(value = "to_integral_value(self, /, rounding=None, context=None)", doc = "The number rounded to an integer, without signals.")
  static Object to_integral_value(PyDecimal self, Object rounding, Object context, ThreadState ts) {
    PyDecimalContext c = PyDecimalContext.given(context, ts);
    Calc calc = c.calc();
    if (rounding != Py.None) {
      calc.rounding = PyDecimalContext.rounding(rounding);
    }
    return c.result(calc, DecimalArithmetic.toIntegral(calc, self.num, false));
  }

  @Method(value = "to_integral_exact(self, /, rounding=None, context=None)", doc = "The number rounded to an integer, with signals.")
  static Object to_integral_exact(PyDecimal self, Object rounding, Object context, ThreadState ts) {
    PyDecimalContext c = PyDecimalContext.given(context, ts);
    Calc calc = c.calc();
    if (rounding != Py.None) {
      calc.rounding = PyDecimalContext.rounding(rounding);
    }
    return c.result(calc, DecimalArithmetic.toIntegral(calc, self.num, true));
  }

  @Method(value = "adjusted(self, /)", doc = "The exponent of the first digit.")
  static long adjusted(PyDecimal self) {
    return self.num.isFinite() && !self.num.isZero() ? self.num.adjusted() : self.num.isZero() ? self.num.exp() : 0;
  }

  @Method(value = "canonical(self, /)", doc = "The number itself.")
  static Object canonical(PyDecimal self) {
    return self;
  }

  @Method(value = "conjugate(self, /)", doc = "The number itself.")
  static Object conjugate(PyDecimal self) {
    return self;
  }

  @Method(value = "copy_abs(self, /)", doc = "The number without its sign.")
  static Object copy_abs(PyDecimal self) {
    return new PyDecimal(self.num.withSign(false));
  }

  @Method(value = "copy_negate(self, /)", doc = "The number with the other sign.")
  static Object copy_negate(PyDecimal self) {
    return new PyDecimal(self.num.negated());
  }

  @Method(value = "radix(self, /)", doc = "Ten.")
  static Object radix(PyDecimal self) {
    return new PyDecimal(Num.of(10));
  }
}
