package dev.tuff.engine.bytes;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.text.PyStr;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Hexadecimal text of bytes: {@code hex()} with its separator, {@code fromhex()}. */
public final class HexText {
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);

  private HexText() {}

  /**
   * The hex digits of {@code b}, with a separator (a str or bytes of one ASCII character; null for none) after each {@code group} bytes,
   * counted from the right, or from the left if negative.
   */
  public static byte[] encode(ByteSpan b, Object sep, long group) {
    int n = b.size();
    int separator = sep == null ? -1 : separator(sep);
    long size = Math.abs(group);
    if (separator < 0 || size == 0 || size >= n) {
      byte[] out = new byte[2 * n];
      for (int i = 0; i < n; i++) {
        out[2 * i] = DIGITS[b.at(i) >> 4 & 15];
        out[2 * i + 1] = DIGITS[b.at(i) & 15];
      }
      return out;
    }
    int extra = (int) ((n - 1) / size);
    byte[] out = new byte[2 * n + extra];
    int at = 0;
    for (int i = 0; i < n; i++) {
      long before = group > 0 ? n - i : i;
      if (i > 0 && before % size == 0) {
        out[at++] = (byte) separator;
      }
      out[at++] = DIGITS[b.at(i) >> 4 & 15];
      out[at++] = DIGITS[b.at(i) & 15];
    }
    return out;
  }

  private static int separator(Object sep) {
    if (Items.length(sep) != 1) {
      throw Errors.valueError("sep must be length 1.");
    }
    int c;
    if (PyStr.isStr(sep)) {
      c = PyStr.java(sep).charAt(0);
      if (c > 127) {
        throw Errors.valueError("sep must be ASCII.");
      }
    } else if (sep instanceof ByteSequence b) {
      c = b.size() == 0 ? 0 : b.span().at(0) & 0xFF;
      if (c > 127) {
        throw Errors.valueError("sep must be ASCII.");
      }
    } else {
      throw Errors.typeError("sep must be str or bytes.");
    }
    return c;
  }

  /** The same as a Python str. */
  public static String string(ByteSpan b, Object sep, long group) {
    return new String(encode(b, sep, group), StandardCharsets.ISO_8859_1);
  }

  /** The bytes that pairs of hex digits spell; white space between pairs is skipped. */
  static byte[] decode(Object string) {
    String s;
    if (PyStr.isStr(string)) {
      s = PyStr.java(string);
    } else {
      byte[] b = Buffers.find(string);
      if (b == null) {
        throw Errors.typeError("fromhex() argument must be str or bytes-like, not " + Py.typeOf(string).name());
      }
      s = new String(b, StandardCharsets.ISO_8859_1);
    }
    byte[] out = new byte[s.length() / 2];
    int n = 0;
    int i = 0;
    while (i < s.length()) {
      char c = s.charAt(i);
      if (c == ' ' || c >= 9 && c <= 13) {
        i++;
        continue;
      }
      int high = digit(c);
      if (high < 0) {
        throw bad(i);
      }
      if (i + 1 >= s.length()) {
        throw Errors.valueError("fromhex() arg must contain an even number of hexadecimal digits");
      }
      int low = digit(s.charAt(i + 1));
      if (low < 0) {
        throw bad(i + 1);
      }
      out[n++] = (byte) (high << 4 | low);
      i += 2;
    }
    return n == out.length ? out : Arrays.copyOf(out, n);
  }

  /** The value of an ASCII hex digit, or -1. */
  public static int digit(int c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
  }

  private static RuntimeException bad(int i) {
    return Errors.valueError("non-hexadecimal number found in fromhex() arg at position " + i);
  }
}
