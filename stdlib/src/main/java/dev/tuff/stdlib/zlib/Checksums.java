package dev.tuff.stdlib.zlib;

import java.util.zip.CRC32;

/** CRC-32 and Adler-32 that go on from an earlier value. */
public final class Checksums {
  private static final int POLYNOMIAL = 0xEDB88320;
  private static final int ADLER_BASE = 65521;

  /** The most bytes whose sums cannot overflow 32 bits. */
  private static final int ADLER_BLOCK = 3800;

  private Checksums() {}

  private static int[] table() {
    int[] t = new int[256];
    for (int i = 0; i < 256; i++) {
      int c = i;
      for (int k = 0; k < 8; k++) {
        c = (c & 1) != 0 ? c >>> 1 ^ POLYNOMIAL : c >>> 1;
      }
      t[i] = c;
    }
    return t;
  }

  private static final class Table {
    static final int[] CRC = table();
  }

  public static long crc32(byte[] b, int from, int length, long start) {
    if (start == 0) {
      CRC32 c = new CRC32();
      c.update(b, from, length);
      return c.getValue();
    }
    int[] t = Table.CRC;
    int c = ~(int) start;
    for (int i = from; i < from + length; i++) {
      c = c >>> 8 ^ t[(c ^ b[i]) & 0xFF];
    }
    return ~c & 0xFFFFFFFFL;
  }

  public static long adler32(byte[] b, int from, int length, long start) {
    long low = start & 0xFFFF;
    long high = start >>> 16 & 0xFFFF;
    int end = from + length;
    while (from < end) {
      int stop = Math.min(end, from + ADLER_BLOCK);
      for (; from < stop; from++) {
        low += b[from] & 0xFF;
        high += low;
      }
      low %= ADLER_BASE;
      high %= ADLER_BASE;
    }
    return high << 16 | low;
  }
}
