package dev.tuff.engine.container;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.NumberedObject;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import java.util.Arrays;

/**
 * Where a list has its items: objects, or the bare numbers if they are all floats, or all ints of 64 bits. What it is when it grows decides; a
 * list of bare numbers makes objects of them as soon as it is to hold something else. As floats and ints have no identity of their own, nobody
 * sees the difference.
 *
 * <p>Every change is one step under the list's monitor once there is a second thread; readers take none, and see null where an item has
 * just gone.
 */
public abstract class ListStorage extends NumberedObject {
  private static final Object[] NONE = {};

  /** So many objects are looked at whenever bare numbers are added to them. */
  private static final int FEW = 16;

  /** What {@link #indexOfNumber} cannot tell. */
  public static final int ASK = -2;

  int size;

  /** The items if they are objects; else it is empty, and either of the others is there. */
  private Object[] items;
  private double[] floats;
  private long[] longs;

  ListStorage(PyType type, Object[] items, int size) {
    super(type);
    this.items = items;
    this.size = size;
  }

  ListStorage(Object[] items, int size) {
    super(PyList.SHAPE);
    this.items = items;
    this.size = size;
  }

  ListStorage(double[] floats) {
    super(PyList.SHAPE);
    items = NONE;
    this.floats = floats;
    size = floats.length;
  }

  ListStorage(long[] longs) {
    super(PyList.SHAPE);
    items = NONE;
    this.longs = longs;
    size = longs.length;
  }

  public final int size() {
    return size;
  }

  /** How many items there is room for. */
  final int capacity() {
    return floats != null ? floats.length : longs != null ? longs.length : items.length;
  }

  /** The array that has the items: of objects, doubles or longs. */
  final Object storage() {
    double[] f = floats;
    long[] l = longs;
    return f != null ? f : l != null ? l : items;
  }

  // ---- reading

  public final Object get(int i) {
    Object[] a = items;
    return i < a.length ? a[i] : number(i);
  }

  /** Item {@code i}, or null if there is none any more: for loops over a list that may change meanwhile. */
  public final Object getOrNull(int i) {
    Object[] a = items;
    return i >= size ? null : i < a.length ? a[i] : number(i);
  }

  /** Item {@code i}, negative ones from the end; null if it is not there. */
  public final Object getOrNull(long i) {
    // without a call on the ways that are common: HotSpot would read all fields anew behind it, those of loop invariants as well
    Object[] a = items;
    int n = size;
    long at = i < 0 ? i + n : i;
    return at < 0 || at >= n ? null : at < a.length ? a[(int) at] : number((int) at);
  }

  // those of bare numbers are small, for HotSpot to inline them in long methods as well

  /** Item {@code i}, negative ones from the end, if it is a float; else NaN. */
  public final double floatOrNan(long i) {
    double[] f = floats;
    return f != null && i >= 0 && i < size && i < f.length ? f[(int) i] : otherFloat(i);
  }

  private double otherFloat(long i) {
    return getOrNull(i) instanceof Double d ? d : Double.NaN;
  }

  /** Item {@code i}, negative ones from the end, if it is an int; else the least long. */
  public final long longOrLeast(long i) {
    long[] l = longs;
    return l != null && i >= 0 && i < size && i < l.length ? l[(int) i] : otherLong(i);
  }

  private long otherLong(long i) {
    return getOrNull(i) instanceof Long v ? v : Long.MIN_VALUE;
  }

  /** Item {@code i} of a list of bare numbers; null if it has just gone. */
  private Object number(int i) {
    double[] f = floats;
    if (f != null && i < f.length) {
      return f[i];
    }
    long[] l = longs;
    if (l != null && i < l.length) {
      return Py.box(l[i]);
    }
    return ThreadState.shared ? changing(i) : null;
  }

  /** Another thread is making objects of the numbers, or numbers of the objects, and is waited for. */
  private synchronized Object changing(int i) {
    return i >= size ? null : items.length > 0 ? items[i] : floats != null ? (Object) floats[i] : Py.box(longs[i]);
  }

