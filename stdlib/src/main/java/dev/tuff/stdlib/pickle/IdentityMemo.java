package dev.tuff.stdlib.pickle;

/** A pickler's memo: object, by identity, → number. Open addressing; {@code keys[i]} has number {@code numbers[i]}. */
final class IdentityMemo {
  private static final int MINIMUM = 32;

  private Object[] keys = new Object[MINIMUM];
  private int[] numbers = new int[MINIMUM];
  private int size;

  int size() {
    return size;
  }

  private static int hash(Object o) {
    int h = System.identityHashCode(o);
    return h ^ h >>> 15;
  }

  /** The number of {@code o}, or -1. */
  int get(Object o) {
    Object[] k = keys;
    int mask = k.length - 1;
    for (int i = hash(o) & mask; k[i] != null; i = i + 1 & mask) {
      if (k[i] == o) {
        return numbers[i];
      }
    }
    return -1;
  }

  void put(Object o, int number) {
    Object[] k = keys;
    int mask = k.length - 1;
    int i = hash(o) & mask;
    while (k[i] != null) {
      if (k[i] == o) {
        numbers[i] = number;
        return;
      }
      i = i + 1 & mask;
    }
    k[i] = o;
    numbers[i] = number;
    if (++size * 2 > mask) {
      grow();
    }
  }

  private void grow() {
    Object[] old = keys;
    int[] oldNumbers = numbers;
    int n = old.length * 4;
    Object[] k = new Object[n];
    int[] v = new int[n];
    for (int j = 0; j < old.length; j++) {
      if (old[j] != null) {
        int i = hash(old[j]) & n - 1;
        while (k[i] != null) {
          i = i + 1 & n - 1;
        }
        k[i] = old[j];
        v[i] = oldNumbers[j];
      }
    }
    keys = k;
    numbers = v;
  }

  IdentityMemo copy() {
    IdentityMemo m = new IdentityMemo();
    m.keys = keys.clone();
    m.numbers = numbers.clone();
    m.size = size;
    return m;
  }

  /** The objects in the order of their slots, with gaps of null. */
  Object[] slots() {
    return keys;
  }

  int numberAt(int slot) {
    return numbers[slot];
  }
}
