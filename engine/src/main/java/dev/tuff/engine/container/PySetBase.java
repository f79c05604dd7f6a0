package dev.tuff.engine.container;

import dev.tuff.engine.core.Hashing;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.function.PyMethodDescr;
import dev.tuff.engine.text.PyStr;

/**
 * The table of {@code set} and {@code frozenset}: open addressing with CPython's probe sequence and growth, so that sets of numbers come out
 * in the same order.
 *
 * <pre>
 * table:  slot → element, null never used, DUMMY removed
 * hashes: slot → hash of the element
 * </pre>
 *
 * <p>As in {@link PyDict}, strs are hashed by Java's hash code until an element appears that could show the difference.
 */
public abstract class PySetBase extends PyObject {
  private static final Object DUMMY = new Object();
  private static final int MINIMUM = 8;
  private static final int LINEAR_PROBES = 9;
  private static final int PERTURB_SHIFT = 5;

  /** What empty sets share: {@link #put} gives them their own. */
  private static final Object[] NONE = new Object[MINIMUM];

  private static final long[] NO_HASHES = new long[MINIMUM];

  private Object[] table = NONE;
  private long[] hashes = NO_HASHES;
  private int mask = MINIMUM - 1;

  /** Slots that are not null. */
  private int fill;

  /** Elements. */
  private int used;

  /** Where {@link #pop} goes on looking. */
  private int finger;

  private boolean visibleHashes;

  protected PySetBase(PyType type) {
    super(type);
  }

  public final int size() {
    return used;
  }

  // ---- hashing

  private static long spreadText(String s) {
    long x = s.hashCode() * 0x9E3779B97F4A7C15L;
    return x ^ x >>> 32;
  }

  private long hashOf(Object key) {
    if (key instanceof String s) {
      return visibleHashes ? Hashing.hash(s) : spreadText(s);
    }
    if (key instanceof Long l) {
      return Hashing.ofLong(l);
    }
    return hashSlow(key);
  }

  private long hashSlow(Object key) {
    if (key instanceof PyObject o) {
      Object f = o.type().slot(Special.HASH);
      if (f == PyType.OBJECT.slot(Special.HASH)) {
        return Hashing.identity(o);
      }
      if (o instanceof PyStr.PyStrSub s && f == PyStr.TYPE.slot(Special.HASH)) {
        return s.value instanceof String t ? hashOf(t) : Hashing.hash(s);
      }
      if (!visibleHashes && !(f instanceof PyMethodDescr) && f != null && f != Py.None) {
        long h = visible(key);
        useVisibleHashes();
        return h;
      }
    }
    return visible(key);
  }

  private static long visible(Object key) {
    try {
      return Hashing.hash(key);
    } catch (PyException e) {
      throw PyDict.unhashable(e, key, "a set element");
    }
  }

  private synchronized void useVisibleHashes() {
    visibleHashes = true;
    for (int i = 0; i <= mask; i++) {
      Object k = table[i] instanceof PyStr.PyStrSub s ? s.value : table[i];
      if (k instanceof String s) {
        hashes[i] = Hashing.hash(s);
      }
    }
    resize(used);
  }

  // ---- look-up

  /** The slot of {@code key}, or -1 - the empty slot where the search ended. */
  private int find(Object key, long hash) {
    retry:
    while (true) {
      Object[] t = table;
      long[] hs = hashes;
      int m = t.length - 1;
      long perturb = hash;
      int i = (int) hash & m;
      while (true) {
        int last = i + LINEAR_PROBES <= m ? i + LINEAR_PROBES : i;
        for (int e = i; e <= last; e++) {
          Object k = t[e];
          if (k == null) {
            return -1 - e;
          }
          if (hs[e] == hash && k != DUMMY) {
            if (k == key) {
              return e;
            }
            boolean same;
            if (k instanceof String a && key instanceof String b) {
              same = a.equals(b);
            } else if (k instanceof Long a && key instanceof Long b) {
              same = a.longValue() == b.longValue();
            } else {
              same = Py.eq(k, key);
              if (table != t || t[e] != k) {
                // __eq__ changed the set
                continue retry;
              }
            }
            if (same) {
              return e;
            }
          }
        }
        perturb >>>= PERTURB_SHIFT;
        i = (int) (i * 5L + 1 + perturb) & m;
      }
    }
  }

  private int find(Object key) {
    return find(key, hashOf(key));
  }

  public final boolean contains(Object key) {
    if (ThreadState.shared) {
      synchronized (this) {
        return find(key) >= 0;
      }
    }
    return find(key) >= 0;
  }

  /** As {@link #contains} for Python's operators: a set is looked for as the frozenset that equals it. */
  final boolean containsAny(Object key) {
    try {
      return contains(key);
    } catch (PyException e) {
      return contains(frozen(key, e));
    }
  }

