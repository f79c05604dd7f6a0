package dev.tuff.engine.codec;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Warn;
import dev.tuff.engine.text.PyStr;
import dev.tuff.syntax.UnicodeNames;
import java.nio.charset.StandardCharsets;

/** The codecs of Python's own notation: {@code unicode_escape}, {@code raw_unicode_escape} and the escapes of bytes literals. */
public final class Escapes {
  private static final String HEX = "0123456789abcdef";

  private Escapes() {}

  // ---- text to bytes

  /** {@code raw}: characters below 256 stand for themselves. */
  public static byte[] encode(Object value, boolean raw) {
    ByteSink out = new ByteSink(PyStr.length(value) + 8);
    for (int i = 0, n = PyStr.length(value); i < n; i++) {
      int c = PyStr.pointAt(value, i);
      if (raw ? c < 256 : c >= ' ' && c < 127 && c != '\\') {
        out.put(c);
      } else if (c == '\\') {
        out.ascii("\\\\");
      } else if (c == '\t' || c == '\n' || c == '\r') {
        out.ascii(c == '\t' ? "\\t" : c == '\n' ? "\\n" : "\\r");
      } else if (c < 256) {
        hex(out, 'x', c, 2);
      } else if (c < 0x10000) {
        hex(out, 'u', c, 4);
      } else {
        hex(out, 'U', c, 8);
      }
    }
    return out.toArray();
  }

