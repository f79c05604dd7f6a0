package dev.tuff.syntax;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes a constant as Python's {@code repr} does. */
public final class ConstantText {
  private ConstantText() {}

  public static String of(Object value) {
    return switch (value) {
      case Boolean b -> b ? "True" : "False";
      case Const.None n -> "None";
      case Const.Ellipsis e -> "Ellipsis";
      case Double d -> number(d, ".0");
      case Const.Complex c -> complex(c);
      case Const.Bytes b -> bytes(b.value());
      case String s -> string(s.codePoints().toArray());
      case Const.WideText w -> string(w.codePoints());
      case Const.Tuple t -> {
        StringBuilder out = new StringBuilder("(");
        for (int i = 0; i < t.items().size(); i++) {
          out.append(i > 0 ? ", " : "").append(of(t.items().get(i)));
        }
        yield out.append(t.items().size() == 1 ? ",)" : ")").toString();
      }
      case Const.FrozenSet f -> {
        StringBuilder out = new StringBuilder("frozenset({");
        for (int i = 0; i < f.items().size(); i++) {
          out.append(i > 0 ? ", " : "").append(of(f.items().get(i)));
        }
        yield out.append("})").toString();
      }
      case Const.Slice s -> "slice(" + of(s.lower()) + ", " + of(s.upper()) + ", " + of(s.step()) + ")";
      default -> value.toString();
    };
  }

  /** The shortest digits that give the number back; {@code whole} is put behind an integer. */
  private static String number(double d, String whole) {
    if (Double.isNaN(d)) {
      return "nan";
    }
    if (Double.isInfinite(d)) {
      return d > 0 ? "inf" : "-inf";
    }
    String sign = d < 0 || 1 / d < 0 ? "-" : "";
    if (d == 0) {
      return sign + "0" + whole;
    }
    BigDecimal decimal = shortest(Math.abs(d));
    String digits = decimal.unscaledValue().toString();
    int exponent = digits.length() - decimal.scale() - 1;
    if (exponent < -4 || exponent >= 16) {
      String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
      return sign + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "")
          + Math.abs(exponent);
    }
    String plain = decimal.toPlainString();
    return sign + plain + (plain.indexOf('.') < 0 ? whole : "");
  }

  /** Java writes at least two digits even where one would do. */
  private static BigDecimal shortest(double d) {
    BigDecimal decimal = new BigDecimal(Double.toString(d)).stripTrailingZeros();
    if (decimal.precision() == 2) {
      BigDecimal one = decimal.round(new MathContext(1, RoundingMode.HALF_EVEN)).stripTrailingZeros();
      if (one.doubleValue() == d) {
        return one;
      }
    }
    return decimal;
  }

  private static String complex(Const.Complex c) {
    String imag = number(c.imag(), "") + "j";
    if (c.real() == 0 && 1 / c.real() > 0) {
      return imag;
    }
    return "(" + number(c.real(), "") + (imag.startsWith("-") ? "" : "+") + imag + ")";
  }

  private static char quote(boolean single, boolean dbl) {
    return single && !dbl ? '"' : '\'';
  }

  private static String bytes(byte[] bytes) {
    boolean single = false;
    boolean dbl = false;
    for (byte b : bytes) {
      single |= b == '\'';
      dbl |= b == '"';
    }
    char quote = quote(single, dbl);
    StringBuilder out = new StringBuilder("b").append(quote);
    for (byte b : bytes) {
      int c = b & 0xFF;
      if (!escape(out, c, quote)) {
        if (c < ' ' || c >= 127) {
          hex(out, 'x', c, 2);
        } else {
          out.append((char) c);
        }
      }
    }
    return out.append(quote).toString();
  }

  private static String string(int[] codePoints) {
    boolean single = false;
    boolean dbl = false;
    for (int c : codePoints) {
      single |= c == '\'';
      dbl |= c == '"';
    }
    char quote = quote(single, dbl);
    StringBuilder out = new StringBuilder(codePoints.length + 2).append(quote);
    for (int c : codePoints) {
      if (escape(out, c, quote)) {
        continue;
      }
      if (c >= ' ' && c < 127 || c >= 127 && UnicodeNames.isPrintable(c)) {
        out.appendCodePoint(c);
      } else if (c < 0x100) {
        hex(out, 'x', c, 2);
      } else if (c < 0x10000) {
        hex(out, 'u', c, 4);
      } else {
        hex(out, 'U', c, 8);
      }
    }
    return out.append(quote).toString();
  }

  private static boolean escape(StringBuilder out, int c, char quote) {
    if (c == quote || c == '\\') {
      out.append('\\').append((char) c);
      return true;
    }
    String escaped =
        switch (c) {
          case '\n' -> "\\n";
          case '\r' -> "\\r";
          case '\t' -> "\\t";
          default -> null;
        };
    if (escaped != null) {
      out.append(escaped);
    }
    return escaped != null;
  }

  private static void hex(StringBuilder out, char letter, int c, int digits) {
    String hex = Integer.toHexString(c);
    out.append('\\').append(letter).append("0".repeat(digits - hex.length())).append(hex);
  }
}
