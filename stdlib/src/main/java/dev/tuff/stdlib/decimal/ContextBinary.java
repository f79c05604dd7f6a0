package dev.tuff.stdlib.decimal;

import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Method;

/** The operations of several numbers as methods of {@code Context}. */
final class ContextBinary {
  private ContextBinary() {}

  private static Object binary(PyDecimalContext self, Object x, Object y, Op.Binary op) {
    Num a = DecimalConversion.required(x);
    Num b = DecimalConversion.required(y);
    Calc calc = self.calc();
    return self.result(calc, op.apply(calc, a, b));
  }

  @Method(value = "add(self, x, y, /)", doc = "The sum.")
  static Object add(PyDecimalContext self, Object x, Object y) {
    return binary(self, x, y, DecimalArithmetic::add);
  }

  @Method(value = "compare(self, x, y, /)", doc = "Compares two numbers: -1, 0 or 1, or NaN.")
  static Object compare(PyDecimalContext self, Object x, Object y) {
    return binary(self, x, y, DecimalDigits::compare);
  }

  @Method(value = "compare_signal(self, x, y, /)", doc = "Compares two numbers; every NaN signals.")
  static Object compare_signal(PyDecimalContext self, Object x, Object y) {
    return binary(self, x, y, DecimalDigits::compareSignal);
  }

  @Method(value = "compare_total(self, x, y, /)", doc = "Compares by the total order of representations.")
  static Object compare_total(PyDecimalContext self, Object x, Object y) {
    return binary(self, x, y, DecimalDigits::compareTotal);
  }

  @Method(value = "compare_total_mag(self, x, y, /)", doc = "Compares by the total order, without signs.")
  static Object compare_total_mag(PyDecimalContext self, Object x, Object y) {
    return binary(self, x, y, DecimalDigits::compareTotalMag);
  }

  @Method(value = "copy_sign(self, x, y, /)", doc = "The first number with the sign of the second.")
  static Object copy_sign(PyDecimalContext self, Object x, Object y) {
    return binary(self, x, y, DecimalDigits::copySign);
  }

  @Method(value = "divide(self, x, y, /)", doc = "The quotient.")
  static Object divide(PyDecimalContext self, Object x, Object y) {
    return binary(self, x, y, DecimalArithmetic::divide);
  }

  @Method(value = "divide_int(self, x, y, /)", doc = "The integral part of the quotient.")
  static Object divide_int(PyDecimalContext self, Object x, Object y) {
    return binary(self, x, y, DecimalArithmetic::divideInt);
  }

  @Method(value = "logical_and(self, x, y, /)", doc = "And of the digits of logical operands.")
  static Object logical_and(PyDecimalContext self, Object x, Object y) {
    return binary(self, x, y, DecimalDigits::and);
  }

  @Method(value = "logical_or(self, x, y, /)", doc = "Or of the digits of logical operands.")
  static Object logical_or(PyDecimalContext self, Object x, Object y) {
    return binary(self, x, y, DecimalDigits::or);
  }

  @Method(value = "logical_xor(self, x, y, /)", doc = "Exclusive or of the digits of logical operands.")
  static Object logical_xor(PyDecimalContext self, Object x, Object y) {
    return binary(self, x, y, DecimalDigits::xor);
  }

  @Method(value = "max(self, x, y, /)", doc = "The larger number.")
  static Object max(PyDecimalContext self, Object x, Object y) {
    return binary(self, x, y, DecimalDigits::max);
  }

  @Method(value = "max_mag(self, x, y, /)", doc = "The number with the larger absolute value.")
  static Object max_mag(PyDecimalContext self, Object x, Object y) {
    return binary(self, x, y, DecimalDigits::maxMag);
  }

  @Method(value = "min(self, x, y, /)", doc = "The smaller number.")
  static Object min(PyDecimalContext self, Object x, Object y) {
    return binary(self, x, y, DecimalDigits::min);
  }