  /** A frozenset equal to {@code key} if that is an unhashable set, else throws {@code e}. */
  static Object frozen(Object key, PyException e) {
    if (!(key instanceof PySet s) || !e.is(Exceptions.TypeError)) {
      throw e;
    }
    PyFrozenSet f = new PyFrozenSet(PyFrozenSet.TYPE);
    f.addSet(s);
    return f;
  }

  // ---- without running Python code, for compiled code

  /** The slot of a plain key, -1 - the slot where to put it, or {@link PlainKeys#UNKNOWN}. */
  private int plainSlot(Object key, long hash) {
    Object[] t = table;
    long[] hs = hashes;
    int m = t.length - 1;
    long perturb = hash;
    int i = (int) hash & m;
    while (true) {
      int last = i + LINEAR_PROBES <= m ? i + LINEAR_PROBES : i;
      for (int e = i; e <= last; e++) {
        Object k = t[e];
        if (k == null) {
          return -1 - e;
        }
        if (hs[e] == hash && k != DUMMY) {
          int same = k == key ? 1 : PlainKeys.same(k, key);
          if (same != 0) {
            return same > 0 ? e : PlainKeys.UNKNOWN;
          }
        }
      }
      perturb >>>= PERTURB_SHIFT;
      i = (int) (i * 5L + 1 + perturb) & m;
    }
  }

  private boolean isPlain(Object key) {
    return !ThreadState.shared && (key instanceof String || key instanceof Long || PlainKeys.isPlain(key));
  }

  private long plainHash(Object key) {
    return key instanceof String || key instanceof Long ? hashOf(key) : PlainKeys.hash(key);
  }

  /** Whether {@code key} is an element, 1 or 0; negative if to find it might take Python code. */
  public final int plainContains(Object key) {
    int e = isPlain(key) ? plainSlot(key, plainHash(key)) : PlainKeys.UNKNOWN;
    return e >= 0 ? 1 : e == PlainKeys.UNKNOWN ? -1 : 0;
  }

  /** Adds an element; false, with nothing done, if that might take Python code. Only for a set that may change. */
  final boolean plainInsert(Object key) {
    if (!isPlain(key)) {
      return false;
    }
    long hash = plainHash(key);
    int e = plainSlot(key, hash);
    if (e < 0 && e != PlainKeys.UNKNOWN) {
      put(-1 - e, key, hash);
    }
    return e != PlainKeys.UNKNOWN;
  }

  // ---- changes: public only where the set may change

  /** Adds an element; false if it was there. */
  final boolean insert(Object key) {
    if (ThreadState.shared) {
      synchronized (this) {
        return insert(key, hashOf(key));
      }
    }
    return insert(key, hashOf(key));
  }

  private boolean insert(Object key, long hash) {
    int e = find(key, hash);
    if (e >= 0) {
      return false;
    }
    put(-1 - e, key, hash);
    return true;
  }

  private void put(int slot, Object key, long hash) {
    if (table == NONE) {
      makeTable(MINIMUM);
    }
    table[slot] = key;
    hashes[slot] = hash;
    fill++;
    used++;
    if (fill * 5L >= mask * 3L) {
      resize(used > 50000 ? used * 2 : used * 4);
    }
  }

  private void resize(int minimum) {
    Object[] old = table;
    long[] oldHashes = hashes;
    makeTable(tableSize(minimum));
    fill = used;
    for (int i = 0; i < old.length; i++) {
      if (old[i] != null && old[i] != DUMMY) {
        insertClean(old[i], oldHashes[i]);
      }
    }
  }

  private static int tableSize(int minimum) {
    int size = MINIMUM;
    while (size <= minimum) {
      size <<= 1;
    }
    return size;
  }

  private void makeTable(int size) {
    table = new Object[size];
    hashes = new long[size];
    mask = size - 1;
  }

  /** Puts an element that is not there into a table without dummies. */
  private void insertClean(Object key, long hash) {
    Object[] t = table;
    int m = mask;
    long perturb = hash;
    int i = (int) hash & m;
    while (true) {
      int last = i + LINEAR_PROBES <= m ? i + LINEAR_PROBES : i;
      for (int e = i; e <= last; e++) {
        if (t[e] == null) {
          t[e] = key;
          hashes[e] = hash;
          return;
        }
      }
      perturb >>>= PERTURB_SHIFT;
      i = (int) (i * 5L + 1 + perturb) & m;
    }
  }

  /** Removes an element; false if it was not there. */
  final boolean delete(Object key) {
    if (ThreadState.shared) {
      synchronized (this) {
        return deleteSlot(find(key));
      }
    }
    return deleteSlot(find(key));
  }

