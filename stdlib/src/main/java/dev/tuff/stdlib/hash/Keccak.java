package dev.tuff.stdlib.hash;

/** SHA-3 and SHAKE (FIPS 202): the Keccak sponge over 25 lanes of 64 bits. */
final class Keccak implements Digest {
  private static final long[] ROUND = {
    0x0000000000000001L, 0x0000000000008082L, 0x800000000000808AL, 0x8000000080008000L, 0x000000000000808BL, 0x0000000080000001L,
    0x8000000080008081L, 0x8000000000008009L, 0x000000000000008AL, 0x0000000000000088L, 0x0000000080008009L, 0x000000008000000AL,
    0x000000008000808BL, 0x800000000000008BL, 0x8000000000008089L, 0x8000000000008003L, 0x8000000000008002L, 0x8000000000000080L,
    0x000000000000800AL, 0x800000008000000AL, 0x8000000080008081L, 0x8000000000008080L, 0x0000000080000001L, 0x8000000080008008L,
  };
  private static final int[] ROTATION = {1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44};
  private static final int[] LANE = {10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1};

  private final int rate;
  private final int suffix;
  private long[] state = new long[25];
  private int at;

  /** {@code rate} bytes absorbed at a time; {@code suffix} are the domain bits with the first padding bit. */
  Keccak(int rate, int suffix) {
    this.rate = rate;
    this.suffix = suffix;
  }

  @Override
  public void update(byte[] b, int from, int length) {
    for (int i = 0; i < length; i++) {
      state[at >> 3] ^= (b[from + i] & 0xFFL) << 8 * (at & 7);
      if (++at == rate) {
        permute(state);
        at = 0;
      }
    }
  }

  @Override
  public byte[] digest(int length) {
    long[] s = state.clone();
    s[at >> 3] ^= (long) suffix << 8 * (at & 7);
    s[rate - 1 >> 3] ^= 0x80L << 8 * (rate - 1 & 7);
    byte[] out = new byte[length];
    for (int i = 0; i < length; i++) {
      int k = i % rate;
      if (k == 0) {
        permute(s);
      }
      out[i] = (byte) (s[k >> 3] >>> 8 * (k & 7));
    }
    return out;
  }

  @Override
  public Digest copy() {
    Keccak k = new Keccak(rate, suffix);
    k.state = state.clone();
    k.at = at;
    return k;
  }

  private static void permute(long[] s) {
    long[] c = new long[5];
    for (long constant : ROUND) {
      for (int x = 0; x < 5; x++) {
        c[x] = s[x] ^ s[x + 5] ^ s[x + 10] ^ s[x + 15] ^ s[x + 20];
      }
      for (int x = 0; x < 5; x++) {
        long d = c[(x + 4) % 5] ^ Long.rotateLeft(c[(x + 1) % 5], 1);
        for (int y = 0; y < 25; y += 5) {
          s[x + y] ^= d;
        }
      }
      long moved = s[1];
      for (int i = 0; i < 24; i++) {
        long next = s[LANE[i]];
        s[LANE[i]] = Long.rotateLeft(moved, ROTATION[i]);
        moved = next;
      }
      for (int y = 0; y < 25; y += 5) {
        for (int x = 0; x < 5; x++) {
          c[x] = s[x + y];
        }
        for (int x = 0; x < 5; x++) {
          s[x + y] = c[x] ^ ~c[(x + 1) % 5] & c[(x + 2) % 5];
        }
      }
      s[0] ^= constant;
    }
  }
}
