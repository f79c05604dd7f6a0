package dev.tuff.engine.text;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.number.NumberText;
import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;
import java.math.BigInteger;

/** {@code __format__} of int, float and complex. */
public final class NumberFormat {
  private NumberFormat() {}

  /** {@code int.__format__(self, spec)}; a spec that is not empty. */
  public static Object formatInt(Object self, Object spec) {
    FormatSpec f = FormatSpec.parse(spec, self, 'd', '>');
    switch (f.type) {
      case 'd', 'b', 'o', 'x', 'X', 'n':
        return formatLong(PyInt.value(self), f);
      case 'c':
        return character(PyInt.value(self), f);
      case 'e', 'E', 'f', 'F', 'g', 'G', '%':
        return formatDouble(PyFloat.toDouble(PyInt.value(self)), f);
      default:
        throw f.unknownType(self);
    }
  }

  /** {@code float.__format__(self, spec)}; a spec that is not empty. */
  public static Object formatFloat(Object self, Object spec) {
    FormatSpec f = FormatSpec.parse(spec, self, '\0', '>');
    switch (f.type) {
      case '\0', 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%':
        return formatDouble(PyFloat.value(self), f);
      default:
        throw f.unknownType(self);
    }
  }

  /** {@code complex.__format__(self, spec)}; a spec that is not empty. */
  public static Object formatComplex(Object self, double real, double imag, Object spec) {
    FormatSpec f = FormatSpec.parse(spec, self, '\0', '>');
    switch (f.type) {
      case '\0', 'e', 'E', 'f', 'F', 'g', 'G', 'n':
        break;
      default:
        throw f.unknownType(self);
    }
    if (f.fill == '0') {
      throw Errors.valueError("Zero padding is not allowed in complex format specifier");
    }
    if (f.align == '=') {
      throw Errors.valueError("'=' alignment flag is not allowed in complex format specifier");
    }
    boolean plain = f.type == '\0';
    int width = f.width;
    f.width = -1;
    String text = "";
    boolean parens = false;
    if (plain) {
      // as repr: the real part shows unless it is a positive zero
      parens = real != 0 || 1 / real < 0;
    }
    if (!plain || parens) {
      text = (String) formatPart(real, f, plain);
      f.sign = '+';
    }
    text += (String) formatPart(imag, f, plain) + "j";
    f.width = width;
    return f.pad(parens ? "(" + text + ")" : text);
  }

  private static Object formatPart(double v, FormatSpec f, boolean plain) {
    char code = plain ? (f.precision < 0 ? 'r' : 'g') : code(f.type);
    return number(v, f, code, f.precision < 0 && !plain ? 6 : f.precision, false);
  }

  private static Object character(Object value, FormatSpec f) {
    forbid(f);
    if (f.sign != 0) {
      throw Errors.valueError("Sign not allowed with integer format specifier 'c'");
    }
    if (f.alternate) {
      throw Errors.valueError("Alternate form (#) not allowed with integer format specifier 'c'");
    }
    if (!(value instanceof Long c)) {
      throw Errors.overflowError("Python int too large to convert to C long");
    }
    if (c < 0 || c > 0x10FFFF) {
      throw Errors.overflowError("%c arg not in range(0x110000)");
    }
    if (f.align == '=') {
      f.align = '>';
    }
    return f.pad(PyStr.ofPoint((int) (long) c));
  }

  private static void forbid(FormatSpec f) {
    if (f.precision >= 0) {
      throw Errors.valueError("Precision not allowed in integer format specifier");
    }
    if (f.noNegativeZero) {
      throw Errors.valueError("Negative zero coercion (z) not allowed in integer format specifier");
    }
  }

  private static Object formatLong(Object value, FormatSpec f) {
    forbid(f);
    boolean negative;
    String digits;
    int radix = switch (f.type) {
      case 'b' -> 2;
      case 'o' -> 8;
      case 'x', 'X' -> 16;
      default -> 10;
    };
    if (value instanceof Long n) {
      negative = n < 0;
      digits = Long.toString(n, radix);
    } else {
      negative = ((BigInteger) value).signum() < 0;
      digits = radix == 10 ? dev.tuff.engine.core.Py.javaRepr(value) : NumberText.digits(value, radix);
    }
    if (negative) {
      digits = digits.substring(1);
    }
    String prefix = "";
    if (f.alternate && radix != 10) {
      prefix = radix == 2 ? "0b" : radix == 8 ? "0o" : f.type == 'X' ? "0X" : "0x";
    }
    if (f.type == 'X') {
      digits = digits.toUpperCase(java.util.Locale.ROOT);
    }
    return layout(f, negative, prefix, digits, "", radix == 10 ? 3 : 4);
  }

