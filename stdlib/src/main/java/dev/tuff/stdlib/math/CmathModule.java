package dev.tuff.stdlib.math;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.number.ComplexMath;
import dev.tuff.engine.number.PyComplex;
import dev.tuff.engine.number.PyFloat;

/** {@code cmath}. */
public final class CmathModule {
  private CmathModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "cmath", new CmathModuleTable());
    m.set("pi", Math.PI);
    m.set("e", Math.E);
    m.set("tau", 2 * Math.PI);
    m.set("inf", Double.POSITIVE_INFINITY);
    m.set("nan", Double.NaN);
    m.set("infj", new PyComplex(0, Double.POSITIVE_INFINITY));
    m.set("nanj", new PyComplex(0, Double.NaN));
  }

  @Function(value = "acos(z, /)", doc = "Return the arc cosine of z.")
  static Object acos(Object z) {
    PyComplex c = PyComplex.toComplex(z);
    return ComplexFunctions.acos(c.real, c.imag);
  }

  @Function(value = "acosh(z, /)", doc = "Return the inverse hyperbolic cosine of z.")
  static Object acosh(Object z) {
    PyComplex c = PyComplex.toComplex(z);
    return ComplexFunctions.acosh(c.real, c.imag);
  }

  @Function(value = "asin(z, /)", doc = "Return the arc sine of z.")
  static Object asin(Object z) {
    PyComplex c = PyComplex.toComplex(z);
    return ComplexFunctions.asin(c.real, c.imag);
  }

  @Function(value = "asinh(z, /)", doc = "Return the inverse hyperbolic sine of z.")
  static Object asinh(Object z) {
    PyComplex c = PyComplex.toComplex(z);
    return ComplexFunctions.asinh(c.real, c.imag);
  }

  @Function(value = "atan(z, /)", doc = "Return the arc tangent of z.")
  static Object atan(Object z) {
    PyComplex c = PyComplex.toComplex(z);
    return ComplexFunctions.atan(c.real, c.imag);
  }

  @Function(value = "atanh(z, /)", doc = "Return the inverse hyperbolic tangent of z.")
  static Object atanh(Object z) {
    PyComplex c = PyComplex.toComplex(z);
    return ComplexFunctions.atanh(c.real, c.imag);
  }

  @Function(value = "cos(z, /)", doc = "Return the cosine of z.")
  static Object cos(Object z) {
    PyComplex c = PyComplex.toComplex(z);
    return ComplexFunctions.cos(c.real, c.imag);
  }

  @Function(value = "cosh(z, /)", doc = "Return the hyperbolic cosine of z.")
  static Object cosh(Object z) {
    PyComplex c = PyComplex.toComplex(z);
    return ComplexFunctions.cosh(c.real, c.imag);
  }

  @Function(value = "exp(z, /)", doc = "Return the exponential value e**z.")
  static Object exp(Object z) {
    PyComplex c = PyComplex.toComplex(z);
    return ComplexFunctions.exp(c.real, c.imag);
  }

  @Function(value = "log10(z, /)", doc = "Return the base-10 logarithm of z.")
  static Object log10(Object z) {
    PyComplex c = PyComplex.toComplex(z);
    return ComplexFunctions.log10(c.real, c.imag);
  }

  @Function(value = "sin(z, /)", doc = "Return the sine of z.")
  static Object sin(Object z) {
    PyComplex c = PyComplex.toComplex(z);
    return ComplexFunctions.sin(c.real, c.imag);
  }

  @Function(value = "sinh(z, /)", doc = "Return the hyperbolic sine of z.")
  static Object sinh(Object z) {
    PyComplex c = PyComplex.toComplex(z);
    return ComplexFunctions.sinh(c.real, c.imag);
  }

  @Function(value = "sqrt(z, /)", doc = "Return the square root of z.")
  static Object sqrt(Object z) {
    PyComplex c = PyComplex.toComplex(z);
    return ComplexFunctions.sqrt(c.real, c.imag);
  }

  @Function(value = "tan(z, /)", doc = "Return the tangent of z.")
  static Object tan(Object z) {
    PyComplex c = PyComplex.toComplex(z);
    return ComplexFunctions.tan(c.real, c.imag);
  }

  @Function(value = "tanh(z, /)", doc = "Return the hyperbolic tangent of z.")
  static Object tanh(Object z) {
    PyComplex c = PyComplex.toComplex(z);
    return ComplexFunctions.tanh(c.real, c.imag);
  }

  @Function(value = "log(z, base=<unrepresentable>, /)", doc = "log(z[, base]) -> the logarithm of z to the given base.\n\n"
      + "If the base is not specified, returns the natural logarithm (base e) of z.")
  static Object log(Object z, Object base) {
    PyComplex c = PyComplex.toComplex(z);
    PyComplex r = ComplexFunctions.log(c.real, c.imag);
    if (base == null) {
      return r;
    }
    PyComplex b = PyComplex.toComplex(base);
    PyComplex l = ComplexFunctions.log(b.real, b.imag);
    if (l.real == 0 && l.imag == 0) {
      throw MathModule.domainError();
    }
    return ComplexMath.divide(r.real, r.imag, l.real, l.imag);
  }

  @Function(value = "phase(z, /)", doc = "Return argument, also known as the phase angle, of a complex.")
  static double phase(Object z) {
    PyComplex c = PyComplex.toComplex(z);
    return Math.atan2(c.imag, c.real);
  }

  @Function(value = "polar(z, /)", doc = "Convert a complex from rectangular coordinates to polar coordinates.\n\n"
      + "r is the distance from 0 and phi the phase angle.")
  static Object polar(Object z) {
    PyComplex c = PyComplex.toComplex(z);
    double r = ComplexMath.abs(c.real, c.imag);
    if (Double.isInfinite(r) && Double.isFinite(c.real) && Double.isFinite(c.imag)) {
      throw MathModule.rangeError();
    }
    return PyTuple.of((Object) r, Math.atan2(c.imag, c.real));
  }

  @Function(value = "rect(r, phi, /)", doc = "Convert from polar coordinates to rectangular coordinates.")
  static Object rect(double r, double phi) {
    return ComplexFunctions.rect(r, phi);
  }

  @Function(value = "isfinite(z, /)", doc = "Return True if both the real and imaginary parts of z are finite, else False.")
  static boolean isfinite(Object z) {
    PyComplex c = PyComplex.toComplex(z);
    return Double.isFinite(c.real) && Double.isFinite(c.imag);
  }

  @Function(value = "isinf(z, /)", doc = "Checks if the real or imaginary part of z is infinite.")
  static boolean isinf(Object z) {
    PyComplex c = PyComplex.toComplex(z);
    return Double.isInfinite(c.real) || Double.isInfinite(c.imag);
  }

  @Function(value = "isnan(z, /)", doc = "Checks if the real or imaginary part of z not a number (NaN).")
  static boolean isnan(Object z) {
    PyComplex c = PyComplex.toComplex(z);
    return c.real != c.real || c.imag != c.imag;
  }

  @Function(value = "isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", doc = "Determine whether two complex numbers are close in value.")
  static boolean isclose(Object a, Object b, Object relTol, Object absTol) {
    PyComplex x = PyComplex.toComplex(a);
    PyComplex y = PyComplex.toComplex(b);
    double relative = relTol == null ? 1e-09 : PyFloat.toDouble(relTol);
    double absolute = absTol == null ? 0.0 : PyFloat.toDouble(absTol);
    if (relative < 0 || absolute < 0) {
      throw Errors.valueError("tolerances must be non-negative");
    }
    if (x.real == y.real && x.imag == y.imag) {
      return true;
    }
    if (isinf(x) || isinf(y)) {
      return false;
    }
    double diff = ComplexMath.abs(x.real - y.real, x.imag - y.imag);
    return diff <= relative * ComplexMath.abs(y.real, y.imag) || diff <= relative * ComplexMath.abs(x.real, x.imag) || diff <= absolute;
  }
}