  @Method(value = "min_mag(self, x, y, /)", doc = "The number with the smaller absolute value.")
  static Object min_mag(PyDecimalContext self, Object x, Object y) {
    return binary(self, x, y, DecimalDigits::minMag);
  }

  @Method(value = "multiply(self, x, y, /)", doc = "The product.")
  static Object multiply(PyDecimalContext self, Object x, Object y) {
    return binary(self, x, y, DecimalArithmetic::multiply);
  }

  @Method(value = "next_toward(self, x, y, /)", doc = "The next representable number on the way to another.")
  static Object next_toward(PyDecimalContext self, Object x, Object y) {
    return binary(self, x, y, DecimalDigits::nextToward);
  }

  @Method(value = "quantize(self, x, y, /)", doc = "The first number rounded to the exponent of the second.")
  static Object quantize(PyDecimalContext self, Object x, Object y) {
    return binary(self, x, y, DecimalArithmetic::quantize);
  }

  @Method(value = "remainder(self, x, y, /)", doc = "What a division leaves.")
  static Object remainder(PyDecimalContext self, Object x, Object y) {
    return binary(self, x, y, DecimalArithmetic::remainder);
  }

  @Method(value = "remainder_near(self, x, y, /)", doc = "What is left beside the nearest multiple of the divisor.")
  static Object remainder_near(PyDecimalContext self, Object x, Object y) {
    return binary(self, x, y, DecimalArithmetic::remainderNear);
  }

  @Method(value = "rotate(self, x, y, /)", doc = "The digits of the first number rotated by the second.")
  static Object rotate(PyDecimalContext self, Object x, Object y) {
    return binary(self, x, y, DecimalDigits::rotate);
  }

  @Method(value = "scaleb(self, x, y, /)", doc = "The first number with the second added to its exponent.")
  static Object scaleb(PyDecimalContext self, Object x, Object y) {
    return binary(self, x, y, DecimalDigits::scaleb);
  }

  @Method(value = "shift(self, x, y, /)", doc = "The digits of the first number shifted by the second.")
  static Object shift(PyDecimalContext self, Object x, Object y) {
    return binary(self, x, y, DecimalDigits::shift);
  }

  @Method(value = "subtract(self, x, y, /)", doc = "The difference.")
  static Object subtract(PyDecimalContext self, Object x, Object y) {
    return binary(self, x, y, DecimalArithmetic::subtract);
  }

  @Method(value = "same_quantum(self, x, y, /)", doc = "Whether both have the same exponent.")
  static boolean same_quantum(PyDecimalContext self, Object x, Object y) {
    Num a = DecimalConversion.required(x);
    return DecimalDigits.sameQuantum(a, DecimalConversion.required(y));
  }

  @Method(value = "divmod(self, x, y, /)", doc = "Quotient and remainder.")
  static Object divmod(PyDecimalContext self, Object x, Object y) {
    Num a = DecimalConversion.required(x);
    return DecimalOperators.both(self, a, DecimalConversion.required(y));
  }

  @Method(value = "fma(self, x, y, z, /)", doc = "x * y + z, rounded once.")
  static Object fma(PyDecimalContext self, Object x, Object y, Object z) {
    Num a = DecimalConversion.required(x);
    Num b = DecimalConversion.required(y);
    Num d = DecimalConversion.required(z);
    Calc calc = self.calc();
    return self.result(calc, DecimalArithmetic.fma(calc, a, b, d));
  }

  @Method(value = "power(self, /, a, b, modulo=None)", doc = "a ** b, or a ** b % modulo.")
  static Object power(PyDecimalContext self, Object a, Object b, Object modulo) {
    Num x = DecimalConversion.required(a);
    Num y = DecimalConversion.required(b);
    Calc calc = self.calc();
    return self.result(calc, modulo == Py.None
        ? Elementary.power(calc, x, y)
        : Elementary.powerModulo(calc, x, y, DecimalConversion.required(modulo)));
  }
}
