package dev.tuff.stdlib.decimal;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;

/** The operations of one number as methods of {@code Context}, and the conversions. */
final class ContextUnary {
  private ContextUnary() {}

  private static Object unary(PyDecimalContext self, Object x, Op.Unary op) {
    Num a = DecimalConversion.required(x);
    Calc calc = self.calc();
    return self.result(calc, op.apply(calc, a));
  }

  private static Num integral(Calc c, Num a) {
    return DecimalArithmetic.toIntegral(c, a, false);
  }

  private static Num integralExact(Calc c, Num a) {
    return DecimalArithmetic.toIntegral(c, a, true);
  }

  @Method(value = "_apply(self, x, /)", doc = "The number rounded to the context, NaNs too.")
  static Object _apply(PyDecimalContext self, Object x) {
    Num a = DecimalConversion.required(x);
    Calc calc = self.calc();
    return self.result(calc, calc.finish(a));
  }

  @Method(value = "abs(self, x, /)", doc = "The absolute value.")
  static Object abs(PyDecimalContext self, Object x) {
    return unary(self, x, DecimalArithmetic::abs);
  }

  @Method(value = "exp(self, x, /)", doc = "e to the power of the number.")
  static Object exp(PyDecimalContext self, Object x) {
    return unary(self, x, Elementary::exp);
  }

  @Method(value = "ln(self, x, /)", doc = "The natural logarithm.")
  static Object ln(PyDecimalContext self, Object x) {
    return unary(self, x, Elementary::ln);
  }

  @Method(value = "log10(self, x, /)", doc = "The logarithm of base ten.")
  static Object log10(PyDecimalContext self, Object x) {
    return unary(self, x, Elementary::log10);
  }

  @Method(value = "logb(self, x, /)", doc = "The exponent of the first digit, as a decimal.")
  static Object logb(PyDecimalContext self, Object x) {
    return unary(self, x, DecimalDigits::logb);
  }

  @Method(value = "logical_invert(self, x, /)", doc = "Inverts the digits of a logical operand.")
  static Object logical_invert(PyDecimalContext self, Object x) {
    return unary(self, x, DecimalDigits::invert);
  }

  @Method(value = "minus(self, x, /)", doc = "The negated number.")
  static Object minus(PyDecimalContext self, Object x) {
    return unary(self, x, DecimalArithmetic::minus);
  }

  @Method(value = "next_minus(self, x, /)", doc = "The largest representable number that is smaller.")
  static Object next_minus(PyDecimalContext self, Object x) {
    return unary(self, x, DecimalDigits::nextMinus);
  }

  @Method(value = "next_plus(self, x, /)", doc = "The smallest representable number that is larger.")
  static Object next_plus(PyDecimalContext self, Object x) {
    return unary(self, x, DecimalDigits::nextPlus);
  }

  @Method(value = "normalize(self, x, /)", doc = "The number without trailing zeros.")
  static Object normalize(PyDecimalContext self, Object x) {
    return unary(self, x, DecimalArithmetic::reduce);
  }

  @Method(value = "plus(self, x, /)", doc = "The number rounded to the context.")
  static Object plus(PyDecimalContext self, Object x) {
    return unary(self, x, DecimalArithmetic::plus);
  }

  @Method(value = "sqrt(self, x, /)", doc = "The square root.")
  static Object sqrt(PyDecimalContext self, Object x) {
    return unary(self, x, DecimalArithmetic::sqrt);
  }

  @Method(value = "to_integral(self, x, /)", doc = "The number rounded to an integer, without signals.")
  static Object to_integral(PyDecimalContext self, Object x) {
    return unary(self, x, ContextUnary::integral);
  }

  @Method(value = "to_integral_exact(self, x, /)", doc = "The number rounded to an integer, with signals.")
  static Object to_integral_exact(PyDecimalContext self, Object x) {
    return unary(self, x, ContextUnary::integralExact);
  }

  @Method(value = "to_integral_value(self, x, /)", doc = "The number rounded to an integer, without signals.")
  static Object to_integral_value(PyDecimalContext self, Object x) {
    return unary(self, x, ContextUnary::integral);
  }

  @Method(value = "is_canonical(self, x, /)", doc = "Always True.")
  static boolean is_canonical(PyDecimalContext self, Object x) {
    if (!(x instanceof PyDecimal)) {
      throw Errors.typeError("argument must be a Decimal");
    }
    return true;
  }