  /** A new list of the items from one index up to another, which are all there. */
  final PyList copy(int from, int to) {
    int n = to - from;
    if (longs != null) {
      long[] out = new long[n];
      System.arraycopy(longs, from, out, 0, n);
      return new PyList(out);
    }
    if (floats != null) {
      double[] out = new double[n];
      System.arraycopy(floats, from, out, 0, n);
      return new PyList(out);
    }
    Object[] out = new Object[n];
    System.arraycopy(items, from, out, 0, n);
    return PyList.of(out);
  }

  /** The items, as objects, in an array of their number. */
  public final Object[] toArray() {
    if (ThreadState.shared) {
      synchronized (this) {
        return boxed(size);
      }
    }
    return boxed(size);
  }

  private Object[] boxed(int capacity) {
    return boxed(storage(), size, capacity);
  }

  /** The items as objects, of which {@link #size} count: not to be written to, nor kept. */
  public final Object[] array() {
    return floats == null && longs == null ? items : toArray();
  }

  /** The ints if the list has them bare, else null; {@link #size} of them count. As of {@link #array}. */
  public final long[] longs() {
    return longs;
  }

  /** The floats if the list has them bare, else null; {@link #size} of them count. As of {@link #array}. */
  public final double[] floats() {
    return floats;
  }

  // ---- comparing

  /** The index of the first item from {@code from} on that equals a value, by bare numbers; -1 if none does, {@link #ASK} if Python's rules decide. */
  public final int indexOfNumber(Object value, int from) {
    int n = size;
    if (value instanceof Long v && longs != null) {
      long[] a = longs;
      long x = v;
      for (int i = from; i < n && i < a.length; i++) {
        if (a[i] == x) {
          return i;
        }
      }
      return -1;
    }
    if (value instanceof Double v && floats != null) {
      double[] a = floats;
      double x = v;
      for (int i = from; i < n && i < a.length; i++) {
        if (a[i] == x || x != x && a[i] != a[i]) {
          return i;
        }
      }
      return -1;
    }
    return ASK;
  }

  /** How many items at the beginning of both lists are the same, as far as bare numbers tell. */
  final int sameNumbers(ListStorage other) {
    int n = Math.min(size, other.size);
    long[] l = longs;
    long[] m = other.longs;
    if (l != null && m != null) {
      n = Math.min(n, Math.min(l.length, m.length));
      int at = Arrays.mismatch(l, 0, n, m, 0, n);
      return at < 0 ? n : at;
    }
    double[] f = floats;
    double[] g = other.floats;
    if (f != null && g != null) {
      n = Math.min(n, Math.min(f.length, g.length));
      int at = Arrays.mismatch(f, 0, n, g, 0, n);
      return at < 0 ? n : at;
    }
    return 0;
  }

  // ---- replacing

  /** Lets two items change places, as far as they are there. */
  public final void swap(int i, int j) {
    if (ThreadState.shared) {
      synchronized (this) {
        swapped(i, j);
      }
    } else {
      swapped(i, j);
    }
  }

  private void swapped(int i, int j) {
    if (i >= size || j >= size) {
      return;
    }
    if (longs != null) {
      long t = longs[i];
      longs[i] = longs[j];
      longs[j] = t;
    } else if (floats != null) {
      double t = floats[i];
      floats[i] = floats[j];
      floats[j] = t;
    } else {
      Object t = items[i];
      items[i] = items[j];
      items[j] = t;
    }
  }

  /** Replaces item {@code i}, negative ones from the end, if that is there and takes no lock. */
  public final boolean replace(long i, Object value) {
    Object[] a = items;
    if (i >= 0 && i < size && i < a.length && !ThreadState.shared) {
      a[(int) i] = value;
      return true;
    }
    return replaceOther(i, value);
  }

  private boolean replaceOther(long i, Object value) {
    int n = size;
    long at = i < 0 ? i + n : i;
    if (at < 0 || at >= n || ThreadState.shared) {
      return false;
    }
    put((int) at, value);
    return true;
  }

