package dev.tuff.engine.codec;

import dev.tuff.engine.text.PyStr;
import java.nio.charset.StandardCharsets;

/** Latin-1 and ASCII: a byte is a character. */
public final class SingleByte {
  private SingleByte() {}

  public static byte[] encodeLatin1(Object value, String errors) {
    return encode(value, errors, "latin-1", 256);
  }

  public static byte[] encodeAscii(Object value, String errors) {
    return encode(value, errors, "ascii", 128);
  }

  private static byte[] encode(Object value, String errors, String name, int limit) {
    if (value instanceof String s && all(s, limit)) {
      return s.getBytes(StandardCharsets.ISO_8859_1);
    }
    return new Encoder(name, limit, value, errors).run();
  }

  private static boolean all(String s, int limit) {
    for (int i = 0; i < s.length(); i++) {
      if (s.charAt(i) >= limit) {
        return false;
      }
    }
    return true;
  }

  public static Object decodeLatin1(byte[] b) {
    return b.length == 1 ? PyStr.ofPoint(b[0] & 0xFF) : new String(b, StandardCharsets.ISO_8859_1);
  }

  public static Object decodeAscii(byte[] b, String errors) {
    for (byte x : b) {
      if (x < 0) {
        return new AsciiDecoder(b, errors).decode();
      }
    }
    return new String(b, StandardCharsets.ISO_8859_1);
  }

  private static final class Encoder extends Encoding {
    private final int limit;

    Encoder(String name, int limit, Object value, String errors) {
      super(name, "ordinal not in range(" + limit + ")", value, errors);
      this.limit = limit;
    }

    @Override
    boolean canPut(int c) {
      return c < limit;
    }

    @Override
    boolean put(int c) {
      if (c >= limit) {
        return false;
      }
      out.put(c);
      return true;
    }
  }

  private static final class AsciiDecoder extends Decoding {
    AsciiDecoder(byte[] in, String errors) {
      super("ascii", in, errors, true);
    }

    @Override
    void run() {
      while (at < in.length) {
        if (in[at] >= 0) {
          out.point(in[at++]);
        } else {
          bad(at, at + 1, "ordinal not in range(128)");
        }
      }
    }
  }
}
