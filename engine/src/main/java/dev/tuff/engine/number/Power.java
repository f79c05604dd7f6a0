package dev.tuff.engine.number;

/** {@code x ** y} of floats to within little more than half an ulp. */
public final class Power {
  private Power() {}

  /** {@code x} to the power {@code y} as C's {@code pow}; NaN for a negative x unless y is an integer. */
  public static double pow(double x, double y) {
    if (y == 2) {
      return x * x;
    }
    if (y == 0.5) {
      return root(x);
    }
    if (y == Math.rint(y) && Math.abs(y) <= 64 && y != 0) {
      double r = integer(x, (int) Math.abs(y), y < 0);
      if (r == r && Math.abs(r) > 1e-280 && Math.abs(r) < 1e280) {
        return r;
      }
    }
    return Math.pow(x, y);
  }

  /** Without a call on any way: one would keep HotSpot from leaving numbers in registers. */
  private static double root(double x) {
    return x > 0 ? Math.sqrt(x) : x == 0 ? 0.0 : x == Double.NEGATIVE_INFINITY ? Double.POSITIVE_INFINITY : Double.NaN;
  }

  /** Repeated squaring in double-double arithmetic: a pair (high, low) carries about 106 bits. NaN if it left the safe range. */
  private static double integer(double x, int n, boolean invert) {
    double rh = 1;
    double rl = 0;
    double bh = x;
    double bl = 0;
    while (true) {
      if ((n & 1) != 0) {
        double p = rh * bh;
        double e = Math.fma(rh, bh, -p) + (rh * bl + rl * bh);
        rh = p + e;
        rl = e - (rh - p);
      }
      n >>= 1;
      if (n == 0) {
        break;
      }
      double p = bh * bh;
      double e = Math.fma(bh, bh, -p) + 2 * bh * bl;
      bh = p + e;
      bl = e - (bh - p);
      double m = Math.abs(bh);
      if (!(m < 1e280 && m > 1e-280)) {
        return Double.NaN;
      }
    }
    if (!invert) {
      return rh + rl;
    }
    if (!(Math.abs(rh) < 1e280 && Math.abs(rh) > 1e-280)) {
      return Double.NaN;
    }
    double q = 1 / rh;
    double rest = Math.fma(-q, rh, 1) - q * rl;
    return q + rest / rh;
  }
}
