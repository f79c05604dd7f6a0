package dev.tuff.engine.container;

import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Hashing;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.function.PyMethodDescr;
import java.util.Arrays;

/**
 * {@code dict}: insertion-ordered open addressing.
 *
 * <pre>
 * index:  int[]   hash slot → entry number + 1, 0 empty, -1 deleted; length a power of two, at most 2/3 used
 * hashes: int[]   entry → hash, spread to 32 bits
 * keys, values:   entry → key, value; a deleted entry has key null
 * </pre>
 *
 * <p>A str key is hashed by {@link String#hashCode}, which Java caches, not by the SipHash that {@code hash()} shows. That is invisible unless
 * a key with a {@code __hash__} of its own may equal a str; the first such key switches the dict to {@link #visibleHashes}.
 */
public final class PyDict extends PyObject {
  public static final PyType TYPE = PyType.builtin("dict", PyType.OBJECT, PyType.UNHASHABLE | PyType.MATCH_MAPPING | PyType.MATCH_SELF,
      "dict() -> new empty dictionary", new PyDictTable());

  private static final int[] EMPTY_INDEX = new int[1];
  private static final Object[] NONE = {};

  private int[] index = EMPTY_INDEX;
  private int[] hashes;
  private Object[] keys = NONE;
  private Object[] values = NONE;

  /** Entries ever appended since the last rebuild, deleted ones included. */
  private int used;

  private int size;
  private boolean visibleHashes;

  /** Replaced whenever a key is added or removed or entries move: an entry number stays valid while this stays the same. */
  private Object keysVersion = new Object();

  public PyDict() {
    super(TYPE);
  }

  public PyDict(PyType type) {
    super(type);
  }

  public int size() {
    return size;
  }

  /** See {@link #keysVersion}. */
  public Object keysVersion() {
    return keysVersion;
  }

  // ---- hashing

  private static int spread(long h) {
    int x = (int) (h ^ h >>> 32);
    return x ^ x >>> 16;
  }

  private int hashOf(Object key) {
    if (key instanceof String s) {
      return visibleHashes ? spread(Hashing.hash(s)) : spread(s.hashCode());
    }
    if (key instanceof Long l) {
      return spread(Hashing.ofLong(l));
    }
    if (!visibleHashes && key instanceof PyObject o && !(o.type().slot(Special.HASH) instanceof PyMethodDescr)) {
      long h = Hashing.hash(key);
      useVisibleHashes();
      return spread(h);
    }
    return spread(Hashing.hash(key));
  }

  private void useVisibleHashes() {
    visibleHashes = true;
    for (int i = 0; i < used; i++) {
      if (keys[i] instanceof String s) {
        hashes[i] = spread(Hashing.hash(s));
      }
    }
    if (used > 0) {
      rebuild(index.length);
    }
  }

  // ---- look-up

  /** The entry of a str key, or -1. Valid while {@link #keysVersion} stays. */
  public int findStr(String key) {
    int[] ix = index;
    int mask = ix.length - 1;
    int h = visibleHashes ? spread(Hashing.hash(key)) : spread(key.hashCode());
    for (int i = h & mask; ; i = i + 1 & mask) {
      int e = ix[i];
      if (e == 0) {
        return -1;
      }
      if (e > 0 && hashes[e - 1] == h) {
        Object k = keys[e - 1];
        if (k == key || k instanceof String s && s.equals(key)) {
          return e - 1;
        }
        if (!(k instanceof String) && Py.eq(k, key)) {
          return e - 1;
        }
      }
    }
  }

  private int find(Object key, int h) {
    retry:
    while (true) {
      int[] ix = index;
      int mask = ix.length - 1;
      for (int i = h & mask; ; i = i + 1 & mask) {
        int e = ix[i];
        if (e == 0) {
          return -1;
        }
        if (e > 0 && hashes[e - 1] == h) {
          Object k = keys[e - 1];
          if (k == key) {
            return e - 1;
          }
          if (k == null) {
            continue;
          }
          boolean same = k instanceof Long a && key instanceof Long b ? a.longValue() == b.longValue() : Comparison.equal(k, key);
          if (ix != index || e > used || keys[e - 1] != k) {
            // __eq__ changed the dict
            continue retry;
          }
          if (same) {
            return e - 1;
          }
        }
      }
    }
  }

  /** The value at an entry number from {@link #findStr}. */
  public Object valueAt(int entry) {
    return values[entry];
  }

  /** Replaces the value at an entry number from {@link #findStr}. */
  public void setValueAt(int entry, Object value) {
    values[entry] = value;
  }

  /** The value of a str key, or null. */
  public Object getStr(String key) {
    if (ThreadState.shared) {
      synchronized (this) {
        int e = findStr(key);
        return e < 0 ? null : values[e];
      }
    }
    int e = findStr(key);
    return e < 0 ? null : values[e];
  }

