package dev.tuff.stdlib.math;

import dev.tuff.engine.number.ComplexMath;
import dev.tuff.engine.number.PyComplex;

/**
 * The elementary functions of a complex number, after Kahan ("Branch cuts for complex elementary functions"): each is computed without
 * needless overflow or cancellation and keeps the signs of zeros on the branch cuts.
 */
final class ComplexFunctions {
  private static final double LARGE = Double.MAX_VALUE / 4;
  private static final double SQRT_LARGE = Math.sqrt(LARGE);
  private static final double LOG_LARGE = Math.log(LARGE);
  private static final double SQRT_MIN = Math.sqrt(Double.MIN_NORMAL);
  private static final double LN2 = 0.6931471805599453094;
  private static final double LN10 = 2.302585092994045684;

  private ComplexFunctions() {}

  private static PyComplex c(double re, double im) {
    return new PyComplex(re, im);
  }

  private static boolean finite(double x, double y) {
    return Double.isFinite(x) && Double.isFinite(y);
  }

  /** log|z| for parts near overflow. */
  private static double logHalf(double x, double y) {
    return Math.log(ComplexMath.abs(x / 2, y / 2)) + LN2 * 2;
  }

  private static boolean large(double x, double y) {
    return Math.abs(x) > LARGE || Math.abs(y) > LARGE;
  }

  static PyComplex sqrt(double x, double y) {
    if (!finite(x, y)) {
      return ComplexSpecial.of(ComplexSpecial.SQRT, x, y);
    }
    if (x == 0 && y == 0) {
      return c(0, y);
    }
    double ax = Math.abs(x);
    double ay = Math.abs(y);
    double s;
    if (ax < Double.MIN_NORMAL && ay < Double.MIN_NORMAL) {
      ax = Math.scalb(ax, 54);
      s = Math.scalb(Math.sqrt(ax + ComplexMath.abs(ax, Math.scalb(ay, 54))) / Math.sqrt(2), -27);
    } else {
      ax /= 8;
      s = 2 * Math.sqrt(ax + ComplexMath.abs(ax, ay / 8));
    }
    double d = ay / (2 * s);
    return x >= 0 ? c(s, Math.copySign(d, y)) : c(d, Math.copySign(s, y));
  }

  static PyComplex acos(double x, double y) {
    if (!finite(x, y)) {
      return ComplexSpecial.of(ComplexSpecial.ACOS, x, y);
    }
    if (large(x, y)) {
      double l = logHalf(x, y);
      return c(Math.atan2(Math.abs(y), x), x < 0 ? -Math.copySign(l, y) : Math.copySign(l, -y));
    }
    PyComplex s = sqrt(1 - x, -y);
    PyComplex t = sqrt(1 + x, y);
    return c(2 * Math.atan2(s.real, t.real), Hyperbolic.asinh(t.real * s.imag - t.imag * s.real));
  }

  static PyComplex acosh(double x, double y) {
    if (!finite(x, y)) {
      return ComplexSpecial.of(ComplexSpecial.ACOSH, x, y);
    }
    if (large(x, y)) {
      return c(logHalf(x, y), Math.atan2(y, x));
    }
    PyComplex s = sqrt(x - 1, y);
    PyComplex t = sqrt(x + 1, y);
    return c(Hyperbolic.asinh(s.real * t.real + s.imag * t.imag), 2 * Math.atan2(s.imag, t.real));
  }

  static PyComplex asin(double x, double y) {
    PyComplex s = asinh(-y, x);
    return c(s.imag, -s.real);
  }

  static PyComplex asinh(double x, double y) {
    if (!finite(x, y)) {
      return ComplexSpecial.of(ComplexSpecial.ASINH, x, y);
    }
    if (large(x, y)) {
      double l = logHalf(x, y);
      return c(y >= 0 ? Math.copySign(l, x) : -Math.copySign(l, -x), Math.atan2(y, Math.abs(x)));
    }
    PyComplex s = sqrt(1 + y, -x);
    PyComplex t = sqrt(1 - y, x);
    return c(Hyperbolic.asinh(s.real * t.imag - t.real * s.imag), Math.atan2(y, s.real * t.real - s.imag * t.imag));
  }

  static PyComplex atan(double x, double y) {
    PyComplex s = atanh(-y, x);
    return c(s.imag, -s.real);
  }

  static PyComplex atanh(double x, double y) {
    if (!finite(x, y)) {
      return ComplexSpecial.of(ComplexSpecial.ATANH, x, y);
    }
    if (x < 0 || x == 0 && 1 / x < 0) {
      PyComplex r = atanh(-x, -y);
      return c(-r.real, -r.imag);
    }
    double ay = Math.abs(y);
    if (x > SQRT_LARGE || ay > SQRT_LARGE) {
      double h = ComplexMath.abs(x / 2, y / 2);
      return c(x / 4 / h / h, -Math.copySign(Math.PI / 2, -y));
    }
    if (x == 1 && ay < SQRT_MIN) {
      if (ay == 0) {
        throw MathModule.domainError();
      }
      return c(-Math.log(Math.sqrt(ay) / Math.sqrt(ComplexMath.abs(ay, 2))), Math.copySign(Math.atan2(2, -ay) / 2, y));
    }
    double re = Math.log1p(4 * x / ((1 - x) * (1 - x) + ay * ay)) / 4;
    return c(re, -Math.atan2(-2 * y, (1 - x) * (1 + x) - ay * ay) / 2);
  }

  static PyComplex cos(double x, double y) {
    return cosh(-y, x);
  }