  /** The same with a float. */
  public final boolean replace(long i, double value) {
    double[] f = floats;
    if (f != null && i >= 0 && i < size && i < f.length && !ThreadState.shared) {
      f[(int) i] = value;
      return true;
    }
    return replace(i, (Object) value);
  }

  /** The same with an int. */
  public final boolean replace(long i, long value) {
    long[] l = longs;
    if (l != null && i >= 0 && i < size && i < l.length && !ThreadState.shared) {
      l[(int) i] = value;
      return true;
    }
    return replace(i, Py.box(value));
  }

  /** Replaces item {@code i}, which there is room for. */
  final void put(int i, Object value) {
    if (floats != null) {
      if (value instanceof Double d) {
        floats[i] = d;
        return;
      }
      makeObjects();
    } else if (longs != null) {
      if (value instanceof Long l) {
        longs[i] = l;
        return;
      }
      makeObjects();
    }
    items[i] = value;
  }

  // ---- appending

  public final void add(Object value) {
    if (ThreadState.shared) {
      synchronized (this) {
        append(value);
      }
      return;
    }
    Object[] a = items;
    int n = size;
    if (n < a.length) {
      a[n] = value;
      size = n + 1;
    } else {
      append(value);
    }
  }

  public final void add(double value) {
    double[] f = floats;
    int n = size;
    if (f != null && n < f.length && !ThreadState.shared) {
      f[n] = value;
      size = n + 1;
    } else {
      add((Object) value);
    }
  }

  public final void add(long value) {
    long[] l = longs;
    int n = size;
    if (l != null && n < l.length && !ThreadState.shared) {
      l[n] = value;
      size = n + 1;
    } else {
      add(Py.box(value));
    }
  }

  /** Appends, if there is room for an object and it takes no lock. */
  public final boolean addInPlace(Object value) {
    Object[] a = items;
    int n = size;
    if (n >= a.length || ThreadState.shared) {
      return false;
    }
    a[n] = value;
    size = n + 1;
    return true;
  }

  private void append(Object value) {
    int n = size;
    if (value instanceof Long v && longs != null && n < longs.length) {
      longs[n] = v;
      size = n + 1;
      return;
    }
    if (n == capacity()) {
      if (floats == null && longs == null) {
        makeNumbers(value);
      }
      grow(n + 1);
    }
    put(n, value);
    size = n + 1;
  }

  // ---- how the items are kept

  private void grow(int needed) {
    int old = capacity();
    resize(Math.max(needed, Math.max(4, old + (old >> 1))));
  }

  private void resize(int capacity) {
    if (floats != null) {
      floats = Arrays.copyOf(floats, capacity);
    } else if (longs != null) {
      longs = Arrays.copyOf(longs, capacity);
    } else {
      items = Arrays.copyOf(items, capacity);
    }
  }

  /** Keeps bare numbers from now on, if all items and the one that comes are of the same kind. */
  private void makeNumbers(Object next) {
    if (next instanceof Double) {
      makeFloats();
    } else if (next instanceof Long) {
      makeLongs();
    }
  }

  private void makeFloats() {
    double[] f = floats(items, size);
    if (f != null) {
      floats = f;
      items = NONE;
    }
  }

  private void makeLongs() {
    long[] l = longs(items, size);
    if (l != null) {
      longs = l;
      items = NONE;
    }
  }

  /** The first {@code n} of an array, which are all floats or all ints, as bare numbers. */
  static Object numbers(Object[] a, int n) {
    double[] f = floats(a, n);
    return f != null ? f : longs(a, n);
  }

  private static double[] floats(Object[] a, int n) {
    if (n > 0 && !(a[0] instanceof Double)) {
      return null;
    }
    double[] f = new double[n];
    for (int i = 0; i < n; i++) {
      if (!(a[i] instanceof Double d)) {
        return null;
      }
      f[i] = d;
    }
    return f;
  }

  private static long[] longs(Object[] a, int n) {
    if (n > 0 && !(a[0] instanceof Long)) {
      return null;
    }
    long[] l = new long[n];
    for (int i = 0; i < n; i++) {
      if (!(a[i] instanceof Long v)) {
        return null;
      }
      l[i] = v;
    }
    return l;
  }

