package dev.tuff.stdlib.math;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.number.BigMath;
import dev.tuff.engine.number.Power;
import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;
import java.math.BigInteger;

/** Functions of {@code math} on the parts and neighbours of floats, and those of two or three floats. */
final class FloatParts {
  private FloatParts() {}

  @Function(value = "atan2(y, x, /)", doc = "Return the arc tangent (measured in radians) of y/x.")
  static double atan2(double y, double x) {
    return Math.atan2(y, x);
  }

  @Function(value = "copysign(x, y, /)", doc = "Return a float with the magnitude (absolute value) of x but the sign of y.")
  static double copysign(double x, double y) {
    // Java's copySign ignores the sign of NaN
    return Double.doubleToRawLongBits(y) < 0 ? -Math.abs(x) : Math.abs(x);
  }

  @Function(value = "pow(x, y, /)", doc = "Return x**y (x to the power of y).")
  static double pow(double x, double y) {
    if (x == 1 || y == 0) {
      return 1.0;
    }
    if (x != x || y != y) {
      return x != x ? x : y;
    }
    if (Double.isInfinite(x) || Double.isInfinite(y)) {
      return infinitePower(x, y);
    }
    if (x == 0 && y < 0 || x < 0 && y != Math.rint(y)) {
      throw MathModule.domainError();
    }
    double r = x < 0 && Math.abs(y) % 2 == 1 ? -Power.pow(-x, y) : Power.pow(Math.abs(x), y);
    if (x == 0) {
      r = Math.abs(y) % 2 == 1 ? x : 0.0;
    }
    if (Double.isInfinite(r)) {
      throw MathModule.rangeError();
    }
    return r;
  }

  private static double infinitePower(double x, double y) {
    if (Double.isInfinite(y)) {
      double a = Math.abs(x);
      return a == 1 ? 1.0 : y > 0 == a > 1 ? Double.POSITIVE_INFINITY : 0.0;
    }
    boolean odd = Math.abs(y) % 2 == 1;
    return y > 0 ? (odd ? x : Math.abs(x)) : odd ? Math.copySign(0.0, x) : 0.0;
  }

  @Function(value = "fmod(x, y, /)", doc = "Return fmod(x, y), according to platform C.\n\nx % y may differ.")
  static double fmod(double x, double y) {
    if (x == x && y == y && (y == 0 || Double.isInfinite(x))) {
      throw MathModule.domainError();
    }
    return x % y;
  }

  @Function(value = "remainder(x, y, /)", doc = "Difference between x and the closest integer multiple of y.")
  static double remainder(double x, double y) {
    if (x == x && y == y && (y == 0 || Double.isInfinite(x))) {
      throw MathModule.domainError();
    }
    return Math.IEEEremainder(x, y);
  }

  @Function(value = "fma(x, y, z, /)", doc = "Fused multiply-add operation.\n\nCompute (x * y) + z with a single round.")
  static double fma(double x, double y, double z) {
    double r = Math.fma(x, y, z);
    if (Double.isFinite(r)) {
      return r;
    }
    if (r != r) {
      if (x == x && y == y && z == z) {
        throw Errors.valueError("invalid operation in fma");
      }
    } else if (Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(z)) {
      throw Errors.overflowError("overflow in fma");
    }
    return r;
  }

  @Function(value = "nextafter(x, y, /, *, steps=None)", doc = "Return the floating-point value the given number of steps after x "
      + "towards y.")
  static double nextafter(double x, double y, Object steps) {
    if (steps == Py.None) {
      return Math.nextAfter(x, y);
    }
    BigInteger n = PyInt.big(PyInt.index(steps));
    if (n.signum() < 0) {
      throw Errors.valueError("steps must be a non-negative integer");
    }
    if (n.signum() == 0 || x != x) {
      return x;
    }
    if (y != y) {
      return y;
    }
    BigInteger from = BigInteger.valueOf(ordinal(x));
    BigInteger to = BigInteger.valueOf(ordinal(y));
    BigInteger distance = to.subtract(from);
    if (distance.abs().compareTo(n) <= 0) {
      return y;
    }
    long at = from.add(distance.signum() < 0 ? n.negate() : n).longValue();
    if (at == 0) {
      return Math.copySign(0.0, x);
    }
    return at < 0 ? -Double.longBitsToDouble(-at) : Double.longBitsToDouble(at);
  }

  /** The floats numbered in order, zeros 0. */
  private static long ordinal(double d) {
    long bits = Double.doubleToRawLongBits(d);
    return bits < 0 ? -(bits & Long.MAX_VALUE) : bits;
  }

  @Function(value = "ulp(x, /)", doc = "Return the value of the least significant bit of the float x.")
  static double ulp(double x) {
    return Math.ulp(x);
  }

