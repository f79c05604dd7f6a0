package dev.tuff.engine.codec;

/** UTF-16 and UTF-32, in both byte orders, with and without byte order mark. */
public final class WideUtf {
  private WideUtf() {}

  /**
   * Encodes a plain str value.
   *
   * @param unit bytes of a code unit: 2 or 4
   * @param order -1 little-endian, 1 big-endian, 0 little-endian after a byte order mark
   */
  public static byte[] encode(Object value, String errors, int unit, int order) {
    Encoder e = new Encoder(value, errors, unit, order);
    if (order == 0) {
      e.unit(0xFEFF);
    }
    return e.run();
  }

  /** What a decoder found: the text, the bytes read, and the byte order (0 if neither given nor marked). */
  public record Decoded(Object text, int consumed, int order) {}

  /** Decodes; {@code order} as for {@link #encode}, 0 meaning that a byte order mark decides, else little-endian. */
  public static Decoded decode(byte[] b, String errors, int unit, int order, boolean last) {
    int from = 0;
    if (order == 0 && b.length >= unit) {
      int mark = read(b, 0, unit, true);
      int swapped = read(b, 0, unit, false);
      if (mark == 0xFEFF) {
        order = -1;
        from = unit;
      } else if (swapped == 0xFEFF) {
        order = 1;
        from = unit;
      }
    }
    Decoder d = new Decoder(b, from, errors, unit, order, last);
    return new Decoded(d.decode(), d.at, order);
  }

  private static int read(byte[] b, int at, int unit, boolean little) {
    int c = 0;
    for (int i = 0; i < unit; i++) {
      c |= (b[at + i] & 0xFF) << 8 * (little ? i : unit - 1 - i);
    }
    return c;
  }

  private static String name(int unit, int order) {
    return (unit == 2 ? "utf-16" : "utf-32") + (order == 0 ? "" : order < 0 ? "-le" : "-be");
  }

  private static final class Encoder extends Encoding {
    private final int unit;
    private final boolean little;

    Encoder(Object value, String errors, int unit, int order) {
      super(name(unit, order), "surrogates not allowed", value, errors);
      this.unit = unit;
      little = order <= 0;
    }

    void unit(int c) {
      for (int i = 0; i < unit; i++) {
        out.put(c >> 8 * (little ? i : unit - 1 - i));
      }
    }

    @Override
    boolean canPut(int c) {
      return c < 0xD800 || c > 0xDFFF;
    }

    @Override
    boolean put(int c) {
      if (!canPut(c)) {
        return false;
      }
      if (c > 0xFFFF && unit == 2) {
        unit(Character.highSurrogate(c));
        unit(Character.lowSurrogate(c));
      } else {
        unit(c);
      }
      return true;
    }

    @Override
    boolean oneByOne() {
      return true;
    }

    @Override
    boolean putBytes(byte[] b) {
      return b.length % unit == 0 && super.putBytes(b);
    }

    @Override
    boolean putReplacement(Object value) {
      return putAscii(value);
    }
  }

  private static final class Decoder extends Decoding {
    private final int unit;
    private final boolean little;

    Decoder(byte[] in, int from, String errors, int unit, int order, boolean last) {
      super(name(unit, order <= 0 ? -1 : 1), in, errors, last);
      at = from;
      this.unit = unit;
      little = order <= 0;
    }

    @Override
    void run() {
      while (at < in.length) {
        if (in.length - at < unit) {
          if (!last) {
            return;
          }
          bad(at, in.length, "truncated data");
        } else if (unit == 4) {
          four();
        } else if (!two()) {
          return;
        }
      }
    }

    private void four() {
      int c = read(in, at, 4, little);
      if (c >= 0xD800 && c <= 0xDFFF) {
        bad(at, at + 4, "code point in surrogate code point range(0xd800, 0xe000)");
      } else if (c < 0 || c > 0x10FFFF) {
        bad(at, at + 4, "code point not in range(0x110000)");
      } else {
        out.point(c);
        at += 4;
      }
    }

    /** Reads a character of one or two units; false if the second is still to come. */
    private boolean two() {
      char c = (char) read(in, at, 2, little);
      if (!Character.isSurrogate(c)) {
        out.point(c);
        at += 2;
      } else if (Character.isLowSurrogate(c)) {
        bad(at, at + 2, "illegal encoding");
      } else if (in.length - at < 4) {
        if (!last) {
          return false;
        }
        bad(at, in.length, "unexpected end of data");
      } else {
        char d = (char) read(in, at + 2, 2, little);
        if (Character.isLowSurrogate(d)) {
          out.point(Character.toCodePoint(c, d));
          at += 4;
        } else {
          bad(at, at + 2, "illegal UTF-16 surrogate");
        }
      }
      return true;
    }
  }
}
