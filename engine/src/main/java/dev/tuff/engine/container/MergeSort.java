package dev.tuff.engine.container;

/**
 * The merge sort behind {@link ListSort}: natural runs, lengthened by binary insertion, merged two by two in the order that powersort
 * (Munro and Wild) gives; a merge that keeps taking from one side leaps ahead by exponential search, as timsort does.
 *
 * <p>A second array, if there is one, undergoes the same moves. All moves of one merge are complete even if a comparison throws.
 */
final class MergeSort {
  private static final int LEAP = 7;

  private final Object[] keys;
  private final Object[] values;
  private final int n;
  private final ListSort.Less order;
  private Object[] keyRoom = {};
  private Object[] valueRoom;

  // the runs not yet merged, from left to right; power[i] is that of the boundary between run i and run i + 1
  private final int[] starts = new int[64];
  private final int[] lengths = new int[64];
  private final int[] powers = new int[64];
  private int runs;
  private int leap = LEAP;

  MergeSort(Object[] keys, Object[] values, int n, ListSort.Less order) {
    this.keys = keys;
    this.values = values;
    this.n = n;
    this.order = order;
  }

  void sort() {
    int min = minimumRun(n);
    for (int lo = 0; lo < n; ) {
      int length = run(lo);
      if (length < min) {
        int forced = Math.min(min, n - lo);
        insertion(lo, lo + length, lo + forced);
        length = forced;
      }
      found(lo, length);
      lo += length;
    }
    while (runs > 1) {
      mergeTop();
    }
  }

  /** Between 32 and 64, so that n divided by it is a power of two or a little less. */
  private static int minimumRun(int n) {
    int odd = 0;
    while (n >= 64) {
      odd |= n & 1;
      n >>= 1;
    }
    return n + odd;
  }

  /** The length of the run that starts at {@code lo}; a strictly descending one is turned round. */
  private int run(int lo) {
    int i = lo + 1;
    if (i == n) {
      return 1;
    }
    if (order.less(keys[i], keys[lo])) {
      i++;
      while (i < n && order.less(keys[i], keys[i - 1])) {
        i++;
      }
      reverse(lo, i);
    } else {
      i++;
      while (i < n && !order.less(keys[i], keys[i - 1])) {
        i++;
      }
    }
    return i - lo;
  }

  private void reverse(int lo, int hi) {
    for (int i = lo, j = hi - 1; i < j; i++, j--) {
      Object t = keys[i];
      keys[i] = keys[j];
      keys[j] = t;
      if (values != null) {
        t = values[i];
        values[i] = values[j];
        values[j] = t;
      }
    }
  }

  /** Sorts {@code lo … hi}, of which what lies before {@code from} is sorted. */
  private void insertion(int lo, int from, int hi) {
    for (int i = from; i < hi; i++) {
      Object pivot = keys[i];
      int left = lo;
      int right = i;
      while (left < right) {
        int mid = left + right >>> 1;
        if (order.less(pivot, keys[mid])) {
          right = mid;
        } else {
          left = mid + 1;
        }
      }
      System.arraycopy(keys, left, keys, left + 1, i - left);
      keys[left] = pivot;
      if (values != null) {
        Object v = values[i];
        System.arraycopy(values, left, values, left + 1, i - left);
        values[left] = v;
      }
    }
  }

  // ---- which runs to merge when

  private void found(int start, int length) {
    if (runs > 0) {
      int power = power(starts[runs - 1], lengths[runs - 1], length);
      while (runs > 1 && powers[runs - 2] > power) {
        mergeTop();
      }
      powers[runs - 1] = power;
    }
    starts[runs] = start;
    lengths[runs++] = length;
  }

  /** How deep the boundary between two adjacent runs lies in the perfectly balanced merge tree: the first bit where their middles differ. */
  private int power(int start, int left, int right) {
    long a = 2L * start + left;
    long b = a + left + right;
    int power = 0;
    while (true) {
      power++;
      if (a >= n) {
        a -= n;
        b -= n;
      } else if (b >= n) {
        return power;
      }
      a <<= 1;
      b <<= 1;
    }
  }

  private void mergeTop() {
    int i = runs - 2;
    int a = starts[i];
    int na = lengths[i];
    int b = starts[i + 1];
    int nb = lengths[i + 1];
    lengths[i] = na + nb;
    runs--;
    // what of the left run is before all of the right, and of the right after all of the left, stays
    int skip = upper(keys[b], keys, a, na, true);
    a += skip;
    na -= skip;
    if (na == 0) {
      return;
    }
    nb = lower(keys[a + na - 1], keys, b, nb, false);
    if (nb == 0) {
      return;
    }
    if (na <= nb) {
      mergeUp(a, na, b, nb);
    } else {
      mergeDown(a, na, b, nb);
    }
  }

  // ---- exponential search

