package dev.tuff.stdlib.decimal;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.Warnings;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.text.PyStr;
import java.math.BigInteger;

/** {@code Decimal.__format__}: its format specifications are almost those of floats. */
final class DecimalFormat {
  /** In a grouping: what is left is not divided. */
  private static final char NO_MORE_GROUPS = 127;

  private String fill = " ";
  private char align = '>';
  private char sign = '-';
  private boolean noNegativeZero;
  private boolean zeroPad;
  private boolean alternate;
  private int width;
  private String separator = "";

  /** Sizes of the groups from the right as in C locales; the last one counts again and again. */
  private String groups = "\3";
  private String fractionSeparator = "";
  private String point = ".";
  private int precision = -1;
  private char type;
  private final String spec;
  private int at;

  private DecimalFormat(String spec) {
    this.spec = spec;
  }

  static String format(Num n, String spec, Object override, PyDecimalContext context) {
    DecimalFormat f = new DecimalFormat(spec);
    f.parse(context);
    if (override != null) {
      f.override(override);
    }
    return f.apply(n, context);
  }

  private void override(Object o) {
    String value;
    if ((value = entry(o, "decimal_point")) != null) {
      point = value;
    }
    if ((value = entry(o, "thousands_sep")) != null) {
      separator = value;
    }
    if ((value = entry(o, "grouping")) != null) {
      groups = value;
    }
    if (point.isEmpty() || bytes(point) > 4 || bytes(separator) > 4) {
      throw Errors.valueError("invalid override dict");
    }
    for (int i = 0; i < groups.length(); i++) {
      if (groups.charAt(i) > NO_MORE_GROUPS) {
        throw Errors.valueError("invalid override dict");
      }
    }
  }

  private static int bytes(String s) {
    return s.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
  }

  /** A str of the dict that overrides locale settings; null if it is not there. */
  private static String entry(Object o, String key) {
    if (!(o instanceof PyDict d)) {
      throw Errors.typeError("optional argument must be a dict");
    }
    Object v = d.get(key);
    if (v == null) {
      return null;
    }
    if (!PyStr.isStr(v)) {
      throw Errors.valueError("invalid override dict");
    }
    return PyStr.java(v);
  }

  private static PyException invalid() {
    return Errors.valueError("invalid format string");
  }

  private char peek() {
    return at < spec.length() ? spec.charAt(at) : 0;
  }

  private static boolean isAlign(char c) {
    return c == '<' || c == '>' || c == '=' || c == '^';
  }

  private void parse(PyDecimalContext context) {
    boolean aligned = false;
    int first = spec.isEmpty() ? 0 : Character.charCount(spec.codePointAt(0));
    if (first < spec.length() && isAlign(spec.charAt(first))) {
      fill = spec.substring(0, first);
      align = spec.charAt(first);
      at = first + 1;
      aligned = true;
    } else if (isAlign(peek())) {
      align = spec.charAt(at++);
      aligned = true;
    }
    if (peek() == '+' || peek() == '-' || peek() == ' ') {
      sign = spec.charAt(at++);
    }
    if (peek() == 'z') {
      noNegativeZero = true;
      at++;
    }
    if (peek() == '#') {
      alternate = true;
      at++;
    }
    if (peek() == '0') {
      at++;
      if (aligned) {
        throw invalid();
      }
      zeroPad = true;
      align = '=';
      fill = "0";
    }
    width = Math.max(0, number());
    if (peek() == ',' || peek() == '_') {
      separator = String.valueOf(spec.charAt(at++));
    }
    if (peek() == '.') {
      at++;
      precision = number();
      if (peek() == ',' || peek() == '_') {
        fractionSeparator = String.valueOf(spec.charAt(at++));
      } else if (precision < 0) {
        throw invalid();
      }
    }
    type = context.capitals ? 'G' : 'g';
    if (at < spec.length()) {
      type = spec.charAt(at++);
      if ("eEfFgGnN%".indexOf(type) < 0 || at < spec.length()) {
        throw invalid();
      }
      if (type == 'n' || type == 'N') {
        if (!separator.isEmpty() || !fractionSeparator.isEmpty()) {
          throw invalid();
        }
        if (type == 'N') {
          Warnings.warn(Exceptions.DeprecationWarning, "Format specifier 'N' is deprecated and slated for removal in Python 3.18", 1);
        }
        // the C locale: no separators
        type = type == 'n' ? 'g' : 'G';
      }
    }
  }

  /** Digits as a number; -1 for none. */
  private int number() {
    int from = at;
    long n = 0;
    for (; peek() >= '0' && peek() <= '9'; at++) {
      n = n * 10 + (peek() - '0');
      if (n > Integer.MAX_VALUE) {
        throw invalid();
      }
    }
    return at == from ? -1 : (int) n;
  }

