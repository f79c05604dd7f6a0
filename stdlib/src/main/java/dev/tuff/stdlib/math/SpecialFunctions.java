package dev.tuff.stdlib.math;

/** Gamma by Lanczos' approximation; the error function by its Taylor series near 0 and its continued fraction further out. */
final class SpecialFunctions {
  private static final double G = 6.024680040776729583740234375;
  private static final double G_MINUS_HALF = 5.524680040776729583740234375;

  // the rational approximation of the Lanczos sum for this G, 13 terms, constant term first
  private static final double[] NUMERATOR = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
  };
  private static final double[] DENOMINATOR = {
    0.0, 39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0, 2637558.0, 357423.0, 32670.0, 1925.0, 66.0, 1.0,
  };
  private static final double LOG_PI = 1.144729885849400174143427351353058711647;
  private static final double SQRT_PI = 1.772453850905516027298167483341145182798;
  private static final int MAX_FACTORIAL = 23;
  private static final int SERIES_TERMS = 25;
  private static final int FRACTION_TERMS = 50;
  private static final double SERIES_LIMIT = 1.5;
  private static final double FRACTION_LIMIT = 30.0;

  private SpecialFunctions() {}

  private static double lanczos(double x) {
    double n = 0;
    double d = 0;
    if (x < 5) {
      for (int i = NUMERATOR.length - 1; i >= 0; i--) {
        n = n * x + NUMERATOR[i];
        d = d * x + DENOMINATOR[i];
      }
    } else {
      for (int i = 0; i < NUMERATOR.length; i++) {
        n = n / x + NUMERATOR[i];
        d = d / x + DENOMINATOR[i];
      }
    }
    return n / d;
  }

  /** sin(pi x) for x without loss for large x. */
  private static double sinPi(double x) {
    double y = Math.abs(x) % 2;
    int n = (int) Math.round(2 * y);
    double r = switch (n) {
      case 0 -> Math.sin(Math.PI * y);
      case 1 -> Math.cos(Math.PI * (y - 0.5));
      case 2 -> Math.sin(Math.PI * (1 - y));
      case 3 -> -Math.cos(Math.PI * (y - 1.5));
      default -> Math.sin(Math.PI * (y - 2));
    };
    return Math.copySign(1.0, x) * r;
  }

  /** The caller has dealt with poles. */
  static double gamma(double x) {
    if (!Double.isFinite(x)) {
      return x;
    }
    if (x == Math.rint(x) && x <= MAX_FACTORIAL) {
      double r = 1;
      for (int i = 2; i < x; i++) {
        r *= i;
      }
      return r;
    }
    double a = Math.abs(x);
    if (a < 1e-20) {
      return 1 / x;
    }
    if (a > 200) {
      return x < 0 ? 0.0 / sinPi(x) : Double.POSITIVE_INFINITY;
    }
    double y = a + G_MINUS_HALF;
    // how much y is off, times G / y
    double z = a > G_MINUS_HALF ? y - a - G_MINUS_HALF : y - G_MINUS_HALF - a;
    z = z * G / y;
    double r;
    if (x < 0) {
      r = -Math.PI / sinPi(a) / a * Math.exp(y) / lanczos(a);
      r -= z * r;
      if (a < 140) {
        return r / Math.pow(y, a - 0.5);
      }
      double half = Math.pow(y, a / 2 - 0.25);
      return r / half / half;
    }
    r = lanczos(a) / Math.exp(y);
    r += z * r;
    if (a < 140) {
      return r * Math.pow(y, a - 0.5);
    }
    double half = Math.pow(y, a / 2 - 0.25);
    return r * half * half;
  }

  /** The caller has dealt with poles. */
  static double logGamma(double x) {
    if (!Double.isFinite(x)) {
      return x != x ? x : Double.POSITIVE_INFINITY;
    }
    if (x == 1 || x == 2) {
      return 0.0;
    }
    double a = Math.abs(x);
    if (a < 1e-20) {
      return -Math.log(a);
    }
    double r = Math.log(lanczos(a)) - G;
    r += (a - 0.5) * (Math.log(a + G - 0.5) - 1);
    return x < 0 ? LOG_PI - Math.log(Math.abs(sinPi(a))) - Math.log(a) - r : r;
  }

  /** exp(-x*x), with what rounding takes from the square. */
  private static double expMinusSquare(double x) {
    double square = x * x;
    return Math.exp(-square) * (1 - Math.fma(x, x, -square));
  }

  private static double series(double x) {
    double square = x * x;
    double sum = 0;
    double k = SERIES_TERMS + 0.5;
    for (int i = 0; i < SERIES_TERMS; i++) {
      sum = 2 + square * sum / k;
      k -= 1;
    }
    return sum * x * expMinusSquare(x) / SQRT_PI;
  }

  /** erfc of x &gt; 0. */
  private static double fraction(double x) {
    if (x >= FRACTION_LIMIT) {
      return 0;
    }
    double square = x * x;
    double a = 0;
    double da = 0.5;
    double p = 1;
    double p1 = 0;
    double q = da + square;
    double q1 = 1;
    for (int i = 0; i < FRACTION_TERMS; i++) {
      a += da;
      da += 2;
      double b = da + square;
      double t = p;
      p = b * p - a * p1;
      p1 = t;
      t = q;
      q = b * q - a * q1;
      q1 = t;
    }
    return p / q * x * expMinusSquare(x) / SQRT_PI;
  }

  static double erf(double x) {
    if (x != x) {
      return x;
    }
    double a = Math.abs(x);
    if (a < SERIES_LIMIT) {
      return series(x);
    }
    double c = fraction(a);
    return x > 0 ? 1 - c : c - 1;
  }

  static double erfc(double x) {
    if (x != x) {
      return x;
    }
    double a = Math.abs(x);
    if (a < SERIES_LIMIT) {
      return 1 - series(x);
    }
    double c = fraction(a);
    return x > 0 ? c : 2 - c;
  }
}
