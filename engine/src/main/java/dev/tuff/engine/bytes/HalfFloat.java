package dev.tuff.engine.bytes;

/** IEEE 754 binary16 from double with one rounding (by way of float it would be two). */
public final class HalfFloat {
  private HalfFloat() {}

  /** Whether a finite value is too large for the format. */
  public static boolean overflows(double d) {
    return Math.abs(d) >= 65520.0 && !Double.isInfinite(d);
  }

  public static short of(double d) {
    long bits = Double.doubleToRawLongBits(d);
    int sign = (int) (bits >>> 48) & 0x8000;
    if (d != d) {
      return (short) (sign | 0x7E00);
    }
    double a = Math.abs(d);
    if (a >= 65520.0) {
      return (short) (sign | 0x7C00);
    }
    if (a < 0x1p-14) {
      return (short) (sign | (int) Math.rint(a * 0x1p24));
    }
    int e = Math.getExponent(a);
    // the hidden bit of the rounded significand carries into the exponent
    int m = (int) Math.rint(Math.scalb(a, 10 - e));
    return (short) (sign | (e + 14 << 10) + m);
  }
}
