package dev.tuff.stdlib.math;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.text.FloatRepr;

/**
 * {@code math}: functions of one float. A NaN from a number is a domain error; an infinity from a finite number is an overflow, or a
 * domain error at a pole.
 */
public final class MathModule {
  private MathModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "math", new MathModuleTable());
    Exposed.define(m, "math", new LogarithmsTable());
    Exposed.define(m, "math", new FloatPartsTable());
    Exposed.define(m, "math", new IntegersTable());
    Exposed.define(m, "math", new SumsTable());
    m.set("pi", Math.PI);
    m.set("e", Math.E);
    m.set("tau", 2 * Math.PI);
    m.set("inf", Double.POSITIVE_INFINITY);
    m.set("nan", Double.NaN);
  }

  static PyException domain(String text, double x) {
    return Errors.valueError(text + FloatRepr.repr(x));
  }

  static PyException domainError() {
    return Errors.valueError("math domain error");
  }

  static PyException rangeError() {
    return Errors.overflowError("math range error");
  }

  @Function(value = "acos(x, /)", doc = "Return the arc cosine (measured in radians) of x.")
  static double acos(double x) {
    double r = Math.acos(x);
    if (r != r && x == x || Double.isInfinite(r) && !Double.isInfinite(x)) {
      throw domain("expected a number in range from -1 up to 1, got ", x);
    }
    return r;
  }

  @Function(value = "asin(x, /)", doc = "Return the arc sine (measured in radians) of x.")
  static double asin(double x) {
    double r = Math.asin(x);
    if (r != r && x == x || Double.isInfinite(r) && !Double.isInfinite(x)) {
      throw domain("expected a number in range from -1 up to 1, got ", x);
    }
    return r;
  }

  @Function(value = "atan(x, /)", doc = "Return the arc tangent (measured in radians) of x.")
  static double atan(double x) {
    return Math.atan(x);
  }

  @Function(value = "cos(x, /)", doc = "Return the cosine of x (measured in radians).")
  static double cos(double x) {
    double r = Math.cos(x);
    if (r != r && x == x || Double.isInfinite(r) && !Double.isInfinite(x)) {
      throw domain("expected a finite input, got ", x);
    }
    return r;
  }

  @Function(value = "sin(x, /)", doc = "Return the sine of x (measured in radians).")
  static double sin(double x) {
    double r = Math.sin(x);
    if (r != r && x == x || Double.isInfinite(r) && !Double.isInfinite(x)) {
      throw domain("expected a finite input, got ", x);
    }
    return r;
  }

  @Function(value = "tan(x, /)", doc = "Return the tangent of x (measured in radians).")
  static double tan(double x) {
    double r = Math.tan(x);
    if (r != r && x == x || Double.isInfinite(r) && !Double.isInfinite(x)) {
      throw domain("expected a finite input, got ", x);
    }
    return r;
  }

  @Function(value = "acosh(x, /)", doc = "Return the inverse hyperbolic cosine of x.")
  static double acosh(double x) {
    double r = Hyperbolic.acosh(x);
    if (r != r && x == x || Double.isInfinite(r) && !Double.isInfinite(x)) {
      throw domain("expected argument value not less than 1, got ", x);
    }
    return r;
  }

  @Function(value = "asinh(x, /)", doc = "Return the inverse hyperbolic sine of x.")
  static double asinh(double x) {
    return Hyperbolic.asinh(x);
  }

  @Function(value = "atanh(x, /)", doc = "Return the inverse hyperbolic tangent of x.")
  static double atanh(double x) {
    double r = Hyperbolic.atanh(x);
    if (r != r && x == x || Double.isInfinite(r) && !Double.isInfinite(x)) {
      throw domain("expected a number between -1 and 1, got ", x);
    }
    return r;
  }

  @Function(value = "cosh(x, /)", doc = "Return the hyperbolic cosine of x.")
  static double cosh(double x) {
    double r = Math.cosh(x);
    if (Double.isInfinite(r) && !Double.isInfinite(x)) {
      throw rangeError();
    }
    return r;
  }

  @Function(value = "sinh(x, /)", doc = "Return the hyperbolic sine of x.")
  static double sinh(double x) {
    double r = Math.sinh(x);
    if (Double.isInfinite(r) && !Double.isInfinite(x)) {
      throw rangeError();
    }
    return r;
  }

  @Function(value = "tanh(x, /)", doc = "Return the hyperbolic tangent of x.")
  static double tanh(double x) {
    return Math.tanh(x);
  }

  @Function(value = "exp(x, /)", doc = "Return e raised to the power of x.")
  static double exp(double x) {
    double r = Math.exp(x);
    if (Double.isInfinite(r) && !Double.isInfinite(x)) {
      throw rangeError();
    }
    return r;
  }

  @Function(value = "exp2(x, /)", doc = "Return 2 raised to the power of x.")
  static double exp2(double x) {
    double r = Math.pow(2, x);
    if (Double.isInfinite(r) && !Double.isInfinite(x)) {
      throw rangeError();
    }
    return r;
  }

  @Function(value = "expm1(x, /)", doc = "Return exp(x)-1 without the loss of precision of computing it so.")
  static double expm1(double x) {
    double r = Math.expm1(x);
    if (Double.isInfinite(r) && !Double.isInfinite(x)) {
      throw rangeError();
    }
    return r;
  }

  @Function(value = "log1p(x, /)", doc = "Return the natural logarithm of 1+x (base e).")
  static double log1p(double x) {
    double r = Math.log1p(x);
    if (r != r && x == x || Double.isInfinite(r) && !Double.isInfinite(x)) {
      throw domain("expected argument value > -1, got ", x);
    }
    return r;
  }

  @Function(value = "sqrt(x, /)", doc = "Return the square root of x.")
  static double sqrt(double x) {
    double r = Math.sqrt(x);
    if (r != r && x == x || Double.isInfinite(r) && !Double.isInfinite(x)) {
      throw domain("expected a nonnegative input, got ", x);
    }
    return r;
  }

  @Function(value = "cbrt(x, /)", doc = "Return the cube root of x.")
  static double cbrt(double x) {
    return Math.cbrt(x);
  }

  @Function(value = "erf(x, /)", doc = "Error function at x.")
  static double erf(double x) {
    return SpecialFunctions.erf(x);
  }

  @Function(value = "erfc(x, /)", doc = "Complementary error function at x.")
  static double erfc(double x) {
    return SpecialFunctions.erfc(x);
  }

  @Function(value = "fabs(x, /)", doc = "Return the absolute value of the float x.")
  static double fabs(double x) {
    return Math.abs(x);
  }

  @Function(value = "degrees(x, /)", doc = "Convert angle x from radians to degrees.")
  static double degrees(double x) {
    return x * (180.0 / Math.PI);
  }

  @Function(value = "radians(x, /)", doc = "Convert angle x from degrees to radians.")
  static double radians(double x) {
    return x * (Math.PI / 180.0);
  }

  @Function(value = "gamma(x, /)", doc = "Gamma function at x.")
  static double gamma(double x) {
    if (x == Math.rint(x) && x <= 0 && x != Double.POSITIVE_INFINITY) {
      throw domain("expected a noninteger or positive integer, got ", x);
    }
    double r = SpecialFunctions.gamma(x);
    if (Double.isInfinite(r) && Double.isFinite(x)) {
      throw rangeError();
    }
    return r;
  }

  @Function(value = "lgamma(x, /)", doc = "Natural logarithm of absolute value of Gamma function at x.")
  static double lgamma(double x) {
    if (x == Math.rint(x) && x <= 0 && !Double.isInfinite(x)) {
      throw domain("expected a noninteger or positive integer, got ", x);
    }
    double r = SpecialFunctions.logGamma(x);
    if (Double.isInfinite(r) && Double.isFinite(x)) {
      throw rangeError();
    }
    return r;
  }
}
