package dev.tuff.engine.codec;

import dev.tuff.engine.text.PyStr;

/** UTF-7 (RFC 2152): ASCII, with the rest as base64 of UTF-16 between {@code +} and {@code -}. */
public final class Utf7 {
  private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private Utf7() {}

  private static boolean isBase64(int c) {
    return c < 128 && BASE64.indexOf(c) >= 0;
  }

  /** Whether a character stands for itself outside base64. */
  private static boolean isDirect(int c) {
    return c > 0 && c < 127 && (c >= ' ' ? c != '+' && c != '\\' && c != '~' : c == '\t' || c == '\n' || c == '\r');
  }

  /** Encodes a plain str value: every str can be. */
  public static byte[] encode(Object value) {
    ByteSink out = new ByteSink(PyStr.length(value) + 8);
    boolean shifted = false;
    long buffer = 0;
    int bits = 0;
    for (int i = 0, n = PyStr.length(value); i < n; i++) {
      int c = PyStr.pointAt(value, i);
      if (isDirect(c)) {
        if (shifted) {
          if (bits > 0) {
            out.put(BASE64.charAt((int) (buffer << 6 - bits) & 63));
          }
          shifted = false;
          if (isBase64(c) || c == '-') {
            out.put('-');
          }
        }
        out.put(c);
        continue;
      }
      if (!shifted) {
        if (c == '+') {
          out.put('+');
          out.put('-');
          continue;
        }
        out.put('+');
        shifted = true;
        buffer = 0;
        bits = 0;
      }
      if (c > 0xFFFF) {
        buffer = buffer << 32 | (long) Character.highSurrogate(c) << 16 | Character.lowSurrogate(c);
        bits += 32;
      } else {
        buffer = buffer << 16 | c;
        bits += 16;
      }
      for (; bits >= 6; bits -= 6) {
        out.put(BASE64.charAt((int) (buffer >> bits - 6) & 63));
      }
      buffer &= (1L << bits) - 1;
    }
    if (shifted) {
      if (bits > 0) {
        out.put(BASE64.charAt((int) (buffer << 6 - bits) & 63));
      }
      out.put('-');
    }
    return out.toArray();
  }

  /** Decodes; says in {@code consumed[0]} how many bytes were read for good. */
  public static Object decode(byte[] b, String errors, boolean last, int[] consumed) {
    Decoder d = new Decoder(b, errors, last);
    Object r = d.decode();
    consumed[0] = d.at;
    return r;
  }

  private static final class Decoder extends Decoding {
    private boolean shifted;
    private int shiftStart;
    private int outStart;
    private int bits;
    private int buffer;
    private int high;

    Decoder(byte[] in, String errors, boolean last) {
      super("utf7", in, errors, last);
    }

    @Override
    void run() {
      while (true) {
        while (at < in.length) {
          step(in[at] & 0xFF);
        }
        if (!shifted) {
          return;
        }
        if (!last) {
          // the sequence is read again when more of it is there
          at = shiftStart;
          out.truncate(outStart);
          return;
        }
        shifted = false;
        if (high == 0 && bits < 6 && (bits == 0 || buffer == 0)) {
          return;
        }
        bad(shiftStart, in.length, "unterminated shift sequence");
        if (at >= in.length) {
          return;
        }
      }
    }

    private void step(int c) {
      if (shifted) {
        inShift(c);
      } else if (c == '+') {
        shiftStart = at++;
        if (at < in.length && in[at] == '-') {
          at++;
          out.point('+');
        } else if (at < in.length && !isBase64(in[at] & 0xFF)) {
          bad(shiftStart, at + 1, "ill-formed sequence");
        } else {
          shifted = true;
          high = 0;
          outStart = out.length();
          bits = 0;
          buffer = 0;
        }
      } else if (c < 128) {
        out.point(c);
        at++;
      } else {
        bad(at, at + 1, "unexpected special character");
      }
    }

    private void inShift(int c) {
      if (isBase64(c)) {
        at++;
        buffer = buffer << 6 | BASE64.indexOf(c);
        bits += 6;
        if (bits >= 16) {
          int unit = buffer >> bits - 16 & 0xFFFF;
          bits -= 16;
          buffer &= (1 << bits) - 1;
          put((char) unit);
        }
        return;
      }
      shifted = false;
      if (bits >= 6) {
        bad(shiftStart, at + 1, "partial character in base64 shift sequence");
        return;
      }
      if (bits > 0 && buffer != 0) {
        bad(shiftStart, at + 1, "non-zero padding bits in base64 shift sequence");
        return;
      }
      if (high != 0 && c < 128 && c != '+') {
        out.point(high);
      }
      high = 0;
      if (c == '-') {
        at++;
      }
    }

    private void put(char unit) {
      if (high != 0) {
        if (Character.isLowSurrogate(unit)) {
          out.point(Character.toCodePoint((char) high, unit));
          high = 0;
          return;
        }
        out.point(high);
        high = 0;
      }
      if (Character.isHighSurrogate(unit)) {
        high = unit;
      } else {
        out.point(unit);
      }
    }
  }
}
