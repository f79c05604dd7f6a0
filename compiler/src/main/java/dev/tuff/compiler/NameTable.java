package dev.tuff.compiler;

import java.util.Arrays;

/** A map from names to ints that keeps the order of insertion; for symbol flags and for the indices of names. */
final class NameTable {
  static final int ABSENT = -1;

  private String[] names = new String[8];
  private int[] values = new int[8];
  /** Open addressing: index into {@code names} plus one, 0 for free. Made when a linear search gets slow. */
  private int[] index;
  private int size;

  int size() {
    return size;
  }

  String name(int at) {
    return names[at];
  }

  int value(int at) {
    return values[at];
  }

  void setValue(int at, int value) {
    values[at] = value;
  }

  boolean contains(String name) {
    return find(name) >= 0;
  }

  /** The value of a name, or {@link #ABSENT}. */
  int get(String name) {
    int at = find(name);
    return at >= 0 ? values[at] : ABSENT;
  }

  int get(String name, int absent) {
    int at = find(name);
    return at >= 0 ? values[at] : absent;
  }

  void put(String name, int value) {
    int at = find(name);
    if (at >= 0) {
      values[at] = value;
    } else {
      append(name, value);
    }
  }

  /** The value of a name; a new one gets the number of names so far. */
  int intern(String name) {
    int at = find(name);
    if (at >= 0) {
      return values[at];
    }
    append(name, size);
    return size - 1;
  }

  void remove(String name) {
    int at = find(name);
    if (at >= 0) {
      System.arraycopy(names, at + 1, names, at, size - at - 1);
      System.arraycopy(values, at + 1, values, at, size - at - 1);
      size--;
      index = null;
      if (size > 8) {
        rehash();
      }
    }
  }

  String[] names() {
    return Arrays.copyOf(names, size);
  }

  private int find(String name) {
    if (index == null) {
      for (int i = 0; i < size; i++) {
        if (names[i].equals(name)) {
          return i;
        }
      }
      return -1;
    }
    int mask = index.length - 1;
    for (int slot = spread(name) & mask; index[slot] != 0; slot = slot + 1 & mask) {
      int at = index[slot] - 1;
      if (names[at].equals(name)) {
        return at;
      }
    }
    return -1;
  }

  private void append(String name, int value) {
    if (size == names.length) {
      names = Arrays.copyOf(names, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    names[size] = name;
    values[size] = value;
    size++;
    if (size > 8) {
      if (index == null || size * 2 > index.length) {
        rehash();
      } else {
        enter(size - 1);
      }
    }
  }

  private void rehash() {
    index = new int[Integer.highestOneBit(size) * 4];
    for (int i = 0; i < size; i++) {
      enter(i);
    }
  }

  private void enter(int at) {
    int mask = index.length - 1;
    int slot = spread(names[at]) & mask;
    while (index[slot] != 0) {
      slot = slot + 1 & mask;
    }
    index[slot] = at + 1;
  }

  private static int spread(String name) {
    int h = name.hashCode();
    return h ^ h >>> 16;
  }
}