  /** The value of {@code key}, or null. */
  public Object get(Object key) {
    if (key instanceof String s) {
      return getStr(s);
    }
    int h = hashOf(key);
    if (ThreadState.shared) {
      synchronized (this) {
        int e = find(key, h);
        return e < 0 ? null : values[e];
      }
    }
    int e = find(key, h);
    return e < 0 ? null : values[e];
  }

  public boolean containsKey(Object key) {
    return get(key) != null;
  }

  // ---- changes

  /** Sets the value of a str key. */
  public void putStr(String key, Object value) {
    put(key, value);
  }

  public void put(Object key, Object value) {
    int h = hashOf(key);
    if (ThreadState.shared) {
      synchronized (this) {
        put(key, h, value);
      }
    } else {
      put(key, h, value);
    }
  }

  private void put(Object key, int h, Object value) {
    int e = key instanceof String s ? findStr(s) : find(key, h);
    if (e >= 0) {
      values[e] = value;
    } else {
      append(key, h, value);
    }
  }

  private void append(Object key, int h, Object value) {
    if (used == keys.length || (used + 1) * 3 > index.length * 2) {
      grow();
    }
    int mask = index.length - 1;
    int i = h & mask;
    while (index[i] > 0) {
      i = i + 1 & mask;
    }
    keys[used] = key;
    values[used] = value;
    hashes[used] = h;
    index[i] = ++used;
    size++;
    keysVersion = new Object();
  }

  private void grow() {
    int capacity = 8;
    while (capacity * 2 / 3 <= size + (size >> 1)) {
      capacity *= 2;
    }
    rebuild(capacity);
  }

  /** Drops deleted entries and makes a new index. */
  private void rebuild(int capacity) {
    int room = capacity * 2 / 3;
    Object[] k = new Object[room];
    Object[] v = new Object[room];
    int[] h = new int[room];
    int[] ix = new int[capacity];
    int n = 0;
    for (int e = 0; e < used; e++) {
      if (keys[e] != null) {
        k[n] = keys[e];
        v[n] = values[e];
        h[n] = hashes[e];
        int i = h[n] & capacity - 1;
        while (ix[i] != 0) {
          i = i + 1 & capacity - 1;
        }
        ix[i] = ++n;
      }
    }
    keys = k;
    values = v;
    hashes = h;
    index = ix;
    used = n;
    keysVersion = new Object();
  }

  /** Removes a str key; its value, or null if there was none. */
  public Object removeStr(String key) {
    return remove(key);
  }

  /** Removes a key; its value, or null if there was none. */
  public synchronized Object remove(Object key) {
    int h = hashOf(key);
    int e = find(key, h);
    return e < 0 ? null : removeEntry(e);
  }

  private Object removeEntry(int e) {
    int mask = index.length - 1;
    int i = hashes[e] & mask;
    while (index[i] != e + 1) {
      i = i + 1 & mask;
    }
    index[i] = -1;
    Object v = values[e];
    keys[e] = null;
    values[e] = null;
    size--;
    if (size == 0) {
      Arrays.fill(index, 0);
      used = 0;
    }
    keysVersion = new Object();
    return v;
  }

  public synchronized void clear() {
    index = EMPTY_INDEX;
    keys = NONE;
    values = NONE;
    hashes = null;
    used = 0;
    size = 0;
    keysVersion = new Object();
  }

  public void update(PyDict other) {
    Object[] k = other.keysArray();
    Object[] v = other.valuesArray();
    for (int i = 0; i < k.length; i++) {
      put(k[i], v[i]);
    }
  }

  // ---- all of it

  public synchronized Object[] keysArray() {
    return compact(keys);
  }

  public synchronized Object[] valuesArray() {
    return compact(values);
  }

  private Object[] compact(Object[] from) {
    Object[] out = new Object[size];
    int n = 0;
    for (int i = 0; i < used; i++) {
      if (keys[i] != null) {
        out[n++] = from[i];
      }
    }
    return out;
  }

  /** A plain dict with the same items. */
  public synchronized PyDict copyExact() {
    PyDict d = new PyDict();
    if (size > 0) {
      d.index = index.clone();
      d.keys = keys.clone();
      d.values = values.clone();
      d.hashes = hashes.clone();
      d.used = used;
      d.size = size;
    }
    d.visibleHashes = visibleHashes;
    return d;
  }

  /** For iteration by entry number: the first living entry at or after {@code from}, or -1. */
  public int nextEntry(int from) {
    for (int i = from; i < used; i++) {
      if (keys[i] != null) {
        return i;
      }
    }
    return -1;
  }

  public Object keyAt(int entry) {
    return keys[entry];
  }

  @dev.tuff.engine.expose.Method("__len__(self, /)")
  static long __len__(PyDict self) {
    return self.size;
  }

}