  private String apply(Num n, PyDecimalContext context) {
    if (!n.isFinite()) {
      if (zeroPad) {
        fill = " ";
        align = '>';
      }
      String text = n.withSign(false).text(false, true) + (type == '%' ? "%" : "");
      return pad(signOf(n.neg()), text);
    }
    boolean exponential = type == 'e' || type == 'E';
    boolean general = type == 'g' || type == 'G';
    if (type == '%') {
      n = Num.finite(n.neg(), n.coef(), n.exp() + 2);
    }
    n = rounded(n, exponential, general, context.rounding);
    boolean neg = n.neg() && !(noNegativeZero && n.coef().signum() == 0);
    String digits = n.coef().toString();
    long left = n.exp() + digits.length();
    long dot;
    if (exponential) {
      dot = n.coef().signum() == 0 && precision >= 0 ? 1L - precision : 1;
    } else if (general) {
      dot = n.exp() <= 0 && left > -6 ? left : 1;
    } else {
      dot = left;
    }
    String integral;
    String fraction;
    if (dot < 0) {
      integral = "0";
      fraction = "0".repeat((int) -dot) + digits;
    } else if (dot > digits.length()) {
      integral = digits + "0".repeat((int) dot - digits.length());
      fraction = "";
    } else {
      integral = dot == 0 ? "0" : digits.substring(0, (int) dot);
      fraction = digits.substring((int) dot);
    }
    return assemble(neg, integral, fraction, left - dot, exponential);
  }

  private Num rounded(Num n, boolean exponential, boolean general, int mode) {
    Calc c = Calc.widest();
    if (precision >= 0) {
      if (exponential) {
        n = toDigits(c, n, precision + 1L, mode);
      } else if (general) {
        n = n.digits() > Math.max(1, precision) ? toDigits(c, n, Math.max(1, precision), mode) : n;
      } else {
        n = DecimalArithmetic.rescale(c, n, -precision, mode);
      }
    }
    if (n.isZero() && n.exp() > 0 && !exponential && !general) {
      n = Num.finite(n.neg(), BigInteger.ZERO, 0);
    }
    return n;
  }

  private static Num toDigits(Calc c, Num n, long places, int mode) {
    if (n.isZero()) {
      return n;
    }
    Num r = DecimalArithmetic.rescale(c, n, n.adjusted() + 1 - places, mode);
    // 9.99 to 10.0
    return r.adjusted() != n.adjusted() ? DecimalArithmetic.rescale(c, r, r.adjusted() + 1 - places, mode) : r;
  }

  private String signOf(boolean neg) {
    return neg ? "-" : sign == '-' ? "" : String.valueOf(sign);
  }

  private String assemble(boolean neg, String integral, String fraction, long exp, boolean exponential) {
    StringBuilder tail = new StringBuilder();
    if (!fraction.isEmpty() || alternate) {
      tail.append(point);
      for (int i = 0; i < fraction.length(); i++) {
        tail.append(i > 0 && i % 3 == 0 ? fractionSeparator : "").append(fraction.charAt(i));
      }
    }
    if (exp != 0 || exponential) {
      tail.append(Character.isUpperCase(type) ? 'E' : 'e').append(exp >= 0 ? "+" : "").append(exp);
    }
    if (type == '%') {
      tail.append('%');
    }
    String prefix = signOf(neg);
    int least = zeroPad ? width - tail.length() - prefix.length() : 0;
    return pad(prefix, grouped(integral, least) + tail);
  }

  /** The integral digits with separators, and with leading zeros up to {@code least} characters. */
  private String grouped(String digits, int least) {
    if (separator.isEmpty()) {
      return digits.length() < least ? "0".repeat(least - digits.length()) + digits : digits;
    }
    StringBuilder out = new StringBuilder();
    String reversed = new StringBuilder(separator).reverse().toString();
    int at = 0;
    int count = 0;
    for (int i = digits.length() - 1; i >= 0 || out.length() < least; i--) {
      char size = at < groups.length() ? groups.charAt(at) : NO_MORE_GROUPS;
      if (size != NO_MORE_GROUPS && size != 0 && count == size) {
        out.append(reversed);
        count = 0;
        // a zero, or the end, repeats the size before
        if (at + 1 < groups.length() && groups.charAt(at + 1) != 0) {
          at++;
        }
      }
      out.append(i >= 0 ? digits.charAt(i) : '0');
      count++;
    }
    return out.reverse().toString();
  }

  private String pad(String prefix, String body) {
    int length = prefix.length() + body.codePointCount(0, body.length());
    int free = width - length;
    if (free <= 0) {
      return prefix + body;
    }
    return switch (align) {
      case '<' -> prefix + body + fill.repeat(free);
      case '^' -> fill.repeat(free / 2) + prefix + body + fill.repeat(free - free / 2);
      case '=' -> prefix + fill.repeat(free) + body;
      default -> fill.repeat(free) + prefix + body;
    };
  }
}
