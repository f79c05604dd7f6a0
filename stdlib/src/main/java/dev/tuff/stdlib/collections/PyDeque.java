package dev.tuff.stdlib.collections;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.number.PyInt;

/** {@code collections.deque}: a ring of items and the operations on it. The other methods are in {@link DequeMethods}. */
public final class PyDeque extends PyObject {
  public static final PyType TYPE = PyType.builtin("collections.deque", PyType.OBJECT,
      PyType.UNHASHABLE | PyType.SEQUENCE_OPS | PyType.MATCH_SEQUENCE | PyType.WEAKREF,
      "A list-like sequence optimized for data accesses near its endpoints.", new DequeMethodsTable(), new DequeOperatorsTable(),
      new PyDequeTable());

  /** A ring of a length that is a power of two: item i is at (head + i) & (length - 1). */
  private Object[] ring = new Object[8];
  private int head;
  private int size;

  /** Counts changes that iterators must notice. */
  private int changes;

  /** -1 for none. */
  private long maxLength = -1;

  PyDeque(PyType type) {
    super(type);
  }

  PyDeque(long maxLength) {
    super(TYPE);
    this.maxLength = maxLength;
  }

  @New(value = "deque(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    return new PyDeque(cls);
  }

  @Method(value = "__init__(self, /, *args, **kwargs)", doc = "Initialize self.  See help(type(self)) for accurate signature.")
  static void __init__(PyDeque self, Object[] args, PyDict kwargs) {
    if (args.length + kwargs.size() > 2) {
      throw Errors.typeError("deque() takes at most 2 arguments (" + (args.length + kwargs.size()) + " given)");
    }
    Object iterable = args.length > 0 ? args[0] : null;
    Object max = args.length > 1 ? args[1] : null;
    for (Object name : kwargs.keysArray()) {
      if (name.equals("iterable") && iterable == null) {
        iterable = kwargs.get(name);
      } else if (name.equals("maxlen") && max == null) {
        max = kwargs.get(name);
      } else if (name.equals("iterable") || name.equals("maxlen")) {
        throw Errors.typeError("argument for deque() given by name ('" + name + "') and position ("
            + (name.equals("iterable") ? 1 : 2) + ")");
      } else {
        throw Errors.typeError("deque() got an unexpected keyword argument '" + Py.javaString(name) + "'");
      }
    }
    long limit = -1;
    if (max != null && max != Py.None) {
      if (!PyInt.isInt(max)) {
        throw Errors.typeError("an integer is required");
      }
      limit = Convert.toLong(max);
      if (limit < 0) {
        throw Errors.valueError("maxlen must be non-negative");
      }
    }
    self.maxLength = limit;
    if (self.size > 0) {
      self.clear();
    }
    if (iterable != null) {
      self.extend(iterable);
    }
  }

  public int size() {
    return size;
  }

  int changes() {
    return changes;
  }

  long maxLength() {
    return maxLength;
  }

  /** Item {@code i}, or null if there is none. */
  Object get(int i) {
    Object[] r = ring;
    return i < size ? r[head + i & r.length - 1] : null;
  }

  synchronized void set(int i, Object value) {
    if (i < size) {
      ring[head + i & ring.length - 1] = value;
    }
  }

  private void grow() {
    Object[] r = new Object[ring.length * 2];
    int first = Math.min(size, ring.length - head);
    System.arraycopy(ring, head, r, 0, first);
    System.arraycopy(ring, 0, r, first, size - first);
    ring = r;
    head = 0;
  }

  public void append(Object v) {
    if (ThreadState.shared) {
      synchronized (this) {
        added(v);
      }
    } else {
      added(v);
    }
  }

  private void added(Object v) {
    if (size == ring.length) {
      grow();
    }
    ring[head + size & ring.length - 1] = v;
    size++;
    changes++;
    if (maxLength >= 0 && size > maxLength) {
      popLeft();
    }
  }

  public void appendLeft(Object v) {
    if (ThreadState.shared) {
      synchronized (this) {
        addedLeft(v);
      }
    } else {
      addedLeft(v);
    }
  }

  private void addedLeft(Object v) {
    if (size == ring.length) {
      grow();
    }
    head = head - 1 & ring.length - 1;
    ring[head] = v;
    size++;
    changes++;
    if (maxLength >= 0 && size > maxLength) {
      pop();
    }
  }

  /** The last item, removed; null if there is none. */
  public Object pop() {
    if (ThreadState.shared) {
      synchronized (this) {
        return popped();
      }
    }
    return popped();
  }

  private Object popped() {
    if (size == 0) {
      return null;
    }
    size--;
    changes++;
    int at = head + size & ring.length - 1;
    Object v = ring[at];
    ring[at] = null;
    return v;
  }

  /** The first item, removed; null if there is none. */
  public Object popLeft() {
    if (ThreadState.shared) {
      synchronized (this) {
        return poppedLeft();
      }
    }
    return poppedLeft();
  }

  private Object poppedLeft() {
    if (size == 0) {
      return null;
    }
    Object v = ring[head];
    ring[head] = null;
    head = head + 1 & ring.length - 1;
    size--;
    changes++;
    return v;
  }

  synchronized void clear() {
    ring = new Object[8];
    head = 0;
    size = 0;
    changes++;
  }

  void extend(Object iterable) {
    if (iterable == this) {
      for (Object v : toArray()) {
        append(v);
      }
      return;
    }
    Object it = Iteration.iter(iterable);
    for (Object v; (v = Iteration.next(it)) != null; ) {
      append(v);
    }
  }

  /** Moves the last {@code n} items to the front; a negative number the other way. */
  synchronized void rotate(long n) {
    if (size < 2) {
      return;
    }
    int k = (int) Math.floorMod(n, (long) size);
    if (k == 0) {
      return;
    }
    changes++;
    int mask = ring.length - 1;
    if (k <= size - k) {
      for (int i = 0; i < k; i++) {
        int last = head + size - 1 & mask;
        Object v = ring[last];
        ring[last] = null;
        head = head - 1 & mask;
        ring[head] = v;
      }
    } else {
      for (int i = size - k; i > 0; i--) {
        Object v = ring[head];
        ring[head] = null;
        ring[head + size & mask] = v;
        head = head + 1 & mask;
      }
    }
  }

  synchronized void insert(int i, Object v) {
    append(v);
    int mask = ring.length - 1;
    for (int j = size - 1; j > i; j--) {
      ring[head + j & mask] = ring[head + j - 1 & mask];
    }
    ring[head + i & mask] = v;
  }

  synchronized void removeAt(int i) {
    int mask = ring.length - 1;
    for (int j = i; j < size - 1; j++) {
      ring[head + j & mask] = ring[head + j + 1 & mask];
    }
    pop();
  }

  synchronized void reverse() {
    int mask = ring.length - 1;
    for (int i = 0, j = size - 1; i < j; i++, j--) {
      Object t = ring[head + i & mask];
      ring[head + i & mask] = ring[head + j & mask];
      ring[head + j & mask] = t;
    }
  }

  synchronized Object[] toArray() {
    Object[] out = new Object[size];
    for (int i = 0; i < out.length; i++) {
      out[i] = ring[head + i & ring.length - 1];
    }
    return out;
  }
}
