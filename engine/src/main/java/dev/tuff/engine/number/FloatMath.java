package dev.tuff.engine.number;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.exception.Exceptions;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Operators on floats that Java does not have as Python defines them: floor division, modulo, power, rounding. */
public final class FloatMath {
  private FloatMath() {}

  /** {@code a % b}: the sign of the divisor, also on a zero. */
  public static double modulo(double a, double b) {
    if (b == 0) {
      throw Arithmetic.divisionByZero();
    }
    double mod = a % b;
    if (mod == 0) {
      return Math.copySign(0.0, b);
    }
    return b < 0 != mod < 0 ? mod + b : mod;
  }

  /** {@code a // b}. */
  public static double floorDivide(double a, double b) {
    if (b == 0) {
      throw Arithmetic.divisionByZero();
    }
    double mod = a % b;
    double div = (a - mod) / b;
    if (mod != 0 && b < 0 != mod < 0) {
      div -= 1;
    }
    if (div == 0) {
      return Math.copySign(0.0, a / b);
    }
    double floor = Math.floor(div);
    return div - floor > 0.5 ? floor + 1 : floor;
  }

  /** {@code a ** b}: a float, or a complex for a negative base and a fractional exponent. */
  public static Object power(double a, double b) {
    if (b == 0 || a == 1) {
      return 1.0;
    }
    if (a != a || b != b) {
      return a != a ? a : b;
    }
    if (Double.isInfinite(b)) {
      double m = Math.abs(a);
      return m == 1 ? 1.0 : b > 0 == m > 1 ? Double.POSITIVE_INFINITY : 0.0;
    }
    if (Double.isInfinite(a)) {
      boolean odd = Math.abs(b) % 2 == 1;
      return b > 0 ? (odd ? a : Math.abs(a)) : odd ? Math.copySign(0.0, a) : 0.0;
    }
    if (a == 0) {
      if (b < 0) {
        throw Errors.zeroDivisionError("zero to a negative power");
      }
      return Math.abs(b) % 2 == 1 ? a : 0.0;
    }
    if (a < 0 && b != Math.floor(b)) {
      return ComplexMath.power(a, 0, b, 0);
    }
    double r = Power.pow(Math.abs(a), b);
    if (Double.isInfinite(r)) {
      throw Errors.make(Exceptions.OverflowError, Py.box(34), "Numerical result out of range");
    }
    return a < 0 && Math.abs(b) % 2 == 1 ? -r : r;
  }

  /** {@code round(x, digits)} for a finite x: the exact decimal value rounded half to even. */
  static double round(double x, long digits) {
    // 10**-324 is below every ulp; 10**309 is above every float
    if (x == 0 || digits > 323 || !Double.isFinite(x)) {
      return x;
    }
    if (digits < -308) {
      return 0.0 * x;
    }
    if (digits >= 0 && digits <= 22) {
      double scale = POWERS_OF_TEN[(int) digits];
      double y = x * scale;
      double r = Math.rint(y);
      // far from a tie the scaled value cannot have crossed it, and the quotient of two exact floats is rounded once
      if (Math.abs(y) < 1L << 40 && Math.abs(Math.abs(y - r) - 0.5) > 0x1p-10) {
        return r == 0 ? Math.copySign(0.0, x) : r / scale;
      }
    }
    double r = new BigDecimal(x).setScale((int) digits, RoundingMode.HALF_EVEN).doubleValue();
    if (Double.isInfinite(r)) {
      throw Errors.overflowError("rounded value too large to represent");
    }
    return Math.copySign(r, x);
  }

  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  };
}
