package dev.tuff.engine.number;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.text.FloatRepr;
import java.math.BigInteger;

/** Hexadecimal text of floats: {@code float.hex} and {@code float.fromhex}. */
final class FloatHex {
  private FloatHex() {}

  static String format(double d) {
    if (!Double.isFinite(d)) {
      return FloatRepr.repr(d);
    }
    long bits = Double.doubleToRawLongBits(d);
    String sign = bits < 0 ? "-" : "";
    if (d == 0) {
      return sign + "0x0.0p+0";
    }
    int raw = (int) (bits >>> 52 & 0x7FF);
    int e = Math.max(raw, 1) - 1023;
    String fraction = Long.toHexString(bits & (1L << 52) - 1 | 1L << 52).substring(1);
    return sign + (raw == 0 ? "0x0." : "0x1.") + fraction + "p" + (e < 0 ? "-" : "+") + Math.abs(e);
  }

  /** {@code [sign] [0x] digits [. digits] [p exponent]} in white space, or the name of an infinity or NaN. */
  static double parse(String text) {
    int to = text.length();
    int i = 0;
    while (i < to && isSpace(text.charAt(i))) {
      i++;
    }
    while (to > i && isSpace(text.charAt(to - 1))) {
      to--;
    }
    boolean negative = false;
    if (i < to && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
      negative = text.charAt(i++) == '-';
    }
    String s = text.substring(i, to).toLowerCase(java.util.Locale.ROOT);
    double r;
    if (s.equals("inf") || s.equals("infinity")) {
      r = Double.POSITIVE_INFINITY;
    } else if (s.equals("nan")) {
      r = Double.NaN;
    } else {
      r = magnitude(s);
    }
    return negative ? -r : r;
  }

  private static double magnitude(String s) {
    int i = s.startsWith("0x") ? 2 : 0;
    int n = s.length();
    int start = i;
    while (i < n && isHex(s.charAt(i))) {
      i++;
    }
    String digits = s.substring(start, i);
    int fraction = 0;
    if (i < n && s.charAt(i) == '.') {
      int f = ++i;
      while (i < n && isHex(s.charAt(i))) {
        i++;
      }
      digits += s.substring(f, i);
      fraction = i - f;
    }
    if (digits.isEmpty()) {
      throw malformed();
    }
    long exponent = 0;
    if (i < n && s.charAt(i) == 'p') {
      i++;
      boolean minus = false;
      if (i < n && (s.charAt(i) == '-' || s.charAt(i) == '+')) {
        minus = s.charAt(i++) == '-';
      }
      int e = i;
      while (i < n && s.charAt(i) >= '0' && s.charAt(i) <= '9') {
        exponent = Math.min(exponent * 10 + s.charAt(i) - '0', Integer.MAX_VALUE);
        i++;
      }
      if (i == e) {
        throw malformed();
      }
      exponent = minus ? -exponent : exponent;
    }
    if (i != n) {
      throw malformed();
    }
    return scaled(new BigInteger(digits, 16), exponent - 4L * fraction);
  }

  private static double scaled(BigInteger m, long e) {
    if (m.signum() == 0) {
      return 0;
    }
    long top = m.bitLength() + e;
    if (top > 1025) {
      throw tooLarge();
    }
    if (top < -1080) {
      return 0;
    }
    double r = e >= 0
        ? m.shiftLeft((int) e).doubleValue()
        : BigMath.quotient(m, BigInteger.ONE.shiftLeft((int) -e));
    if (Double.isInfinite(r)) {
      throw tooLarge();
    }
    return r;
  }

  private static RuntimeException tooLarge() {
    return Errors.overflowError("hexadecimal value too large to represent as a float");
  }

  private static RuntimeException malformed() {
    return Errors.valueError("invalid hexadecimal floating-point string");
  }

  private static boolean isHex(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= 9 && c <= 13;
  }
}
