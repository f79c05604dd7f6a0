package dev.tuff.engine.bytes;

import dev.tuff.engine.core.Py;
import dev.tuff.engine.number.PyInt;
import java.math.BigInteger;

/** Items of buffers as Python values: the one-letter formats of the struct module in native size, and integers of any width. */
public final class ItemCodec {
  /** Formats of native size that memoryview can read. */
  private static final String NATIVE = "?cbBhHiIlLqQnNfdePFD";
  private static final int[] SIZES = {1, 1, 1, 1, 2, 2, 4, 4, 8, 8, 8, 8, 8, 8, 4, 8, 2, 8, 8, 16};

  private ItemCodec() {}

  /** Size in bytes of a native format, or 0 for what is none. */
  public static int size(char code) {
    int i = NATIVE.indexOf(code);
    return i < 0 ? 0 : SIZES[i];
  }

  /** The native format that a format string names (with or without {@code @}), or 0. */
  public static char code(String format) {
    int n = format.length();
    char c = n == 1 ? format.charAt(0) : n == 2 && format.charAt(0) == '@' ? format.charAt(1) : 0;
    return c != 0 && size(c) > 0 ? c : 0;
  }

  /** {@code n} bytes at {@code at} as an unsigned integer; all 64 bits for 8. */
  public static long read(byte[] a, int at, int n, boolean big) {
    long v = 0;
    for (int i = 0; i < n; i++) {
      v |= (a[at + i] & 0xFFL) << 8 * (big ? n - 1 - i : i);
    }
    return v;
  }

  public static void write(byte[] a, int at, int n, long v, boolean big) {
    for (int i = 0; i < n; i++) {
      a[at + i] = (byte) (v >> 8 * (big ? n - 1 - i : i));
    }
  }

  /** The value of an integer of {@code n} bytes. */
  public static Object integer(byte[] a, int at, int n, boolean signed, boolean big) {
    long v = read(a, at, n, big);
    if (n < 8) {
      int shift = 64 - 8 * n;
      return Py.box(signed ? v << shift >> shift : v);
    }
    return signed || v >= 0 ? Py.box(v) : new BigInteger(Long.toUnsignedString(v));
  }

  /** The item of native format {@code code}. */
  public static Object get(byte[] a, int at, char code) {
    return switch (code) {
      case 'B' -> Py.box(a[at] & 0xFF);
      case 'b' -> Py.box((long) a[at]);
      case 'c' -> PyBytes.ofByte(a[at]);
      case '?' -> a[at] != 0;
      case 'f' -> (double) Float.intBitsToFloat((int) read(a, at, 4, false));
      case 'd' -> Double.longBitsToDouble(read(a, at, 8, false));
      case 'e' -> (double) Float.float16ToFloat((short) read(a, at, 2, false));
      case 'F' -> new dev.tuff.engine.number.PyComplex(Float.intBitsToFloat((int) read(a, at, 4, false)),
          Float.intBitsToFloat((int) read(a, at + 4, 4, false)));
      case 'D' -> new dev.tuff.engine.number.PyComplex(Double.longBitsToDouble(read(a, at, 8, false)),
          Double.longBitsToDouble(read(a, at + 8, 8, false)));
      default -> integer(a, at, size(code), isSigned(code), false);
    };
  }

  public static boolean isSigned(char code) {
    return switch (code) {
      case 'b', 'h', 'i', 'l', 'q', 'n' -> true;
      default -> false;
    };
  }

  /** Whether a plain int fits {@code n} bytes. */
  public static boolean fits(Object v, int n, boolean signed) {
    if (v instanceof Long l) {
      if (n == 8) {
        return signed || l >= 0;
      }
      return signed ? l >= -(1L << 8 * n - 1) && l < 1L << 8 * n - 1 : l >= 0 && l < 1L << 8 * n;
    }
    return n == 8 && !signed && PyInt.sign(v) > 0 && ((BigInteger) v).bitLength() <= 64;
  }

  /** The low 64 bits of a plain int. */
  public static long bits(Object v) {
    return v instanceof Long l ? l : ((BigInteger) v).longValue();
  }
}
