package dev.tuff.engine.text;

/** {@code repr()} and {@code ascii()} of a str, and the escapes that other reprs share. */
public final class StrRepr {
  private static final String HEX = "0123456789abcdef";

  private StrRepr() {}

  /** Bytes a character takes in CPython's representation: 0 for ASCII, 1 for Latin-1, 2. */
  static int widthOf(String s) {
    int or = 0;
    for (int i = 0; i < s.length(); i++) {
      or |= s.charAt(i);
    }
    return or < 128 ? 0 : or < 256 ? 1 : 2;
  }

  /** {@code repr} of a plain value. */
  public static Object repr(Object value) {
    return repr(value, false);
  }

  /** {@code repr} with all beyond ASCII escaped. */
  public static Object ascii(Object value) {
    return repr(value, true);
  }

  private static Object repr(Object value, boolean ascii) {
    int n = PyStr.length(value);
    boolean single = false;
    boolean dbl = false;
    boolean plain = value instanceof String;
    for (int i = 0; i < n; i++) {
      int c = PyStr.pointAt(value, i);
      single |= c == '\'';
      dbl |= c == '"';
      plain &= c >= ' ' && c < 127 && c != '\\';
    }
    char quote = single && !dbl ? '"' : '\'';
    if (plain && !(single && dbl)) {
      return quote == '"' ? "\"" + value + "\"" : "'" + value + "'";
    }
    StrBuilder out = new StrBuilder(n + 8);
    out.point(quote);
    for (int i = 0; i < n; i++) {
      int c = PyStr.pointAt(value, i);
      switch (c) {
        case '\t' -> out.text("\\t");
        case '\n' -> out.text("\\n");
        case '\r' -> out.text("\\r");
        default -> {
          if (c == quote || c == '\\') {
            out.point('\\').point(c);
          } else if (c >= ' ' && c < 127 || c > 127 && !ascii && StrPredicates.isPrintable(c)) {
            out.point(c);
          } else {
            escape(out, c);
          }
        }
      }
    }
    return out.point(quote).build();
  }

  /** {@code ascii(text)} for text that is a repr already: escapes what is beyond ASCII. */
  public static Object escapeNonAscii(Object value) {
    int n = PyStr.length(value);
    int i = 0;
    while (i < n && PyStr.pointAt(value, i) < 128) {
      i++;
    }
    if (i == n) {
      return value;
    }
    StrBuilder out = new StrBuilder(n + 16);
    out.append(value, 0, i);
    for (; i < n; i++) {
      int c = PyStr.pointAt(value, i);
      if (c < 128) {
        out.point(c);
      } else {
        escape(out, c);
      }
    }
    return out.build();
  }

  /** {@code \xNN}, \\uNNNN or \\UNNNNNNNN. */
  static void escape(StrBuilder out, int c) {
    if (c < 0x100) {
      hex(out.text("\\x"), c, 2);
    } else if (c < 0x10000) {
      hex(out.text("\\" + "u"), c, 4);
    } else {
      hex(out.text("\\U"), c, 8);
    }
  }

  static void hex(StrBuilder out, int c, int digits) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      out.point(HEX.charAt(c >> shift & 15));
    }
  }
}
