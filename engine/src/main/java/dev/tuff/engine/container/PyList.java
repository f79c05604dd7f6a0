package dev.tuff.engine.container;

import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.BuiltinTable;
import java.util.Arrays;

/**
 * {@code list}: the operations that Java code uses. How it keeps its items is in {@link ListStorage}, the Python methods in
 * {@link ListMethods}, slices in {@link ListSlices}, sorting in {@link ListSort}.
 */
public class PyList extends ListStorage {
  public static final PyType TYPE = PyType.builtin("list", PyType.OBJECT,
      PyType.UNHASHABLE | PyType.SEQUENCE_OPS | PyType.MATCH_SEQUENCE | PyType.MATCH_SELF,
      "Built-in mutable sequence.\n\nWithout an argument the new list is empty.\nThe argument must be an iterable if specified.",
      new ListMethodsTable(), new ListOperatorsTable());

  /** The shape of instances of the type itself: a constant for the compilers, which a field of the type is not. */
  public static final Shape SHAPE = TYPE.rootShape;

  private static final Object[] NONE = {};

  public PyList(PyType type, Object[] items, int size) {
    super(type, items, size);
  }

  /** A list of floats; keeps the array. */
  public PyList(double[] items) {
    super(items);
  }

  /** A list of ints; keeps the array. */
  public PyList(long[] items) {
    super(items);
  }

  private PyList(Object[] items, int size) {
    super(items, size);
  }

  public PyList() {
    this(NONE, 0);
  }

  /** The exposed methods, for native types whose instances are lists of another kind. */
  public static BuiltinTable[] methods() {
    return new BuiltinTable[] {new ListMethodsTable(), new ListOperatorsTable()};
  }

  /** An empty list with room for {@code capacity} items. */
  public PyList(int capacity) {
    this(capacity == 0 ? NONE : new Object[capacity], 0);
  }

  /** A list of these items; keeps the array. */
  public static PyList of(Object... items) {
    return new PyList(items, items.length);
  }

  /** A list of the items of an array of objects, doubles or longs; keeps the array. */
  static PyList owning(Object array) {
    return array instanceof Object[] a ? of(a) : array instanceof double[] f ? new PyList(f) : new PyList((long[]) array);
  }

  /** {@code self == other}, by list's own rules. */
  public final boolean equalItems(PyList other) {
    if (size != other.size) {
      return false;
    }
    Object x;
    Object y;
    for (int i = sameNumbers(other); (x = getOrNull(i)) != null && (y = other.getOrNull(i)) != null; i++) {
      if (!Py.eq(x, y)) {
        if (i >= size || i >= other.size) {
          // __eq__ has removed what was compared
          break;
        }
        return false;
      }
    }
    return size == other.size;
  }

  /** The index of the first item from one index up to another that equals a value; -1 if none does. */
  final int indexOf(Object value, long from, long to) {
    int at = (int) Math.min(from, Integer.MAX_VALUE);
    int found = indexOfNumber(value, at);
    if (found != ASK) {
      return found < to ? found : -1;
    }
    Object v;
    for (int i = at; i < to && (v = getOrNull(i)) != null; i++) {
      if (Py.eq(v, value)) {
        return i;
      }
    }
    return -1;
  }

  /** {@code self[i] < self[j]}. */
  public final boolean less(int i, int j) {
    long[] l = longs();
    if (l != null && i < l.length && j < l.length) {
      return l[i] < l[j];
    }
    double[] f = floats();
    if (f != null && i < f.length && j < f.length) {
      return f[i] < f[j];
    }
    return Comparison.less(getItem(i), getItem(j));
  }

  /** {@code self[key]}, by list's own rules. */
  public final Object subscript(Object key) {
    return ListMethods.__getitem__(this, key);
  }

  /** {@code self[key] = value}, by list's own rules. */
  public final void assign(Object key, Object value) {
    ListOperators.__setitem__(this, key, value);
  }

  /** Item {@code i}, negative ones from the end. */
  public Object getItem(long i) {
    Object v = getOrNull(i);
    if (v == null) {
      throw Errors.indexError("list index out of range");
    }
    return v;
  }

  public void setItem(long i, Object value) {
    if (ThreadState.shared) {
      synchronized (this) {
        store(i, value);
      }
    } else {
      store(i, value);
    }
  }

  private void store(long i, Object value) {
    if (i < 0) {
      i += size;
    }
    if (i < 0 || i >= size) {
      throw Errors.indexError("list assignment index out of range");
    }
    put((int) i, value);
  }

  /** Replaces item {@code i}, which exists. */
  public void set(int i, Object value) {
    setItem(i, value);
  }

  /** Whether the list may hold a value: checked lists have a type of items. */
  public boolean accepts(Object value) {
    return true;
  }

  /** The items from one index up to another in a new list; indices count from the end if they are negative, and may lie outside. */
  public PyList slice(long start, long stop) {
    int n = size;
    int from = start < 0 ? (int) Math.max(0, start + n) : (int) Math.min(start, n);
    int to = stop < 0 ? (int) Math.max(0, stop + n) : (int) Math.min(stop, n);
    return ListSlices.get(this, from, Math.max(from, to));
  }

  /** The items that a slice selects. */
  public PyList slice(PySlice slice) {
    return (PyList) ListSlices.get(this, slice);
  }

  /** Puts the items of another list in the place of those from one index up to another, as {@link #slice(long, long)} has them. */
  public void replaceSlice(long start, long stop, PyList values) {
    replaceSlice(start, stop, values.storage(), values.size);
  }

  public void replaceSlice(long start, long stop, Object[] values) {
    replaceSlice(start, stop, values, values.length);
  }

  private void replaceSlice(long start, long stop, Object values, int n) {
    int from = start < 0 ? (int) Math.max(0, start + size) : (int) Math.min(start, size);
    int to = stop < 0 ? (int) Math.max(0, stop + size) : (int) Math.min(stop, size);
    replace(from, Math.max(from, to), values, n);
  }

  /** A new list with the items of this one and those of another behind them. */
  public PyList plus(PyList other) {
    int n = size;
    int all = n + other.size;
    if (ThreadState.shared || all < 0) {
      return plusAny(other);
    }
    if (longs() != null && other.longs() != null) {
      long[] out = Arrays.copyOf(longs(), all);
      System.arraycopy(other.longs(), 0, out, n, all - n);
      return new PyList(out);
    }
    if (floats() != null || longs() != null || other.floats() != null || other.longs() != null) {
      return plusAny(other);
    }
    Object[] out = Arrays.copyOf(array(), all);
    System.arraycopy(other.array(), 0, out, n, all - n);
    return of(out);
  }

  private PyList plusAny(PyList other) {
    PyList out = ListSlices.get(this, 0, size);
    out.addAll(other);
    return out;
  }

  /** Appends the items of another list, or of this one. */
  public void addAll(PyList other) {
    if (size == 0 || ThreadState.shared) {
      addOwn(ListSlices.all(other));
    } else {
      addAll(other.storage(), other.size);
    }
  }

  /** A new list with the items {@code count} times. */
  public PyList times(long count) {
    return owning(repeated(count));
  }
}
