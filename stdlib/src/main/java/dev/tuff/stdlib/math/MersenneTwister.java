package dev.tuff.stdlib.math;

/** MT19937, seeded and read as CPython does: the same seeds give the same numbers. */
final class MersenneTwister {
  static final int N = 624;
  private static final int M = 397;
  private static final int MATRIX = 0x9908b0df;
  private static final int UPPER = 0x80000000;
  private static final int LOWER = 0x7fffffff;

  final int[] state = new int[N];

  /** How much of the state is used up; N when it must be renewed. */
  int index = N;

  private void init(int seed) {
    state[0] = seed;
    for (int i = 1; i < N; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
    }
    index = N;
  }

  void init(int[] key) {
    init(19650218);
    int i = 1;
    int j = 0;
    for (int k = Math.max(N, key.length); k > 0; k--) {
      state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >>> 30) * 1664525) + key[j] + j;
      if (++i >= N) {
        state[0] = state[N - 1];
        i = 1;
      }
      if (++j >= key.length) {
        j = 0;
      }
    }
    for (int k = N - 1; k > 0; k--) {
      state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >>> 30) * 1566083941) - i;
      if (++i >= N) {
        state[0] = state[N - 1];
        i = 1;
      }
    }
    state[0] = 0x80000000;
  }

  private void renew() {
    int[] s = state;
    for (int k = 0; k < N; k++) {
      int y = s[k] & UPPER | s[(k + 1) % N] & LOWER;
      s[k] = s[(k + M) % N] ^ y >>> 1 ^ ((y & 1) == 0 ? 0 : MATRIX);
    }
    index = 0;
  }

  int next() {
    if (index >= N) {
      renew();
    }
    int y = state[index++];
    y ^= y >>> 11;
    y ^= y << 7 & 0x9d2c5680;
    y ^= y << 15 & 0xefc60000;
    return y ^ y >>> 18;
  }

  /** Uniform in [0, 1) with 53 random bits. */
  double nextDouble() {
    int a = next() >>> 5;
    int b = next() >>> 6;
    return (a * 67108864.0 + b) * (1.0 / 9007199254740992.0);
  }
}
