package dev.tuff.engine.codec;

import dev.tuff.engine.text.PyWideStr;
import java.nio.charset.StandardCharsets;

/** UTF-8. Java's own codec does all that is well formed; the loops here are for surrogates and errors. */
public final class Utf8 {
  private Utf8() {}

  /** Encodes a plain str value. */
  public static byte[] encode(Object value, String errors) {
    if (value instanceof String s) {
      return s.getBytes(StandardCharsets.UTF_8);
    }
    return new Encoder(value, errors).run();
  }

  /** Decodes all of the bytes, of which the last character must be complete. */
  public static Object decode(byte[] b, String errors) {
    String s = new String(b, StandardCharsets.UTF_8);
    int n = s.length();
    boolean wide = false;
    for (int i = 0; i < n; i++) {
      char c = s.charAt(i);
      if (c >= 0xD800) {
        if (c == 0xFFFD) {
          return new Decoder(b, errors, true).decode();
        }
        wide |= c <= 0xDFFF;
      }
    }
    return wide ? PyWideStr.of(s) : s;
  }

  /** Decodes what is complete, and says in {@code consumed[0]} how many bytes that were. */
  public static Object decodeStateful(byte[] b, String errors, boolean last, int[] consumed) {
    if (last) {
      consumed[0] = b.length;
      return decode(b, errors);
    }
    Decoder d = new Decoder(b, errors, false);
    Object r = d.decode();
    consumed[0] = d.at;
    return r;
  }

  private static final class Encoder extends Encoding {
    Encoder(Object value, String errors) {
      super("utf-8", "surrogates not allowed", value, errors);
    }

    @Override
    boolean canPut(int c) {
      return c < 0xD800 || c > 0xDFFF;
    }

    @Override
    boolean putReplacement(Object value) {
      return putAscii(value);
    }

    @Override
    boolean put(int c) {
      if (c < 0x80) {
        out.put(c);
      } else if (c < 0x800) {
        out.put(0xC0 | c >> 6);
        out.put(0x80 | c & 63);
      } else if (c < 0x10000) {
        if (!canPut(c)) {
          return false;
        }
        out.put(0xE0 | c >> 12);
        out.put(0x80 | c >> 6 & 63);
        out.put(0x80 | c & 63);
      } else {
        out.put(0xF0 | c >> 18);
        out.put(0x80 | c >> 12 & 63);
        out.put(0x80 | c >> 6 & 63);
        out.put(0x80 | c & 63);
      }
      return true;
    }
  }

  /** With maximal subparts: an ill-formed sequence ends before the first byte that cannot continue it. */
  static final class Decoder extends Decoding {
    Decoder(byte[] in, String errors, boolean last) {
      super("utf-8", in, errors, last);
    }

    @Override
    void run() {
      while (at < in.length) {
        int b = in[at];
        if (b >= 0) {
          out.point(b);
          at++;
        } else if (!multi(b & 0xFF)) {
          return;
        }
      }
    }

    /** Reads a character that starts with {@code b}; false if the rest of it is still to come. */
    private boolean multi(int b) {
      if (b < 0xC2 || b > 0xF4) {
        bad(at, at + 1, "invalid start byte");
        return true;
      }
      int need = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
      int c = b & (0x3F >> need);
      for (int k = 1; k <= need; k++) {
        if (at + k >= in.length) {
          if (!last) {
            return false;
          }
          bad(at, in.length, "unexpected end of data");
          return true;
        }
        int d = in[at + k] & 0xFF;
        int low = k > 1 ? 0x80 : b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
        int high = k > 1 ? 0xBF : b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
        if (d < low || d > high) {
          if (!last && b == 0xED && at + 2 == in.length && d >= 0xA0 && d <= 0xBF) {
            // a surrogate, which the handler surrogatepass wants whole
            return false;
          }
          bad(at, at + k, "invalid continuation byte");
          return true;
        }
        c = c << 6 | d & 0x3F;
      }
      out.point(c);
      at += need + 1;
      return true;
    }
  }
}