  /** Keeps objects from now on, in an array of the same capacity. */
  private void makeObjects() {
    if (floats != null || longs != null) {
      items = boxed(capacity());
      floats = null;
      longs = null;
    }
  }

  private void keep(Object array) {
    if (array instanceof Object[] a) {
      items = a;
      floats = null;
      longs = null;
    } else {
      items = NONE;
      floats = array instanceof double[] f ? f : null;
      longs = floats == null ? (long[]) array : null;
    }
  }

  /** Makes an array's first {@code n} the items, an array of objects, doubles or longs; keeps it. */
  final void become(Object array, int n) {
    if (ThreadState.shared) {
      synchronized (this) {
        began(array, n);
      }
    } else {
      began(array, n);
    }
  }

  private void began(Object array, int n) {
    keep(array);
    size = n;
  }

  public final void clear() {
    become(NONE, 0);
  }

  static int length(Object array) {
    return array instanceof Object[] a ? a.length : array instanceof double[] f ? f.length : ((long[]) array).length;
  }

  /** An empty array of the same kind. */
  private static Object like(Object array, int length) {
    return array instanceof Object[] ? new Object[length] : array instanceof double[] ? new double[length] : (Object) new long[length];
  }

  // ---- parts

  /** The items from one index up to another, all there, in an array of their kind. */
  final Object part(int from, int to) {
    return floats != null ? Arrays.copyOfRange(floats, from, to)
        : longs != null ? (Object) Arrays.copyOfRange(longs, from, to)
        : Arrays.copyOfRange(items, from, to);
  }

  /** The items that a slice selects, in an array of their kind. */
  final Object part(SliceBounds s) {
    if (s.step() == 1) {
      return part(s.start(), s.start() + s.length());
    }
    if (floats == null && longs == null) {
      return s.select(items);
    }
    long at = s.start();
    if (floats != null) {
      double[] from = floats;
      double[] out = new double[s.length()];
      for (int i = 0; i < out.length; i++, at += s.step()) {
        out[i] = from[(int) at];
      }
      return out;
    }
    long[] from = longs;
    long[] out = new long[s.length()];
    for (int i = 0; i < out.length; i++, at += s.step()) {
      out[i] = from[(int) at];
    }
    return out;
  }

  /** The items {@code count} times, in an array; bare numbers if there are many of one. */
  final Object repeated(long count) {
    int n = size;
    int total = SliceBounds.repeatedSize(n, count);
    try {
      if (n == 1) {
        return filled(get(0), total);
      }
      Object from = storage();
      Object out = like(from, total);
      SliceBounds.repeat(from, n, out, total);
      return out;
    } catch (OutOfMemoryError e) {
      throw Errors.memoryError();
    }
  }

  private static Object filled(Object item, int n) {
    if (item instanceof Double d) {
      double[] out = new double[n];
      Arrays.fill(out, d);
      return out;
    }
    if (item instanceof Long l) {
      long[] out = new long[n];
      Arrays.fill(out, l);
      return out;
    }
    Object[] out = new Object[n];
    Arrays.fill(out, item);
    return out;
  }

  final synchronized void reverse() {
    int last = size - 1;
    switch (storage()) {
      case double[] a -> {
        for (int i = 0; i < last - i; i++) {
          double t = a[i];
          a[i] = a[last - i];
          a[last - i] = t;
        }
      }
      case long[] a -> {
        for (int i = 0; i < last - i; i++) {
          long t = a[i];
          a[i] = a[last - i];
          a[last - i] = t;
        }
      }
      case Object o -> {
        Object[] a = (Object[]) o;
        for (int i = 0; i < last - i; i++) {
          Object t = a[i];
          a[i] = a[last - i];
          a[last - i] = t;
        }
      }
    }
  }

  // ---- changes of the size

  /** Inserts before item {@code i}; positions beyond the ends mean the ends. */
  public final void insert(long i, Object value) {
    if (ThreadState.shared) {
      synchronized (this) {
        inserted(i, value);
      }
    } else {
      inserted(i, value);
    }
  }

