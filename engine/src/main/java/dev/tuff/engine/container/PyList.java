package dev.tuff.engine.container;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.NumberedObject;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.BuiltinTable;
import java.util.Arrays;

/**
 * {@code list}: its storage and the operations that Java code uses. The Python methods are in {@link ListMethods}, slices in
 * {@link ListSlices}, sorting in {@link ListSort}.
 *
 * <p>Every change is one step under the list's monitor once there is a second thread; readers take none, and see null where an item has
 * just gone.
 */
public class PyList extends NumberedObject {
  public static final PyType TYPE = PyType.builtin("list", PyType.OBJECT,
      PyType.UNHASHABLE | PyType.SEQUENCE_OPS | PyType.MATCH_SEQUENCE | PyType.MATCH_SELF,
      "Built-in mutable sequence.\n\nWithout an argument the new list is empty.\nThe argument must be an iterable if specified.",
      new ListMethodsTable(), new ListOperatorsTable());

  /** The shape of instances of the type itself: a constant for the compilers, which a field of the type is not. */
  public static final Shape SHAPE = TYPE.rootShape;

  private static final Object[] NONE = {};

  Object[] items;
  int size;

  public PyList(PyType type, Object[] items, int size) {
    super(type);
    this.items = items;
    this.size = size;
  }

  public PyList() {
    this(TYPE, NONE, 0);
  }

  /** The exposed methods, for native types whose instances are lists of another kind. */
  public static BuiltinTable[] methods() {
    return new BuiltinTable[] {new ListMethodsTable(), new ListOperatorsTable()};
  }

  /** An empty list with room for {@code capacity} items. */
  public PyList(int capacity) {
    this(TYPE, capacity == 0 ? NONE : new Object[capacity], 0);
  }

  /** A list of these items; keeps the array. */
  public static PyList of(Object... items) {
    return new PyList(TYPE, items, items.length);
  }

