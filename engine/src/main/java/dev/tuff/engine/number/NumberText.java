package dev.tuff.engine.number;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Text to numbers: the syntax of {@code int(text, base)} and {@code float(text)}. Failure is null; the callers know the error text. */
public final class NumberText {
  private static final int DIGITS_THRESHOLD = 640;

  /** Above this many digits a decimal number is parsed by halves: Java's own way is quadratic. */
  private static final int HALVES = 2_000;

  private NumberText() {}

  /** The text with white space at the ends removed, digits of all scripts as ASCII and other non-ASCII characters as '?'. */
  static String ascii(String s) {
    int n = s.length();
    boolean plain = true;
    for (int i = 0; i < n; i++) {
      plain &= s.charAt(i) < 128;
    }
    if (!plain) {
      StringBuilder b = new StringBuilder(n);
      s.codePoints().forEach(c -> b.append(asciiChar(c)));
      s = b.toString();
    }
    int from = 0;
    int to = s.length();
    while (from < to && isSpace(s.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(s.charAt(to - 1))) {
      to--;
    }
    return s.substring(from, to);
  }

  private static char asciiChar(int c) {
    if (c < 128) {
      return (char) c;
    }
    if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
      return (char) ('0' + Character.digit(c, 10));
    }
    return Character.isSpaceChar(c) || c == 0x85 ? ' ' : '?';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= 9 && c <= 13 || c >= 28 && c <= 31;
  }

  /** The int that {@code text} spells in {@code base} (2 to 36, or 0 for the prefix to tell), or null. */
  public static Object parseInt(String text, int base) {
    String s = ascii(text);
    int i = 0;
    int n = s.length();
    boolean negative = false;
    if (i < n && (s.charAt(i) == '-' || s.charAt(i) == '+')) {
      negative = s.charAt(i++) == '-';
    }
    int prefix = i + 1 < n && s.charAt(i) == '0' ? prefixBase(s.charAt(i + 1)) : 0;
    boolean zeroOnly = false;
    if (base == 0) {
      if (prefix == 0) {
        base = 10;
        // an old octal: only zeros may follow a leading zero
        zeroOnly = i < n && s.charAt(i) == '0';
      } else {
        base = prefix;
      }
    }
    if (prefix == base) {
      i += 2;
      if (i < n && s.charAt(i) == '_') {
        i++;
      }
    }
    String digits = digits(s, i, base);
    if (digits == null) {
      return null;
    }
    Object v = magnitude(digits, base, negative);
    return zeroOnly && !v.equals(0L) ? null : v;
  }

  private static int prefixBase(char c) {
    return switch (c) {
      case 'x', 'X' -> 16;
      case 'o', 'O' -> 8;
      case 'b', 'B' -> 2;
      default -> 0;
    };
  }

  /** The digits from {@code from} to the end without underscores; null if they are not well formed. */
  private static String digits(String s, int from, int base) {
    int n = s.length();
    boolean underscores = false;
    boolean digit = false;
    for (int i = from; i < n; i++) {
      char c = s.charAt(i);
      if (c >= '0' && c <= '9' && c - '0' < base) {
        digit = true;
      } else if (c == '_') {
        if (!digit) {
          return null;
        }
        underscores = true;
        digit = false;
      } else if (c < 128 && Character.digit(c, base) >= 0) {
        digit = true;
      } else {
        return null;
      }
    }
    if (!digit) {
      return null;
    }
    String d = s.substring(from);
    return underscores ? d.replace("_", "") : d;
  }

  private static Object magnitude(String digits, int base, boolean negative) {
    int n = digits.length();
    // 12 digits of base 36 fit 63 bits
    if (n <= 12 || base == 10 && n <= 18) {
      long v = Long.parseLong(digits, base);
      return dev.tuff.engine.core.Py.box(negative ? -v : v);
    }
    boolean powerOfTwo = (base & base - 1) == 0;
    if (!powerOfTwo && n > DIGITS_THRESHOLD) {
      int limit = Interpreter.current().intMaxStrDigits;
      if (limit > 0 && n > limit) {
        throw Errors.valueError("Exceeds the limit (" + limit + " digits) for integer string conversion: value has " + n
            + " digits; use sys.set_int_max_str_digits() to increase the limit");
      }
    }
    BigInteger b = powerOfTwo && n > HALVES ? packed(digits, Integer.numberOfTrailingZeros(base)) : halves(digits, base);
    return dev.tuff.engine.core.Py.box(negative ? b.negate() : b);
  }

  /** Digits of {@code bits} bits each, shifted together in linear time. */
  private static BigInteger packed(String digits, int bits) {
    byte[] out = new byte[digits.length() * bits / 8 + 2];
    int at = out.length - 1;
    int acc = 0;
    int have = 0;
    for (int i = digits.length() - 1; i >= 0; i--) {
      char c = digits.charAt(i);
      acc |= (c <= '9' ? c - '0' : Character.digit(c, 1 << bits)) << have;
      have += bits;
      while (have >= 8) {
        out[at--] = (byte) acc;
        acc >>>= 8;
        have -= 8;
      }
    }
    out[at] = (byte) acc;
    return new BigInteger(1, out);
  }