  /** How many of the {@code n} sorted items of {@code in} at {@code from} are <= {@code key}; looks from the front or from the back. */
  private int upper(Object key, Object[] in, int from, int n, boolean front) {
    int lo = 0;
    int hi = n;
    if (front) {
      for (int step = 1; lo < n; step <<= 1) {
        int probe = Math.min(lo + step, n) - 1;
        if (order.less(key, in[from + probe])) {
          hi = probe;
          break;
        }
        lo = probe + 1;
      }
    } else {
      for (int step = 1; hi > 0; step <<= 1) {
        int probe = Math.max(hi - step, 0);
        if (!order.less(key, in[from + probe])) {
          lo = probe + 1;
          break;
        }
        hi = probe;
      }
    }
    while (lo < hi) {
      int mid = lo + hi >>> 1;
      if (order.less(key, in[from + mid])) {
        hi = mid;
      } else {
        lo = mid + 1;
      }
    }
    return lo;
  }

  /** How many are < {@code key}. */
  private int lower(Object key, Object[] in, int from, int n, boolean front) {
    int lo = 0;
    int hi = n;
    if (front) {
      for (int step = 1; lo < n; step <<= 1) {
        int probe = Math.min(lo + step, n) - 1;
        if (!order.less(in[from + probe], key)) {
          hi = probe;
          break;
        }
        lo = probe + 1;
      }
    } else {
      for (int step = 1; hi > 0; step <<= 1) {
        int probe = Math.max(hi - step, 0);
        if (order.less(in[from + probe], key)) {
          lo = probe + 1;
          break;
        }
        hi = probe;
      }
    }
    while (lo < hi) {
      int mid = lo + hi >>> 1;
      if (order.less(in[from + mid], key)) {
        lo = mid + 1;
      } else {
        hi = mid;
      }
    }
    return lo;
  }

  // ---- merging

  private void room(int from, int count) {
    if (keyRoom.length < count) {
      keyRoom = new Object[count];
      valueRoom = values == null ? null : new Object[count];
    }
    System.arraycopy(keys, from, keyRoom, 0, count);
    if (values != null) {
      System.arraycopy(values, from, valueRoom, 0, count);
    }
  }

  private void move(int from, int to, int count) {
    System.arraycopy(keys, from, keys, to, count);
    if (values != null) {
      System.arraycopy(values, from, values, to, count);
    }
  }

  private void restore(int from, int to, int count) {
    System.arraycopy(keyRoom, from, keys, to, count);
    if (values != null) {
      System.arraycopy(valueRoom, from, values, to, count);
    }
  }

  /** Merges from the left; the left run, the shorter, waits in the room. */
  private void mergeUp(int a, int na, int b, int nb) {
    room(a, na);
    int to = a;
    int p = 0;
    int q = b;
    int endB = b + nb;
    try {
      int winsA = 0;
      int winsB = 0;
      while (p < na && q < endB) {
        if (order.less(keys[q], keyRoom[p])) {
          move1(q++, to++);
          winsB++;
          winsA = 0;
        } else {
          restore1(p++, to++);
          winsA++;
          winsB = 0;
        }
        if ((winsA | winsB) >= leap && p < na && q < endB) {
          int k = upper(keys[q], keyRoom, p, na - p, true);
          restore(p, to, k);
          p += k;
          to += k;
          if (p == na) {
            break;
          }
          int m = lower(keyRoom[p], keys, q, endB - q, true);
          move(q, to, m);
          q += m;
          to += m;
          leap = k < LEAP && m < LEAP ? leap + 1 : Math.max(1, leap - 1);
          winsA = 0;
          winsB = 0;
        }
      }
    } finally {
      // what is left of the left run fits exactly before what is left of the right
      restore(p, to, na - p);
    }
  }

  /** Merges from the right; the right run, the shorter, waits in the room. */
  private void mergeDown(int a, int na, int b, int nb) {
    room(b, nb);
    int to = b + nb;
    int p = a + na;
    int q = nb;
    try {
      int winsA = 0;
      int winsB = 0;
      while (p > a && q > 0) {
        if (order.less(keyRoom[q - 1], keys[p - 1])) {
          move1(--p, --to);
          winsA++;
          winsB = 0;
        } else {
          restore1(--q, --to);
          winsB++;
          winsA = 0;
        }
        if ((winsA | winsB) >= leap && p > a && q > 0) {
          int k = p - a - upper(keyRoom[q - 1], keys, a, p - a, false);
          p -= k;
          to -= k;
          move(p, to, k);
          if (p == a) {
            break;
          }
          int m = q - lower(keys[p - 1], keyRoom, 0, q, false);
          q -= m;
          to -= m;
          restore(q, to, m);
          leap = k < LEAP && m < LEAP ? leap + 1 : Math.max(1, leap - 1);
          winsA = 0;
          winsB = 0;
        }
      }
    } finally {
      restore(0, to - q, q);
    }
  }

  private void move1(int from, int to) {
    keys[to] = keys[from];
    if (values != null) {
      values[to] = values[from];
    }
  }

  private void restore1(int from, int to) {
    keys[to] = keyRoom[from];
    if (values != null) {
      values[to] = valueRoom[from];
    }
  }
}