  /** {@code self == other}, by list's own rules. */
  public final boolean equalItems(PyList other) {
    if (size != other.size) {
      return false;
    }
    Object x;
    Object y;
    for (int i = 0; (x = getOrNull(i)) != null && (y = other.getOrNull(i)) != null; i++) {
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

  public int size() {
    return size;
  }

  /** {@code self[key]}, by list's own rules. */
  public final Object subscript(Object key) {
    return ListMethods.__getitem__(this, key);
  }

  /** {@code self[key] = value}, by list's own rules. */
  public final void assign(Object key, Object value) {
    ListOperators.__setitem__(this, key, value);
  }

  public Object get(int i) {
    return items[i];
  }

  /** Item {@code i}, or null if there is none any more: for loops over a list that may change meanwhile. */
  public Object getOrNull(int i) {
    Object[] a = items;
    return i < size && i < a.length ? a[i] : null;
  }

  /** Item {@code i}, negative ones from the end; null if it is not there. */
  public Object getOrNull(long i) {
    // without a call on any way: HotSpot would read all fields anew behind it, those of loop invariants as well
    Object[] a = items;
    int n = size;
    long at = i < 0 ? i + n : i;
    return at >= 0 && at < n && at < a.length ? a[(int) at] : null;
  }

  /** Replaces item {@code i}, negative ones from the end, if that is there and takes no lock. */
  public boolean replace(long i, Object value) {
    Object[] a = items;
    int n = size;
    long at = i < 0 ? i + n : i;
    if (at < 0 || at >= n || at >= a.length || ThreadState.shared) {
      return false;
    }
    a[(int) at] = value;
    return true;
  }

  /** Appends, if there is room and it takes no lock. */
  public boolean addInPlace(Object value) {
    Object[] a = items;
    int n = size;
    if (n >= a.length || ThreadState.shared) {
      return false;
    }
    a[n] = value;
    size = n + 1;
    return true;
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
    items[(int) i] = value;
  }

  /** Replaces item {@code i}, which exists. */
  public void set(int i, Object value) {
    setItem(i, value);
  }

  /** Whether the list may hold a value: checked lists have a type of items. */
  public boolean accepts(Object value) {
    return true;
  }

  public void add(Object value) {
    if (ThreadState.shared) {
      addLocked(value);
      return;
    }
    int n = size;
    if (n == items.length) {
      grow(n + 1);
    }
    items[n] = value;
    size = n + 1;
  }

  private synchronized void addLocked(Object value) {
    if (size == items.length) {
      grow(size + 1);
    }
    items[size] = value;
    size++;
  }

  private void grow(int needed) {
    items = Arrays.copyOf(items, Math.max(needed, Math.max(4, items.length + (items.length >> 1))));
  }

  /** Inserts before item {@code i}; positions beyond the ends mean the ends. */
  public synchronized void insert(long i, Object value) {
    i = i < 0 ? Math.max(0, i + size) : Math.min(i, size);
    if (size == items.length) {
      grow(size + 1);
    }
    System.arraycopy(items, (int) i, items, (int) i + 1, size - (int) i);
    items[(int) i] = value;
    size++;
  }

  /** Appends the first {@code n} of {@code values}. */
  public synchronized void addAll(Object[] values, int n) {
    if (size + n > items.length) {
      grow(size + n);
    }
    System.arraycopy(values, 0, items, size, n);
    size += n;
  }

  /** Appends all of an array that nobody else has, which an empty list keeps. */
  synchronized void addOwn(Object[] values) {
    if (size == 0) {
      become(values, values.length);
    } else {
      addAll(values, values.length);
    }
  }

  /** Removes and returns item {@code i}, which exists. */
  public Object removeAt(int i) {
    if (ThreadState.shared) {
      synchronized (this) {
        return removed(i);
      }
    }
    return removed(i);
  }

  private Object removed(int i) {
    Object v = items[i];
    int tail = --size - i;
    if (tail > 0) {
      System.arraycopy(items, i + 1, items, i, tail);
    }
    items[size] = null;
    if (size < items.length >> 2 && items.length > 64) {
      items = Arrays.copyOf(items, items.length >> 1);
    }
    return v;
  }

  /** Puts {@code n} items of {@code values} in the place of those from {@code from} up to {@code to}. */
  synchronized void replace(int from, int to, Object[] values, int n) {
    to = Math.min(to, size);
    from = Math.min(from, to);
    int after = size - to;
    int total = from + n + after;
    if (total > items.length) {
      grow(total);
    }
    System.arraycopy(items, to, items, from + n, after);
    System.arraycopy(values, 0, items, from, n);
    if (total < size) {
      Arrays.fill(items, total, size, null);
    }
    size = total;
  }

  /** Makes {@code values}' first {@code n} the items; keeps the array. */
  synchronized void become(Object[] values, int n) {
    items = values;
    size = n;
  }

  public synchronized void clear() {
    items = NONE;
    size = 0;
  }

  /** The storage itself, of which {@link #size} items count: not to be written to, nor kept. */
  public Object[] array() {
    return items;
  }

  /** The items from one index up to another in a new list; indices count from the end if they are negative, and may lie outside. */
  public PyList slice(long start, long stop) {
    Object[] a = items;
    int n = Math.min(size, a.length);
    int from = start < 0 ? (int) Math.max(0, start + n) : (int) Math.min(start, n);
    int to = stop < 0 ? (int) Math.max(0, stop + n) : (int) Math.min(stop, n);
    return PyList.of(Arrays.copyOfRange(a, from, Math.max(from, to)));
  }

  /** The items that a slice selects. */
  public PyList slice(PySlice slice) {
    return (PyList) ListSlices.get(this, slice);
  }

  /** Puts {@code n} items of {@code values} in the place of those from one index up to another, as {@link #slice(long, long)} has them. */
  public void replaceSlice(long start, long stop, Object[] values, int n) {
    int from = start < 0 ? (int) Math.max(0, start + size) : (int) Math.min(start, size);
    int to = stop < 0 ? (int) Math.max(0, stop + size) : (int) Math.min(stop, size);
    replace(from, Math.max(from, to), values, n);
  }

  public Object[] toArray() {
    if (ThreadState.shared) {
      synchronized (this) {
        return Arrays.copyOf(items, size);
      }
    }
    return Arrays.copyOf(items, size);
  }

}