  private void inserted(long i, Object value) {
    int at = (int) (i < 0 ? Math.max(0, i + size) : Math.min(i, size));
    append(value);
    Object a = storage();
    System.arraycopy(a, at, a, at + 1, size - 1 - at);
    put(at, value);
  }

  /** Appends the first {@code n} of an array of objects, doubles or longs. */
  final void addAll(Object array, int n) {
    if (ThreadState.shared) {
      synchronized (this) {
        added(array, n);
      }
    } else {
      added(array, n);
    }
  }

  private void added(Object array, int n) {
    if (size == 0 && capacity() == 0) {
      keep(like(array, n));
    }
    Object more = fitting(array, n);
    if (size + n > capacity()) {
      grow(size + n);
    }
    System.arraycopy(more, 0, storage(), size, n);
    size += n;
  }

  public final void addAll(Object[] values, int n) {
    addAll((Object) values, n);
  }

  /** Appends all of an array that nobody else has, which an empty list keeps. */
  final void addOwn(Object array) {
    if (size == 0 && !ThreadState.shared) {
      began(array, length(array));
    } else {
      addAll(array, length(array));
    }
  }

  /** The first {@code n} of an array as the list keeps its items, which may have to be as objects from now on. */
  private Object fitting(Object array, int n) {
    if (floats != null && !(array instanceof double[]) || longs != null && !(array instanceof long[])) {
      Object numbers = n == 0 ? storage() : !(array instanceof Object[] a) ? null : floats != null ? floats(a, n) : longs(a, n);
      if (numbers != null) {
        return numbers;
      }
      makeObjects();
    }
    if (floats == null && longs == null && size <= Math.max(n, FEW)) {
      if (array instanceof double[]) {
        makeFloats();
      } else if (array instanceof long[]) {
        makeLongs();
      }
    }
    return floats == null && longs == null && !(array instanceof Object[]) ? boxed(array, n, n) : array;
  }

  /** The first {@code n} of an array as objects, in a new array. */
  private static Object[] boxed(Object array, int n, int capacity) {
    if (array instanceof Object[] a) {
      return Arrays.copyOf(a, capacity);
    }
    Object[] out = new Object[capacity];
    if (array instanceof double[] f) {
      for (int i = 0; i < n; i++) {
        out[i] = f[i];
      }
    } else {
      long[] l = (long[]) array;
      for (int i = 0; i < n; i++) {
        out[i] = Py.box(l[i]);
      }
    }
    return out;
  }

  /** Removes and returns item {@code i}, which exists. */
  public final Object removeAt(int i) {
    if (ThreadState.shared) {
      synchronized (this) {
        return removed(i);
      }
    }
    return removed(i);
  }

  private Object removed(int i) {
    Object v = get(i);
    int tail = --size - i;
    Object[] a = items;
    if (tail > 0) {
      Object all = storage();
      System.arraycopy(all, i + 1, all, i, tail);
    }
    if (size < a.length) {
      a[size] = null;
    }
    int capacity = capacity();
    if (size < capacity >> 2 && capacity > 64) {
      resize(capacity >> 1);
    }
    return v;
  }

  /** Puts the first {@code n} of an array of objects, doubles or longs in the place of the items from {@code from} up to {@code to}. */
  final void replace(int from, int to, Object values, int n) {
    if (ThreadState.shared) {
      synchronized (this) {
        replaced(from, to, values, n);
      }
    } else {
      replaced(from, to, values, n);
    }
  }

  private void replaced(int from, int to, Object values, int n) {
    to = Math.min(to, size);
    from = Math.min(from, to);
    int after = size - to;
    int total = from + n + after;
    Object put = fitting(values, n);
    if (total > capacity()) {
      grow(total);
    }
    Object a = storage();
    System.arraycopy(a, to, a, from + n, after);
    System.arraycopy(put, 0, a, from, n);
    if (total < size && a instanceof Object[] o) {
      Arrays.fill(o, total, size, null);
    }
    size = total;
  }
}