  @Method(value = "is_finite(self, x, /)", doc = "Whether it is neither infinite nor NaN.")
  static boolean is_finite(PyDecimalContext self, Object x) {
    return DecimalConversion.required(x).isFinite();
  }

  @Method(value = "is_infinite(self, x, /)", doc = "Whether it is infinite.")
  static boolean is_infinite(PyDecimalContext self, Object x) {
    return DecimalConversion.required(x).isInf();
  }

  @Method(value = "is_nan(self, x, /)", doc = "Whether it is a NaN.")
  static boolean is_nan(PyDecimalContext self, Object x) {
    return DecimalConversion.required(x).isNan();
  }

  @Method(value = "is_qnan(self, x, /)", doc = "Whether it is a quiet NaN.")
  static boolean is_qnan(PyDecimalContext self, Object x) {
    return DecimalConversion.required(x).kind() == Num.QNAN;
  }

  @Method(value = "is_signed(self, x, /)", doc = "Whether it has a minus sign.")
  static boolean is_signed(PyDecimalContext self, Object x) {
    return DecimalConversion.required(x).neg();
  }

  @Method(value = "is_snan(self, x, /)", doc = "Whether it is a signaling NaN.")
  static boolean is_snan(PyDecimalContext self, Object x) {
    return DecimalConversion.required(x).isSnan();
  }

  @Method(value = "is_zero(self, x, /)", doc = "Whether it is zero.")
  static boolean is_zero(PyDecimalContext self, Object x) {
    return DecimalConversion.required(x).isZero();
  }

  @Method(value = "is_normal(self, x, /)", doc = "Whether it is finite, not zero and not subnormal.")
  static boolean is_normal(PyDecimalContext self, Object x) {
    return DecimalDigits.isNormal(self.calc(), DecimalConversion.required(x));
  }

  @Method(value = "is_subnormal(self, x, /)", doc = "Whether it is smaller than the least number of full precision.")
  static boolean is_subnormal(PyDecimalContext self, Object x) {
    return DecimalDigits.isSubnormal(self.calc(), DecimalConversion.required(x));
  }

  @Method(value = "number_class(self, x, /)", doc = "The class of the number by name.")
  static Object number_class(PyDecimalContext self, Object x) {
    return DecimalDigits.numberClass(self.calc(), DecimalConversion.required(x));
  }

  @Method(value = "to_sci_string(self, x, /)", doc = "The number as text in scientific notation.")
  static Object to_sci_string(PyDecimalContext self, Object x) {
    return DecimalConversion.required(x).text(false, self.capitals);
  }

  @Method(value = "to_eng_string(self, x, /)", doc = "The number as text with an exponent that is a multiple of three.")
  static Object to_eng_string(PyDecimalContext self, Object x) {
    return DecimalConversion.required(x).text(true, self.capitals);
  }

  @Method(value = "copy_abs(self, x, /)", doc = "The number without its sign.")
  static Object copy_abs(PyDecimalContext self, Object x) {
    return new PyDecimal(DecimalConversion.required(x).withSign(false));
  }

  @Method(value = "copy_negate(self, x, /)", doc = "The number with the other sign.")
  static Object copy_negate(PyDecimalContext self, Object x) {
    return new PyDecimal(DecimalConversion.required(x).negated());
  }

  @Method(value = "copy_decimal(self, x, /)", doc = "The number as a decimal.")
  static Object copy_decimal(PyDecimalContext self, Object x) {
    return x instanceof PyDecimal d ? d : new PyDecimal(DecimalConversion.required(x));
  }

  @Method(value = "canonical(self, x, /)", doc = "The number itself.")
  static Object canonical(PyDecimalContext self, Object x) {
    if (!(x instanceof PyDecimal)) {
      throw Errors.typeError("argument must be a Decimal");
    }
    return x;
  }

  @Method(value = "create_decimal(self, num='0', /)", doc = "A decimal rounded to the context.")
  static Object create_decimal(PyDecimalContext self, Object num) {
    return new PyDecimal(DecimalConversion.rounded(num, self));
  }

  @Method(value = "create_decimal_from_float(self, f, /)", doc = "A float or int as a decimal rounded to the context.")
  static Object create_decimal_from_float(PyDecimalContext self, Object f) {
    Num n;
    if (PyInt.isInt(f)) {
      n = Num.of(PyInt.big(f));
    } else if (PyFloat.isFloat(f)) {
      n = DecimalConversion.ofDouble(PyFloat.value(f));
    } else {
      throw Errors.typeError("argument must be int or float");
    }
    Calc calc = self.calc();
    return self.result(calc, calc.finish(n));
  }
}