  private static BigInteger halves(String digits, int base) {
    int n = digits.length();
    if (n <= HALVES) {
      return new BigInteger(digits, base);
    }
    int levels = 32 - Integer.numberOfLeadingZeros((n - 1) / HALVES);
    // powers[k] = base ** (HALVES << k)
    BigInteger[] powers = new BigInteger[levels];
    powers[0] = BigInteger.valueOf(base).pow(HALVES);
    for (int k = 1; k < levels; k++) {
      powers[k] = powers[k - 1].multiply(powers[k - 1]);
    }
    return halves(digits, 0, n, base, powers, levels - 1);
  }

  private static BigInteger halves(String s, int from, int to, int base, BigInteger[] powers, int level) {
    if (to - from <= HALVES) {
      return new BigInteger(s.substring(from, to), base);
    }
    int low = HALVES << level;
    if (to - from <= low) {
      return halves(s, from, to, base, powers, level - 1);
    }
    int mid = to - low;
    return halves(s, from, mid, base, powers, level - 1).multiply(powers[level]).add(halves(s, mid, to, base, powers, level - 1));
  }

  /** An int in base 2, 8 or 16, without a prefix. */
  public static String digits(Object i, int base) {
    return i instanceof Long l ? Long.toString(l, base) : unpacked((BigInteger) i, Integer.numberOfTrailingZeros(base));
  }

  /** Digits of {@code bits} bits each, in linear time: {@link BigInteger#toString(int)} divides, whatever the base. */
  private static String unpacked(BigInteger i, int bits) {
    byte[] from = i.abs().toByteArray();
    int sign = i.signum() < 0 ? 1 : 0;
    byte[] out = new byte[sign + (int) (((long) i.abs().bitLength() + bits - 1) / bits)];
    int at = from.length;
    int acc = 0;
    int have = 0;
    for (int k = out.length - 1; k >= sign; k--) {
      if (have < bits) {
        acc |= (at > 0 ? from[--at] & 0xFF : 0) << have;
        have += 8;
      }
      int digit = acc & (1 << bits) - 1;
      out[k] = (byte) (digit < 10 ? '0' + digit : 'a' + digit - 10);
      acc >>>= bits;
      have -= bits;
    }
    if (sign > 0) {
      out[0] = '-';
    }
    return new String(out, StandardCharsets.ISO_8859_1);
  }

  /** The float that {@code text} spells, or null. */
  public static Double parseFloat(String text) {
    String s = ascii(text);
    int end = floatEnd(s, 0, true);
    return end == s.length() && end > 0 ? floatValue(s, 0, end) : null;
  }

  /**
   * Where the float that starts at {@code from} ends; {@code from} if none does. Underscores may stand between digits if
   * {@code underscores}. A result with a misplaced underscore is {@code from} too.
   */
  static int floatEnd(String s, int from, boolean underscores) {
    int n = s.length();
    int i = from;
    if (i < n && (s.charAt(i) == '+' || s.charAt(i) == '-')) {
      i++;
    }
    if (s.regionMatches(true, i, "infinity", 0, 8)) {
      return i + 8;
    }
    if (s.regionMatches(true, i, "inf", 0, 3) || s.regionMatches(true, i, "nan", 0, 3)) {
      return i + 3;
    }
    int whole = digitsEnd(s, i, underscores);
    int digits = whole - i;
    i = whole;
    if (i < n && s.charAt(i) == '.') {
      int fraction = digitsEnd(s, i + 1, underscores);
      digits += fraction - i - 1;
      i = fraction;
    }
    if (digits == 0) {
      return from;
    }
    if (i < n && (s.charAt(i) | 32) == 'e') {
      int j = i + 1;
      if (j < n && (s.charAt(j) == '+' || s.charAt(j) == '-')) {
        j++;
      }
      int exponent = digitsEnd(s, j, underscores);
      if (exponent > j) {
        i = exponent;
      }
    }
    return i;
  }

  private static int digitsEnd(String s, int i, boolean underscores) {
    int n = s.length();
    int start = i;
    while (i < n) {
      char c = s.charAt(i);
      if (c == '_' && underscores) {
        if (i == start || i + 1 >= n || !isDigit(s.charAt(i + 1))) {
          return i;
        }
      } else if (!isDigit(c)) {
        return i;
      }
      i++;
    }
    return i;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

  /** Up to fifteen digits with or without a point: the quotient of two numbers that doubles hold exactly is the nearest one. Negative for all others. */
  private static double simple(String s, int from, int to) {
    if (to - from > 16) {
      return -1;
    }
    long digits = 0;
    int point = to - 1;
    for (int i = from; i < to; i++) {
      char c = s.charAt(i);
      if (isDigit(c)) {
        digits = digits * 10 + c - '0';
      } else if (c == '.') {
        point = i;
      } else {
        return -1;
      }
    }
    int fraction = to - 1 - point;
    return to - from - (fraction > 0 || s.charAt(point) == '.' ? 1 : 0) > 15 ? -1 : digits / POWERS[fraction];
  }

  /** The value of a well-formed float. */
  static double floatValue(String s, int from, int to) {
    char first = s.charAt(from);
    int i = first == '+' || first == '-' ? from + 1 : from;
    char c = (char) (s.charAt(i) | 32);
    if (c == 'i' || c == 'n') {
      double v = c == 'i' ? Double.POSITIVE_INFINITY : Double.NaN;
      return first == '-' ? -v : v;
    }
    double simple = simple(s, i, to);
    if (simple >= 0) {
      return first == '-' ? -simple : simple;
    }
    String t = s.substring(from, to);
    return Double.parseDouble(t.indexOf('_') < 0 ? t : t.replace("_", ""));
  }
}
