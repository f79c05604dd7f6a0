package dev.tuff.stdlib.hash;

import java.util.Arrays;

/** BLAKE2b (64-bit words, 12 rounds) and BLAKE2s (32-bit words, 10 rounds), RFC 7693 with the parameters of the full specification. */
final class Blake2 implements Digest {
  private static final long[] IV_B = {
    0x6a09e667f3bcc908L, 0xbb67ae8584caa73bL, 0x3c6ef372fe94f82bL, 0xa54ff53a5f1d36f1L, 0x510e527fade682d1L, 0x9b05688c2b3e6c1fL,
    0x1f83d9abfb41bd6bL, 0x5be0cd19137e2179L,
  };
  private static final String[] SIGMA = {
    "0123456789abcdef", "ea489fd61c02b753", "b8c052fdae367194", "7931dcbe265a40f8", "905724afe1bc683d",
    "2c6a0b834d75fe19", "c51fed4a0763928b", "db7ec13950f4862a", "6fe9b308c2d714a5", "a2847615fb9e3cd0",
  };

  /** Word size in bytes: 8 for BLAKE2b, 4 for BLAKE2s. */
  private final int word;
  private final int outLength;
  private final boolean lastNode;
  private long[] h = new long[8];
  private byte[] block;
  private int at;
  private long counter;

  /** Parameters as an XOR of the initial state: {@code parameters} is the parameter block, 8 words. */
  Blake2(int word, int outLength, byte[] parameters, byte[] key, boolean lastNode) {
    this.word = word;
    this.outLength = outLength;
    this.lastNode = lastNode;
    block = new byte[16 * word];
    for (int i = 0; i < 8; i++) {
      h[i] = iv(i) ^ load(parameters, i * word);
    }
    if (key.length > 0) {
      update(Arrays.copyOf(key, block.length), 0, block.length);
    }
  }

  private Blake2(Blake2 o) {
    word = o.word;
    outLength = o.outLength;
    lastNode = o.lastNode;
    h = o.h.clone();
    block = o.block.clone();
    at = o.at;
    counter = o.counter;
  }

  private long iv(int i) {
    return word == 8 ? IV_B[i] : IV_B[i] >>> 32;
  }

  private long load(byte[] b, int from) {
    long v = 0;
    for (int i = 0; i < word; i++) {
      v |= (b[from + i] & 0xFFL) << 8 * i;
    }
    return v;
  }

  @Override
  public void update(byte[] b, int from, int length) {
    while (length > 0) {
      if (at == block.length) {
        // the last block is kept back: it is marked
        counter += at;
        compress(false);
        at = 0;
      }
      int n = Math.min(length, block.length - at);
      System.arraycopy(b, from, block, at, n);
      at += n;
      from += n;
      length -= n;
    }
  }

  @Override
  public byte[] digest(int length) {
    Blake2 d = new Blake2(this);
    Arrays.fill(d.block, d.at, d.block.length, (byte) 0);
    d.counter += d.at;
    d.compress(true);
    byte[] out = new byte[outLength];
    for (int i = 0; i < outLength; i++) {
      out[i] = (byte) (d.h[i / word] >>> 8 * (i % word));
    }
    return out;
  }

  @Override
  public Digest copy() {
    return new Blake2(this);
  }

  private void compress(boolean last) {
    long mask = word == 8 ? -1L : 0xFFFFFFFFL;
    long[] m = new long[16];
    long[] v = new long[16];
    for (int i = 0; i < 16; i++) {
      m[i] = load(block, i * word);
    }
    for (int i = 0; i < 8; i++) {
      v[i] = h[i];
      v[i + 8] = iv(i);
    }
    v[12] ^= word == 8 ? counter : counter & mask;
    v[13] ^= word == 8 ? 0 : counter >>> 32;
    if (last) {
      v[14] ^= mask;
      if (lastNode) {
        v[15] ^= mask;
      }
    }
    int rounds = word == 8 ? 12 : 10;
    for (int r = 0; r < rounds; r++) {
      String s = SIGMA[r % 10];
      mix(v, 0, 4, 8, 12, pick(m, s, 0), pick(m, s, 1));
      mix(v, 1, 5, 9, 13, pick(m, s, 2), pick(m, s, 3));
      mix(v, 2, 6, 10, 14, pick(m, s, 4), pick(m, s, 5));
      mix(v, 3, 7, 11, 15, pick(m, s, 6), pick(m, s, 7));
      mix(v, 0, 5, 10, 15, pick(m, s, 8), pick(m, s, 9));
      mix(v, 1, 6, 11, 12, pick(m, s, 10), pick(m, s, 11));
      mix(v, 2, 7, 8, 13, pick(m, s, 12), pick(m, s, 13));
      mix(v, 3, 4, 9, 14, pick(m, s, 14), pick(m, s, 15));
    }
    for (int i = 0; i < 8; i++) {
      h[i] ^= v[i] ^ v[i + 8];
    }
  }

  private static long pick(long[] m, String s, int i) {
    return m[Character.digit(s.charAt(i), 16)];
  }

  private void mix(long[] v, int a, int b, int c, int d, long x, long y) {
    if (word == 8) {
      v[a] += v[b] + x;
      v[d] = Long.rotateRight(v[d] ^ v[a], 32);
      v[c] += v[d];
      v[b] = Long.rotateRight(v[b] ^ v[c], 24);
      v[a] += v[b] + y;
      v[d] = Long.rotateRight(v[d] ^ v[a], 16);
      v[c] += v[d];
      v[b] = Long.rotateRight(v[b] ^ v[c], 63);
      return;
    }
    int p = (int) v[a] + (int) v[b] + (int) x;
    int s = Integer.rotateRight((int) v[d] ^ p, 16);
    int r = (int) v[c] + s;
    int q = Integer.rotateRight((int) v[b] ^ r, 12);
    p += q + (int) y;
    s = Integer.rotateRight(s ^ p, 8);
    r += s;
    q = Integer.rotateRight(q ^ r, 7);
    v[a] = p & 0xFFFFFFFFL;
    v[b] = q & 0xFFFFFFFFL;
    v[c] = r & 0xFFFFFFFFL;
    v[d] = s & 0xFFFFFFFFL;
  }
}