  static PyComplex cosh(double x, double y) {
    if (!finite(x, y)) {
      if (Double.isInfinite(x) && Double.isFinite(y) && y != 0) {
        double im = Math.copySign(Double.POSITIVE_INFINITY, Math.sin(y));
        return c(Math.copySign(Double.POSITIVE_INFINITY, Math.cos(y)), x > 0 ? im : -im);
      }
      return ComplexSpecial.of(ComplexSpecial.COSH, x, y);
    }
    if (Math.abs(x) > LOG_LARGE) {
      double one = x - Math.copySign(1, x);
      return checked(Math.cos(y) * Math.cosh(one) * Math.E, Math.sin(y) * Math.sinh(one) * Math.E);
    }
    return checked(Math.cos(y) * Math.cosh(x), Math.sin(y) * Math.sinh(x));
  }

  private static PyComplex checked(double re, double im) {
    if (Double.isInfinite(re) || Double.isInfinite(im)) {
      throw MathModule.rangeError();
    }
    return c(re, im);
  }

  static PyComplex exp(double x, double y) {
    if (!finite(x, y)) {
      if (Double.isInfinite(x) && Double.isFinite(y) && y != 0) {
        double size = x > 0 ? Double.POSITIVE_INFINITY : 0;
        return c(Math.copySign(size, Math.cos(y)), Math.copySign(size, Math.sin(y)));
      }
      return ComplexSpecial.of(ComplexSpecial.EXP, x, y);
    }
    if (x > LOG_LARGE) {
      double l = Math.exp(x - 1);
      return checked(l * Math.cos(y) * Math.E, l * Math.sin(y) * Math.E);
    }
    double l = Math.exp(x);
    return checked(l * Math.cos(y), l * Math.sin(y));
  }

  static PyComplex log(double x, double y) {
    if (!finite(x, y)) {
      return ComplexSpecial.of(ComplexSpecial.LOG, x, y);
    }
    double ax = Math.abs(x);
    double ay = Math.abs(y);
    double re;
    if (ax > LARGE || ay > LARGE) {
      re = Math.log(ComplexMath.abs(ax / 2, ay / 2)) + LN2;
    } else if (ax < Double.MIN_NORMAL && ay < Double.MIN_NORMAL) {
      if (ax == 0 && ay == 0) {
        throw MathModule.domainError();
      }
      re = Math.log(ComplexMath.abs(Math.scalb(ax, 53), Math.scalb(ay, 53))) - 53 * LN2;
    } else {
      double h = ComplexMath.abs(ax, ay);
      if (h >= 0.71 && h <= 1.73) {
        double max = Math.max(ax, ay);
        double min = Math.min(ax, ay);
        re = Math.log1p((max - 1) * (max + 1) + min * min) / 2;
      } else {
        re = Math.log(h);
      }
    }
    return c(re, Math.atan2(y, x));
  }

  static PyComplex log10(double x, double y) {
    PyComplex r = log(x, y);
    return c(r.real / LN10, r.imag / LN10);
  }

  static PyComplex sin(double x, double y) {
    PyComplex s = sinh(-y, x);
    return c(s.imag, -s.real);
  }

  static PyComplex sinh(double x, double y) {
    if (!finite(x, y)) {
      if (Double.isInfinite(x) && Double.isFinite(y) && y != 0) {
        double re = Math.copySign(Double.POSITIVE_INFINITY, Math.cos(y));
        return c(x > 0 ? re : -re, Math.copySign(Double.POSITIVE_INFINITY, Math.sin(y)));
      }
      return ComplexSpecial.of(ComplexSpecial.SINH, x, y);
    }
    if (Math.abs(x) > LOG_LARGE) {
      double one = x - Math.copySign(1, x);
      return checked(Math.cos(y) * Math.sinh(one) * Math.E, Math.sin(y) * Math.cosh(one) * Math.E);
    }
    return checked(Math.cos(y) * Math.sinh(x), Math.sin(y) * Math.cosh(x));
  }

  static PyComplex tan(double x, double y) {
    PyComplex s = tanh(-y, x);
    return c(s.imag, -s.real);
  }

  static PyComplex tanh(double x, double y) {
    if (!finite(x, y)) {
      if (Double.isInfinite(x) && Double.isFinite(y) && y != 0) {
        return c(Math.copySign(1, x), Math.copySign(0, 2 * Math.sin(y) * Math.cos(y)));
      }
      return ComplexSpecial.of(ComplexSpecial.TANH, x, y);
    }
    if (Math.abs(x) > LOG_LARGE) {
      return c(Math.copySign(1, x), 4 * Math.sin(y) * Math.cos(y) * Math.exp(-2 * Math.abs(x)));
    }
    double tx = Math.tanh(x);
    double ty = Math.tan(y);
    double cx = 1 / Math.cosh(x);
    double product = tx * ty;
    double denominator = 1 + product * product;
    return c(tx * (1 + ty * ty) / denominator, ty / denominator * cx * cx);
  }

  static PyComplex rect(double r, double phi) {
    if (!finite(r, phi)) {
      if (Double.isInfinite(r) && Double.isFinite(phi) && phi != 0) {
        double re = Math.copySign(Double.POSITIVE_INFINITY, Math.cos(phi));
        double im = Math.copySign(Double.POSITIVE_INFINITY, Math.sin(phi));
        return r > 0 ? c(re, im) : c(-re, -im);
      }
      return ComplexSpecial.of(ComplexSpecial.RECT, r, phi);
    }
    if (phi == 0) {
      // keeps the sign of a zero phase where r is zero or infinite
      return c(r, r * phi);
    }
    return c(r * Math.cos(phi), r * Math.sin(phi));
  }
}
