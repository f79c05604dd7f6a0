package dev.tuff.engine.text;

/**
 * The hash of text and bytes: SipHash-1-3 as CPython uses it, over the bytes of CPython's own representation of a str (one, two or four
 * bytes a character, whatever the widest needs, little-endian).
 */
public final class SipHash {
  private SipHash() {}

  private long v0;
  private long v1;
  private long v2;
  private long v3;

  private SipHash(long k0, long k1) {
    v0 = k0 ^ 0x736f6d6570736575L;
    v1 = k1 ^ 0x646f72616e646f6dL;
    v2 = k0 ^ 0x6c7967656e657261L;
    v3 = k1 ^ 0x7465646279746573L;
  }

  private void round() {
    v0 += v1;
    v2 += v3;
    v1 = Long.rotateLeft(v1, 13) ^ v0;
    v3 = Long.rotateLeft(v3, 16) ^ v2;
    v0 = Long.rotateLeft(v0, 32);
    v2 += v1;
    v0 += v3;
    v1 = Long.rotateLeft(v1, 17) ^ v2;
    v3 = Long.rotateLeft(v3, 21) ^ v0;
    v2 = Long.rotateLeft(v2, 32);
  }

  private void word(long m) {
    v3 ^= m;
    round();
    v0 ^= m;
  }

  private long finish(long tail, long byteLength) {
    word(byteLength << 56 | tail);
    v2 ^= 0xff;
    round();
    round();
    round();
    long h = v0 ^ v1 ^ v2 ^ v3;
    return h == -1 ? -2 : h;
  }

  /** Hash of text without surrogates. */
  public static long hash(String s, long k0, long k1) {
    int n = s.length();
    if (n == 0) {
      return 0;
    }
    SipHash h = new SipHash(k0, k1);
    boolean latin = true;
    for (int i = 0; i < n && latin; i++) {
      latin = s.charAt(i) < 256;
    }
    long m = 0;
    int shift = 0;
    int step = latin ? 8 : 16;
    for (int i = 0; i < n; i++) {
      m |= (long) s.charAt(i) << shift;
      shift += step;
      if (shift == 64) {
        h.word(m);
        m = 0;
        shift = 0;
      }
    }
    return h.finish(m, latin ? n : 2L * n);
  }

  /** Hash of a text of these code points. */
  static long hash(int[] points, long k0, long k1) {
    int max = 0;
    for (int c : points) {
      max = Math.max(max, c);
    }
    int step = max < 0x10000 ? 16 : 32;
    SipHash h = new SipHash(k0, k1);
    long m = 0;
    int shift = 0;
    for (int c : points) {
      m |= (long) c << shift;
      shift += step;
      if (shift == 64) {
        h.word(m);
        m = 0;
        shift = 0;
      }
    }
    return h.finish(m, (long) points.length * (step / 8));
  }

  /** Hash of bytes {@code [from, to)}. */
  public static long hash(byte[] b, int from, int to, long k0, long k1) {
    if (from == to) {
      return 0;
    }
    SipHash h = new SipHash(k0, k1);
    long m = 0;
    int shift = 0;
    for (int i = from; i < to; i++) {
      m |= (b[i] & 0xFFL) << shift;
      shift += 8;
      if (shift == 64) {
        h.word(m);
        m = 0;
        shift = 0;
      }
    }
    return h.finish(m, to - from);
  }

  /** The two keys that {@code PYTHONHASHSEED=seed} gives: zeros for 0, else what CPython's linear congruential generator makes of it. */
  public static long[] keys(long seed) {
    long[] keys = new long[2];
    if (seed == 0) {
      return keys;
    }
    int x = (int) seed;
    for (int i = 0; i < 16; i++) {
      x = x * 214013 + 2531011;
      keys[i >> 3] |= (x >>> 16 & 0xFFL) << 8 * (i & 7);
    }
    return keys;
  }
}