  private static void hex(ByteSink out, char kind, int c, int digits) {
    out.put('\\');
    out.put(kind);
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      out.put(HEX.charAt(c >> shift & 15));
    }
  }

  /** {@code codecs.escape_encode}: the inside of a bytes literal. */
  public static byte[] encodeBytes(byte[] b) {
    ByteSink out = new ByteSink(b.length + 8);
    for (byte x : b) {
      int c = x & 0xFF;
      if (c == '\'' || c == '\\') {
        out.put('\\');
        out.put(c);
      } else if (c == '\t' || c == '\n' || c == '\r') {
        out.ascii(c == '\t' ? "\\t" : c == '\n' ? "\\n" : "\\r");
      } else if (c >= ' ' && c < 127) {
        out.put(c);
      } else {
        hex(out, 'x', c, 2);
      }
    }
    return out.toArray();
  }

  // ---- bytes to text

  /** Decodes; says in {@code consumed[0]} how many bytes were read. */
  public static Object decode(byte[] b, String errors, boolean raw, boolean last, int[] consumed) {
    Decoder d = new Decoder(b, errors, raw, last);
    Object r = d.decode();
    consumed[0] = d.at;
    d.warn();
    return r;
  }

  private static void warnEscape(String prefix, int c, String octal) {
    String what = prefix + (octal != null ? "\"\\" + octal + "\" is an invalid octal escape sequence. " : "\"\\" + (char) c
        + "\" is an invalid escape sequence. ");
    Warn.deprecated(what + "Such sequences will not work in the future. ");
  }

  private static int simple(int c) {
    return switch (c) {
      case '\\', '\'', '"' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 'v' -> 11;
      case 'a' -> 7;
      default -> -1;
    };
  }

  private static final class Decoder extends Decoding {
    private final boolean raw;

    /** The first escape that means nothing: a character, or an octal number. */
    private int invalid = -1;
    private String invalidOctal;

    Decoder(byte[] in, String errors, boolean raw, boolean last) {
      super(raw ? "rawunicodeescape" : "unicodeescape", in, errors, last);
      this.raw = raw;
    }

    void warn() {
      if (invalid >= 0 || invalidOctal != null) {
        warnEscape("", invalid, invalidOctal);
      }
    }

    @Override
    void run() {
      while (at < in.length) {
        int c = in[at] & 0xFF;
        if (c != '\\' || raw && last && at + 1 == in.length) {
          out.point(c);
          at++;
        } else if (!escape()) {
          return;
        }
      }
    }

    /** Reads an escape; false if the rest of it is still to come. */
    private boolean escape() {
      int start = at;
      if (start + 1 >= in.length) {
        return incomplete(start, start + 1, "\\ at end of string");
      }
      int c = in[start + 1] & 0xFF;
      if (c == 'u' || c == 'U' || c == 'x' && !raw) {
        return hex(start, c, c == 'x' ? 2 : c == 'u' ? 4 : 8);
      }
      if (raw) {
        out.point('\\').point(c);
        at += 2;
        return true;
      }
      if (c == 'N') {
        return named(start);
      }
      at += 2;
      int s = simple(c);
      if (s >= 0) {
        out.point(s);
      } else if (c >= '0' && c <= '7') {
        octal(c - '0');
      } else if (c != '\n') {
        if (invalid < 0 && invalidOctal == null) {
          invalid = c;
        }
        out.point('\\').point(c);
      }
      return true;
    }

    private boolean incomplete(int start, int end, String reason) {
      if (!last) {
        return false;
      }
      bad(start, end, reason);
      return true;
    }

    private void octal(int value) {
      int from = at - 1;
      for (int k = 0; k < 2 && at < in.length && in[at] >= '0' && in[at] <= '7'; k++) {
        value = value * 8 + in[at++] - '0';
      }
      if (value > 255 && invalid < 0 && invalidOctal == null) {
        invalidOctal = new String(in, from, at - from, StandardCharsets.ISO_8859_1);
      }
      out.point(value);
    }

    private boolean hex(int start, int kind, int digits) {
      String reason = "truncated \\" + (char) kind + (kind == 'U' ? "XXXXXXXX" : kind == 'u' ? "XXXX" : "XX") + " escape";
      long value = 0;
      int i = start + 2;
      for (int k = 0; k < digits; k++, i++) {
        if (i >= in.length) {
          return incomplete(start, i, reason);
        }
        int d = Character.digit(in[i], 16);
        if (d < 0 || in[i] < 0) {
          bad(start, i, reason);
          return true;
        }
        value = value << 4 | d;
      }
      if (value > 0x10FFFF) {
        bad(start, i, raw ? "\\Uxxxxxxxx out of range" : "illegal Unicode character");
        return true;
      }
      out.point((int) value);
      at = i;
      return true;
    }

    private boolean named(int start) {
      String reason = "malformed \\N character escape";
      int i = start + 2;
      if (i >= in.length) {
        return incomplete(start, i, reason);
      }
      if (in[i] != '{') {
        bad(start, i, reason);
        return true;
      }
      int from = ++i;
      while (i < in.length && in[i] != '}') {
        i++;
      }
      if (i >= in.length) {
        return incomplete(start, i, reason);
      }
      if (i > from) {
        int c = UnicodeNames.lookup(new String(in, from, i - from, StandardCharsets.ISO_8859_1));
        i++;
        if (c >= 0) {
          out.point(c);
          at = i;
          return true;
        }
        reason = "unknown Unicode character name";
      }
      bad(start, i, reason);
      return true;
    }
  }

  /** {@code codecs.escape_decode}: what the inside of a bytes literal stands for. */
  public static byte[] decodeBytes(byte[] b, String errors) {
    ByteSink out = new ByteSink(b.length);
    int invalid = -1;
    String invalidOctal = null;
    for (int i = 0; i < b.length; ) {
      int c = b[i++] & 0xFF;
      if (c != '\\') {
        out.put(c);
        continue;
      }
      if (i == b.length) {
        throw Errors.valueError("Trailing \\ in string");
      }
      c = b[i++] & 0xFF;
      int s = simple(c);
      if (s >= 0) {
        out.put(s);
      } else if (c >= '0' && c <= '7') {
        int from = i - 1;
        int value = c - '0';
        for (int k = 0; k < 2 && i < b.length && b[i] >= '0' && b[i] <= '7'; k++) {
          value = value * 8 + b[i++] - '0';
        }
        if (value > 255 && invalid < 0 && invalidOctal == null) {
          invalidOctal = new String(b, from, i - from, StandardCharsets.ISO_8859_1);
        }
        out.put(value);
      } else if (c == 'x') {
        i = hexByte(b, i, errors, out);
      } else if (c != '\n') {
        if (invalid < 0 && invalidOctal == null) {
          invalid = c;
        }
        out.put('\\');
        out.put(c);
      }
    }
    if (invalid >= 0 || invalidOctal != null) {
      warnEscape("b", invalid, invalidOctal);
    }
    return out.toArray();
  }

  private static int hexByte(byte[] b, int i, String errors, ByteSink out) {
    int high = i < b.length ? digit(b[i]) : -1;
    int low = i + 1 < b.length ? digit(b[i + 1]) : -1;
    if (high >= 0 && low >= 0) {
      out.put(high << 4 | low);
      return i + 2;
    }
    switch (errors == null ? "strict" : errors) {
      case "strict" -> throw Errors.valueError("invalid \\x escape at position " + (i - 2));
      case "replace" -> out.put('?');
      case "ignore" -> {}
      default -> throw Errors.valueError("decoding error; unknown error handling code: " + errors);
    }
    return high >= 0 ? i + 1 : i;
  }

  private static int digit(byte b) {
    return b < 0 ? -1 : Character.digit(b, 16);
  }
}
