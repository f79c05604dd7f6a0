package dev.tuff.syntax;

import java.math.BigInteger;

/** The value of a numeric literal that {@link NumberScanner} has found to be well formed. */
final class NumberLiteral {
  private NumberLiteral() {}

  /**
   * A {@code Long}, {@code BigInteger}, {@code Double} or {@link Const.Complex}; null if the integer has more digits than
   * allowed.
   */
  static Object value(char[] text, int start, int end, int maxDigits) {
    int length = end - start;
    if (length <= 18) {
      // Plain digits that cannot overflow.
      long value = 0;
      int i = start;
      for (; i < end; i++) {
        int digit = text[i] - '0';
        if (digit < 0 || digit > 9) {
          break;
        }
        value = value * 10 + digit;
      }
      if (i == end) {
        return value;
      }
    }
    String s = withoutUnderscores(text, start, end);
    char last = s.charAt(s.length() - 1);
    char second = s.length() > 1 ? s.charAt(1) : 0;
    if (s.charAt(0) == '0' && second > '9') {
      int radix = radix(second);
      if (radix != 0) {
        return normalize(new BigInteger(s.substring(2), radix));
      }
    }
    if (last == 'j' || last == 'J') {
      return new Const.Complex(0.0, Double.parseDouble(s.substring(0, s.length() - 1)));
    }
    if (isFloat(s)) {
      return Double.valueOf(s);
    }
    if (maxDigits > 0 && s.length() > maxDigits) {
      return null;
    }
    return normalize(new BigInteger(s));
  }

  /** What Python says of an integer with too many digits, which it refuses because converting it takes quadratic time. */
  static String tooManyDigits(char[] text, int start, int end, int maxDigits) {
    return ("Exceeds the limit (%d digits) for integer string conversion: value has %d digits;"
                + " use sys.set_int_max_str_digits() to increase the limit")
            .formatted(maxDigits, withoutUnderscores(text, start, end).length())
        + " - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.";
  }

  private static int radix(char c) {
    return switch (c) {
      case 'x', 'X' -> 16;
      case 'o', 'O' -> 8;
      case 'b', 'B' -> 2;
      default -> 0;
    };
  }

  private static boolean isFloat(String s) {
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c == '.' || c == 'e' || c == 'E') {
        return true;
      }
    }
    return false;
  }

  private static Object normalize(BigInteger value) {
    if (value.bitLength() < 64) {
      return value.longValue();
    }
    return value;
  }

  private static String withoutUnderscores(char[] text, int start, int end) {
    StringBuilder s = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      if (text[i] != '_') {
        s.append(text[i]);
      }
    }
    return s.toString();
  }
}
