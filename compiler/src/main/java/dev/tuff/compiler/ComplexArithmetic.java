package dev.tuff.compiler;

import dev.tuff.syntax.Const;

/**
 * Operations on complex constants at compile time, with the results that Python's own arithmetic gives; null: left to run time.
 */
final class ComplexArithmetic {
  private static final int MAX_EXPONENT = 100;

  private ComplexArithmetic() {}

  static Object binary(Const.Complex a, int op, Const.Complex b) {
    return switch (op) {
      case BinaryOp.NB_ADD -> new Const.Complex(a.real() + b.real(), a.imag() + b.imag());
      case BinaryOp.NB_SUBTRACT -> new Const.Complex(a.real() - b.real(), a.imag() - b.imag());
      case BinaryOp.NB_MULTIPLY -> product(a, b);
      case BinaryOp.NB_TRUE_DIVIDE -> quotient(a, b);
      case BinaryOp.NB_POWER -> power(a, b);
      default -> null;
    };
  }

  /** A real operand is not given an imaginary part of zero first: signs of zeros and infinities would differ. */
  static Object binary(Const.Complex a, int op, double b) {
    return switch (op) {
      case BinaryOp.NB_ADD -> new Const.Complex(a.real() + b, a.imag());
      case BinaryOp.NB_SUBTRACT -> new Const.Complex(a.real() - b, a.imag());
      case BinaryOp.NB_MULTIPLY -> new Const.Complex(a.real() * b, a.imag() * b);
      case BinaryOp.NB_TRUE_DIVIDE -> b == 0 ? null : new Const.Complex(a.real() / b, a.imag() / b);
      case BinaryOp.NB_POWER -> power(a, new Const.Complex(b, 0));
      default -> null;
    };
  }

  static Object binary(double a, int op, Const.Complex b) {
    return switch (op) {
      case BinaryOp.NB_ADD -> new Const.Complex(a + b.real(), b.imag());
      case BinaryOp.NB_SUBTRACT -> new Const.Complex(a - b.real(), -b.imag());
      case BinaryOp.NB_MULTIPLY -> new Const.Complex(a * b.real(), a * b.imag());
      case BinaryOp.NB_TRUE_DIVIDE -> quotient(a, b);
      case BinaryOp.NB_POWER -> power(new Const.Complex(a, 0), b);
      default -> null;
    };
  }

  private static Const.Complex product(Const.Complex a, Const.Complex b) {
    return new Const.Complex(a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real());
  }

  private static boolean finite(Const.Complex c) {
    return Double.isFinite(c.real()) && Double.isFinite(c.imag());
  }

  /** Smith's algorithm: scales by the larger part of the divisor. */
  private static Const.Complex quotient(Const.Complex a, Const.Complex b) {
    if (b.real() == 0 && b.imag() == 0 || !finite(a) || !finite(b)) {
      return null;
    }
    if (Math.abs(b.real()) >= Math.abs(b.imag())) {
      double ratio = b.imag() / b.real();
      double denominator = b.real() + b.imag() * ratio;
      return new Const.Complex((a.real() + a.imag() * ratio) / denominator, (a.imag() - a.real() * ratio) / denominator);
    }
    double ratio = b.real() / b.imag();
    double denominator = b.real() * ratio + b.imag();
    return new Const.Complex((a.real() * ratio + a.imag()) / denominator, (a.imag() * ratio - a.real()) / denominator);
  }

  private static Const.Complex quotient(double a, Const.Complex b) {
    if (b.real() == 0 && b.imag() == 0 || !Double.isFinite(a) || !finite(b)) {
      return null;
    }
    if (Math.abs(b.real()) >= Math.abs(b.imag())) {
      double ratio = b.imag() / b.real();
      double denominator = b.real() + b.imag() * ratio;
      return new Const.Complex(a / denominator, -a * ratio / denominator);
    }
    double ratio = b.real() / b.imag();
    double denominator = b.real() * ratio + b.imag();
    return new Const.Complex(a * ratio / denominator, -a / denominator);
  }

  /** Small integer exponents only; the others take functions whose last digit is the platform's. */
  private static Const.Complex power(Const.Complex a, Const.Complex b) {
    if (b.imag() != 0 || b.real() != Math.rint(b.real()) || Math.abs(b.real()) > MAX_EXPONENT) {
      return null;
    }
    int exponent = (int) b.real();
    Const.Complex result = new Const.Complex(1, 0);
    Const.Complex factor = a;
    for (int mask = 1; mask <= Math.abs(exponent); mask <<= 1) {
      if ((Math.abs(exponent) & mask) != 0) {
        result = product(result, factor);
      }
      factor = product(factor, factor);
    }
    if (exponent < 0) {
      result = quotient(new Const.Complex(1, 0), result);
    }
    return result == null || !finite(result) ? null : result;
  }
}
