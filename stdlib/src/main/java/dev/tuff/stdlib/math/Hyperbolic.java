package dev.tuff.stdlib.math;

/** The inverse hyperbolic functions, which Java lacks: each in the form that loses nothing in its range. */
final class Hyperbolic {
  private static final double LN2 = 6.93147180559945286227E-01;
  private static final double LARGE = 1L << 28;
  private static final double TINY = 0x1p-28;

  private Hyperbolic() {}

  static double asinh(double x) {
    double a = Math.abs(x);
    if (!Double.isFinite(x) || a < TINY) {
      return x;
    }
    double w;
    if (a > LARGE) {
      w = Math.log(a) + LN2;
    } else if (a > 2) {
      w = Math.log(2 * a + 1 / (Math.sqrt(a * a + 1) + a));
    } else {
      double t = a * a;
      w = Math.log1p(a + t / (1 + Math.sqrt(1 + t)));
    }
    return Math.copySign(w, x);
  }

  static double acosh(double x) {
    if (!(x >= 1)) {
      return Double.NaN;
    }
    if (x >= LARGE) {
      return Double.isInfinite(x) ? x : Math.log(x) + LN2;
    }
    if (x > 2) {
      return Math.log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
    }
    double t = x - 1;
    return Math.log1p(t + Math.sqrt(2 * t + t * t));
  }

  static double atanh(double x) {
    double a = Math.abs(x);
    if (!(a < 1)) {
      return Double.NaN;
    }
    if (a < TINY) {
      return x;
    }
    double t = a < 0.5 ? 0.5 * Math.log1p(2 * a + 2 * a * a / (1 - a)) : 0.5 * Math.log1p(2 * a / (1 - a));
    return Math.copySign(t, x);
  }
}