  private static char code(int type) {
    return switch (type) {
      case 'e', 'E' -> 'e';
      case 'f', 'F', '%' -> 'f';
      default -> 'g';
    };
  }

  private static Object formatDouble(double v, FormatSpec f) {
    int type = f.type;
    if (type == '\0') {
      // as repr, but with a precision as g that keeps looking like a float
      return number(v, f, f.precision < 0 ? 'r' : 'g', f.precision, true);
    }
    if (f.precision == Integer.MAX_VALUE) {
      throw Errors.valueError("precision too big");
    }
    return number(type == '%' ? v * 100 : v, f, code(type), f.precision < 0 ? 6 : f.precision, false);
  }

  private static Object number(double v, FormatSpec f, char code, int precision, boolean pointZero) {
    String s = FloatRepr.format(v, code, precision, f.alternate, pointZero);
    boolean negative = s.startsWith("-");
    if (negative) {
      s = s.substring(1);
    }
    if (negative && f.noNegativeZero && isZero(s)) {
      negative = false;
    }
    if (f.type == 'E' || f.type == 'G' || f.type == 'F') {
      s = s.toUpperCase(java.util.Locale.ROOT);
    }
    if (f.type == '%') {
      s += "%";
    }
    int end = 0;
    while (end < s.length() && s.charAt(end) >= '0' && s.charAt(end) <= '9') {
      end++;
    }
    return layout(f, negative, "", s.substring(0, end), fraction(s.substring(end), f.fractionGroup), 3);
  }

  private static boolean isZero(String s) {
    for (int i = 0; i < s.length() && s.charAt(i) != 'e'; i++) {
      char c = s.charAt(i);
      if (c != '0' && c != '.') {
        return false;
      }
    }
    return true;
  }

  /** What follows the integral digits, with the fractional ones grouped from the left. */
  private static String fraction(String rest, char separator) {
    if (separator == 0 || !rest.startsWith(".")) {
      return rest;
    }
    StringBuilder b = new StringBuilder(".");
    int i = 1;
    for (; i < rest.length() && Character.isDigit(rest.charAt(i)); i++) {
      if (i > 1 && i % 3 == 1) {
        b.append(separator);
      }
      b.append(rest.charAt(i));
    }
    return b.append(rest, i, rest.length()).toString();
  }

  /** Puts together sign, prefix, grouped digits and rest, filled to the width. */
  private static Object layout(FormatSpec f, boolean negative, String prefix, String digits, String rest, int groupSize) {
    String sign = negative ? "-" : f.sign == '+' ? "+" : f.sign == ' ' ? " " : "";
    int other = sign.length() + prefix.length() + rest.length();
    boolean zeros = f.fill == '0' && f.align == '=';
    if (f.group != 0 && !digits.isEmpty()) {
      digits = grouped(digits, f.group, groupSize, zeros ? f.width - other : 0);
    }
    int free = f.width - other - digits.length();
    if (free <= 0) {
      return sign.isEmpty() && prefix.isEmpty() && rest.isEmpty() ? digits : sign + prefix + digits + rest;
    }
    if (free > Integer.MAX_VALUE - 1024) {
      throw Errors.memoryError();
    }
    if (f.align == '=') {
      return new StrBuilder(f.width).text(sign).text(prefix).repeat(f.fill, free).text(digits).text(rest).build();
    }
    return f.pad(sign + prefix + digits + rest);
  }

  /** Digits in groups from the right, with zeros before them up to {@code minWidth}; no separator comes first. */
  private static String grouped(String digits, char separator, int size, int minWidth) {
    if (minWidth <= digits.length()) {
      return grouped(digits, separator, size);
    }
    StringBuilder b = new StringBuilder();
    int at = digits.length();
    int free = minWidth;
    while (true) {
      int length = Math.min(size, Math.max(Math.max(at, free), 1));
      int n = Math.min(at, length);
      for (int i = 0; i < n; i++) {
        b.append(digits.charAt(--at));
      }
      b.append("0".repeat(length - n));
      free -= length;
      if (at <= 0 && free <= 0) {
        break;
      }
      b.append(separator);
      free--;
    }
    return b.reverse().toString();
  }

  /** Digits in groups from the right. */
  private static String grouped(String digits, char separator, int size) {
    int at = digits.length();
    if (at <= size) {
      return digits;
    }
    char[] out = new char[at + (at - 1) / size];
    int to = out.length;
    for (; at > size; at -= size) {
      digits.getChars(at - size, at, out, to -= size);
      out[--to] = separator;
    }
    digits.getChars(0, at, out, 0);
    return new String(out);
  }
}