  @Function(value = "ldexp(x, i, /)", doc = "Return x * (2**i).\n\nThis is essentially the inverse of frexp().")
  static double ldexp(double x, Object i) {
    if (!PyInt.isInt(i)) {
      throw Errors.typeError("Expected an int as second argument to ldexp.");
    }
    if (x == 0 || !Double.isFinite(x)) {
      return x;
    }
    Object v = PyInt.value(i);
    int n = v instanceof Long l ? (int) Math.clamp(l, -5000, 5000) : PyInt.sign(v) * 5000;
    double r = Math.scalb(x, n);
    if (Double.isInfinite(r)) {
      throw MathModule.rangeError();
    }
    return r;
  }

  @Function(value = "frexp(x, /)", doc = "Return the mantissa and exponent of x, as pair (m, e).\n\nx = m * 2.**e, 0.5 <= abs(m) < 1.0.")
  static Object frexp(double x) {
    if (x == 0 || !Double.isFinite(x)) {
      return PyTuple.of((Object) x, Py.box(0));
    }
    int extra = Math.abs(x) < Double.MIN_NORMAL ? 54 : 0;
    double y = Math.scalb(x, extra);
    int e = Math.getExponent(y) + 1;
    return PyTuple.of((Object) Math.scalb(y, -e), Py.box(e - extra));
  }

  @Function(value = "modf(x, /)", doc = "Return the fractional and integer parts of x.\n\nBoth results carry the sign of x and are floats.")
  static Object modf(double x) {
    if (Double.isInfinite(x)) {
      return PyTuple.of((Object) Math.copySign(0.0, x), x);
    }
    double whole = x < 0 ? Math.ceil(x) : Math.floor(x);
    return PyTuple.of((Object) Math.copySign(x - whole, x), Math.copySign(whole, x));
  }

  @Function(value = "isfinite(x, /)", doc = "Return True if x is neither an infinity nor a NaN, and False otherwise.")
  static boolean isfinite(double x) {
    return Double.isFinite(x);
  }

  @Function(value = "isinf(x, /)", doc = "Return True if x is a positive or negative infinity, and False otherwise.")
  static boolean isinf(double x) {
    return Double.isInfinite(x);
  }

  @Function(value = "isnan(x, /)", doc = "Return True if x is a NaN (not a number), and False otherwise.")
  static boolean isnan(double x) {
    return x != x;
  }

  @Function(value = "isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", doc = "Determine whether two floating-point numbers are close in value.")
  static boolean isclose(double a, double b, Object relTol, Object absTol) {
    double relative = relTol == null ? 1e-09 : PyFloat.toDouble(relTol);
    double absolute = absTol == null ? 0.0 : PyFloat.toDouble(absTol);
    if (relative < 0 || absolute < 0) {
      throw Errors.valueError("tolerances must be non-negative");
    }
    if (a == b) {
      return true;
    }
    if (Double.isInfinite(a) || Double.isInfinite(b)) {
      return false;
    }
    double diff = Math.abs(b - a);
    return diff <= Math.abs(relative * b) || diff <= Math.abs(relative * a) || diff <= absolute;
  }

  @Function(value = "floor(x, /)", doc = "Return the floor of x as an Integral.\n\nThis is the largest integer <= x.")
  static Object floor(Object x) {
    if (x instanceof Double d) {
      return integer(Math.floor(d));
    }
    Object f = Attributes.special(x, "__floor__");
    return f != null ? Call.call(f) : integer(Math.floor(PyFloat.toDouble(x)));
  }

  @Function(value = "ceil(x, /)", doc = "Return the ceiling of x as an Integral.\n\nThis is the smallest integer >= x.")
  static Object ceil(Object x) {
    if (x instanceof Double d) {
      return integer(Math.ceil(d));
    }
    Object f = Attributes.special(x, "__ceil__");
    return f != null ? Call.call(f) : integer(Math.ceil(PyFloat.toDouble(x)));
  }

  private static Object integer(double d) {
    if (Math.abs(d) < 0x1p63) {
      return Py.box((long) d);
    }
    if (d != d) {
      throw Errors.valueError("cannot convert float NaN to integer");
    }
    if (Double.isInfinite(d)) {
      throw Errors.overflowError("cannot convert float infinity to integer");
    }
    return Py.box(BigMath.fromDouble(d));
  }

  @Function(value = "trunc(x, /)", doc = "Truncates the Real x to the nearest Integral toward 0.\n\nUses the __trunc__ magic method.")
  static Object trunc(Object x) {
    Object f = Attributes.special(x, "__trunc__");
    if (f == null) {
      throw Errors.typeError("type " + Py.typeOf(x).name() + " doesn't define __trunc__ method");
    }
    return Call.call(f);
  }
}
