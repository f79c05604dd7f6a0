package dev.tuff.engine.number;

import dev.tuff.engine.core.Errors;

/**
 * Arithmetic of complex numbers. Mixed operations with a real operand do not promote it: the sign of a zero part and infinities survive
 * (C99 Annex G).
 */
public final class ComplexMath {
  private static final double INF = Double.POSITIVE_INFINITY;

  private ComplexMath() {}

  public static PyComplex multiply(double a, double b, double c, double d) {
    double ac = a * c;
    double bd = b * d;
    double ad = a * d;
    double bc = b * c;
    double re = ac - bd;
    double im = ad + bc;
    if (re != re && im != im) {
      return recover(a, b, c, d, re, im);
    }
    return new PyComplex(re, im);
  }

  /** An infinite operand makes the product infinite even if the formula says NaN + NaN i. */
  private static PyComplex recover(double a, double b, double c, double d, double re, double im) {
    boolean again = false;
    boolean overflow = Double.isInfinite(a * c) || Double.isInfinite(b * d) || Double.isInfinite(a * d) || Double.isInfinite(b * c);
    if (Double.isInfinite(a) || Double.isInfinite(b)) {
      a = boxed(a);
      b = boxed(b);
      c = zeroed(c);
      d = zeroed(d);
      again = true;
    }
    if (Double.isInfinite(c) || Double.isInfinite(d)) {
      c = boxed(c);
      d = boxed(d);
      a = zeroed(a);
      b = zeroed(b);
      again = true;
    }
    if (!again && overflow) {
      a = zeroed(a);
      b = zeroed(b);
      c = zeroed(c);
      d = zeroed(d);
      again = true;
    }
    return again ? new PyComplex(INF * (a * c - b * d), INF * (a * d + b * c)) : new PyComplex(re, im);
  }

  private static double boxed(double x) {
    return Math.copySign(Double.isInfinite(x) ? 1.0 : 0.0, x);
  }

  private static double zeroed(double x) {
    return x != x ? Math.copySign(0.0, x) : x;
  }

  /** {@code (a + bi) / (c + di)}, or null for a zero divisor. */
  static PyComplex quotient(double a, double b, double c, double d) {
    double absC = Math.abs(c);
    double absD = Math.abs(d);
    double re;
    double im;
    if (absC >= absD) {
      if (absC == 0) {
        return null;
      }
      double ratio = d / c;
      double denominator = c + d * ratio;
      re = (a + b * ratio) / denominator;
      im = (b - a * ratio) / denominator;
    } else if (absD >= absC) {
      double ratio = c / d;
      double denominator = c * ratio + d;
      re = (a * ratio + b) / denominator;
      im = (b * ratio - a) / denominator;
    } else {
      re = Double.NaN;
      im = Double.NaN;
    }
    if (re != re && im != im) {
      if ((Double.isInfinite(a) || Double.isInfinite(b)) && Double.isFinite(c) && Double.isFinite(d)) {
        double x = boxed(a);
        double y = boxed(b);
        re = INF * (x * c + y * d);
        im = INF * (y * c - x * d);
      } else if ((Double.isInfinite(absC) || Double.isInfinite(absD)) && Double.isFinite(a) && Double.isFinite(b)) {
        double x = boxed(c);
        double y = boxed(d);
        re = 0.0 * (a * x + b * y);
        im = 0.0 * (b * x - a * y);
      }
    }
    return new PyComplex(re, im);
  }

  public static PyComplex divide(double a, double b, double c, double d) {
    PyComplex q = quotient(a, b, c, d);
    if (q == null) {
      throw Arithmetic.divisionByZero();
    }
    return q;
  }

  /** A real divided by a complex. */
  static PyComplex divideReal(double a, double c, double d) {
    double absC = Math.abs(c);
    double absD = Math.abs(d);
    double re;
    double im;
    if (absC >= absD) {
      if (absC == 0) {
        throw Arithmetic.divisionByZero();
      }
      double ratio = d / c;
      double denominator = c + d * ratio;
      re = a / denominator;
      im = -a * ratio / denominator;
    } else if (absD >= absC) {
      double ratio = c / d;
      double denominator = c * ratio + d;
      re = a * ratio / denominator;
      im = -a / denominator;
    } else {
      re = Double.NaN;
      im = Double.NaN;
    }
    if (re != re && im != im && Double.isFinite(a) && (Double.isInfinite(absC) || Double.isInfinite(absD))) {
      re = 0.0 * (a * boxed(c));
      im = 0.0 * (-a * boxed(d));
    }
    return new PyComplex(re, im);
  }

  static PyComplex power(double a, double b, double c, double d) {
    PyComplex r;
    if (d == 0 && c == Math.floor(c) && Math.abs(c) <= 100) {
      r = integerPower(a, b, (int) c);
    } else if (a == 0 && b == 0) {
      r = d != 0 || c < 0 ? null : new PyComplex(0, 0);
    } else {
      double modulus = abs(a, b);
      double length = Power.pow(modulus, c);
      double angle = Math.atan2(b, a);
      double phase = angle * c;
      if (d != 0) {
        length *= Math.exp(-angle * d);
        phase += d * Math.log(modulus);
      }
      r = new PyComplex(length * Math.cos(phase), length * Math.sin(phase));
    }
    if (r == null) {
      throw Errors.zeroDivisionError("zero to a negative or complex power");
    }
    if (Double.isInfinite(r.real) || Double.isInfinite(r.imag)) {
      throw Errors.overflowError("complex exponentiation");
    }
    return r;
  }

  private static PyComplex integerPower(double a, double b, int n) {
    PyComplex r = new PyComplex(1, 0);
    PyComplex p = new PyComplex(a, b);
    int m = Math.abs(n);
    for (int mask = 1; m >= mask; mask <<= 1) {
      if ((m & mask) != 0) {
        r = multiply(r.real, r.imag, p.real, p.imag);
      }
      p = multiply(p.real, p.imag, p.real, p.imag);
    }
    return n > 0 ? r : quotient(1, 0, r.real, r.imag);
  }

  public static double abs(double re, double im) {
    return Math.hypot(re, im);
  }
}
