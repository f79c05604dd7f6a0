package dev.tuff.stdlib.math;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Operators;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;
import java.math.BigInteger;

/** {@code math.log} and its kin, of floats and of ints of any size. */
final class Logarithms {
  private static final double LN2 = Math.log(2);

  private Logarithms() {}

  private static double natural(double x) {
    return Math.log(x);
  }

  /** Exact at powers of two. */
  private static double binary(double x) {
    if (!Double.isFinite(x)) {
      return x;
    }
    int e = Math.getExponent(x);
    if (e < -1022) {
      return binary(x * 0x1p60) - 60;
    }
    double m = Math.scalb(x, -e);
    if (m == 1) {
      return e;
    }
    // for x just below a power of two both terms would cancel
    return x >= 1 || m < 1.5 ? Math.log(m) / LN2 + e : Math.log(m / 2) / LN2 + (e + 1);
  }

  private static double apply(int base, double x) {
    return base == 2 ? binary(x) : base == 10 ? Math.log10(x) : natural(x);
  }

  private static double log(Object x, int base) {
    if (PyInt.isInt(x)) {
      Object v = PyInt.value(x);
      if (PyInt.sign(v) <= 0) {
        throw Errors.valueError("expected a positive input");
      }
      if (v instanceof Long l) {
        return apply(base, l);
      }
      BigInteger b = (BigInteger) v;
      double d = b.doubleValue();
      if (!Double.isInfinite(d)) {
        return apply(base, d);
      }
      int shift = b.bitLength() - 64;
      return apply(base, Math.scalb(b.shiftRight(shift).doubleValue(), -64)) + apply(base, 2.0) * (shift + 64L);
    }
    double d = PyFloat.toDouble(x);
    if (d <= 0) {
      throw MathModule.domain("expected a positive input, got ", d);
    }
    return apply(base, d);
  }

  @Function(value = "log(x, base=<null>, /)", textSignature = false, doc = "log(x, [base=math.e])\nReturn the logarithm of x to the "
      + "given base.\n\nIf the base is not specified, returns the natural logarithm (base e) of x.")
  static Object log(Object x, Object base) {
    double n = log(x, 0);
    return base == null ? (Object) n : Operators.binary(Special.TRUEDIV, n, log(base, 0));
  }

  @Function(value = "log2(x, /)", doc = "Return the base 2 logarithm of x.")
  static double log2(Object x) {
    return log(x, 2);
  }

  @Function(value = "log10(x, /)", doc = "Return the base 10 logarithm of x.")
  static double log10(Object x) {
    return log(x, 10);
  }
}
