package dev.tuff.engine.container;

import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import java.util.Arrays;

/**
 * {@code list.sort}: a stable merge sort that makes use of runs already in order. Only {@code <} is asked of the items, an inconsistent one
 * gives some order without an error, and an exception leaves a permutation of the list.
 *
 * <p>Items all of one builtin type compare without the general protocol. While Python code may run, the list looks empty, as in CPython.
 */
public final class ListSort {
  // what the keys are; ORDER: none
  private static final int ANY = 0;
  private static final int INTS = 1;
  private static final int FLOATS = 2;
  private static final int STRINGS = 3;
  private static final int TUPLES = 4;

  private ListSort() {}

  /** {@code list.sort(key=key, reverse=reverse)}; {@code key} may be None. */
  public static void sort(PyList list, Object key, boolean reverse) {
    if (key == Py.None && sortNumbers(list, reverse)) {
      return;
    }
    Object[] a;
    int n;
    boolean numbers;
    Object mark = new Object[0];
    synchronized (list) {
      a = list.array();
      numbers = list.storage() != a;
      n = list.size;
      list.become(mark, 0);
    }
    boolean modified;
    try {
      sort(a, n, key, reverse);
    } finally {
      synchronized (list) {
        modified = list.storage() != mark || list.size != 0;
        list.become(numbers ? ListStorage.numbers(a, n) : a, n);
      }
    }
    if (modified) {
      throw Errors.valueError("list modified during sort");
    }
  }

  /** Sorts a list that has bare numbers; false if it has none, or Java's order differs from Python's. */
  private static boolean sortNumbers(PyList list, boolean reverse) {
    synchronized (list) {
      switch (list.storage()) {
        case long[] l -> Arrays.sort(l, 0, list.size);
        case double[] f when isOrdered(f, list.size) -> Arrays.sort(f, 0, list.size);
        default -> {
          return false;
        }
      }
      if (reverse) {
        list.reverse();
      }
      return true;
    }
  }

  /** Whether there are neither NaNs nor zeros, of which Java's order differs from Python's. */
  private static boolean isOrdered(double[] a, int n) {
    for (int i = 0; i < n; i++) {
      if (!(a[i] < 0 || a[i] > 0)) {
        return false;
      }
    }
    return true;
  }

  private static void sort(Object[] a, int n, Object key, boolean reverse) {
    if (key == Py.None) {
      if (n < 2) {
        return;
      }
      int kind = kind(a, n);
      if (reverse) {
        // reversed twice around a stable sort keeps equal items in their order
        reverse(a, n);
      }
      try {
        if (kind == INTS) {
          sortInts(a, n);
        } else if (kind == FLOATS && sortFloats(a, n)) {
          return;
        } else if (kind == STRINGS) {
          Arrays.sort(a, 0, n);
        } else {
          new MergeSort(a, null, n, comparer(kind, a)).sort();
        }
      } finally {
        if (reverse) {
          reverse(a, n);
        }
      }
      return;
    }
    Object[] keys = new Object[n];
    PyObject f = Call.object(key);
    for (int i = 0; i < n; i++) {
      keys[i] = f.call1(a[i]);
    }
    if (n < 2) {
      return;
    }
    int kind = kind(keys, n);
    if (reverse) {
      reverse(a, n);
      reverse(keys, n);
    }
    try {
      if (kind != INTS || !sortByInts(keys, a, n)) {
        new MergeSort(keys, a, n, comparer(kind, keys)).sort();
      }
    } finally {
      if (reverse) {
        reverse(a, n);
      }
    }
  }

  private static void reverse(Object[] a, int n) {
    for (int i = 0, j = n - 1; i < j; i++, j--) {
      Object t = a[i];
      a[i] = a[j];
      a[j] = t;
    }
  }

  private static void sortInts(Object[] a, int n) {
    long[] v = new long[n];
    boolean sorted = true;
    for (int i = 0; i < n; i++) {
      v[i] = (Long) a[i];
      sorted &= i == 0 || v[i - 1] <= v[i];
    }
    if (!sorted) {
      Arrays.sort(v);
      for (int i = 0; i < n; i++) {
        a[i] = Py.box(v[i]);
      }
    }
  }

  /**
   * Sorts items by keys that are ints as Java longs: above, how far the key is from the least one, below, the place of the item, which keeps
   * the sort stable. False if that takes more than 63 bits.
   */
  private static boolean sortByInts(Object[] keys, Object[] a, int n) {
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    boolean sorted = true;
    for (int i = 0; i < n; i++) {
      long k = (Long) keys[i];
      sorted &= i == 0 || (Long) keys[i - 1] <= k;
      least = Math.min(least, k);
      most = Math.max(most, k);
    }
    if (sorted) {
      return true;
    }
    int places = 32 - Integer.numberOfLeadingZeros(n - 1);
    // the difference may be more than a long holds: then it is negative
    if (most - least < 0 || most - least >> 63 - places != 0) {
      return false;
    }
    long[] v = new long[n];
    for (int i = 0; i < n; i++) {
      v[i] = (Long) keys[i] - least << places | i;
    }
    Arrays.sort(v);
    Object[] items = Arrays.copyOf(a, n);
    for (int i = 0; i < n; i++) {
      a[i] = items[(int) v[i] & (1 << places) - 1];
    }
    return true;
  }

  /** Sorts floats as Java doubles, if that gives Python's order. */
  private static boolean sortFloats(Object[] a, int n) {
    double[] v = new double[n];
    for (int i = 0; i < n; i++) {
      v[i] = (Double) a[i];
    }
    if (!isOrdered(v, n)) {
      return false;
    }
    Arrays.sort(v);
    for (int i = 0; i < n; i++) {
      a[i] = v[i];
    }
    return true;
  }

  private static int kind(Object[] a, int n) {
    int kind = a[0] instanceof Long ? INTS
        : a[0] instanceof Double ? FLOATS
        : a[0] instanceof String ? STRINGS
        : a[0] instanceof PyTuple t && t.type() == PyTuple.TYPE && t.size() > 0 ? TUPLES : ANY;
    for (int i = 1; i < n; i++) {
      boolean same = switch (kind) {
        case INTS -> a[i] instanceof Long;
        case FLOATS -> a[i] instanceof Double;
        case STRINGS -> a[i] instanceof String;
        case TUPLES -> a[i] instanceof PyTuple t && t.type() == PyTuple.TYPE && t.size() > 0;
        default -> false;
      };
      if (!same) {
        return ANY;
      }
    }
    return kind;
  }

  private static Less comparer(int kind, Object[] keys) {
    return switch (kind) {
      case INTS -> new IntLess();
      case FLOATS -> new FloatLess();
      case STRINGS -> new StringLess();
      case TUPLES -> new TupleLess();
      default -> new Less();
    };
  }

  /** {@code a < b} between any two objects; subclasses know the type of all keys. */
  static class Less {
    boolean less(Object a, Object b) {
      return Comparison.less(a, b);
    }
  }

  private static final class IntLess extends Less {
    @Override
    boolean less(Object a, Object b) {
      return (Long) a < (Long) b;
    }
  }

  private static final class FloatLess extends Less {
    @Override
    boolean less(Object a, Object b) {
      return (Double) a < (Double) b;
    }
  }

  private static final class StringLess extends Less {
    @Override
    boolean less(Object a, Object b) {
      return ((String) a).compareTo((String) b) < 0;
    }
  }

  private static final class TupleLess extends Less {
    @Override
    boolean less(Object a, Object b) {
      return ((PyTuple) a).test(Comparison.LT, (PyTuple) b);
    }
  }
}