  private boolean deleteSlot(int e) {
    if (e < 0) {
      return false;
    }
    table[e] = DUMMY;
    hashes[e] = -1;
    used--;
    return true;
  }

  /** Removes some element and returns it; null if there is none. */
  final synchronized Object pop() {
    if (used == 0) {
      return null;
    }
    int e = finger & mask;
    while (table[e] == null || table[e] == DUMMY) {
      e = e + 1 & mask;
    }
    Object key = table[e];
    deleteSlot(e);
    finger = e + 1;
    return key;
  }

  /** Makes room again when removed elements take more than a fifth of the table. */
  final synchronized void sweep() {
    if (fill - used > mask / 5) {
      resize(used > 50000 ? used * 2 : used * 4);
    }
  }

  final synchronized void reset() {
    table = NONE;
    hashes = NO_HASHES;
    mask = MINIMUM - 1;
    fill = 0;
    used = 0;
    finger = 0;
  }

  /** Takes over the table of {@code other}, a set that no one else has. */
  final synchronized void take(PySetBase other) {
    table = other.table;
    hashes = other.hashes;
    mask = other.mask;
    fill = other.fill;
    used = other.used;
    finger = 0;
    visibleHashes = other.visibleHashes;
  }

  // ---- bulk

  final void addSet(PySetBase other) {
    if (other == this || other.used == 0) {
      return;
    }
    if (ThreadState.shared) {
      for (Object k : other.toArray()) {
        insert(k);
      }
      return;
    }
    boolean small = (fill + other.used) * 5L >= mask * 3L;
    if (fill == 0) {
      copy(other, small ? tableSize(other.used * 2) : mask + 1);
      return;
    }
    if (small) {
      resize((used + other.used) * 2);
    }
    Object[] t = other.table;
    long[] h = other.hashes;
    for (int i = 0; i < t.length; i++) {
      Object k = t[i];
      if (k != null && k != DUMMY) {
        insert(k, visibleHashes == other.visibleHashes ? h[i] : hashOf(k));
      }
    }
  }

  /** Becomes a copy of {@code other}, with a table of so many slots. */
  private void copy(PySetBase other, int size) {
    visibleHashes = other.visibleHashes;
    Object[] t = other.table;
    long[] h = other.hashes;
    if (size == t.length && other.fill == other.used) {
      table = t.clone();
      hashes = h.clone();
      mask = size - 1;
    } else {
      makeTable(size);
      for (int i = 0; i < t.length; i++) {
        if (t[i] != null && t[i] != DUMMY) {
          insertClean(t[i], h[i]);
        }
      }
    }
    fill = used = other.used;
  }

  /** Adds all items of an iterable. */
  public final void addAll(Object iterable) {
    if (iterable instanceof PySetBase s) {
      addSet(s);
      return;
    }
    if (iterable instanceof PyDict d && d.type() == PyDict.TYPE) {
      Object[] keys = d.keysArray();
      if ((fill + keys.length) * 5L >= mask * 3L) {
        synchronized (this) {
          resize((used + keys.length) * 2);
        }
      }
      for (Object k : keys) {
        insert(k);
      }
      return;
    }
    if (iterable instanceof PyList l && l.type() == PyList.TYPE) {
      Object v;
      for (int i = 0; (v = l.getOrNull(i)) != null; i++) {
        insert(v);
      }
      return;
    }
    Object it = Iteration.iter(iterable);
    for (Object v; (v = Iteration.next(it)) != null; ) {
      insert(v);
    }
  }

  // ---- all of it

  /** The first element at slot {@code from} or later: its slot, or -1. */
  final int nextSlot(int from) {
    Object[] t = table;
    for (int i = from; i < t.length; i++) {
      if (t[i] != null && t[i] != DUMMY) {
        return i;
      }
    }
    return -1;
  }

  /** The element at a slot from {@link #nextSlot}; null if it has gone since. */
  final Object at(int slot) {
    Object[] t = table;
    Object k = slot < t.length ? t[slot] : null;
    return k == DUMMY ? null : k;
  }

  public final synchronized Object[] toArray() {
    Object[] out = new Object[used];
    int n = 0;
    for (Object k : table) {
      if (k != null && k != DUMMY) {
        out[n++] = k;
      }
    }
    return out;
  }

  /** Whether each element of this set is in {@code other}. */
  final boolean isSubsetOf(PySetBase other) {
    if (used > other.used) {
      return false;
    }
    boolean sameHashes = visibleHashes == other.visibleHashes && !ThreadState.shared;
    for (int i = -1; (i = nextSlot(i + 1)) >= 0; ) {
      Object k = at(i);
      if (k != null && !(sameHashes ? other.find(k, hashes[i]) >= 0 : other.contains(k))) {
        return false;
      }
    }
    return true;
  }

  final long tableBytes() {
    return 16L * table.length;
  }
}
