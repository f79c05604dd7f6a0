package dev.tuff.compiler;

import dev.tuff.syntax.Const;
import java.math.BigDecimal;
import java.util.List;

/** The {@code repr} of constants, for messages, disassembly and annotations that stay text. */
public final class ConstantText {
  private ConstantText() {}

  public static String of(Object v) {
    StringBuilder out = new StringBuilder();
    append(out, v);
    return out.toString();
  }

  static void append(StringBuilder out, Object v) {
    if (v instanceof String s) {
      string(out, s);
    } else if (v instanceof Boolean b) {
      out.append(b ? "True" : "False");
    } else if (v instanceof Double d) {
      out.append(ofDouble(d));
    } else if (v instanceof Const.Complex c) {
      complex(out, c);
    } else if (v == Const.None.NONE) {
      out.append("None");
    } else if (v == Const.Ellipsis.ELLIPSIS) {
      out.append("Ellipsis");
    } else if (v instanceof Const.Bytes b) {
      bytes(out, b.value());
    } else if (v instanceof Const.Tuple t) {
      items(out, "(", t.items(), t.items().size() == 1 ? ",)" : ")");
    } else if (v instanceof Const.FrozenSet s) {
      items(out, s.items().isEmpty() ? "frozenset(" : "frozenset({", s.items(), s.items().isEmpty() ? ")" : "})");
    } else if (v instanceof Const.Slice s) {
      items(out, "slice(", List.of(s.lower(), s.upper(), s.step()), ")");
    } else {
      out.append(v);
    }
  }

  private static void items(StringBuilder out, String open, List<Object> items, String close) {
    out.append(open);
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        out.append(", ");
      }
      append(out, items.get(i));
    }
    out.append(close);
  }

  static String ofDouble(double d) {
    if (Double.isNaN(d)) {
      return "nan";
    }
    if (Double.isInfinite(d)) {
      return d > 0 ? "inf" : "-inf";
    }
    if (d == 0) {
      return 1 / d < 0 ? "-0.0" : "0.0";
    }
    BigDecimal decimal = new BigDecimal(Double.toString(d)).stripTrailingZeros();
    String digits = decimal.unscaledValue().abs().toString();
    int exponent = digits.length() - decimal.scale() - 1;
    String sign = d < 0 ? "-" : "";
    if (exponent >= -4 && exponent < 16) {
      String plain = decimal.abs().toPlainString();
      return sign + (plain.indexOf('.') < 0 ? plain + ".0" : plain);
    }
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    String power = Integer.toString(Math.abs(exponent));
    return sign + mantissa + (exponent < 0 ? "e-" : "e+") + (power.length() < 2 ? "0" + power : power);
  }

  private static void complex(StringBuilder out, Const.Complex c) {
    if (c.real() == 0 && 1 / c.real() > 0) {
      out.append(imaginary(c.imag())).append('j');
      return;
    }
    String imaginary = imaginary(c.imag());
    out.append('(').append(imaginary(c.real())).append(imaginary.startsWith("-") ? "" : "+").append(imaginary).append("j)");
  }

  /** Parts of a complex number have no ".0". */
  private static String imaginary(double d) {
    String text = ofDouble(d);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static void string(StringBuilder out, String s) {
    char quote = s.indexOf('\'') >= 0 && s.indexOf('"') < 0 ? '"' : '\'';
    out.append(quote);
    for (int i = 0; i < s.length(); ) {
      int c = s.codePointAt(i);
      i += Character.charCount(c);
      character(out, c, quote, isPrintable(c));
    }
    out.append(quote);
  }

  private static void bytes(StringBuilder out, byte[] value) {
    boolean doubleQuote = false;
    for (byte b : value) {
      if (b == '"') {
        doubleQuote = false;
        break;
      }
      doubleQuote |= b == '\'';
    }
    char quote = doubleQuote ? '"' : '\'';
    out.append('b').append(quote);
    for (byte b : value) {
      character(out, b & 0xFF, quote, b >= ' ' && b < 127);
    }
    out.append(quote);
  }

  private static void character(StringBuilder out, int c, char quote, boolean printable) {
    if (c == quote || c == '\\') {
      out.append('\\').append((char) c);
    } else if (c == '\n') {
      out.append("\\n");
    } else if (c == '\r') {
      out.append("\\r");
    } else if (c == '\t') {
      out.append("\\t");
    } else if (printable) {
      out.appendCodePoint(c);
    } else if (c < 0x100) {
      hex(out, "\\x", c, 2);
    } else if (c < 0x10000) {
      hex(out, "\\u", c, 4);
    } else {
      hex(out, "\\U", c, 8);
    }
  }

  private static void hex(StringBuilder out, String prefix, int c, int width) {
    String digits = Integer.toHexString(c);
    out.append(prefix).append("0".repeat(width - digits.length())).append(digits);
  }

  private static boolean isPrintable(int c) {
    if (c < 127) {
      return c >= ' ';
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
          Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SPACE_SEPARATOR -> false;
      default -> true;
    };
  }
}
