package dev.tuff.engine.number;

import java.math.BigDecimal;

/** The repr of floats: the shortest digits that read back as the same value, in fixed notation from 1e-4 up to 1e16. */
public final class FloatRepr {
  private FloatRepr() {}

  public static String repr(double d) {
    return text(d, true);
  }

  /** {@code ".0"} is added to integral values if {@code point} (the parts of a complex go without). */
  static String text(double d, boolean point) {
    if (d != d) {
      return "nan";
    }
    if (Double.isInfinite(d)) {
      return d > 0 ? "inf" : "-inf";
    }
    if (d == (long) d && Math.abs(d) < 1e16 && (d != 0 || 1 / d > 0)) {
      return point ? (long) d + ".0" : Long.toString((long) d);
    }
    if (d == 0) {
      return point ? "-0.0" : "-0";
    }
    String java = Double.toString(Math.abs(d));
    int e = java.indexOf('E');
    int exponent = e < 0 ? 0 : Integer.parseInt(java, e + 1, java.length(), 10);
    String mantissa = e < 0 ? java : java.substring(0, e);
    int dot = mantissa.indexOf('.');
    String digits = mantissa.substring(0, dot) + mantissa.substring(dot + 1);
    int pointAt = dot + exponent;
    int lead = 0;
    while (lead < digits.length() - 1 && digits.charAt(lead) == '0') {
      lead++;
    }
    int last = digits.length();
    while (last > lead + 1 && digits.charAt(last - 1) == '0') {
      last--;
    }
    digits = digits.substring(lead, last);
    pointAt -= lead;
    if (digits.length() == 2) {
      // Java always gives two digits; one may do for the smallest floats
      BigDecimal one = new BigDecimal(Math.abs(d)).round(new java.math.MathContext(1));
      if (one.doubleValue() == Math.abs(d)) {
        digits = one.unscaledValue().toString().substring(0, 1);
        pointAt = one.precision() - one.scale();
      }
    }
    return (d < 0 ? "-" : "") + layout(digits, pointAt, point);
  }

  /** {@code digits} with the decimal point after {@code pointAt} of them. */
  private static String layout(String digits, int pointAt, boolean point) {
    int n = digits.length();
    if (pointAt > 16 || pointAt <= -4) {
      int x = pointAt - 1;
      String exponent = (x < 0 ? "e-" : "e+") + (Math.abs(x) < 10 ? "0" : "") + Math.abs(x);
      return digits.charAt(0) + (n > 1 ? "." + digits.substring(1) : "") + exponent;
    }
    if (pointAt <= 0) {
      return "0." + "0".repeat(-pointAt) + digits;
    }
    if (pointAt >= n) {
      return digits + "0".repeat(pointAt - n) + (point ? ".0" : "");
    }
    return digits.substring(0, pointAt) + "." + digits.substring(pointAt);
  }
}
