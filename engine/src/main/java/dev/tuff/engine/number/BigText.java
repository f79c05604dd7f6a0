package dev.tuff.engine.number;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Ints of more than 64 bits as decimal text. */
final class BigText {
  /** Up to so many bits a plain division of all words by the same constant, which HotSpot makes multiplications of, is faster than the JDK's way. */
  private static final int SMALL = 1200;

  private static final long BASE = 1_000_000_000;
  private static final int PLACES = 9;

  private BigText() {}

  static String decimal(BigInteger value) {
    if (value.bitLength() > SMALL) {
      return value.toString();
    }
    byte[] bytes = (value.signum() < 0 ? value.negate() : value).toByteArray();
    // most significant word first, as the bytes are
    int[] words = new int[bytes.length + 3 >> 2];
    for (int i = 0; i < bytes.length; i++) {
      int place = bytes.length - 1 - i;
      words[words.length - 1 - (place >> 2)] |= (bytes[i] & 0xFF) << ((place & 3) << 3);
    }
    byte[] text = new byte[words.length * 10 + 1];
    int at = text.length;
    for (int from = 0; from < words.length; ) {
      long rest = 0;
      for (int i = from; i < words.length; i++) {
        long part = rest << 32 | words[i] & 0xFFFFFFFFL;
        long quotient = part / BASE;
        words[i] = (int) quotient;
        rest = part - quotient * BASE;
      }
      while (from < words.length && words[from] == 0) {
        from++;
      }
      int digits = (int) rest;
      // the first ones without zeros before them
      for (int i = 0; i < PLACES && (from < words.length || digits > 0); i++) {
        text[--at] = (byte) ('0' + digits % 10);
        digits /= 10;
      }
    }
    if (value.signum() < 0) {
      text[--at] = '-';
    }
    return new String(text, at, text.length - at, StandardCharsets.ISO_8859_1);
  }
}
