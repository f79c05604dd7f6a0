package dev.tuff.engine.container;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Hashing;
import dev.tuff.engine.core.NumberedObject;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.BuiltinTable;
import dev.tuff.engine.function.PyMethodDescr;
import dev.tuff.engine.interp.Assumption;
import dev.tuff.engine.text.PyStr;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code dict}: insertion-ordered open addressing. Here are the table and what Java code uses; the Python methods are in {@link
 * DictMethods} and {@link DictUpdate}.
 *
 * <pre>
 * index:  int[]   hash slot → entry number + 1, 0 empty, -1 deleted; length a power of two, at most 2/3 filled
 * hashes: int[]   entry → hash, spread to 32 bits
 * keys, values:   entry → key, value; a deleted entry has key null
 * </pre>
 *
 * <p>A str key is hashed by {@link String#hashCode}, which Java caches, not by the SipHash that {@code hash()} shows. That is invisible unless
 * a key with a {@code __hash__} of its own may equal a str; the first such key switches the dict to {@link #visibleHashes}.
 */
public class PyDict extends NumberedObject {
  public static final PyType TYPE = PyType.builtin("dict", PyType.OBJECT, PyType.UNHASHABLE | PyType.MATCH_MAPPING | PyType.MATCH_SELF,
      "dict() -> new empty dictionary\ndict(mapping) -> with the items of the mapping\n"
      + "dict(iterable) -> with the key-value pairs of the iterable\ndict(**kwargs) -> with the keywords as keys",
      new DictMethodsTable(), new DictUpdateTable());

  /** The shape of instances of the type itself: a constant for the compilers, which a field of the type is not. */
  public static final Shape SHAPE = TYPE.rootShape;

  private static final int[] EMPTY_INDEX = new int[1];
  private static final int[] NO_HASHES = {};
  private static final Object[] NONE = {};

  /** In the place of an int: a key whose hash might take Python code. */
  private static final long NO_HASH = Long.MIN_VALUE;

  private int[] index = EMPTY_INDEX;
  private int[] hashes = NO_HASHES;
  private Object[] keys = NONE;
  private Object[] values = NONE;

  /** Entries below are dead or were never used: room for {@link #putFirst}. */
  private int first;

  /** One past the last entry used. */
  private int used;

  /** Slots of the index that are not 0. */
  private int filled;

  private int size;
  private boolean visibleHashes;

  /** Made when asked for; dropped whenever entries move or end: an entry number stays valid while it stays. */
  private volatile KeysVersion keysVersion;

  public PyDict() {
    super(TYPE);
  }

  public PyDict(PyType type) {
    super(type);
  }

  /** The exposed methods, for native types whose instances are dicts of another kind. */
  public static BuiltinTable[] methods() {
    return new BuiltinTable[] {new DictMethodsTable(), new DictUpdateTable()};
  }

  /** A dict with room for {@code expected} items. */
  public PyDict(int expected) {
    super(TYPE);
    if (expected > 0) {
      int capacity = 8;
      while (room(capacity) < expected) {
        capacity *= 2;
      }
      rebuild(capacity, 0);
    }
  }

  /** A dict with the keys of another, none of which was ever deleted, and values from an array; null if one of these is missing. */
  public static PyDict of(PyDict names, Object[] from, int at) {
    if (names == null) {
      return null;
    }
    PyDict d = new PyDict();
    Object[] v = new Object[names.values.length];
    for (int i = 0; i < names.used; i++) {
      if ((v[i] = from[at + i]) == null) {
        return null;
      }
    }
    d.values = v;
    d.keys = names.keys.clone();
    d.hashes = names.hashes.clone();
    d.index = names.index.clone();
    d.used = names.used;
    d.filled = names.filled;
    d.size = names.size;
    d.visibleHashes = names.visibleHashes;
    return d;
  }

  /** {@code self == other}, by dict's own rules. */
  public final boolean equalItems(PyDict other) {
    return DictMethods.equal(this, other);
  }

  public final int size() {
    return size;
  }

  /** See {@link #keysVersion}. */
  public final Object keysVersion() {
    return version();
  }

  /** A version that ends too when {@code name} becomes a key; if it is one by now, the version has ended already. */
  public final Object keysVersionWithout(String name) {
    KeysVersion v = version();
    v.missing.add(name);
    if (findStr(name) >= 0) {
      keysChanged();
    }
    return v;
  }

  private KeysVersion version() {
    KeysVersion v = keysVersion;
    if (v == null) {
      keysVersion = v = new KeysVersion();
    }
    return v;
  }

  /** What is known by those who keep entry numbers: besides where keys are, the names that are none, and the values that compiled code relies on. */
  private static final class KeysVersion {
    final Set<String> missing = ConcurrentHashMap.newKeySet();

    /** By entry: that its value stays; null while there are none. */
    private volatile Assumption[] relied;

    /** That the version stays; null if nobody relies on it. */
    private Assumption kept;

    private synchronized Assumption kept() {
      if (kept == null) {
        kept = new Assumption();
      }
      return kept;
    }

    private synchronized Assumption of(int entry) {
      Assumption[] all = relied == null ? new Assumption[entry + 1] : relied.length <= entry ? Arrays.copyOf(relied, entry + 1) : relied;
      if (all[entry] == null) {
        all = all.clone();
        all[entry] = new Assumption();
        relied = all;
      }
      return all[entry];
    }

    /** The value of an entry is another. */
    private void changed(int entry) {
      Assumption broken;
      synchronized (this) {
        if (relied == null || entry >= relied.length || relied[entry] == null) {
          return;
        }
        broken = relied[entry];
        Assumption[] all = relied.clone();
        all[entry] = null;
        relied = all;
      }
      broken.fail();
    }

    /** The keys are others. */
    private void changed() {
      Assumption[] all = relied;
      for (int e = 0; all != null && e < all.length; e++) {
        changed(e);
      }
      Assumption broken;
      synchronized (this) {
        broken = kept;
        kept = null;
      }
      if (broken != null) {
        broken.fail();
      }
    }
  }

  /**
   * The value of entry {@code entry} if the keys are still those of {@code version}, else null. Safe against other threads: the arrays are
   * read before the version is checked, and are never reused for other keys while someone knows the version.
   */
  public final Object valueAt(Object version, int entry) {
    Object[] v = values;
    return keysVersion == version ? v[entry] : null;
  }

  /** Replaces the value of entry {@code entry}; false if the keys are not those of {@code version} any more, or it takes a lock. */
  public final boolean replaceAt(Object version, int entry, Object value) {
    if (keysVersion != version || ThreadState.shared) {
      return false;
    }
    values[entry] = value;
    valueChanged(entry);
    return true;
  }

  /** What compiled code relies on as long as entry {@code entry} of the keys of {@code version} has this value; null if it has another. */
  public final Assumption unchanged(Object version, int entry, Object value) {
    Assumption a = ((KeysVersion) version).of(entry);
    // with other threads, values are set under this lock: who does it later sees the assumption
    synchronized (this) {
      return valueAt(version, entry) == value ? a : null;
    }
  }

  /** What compiled code relies on as long as the keys are those of the version; null if they are not. */
  public final Assumption unchangedKeys(Object version) {
    Assumption a = ((KeysVersion) version).kept();
    synchronized (this) {
      return keysVersion == version ? a : null;
    }
  }

  private void valueChanged(int entry) {
    KeysVersion k = keysVersion;
    if (k != null && k.relied != null) {
      k.changed(entry);
    }
  }

  /** Whether the keys are still those of a version that someone knows. */
  public final boolean isVersion(Object version) {
    return keysVersion == version;
  }

  private void keysChanged() {
    KeysVersion k = keysVersion;
    if (k != null) {
      keysVersion = null;
      k.changed();
    }
  }

  private void keyAdded(Object key) {
    KeysVersion v = keysVersion;
    if (v != null && (!(key instanceof String name) || v.missing.contains(name))) {
      keysChanged();
    }
  }

  // ---- hashing

  private static int spread(long h) {
    int x = (int) (h ^ h >>> 32);
    return x ^ x >>> 16;
  }

  /** Java's hash codes of similar strings lie close together, which linear probing does not take well. */
  private static int spreadText(String s) {
    int x = s.hashCode() * 0x9E3779B1;
    return x ^ x >>> 15;
  }

  private int hashOf(Object key) {
    if (key instanceof String s) {
      return visibleHashes ? spread(Hashing.hash(s)) : spreadText(s);
    }
    if (key instanceof Long l) {
      return spread(Hashing.ofLong(l));
    }
    return hashSlow(key);
  }

  private int hashSlow(Object key) {
    if (key instanceof PyObject o) {
      Object f = o.type().slot(Special.HASH);
      if (f == PyType.OBJECT.slot(Special.HASH)) {
        return spread(Hashing.identity(o));
      }
      if (o instanceof PyStr.PyStrSub s && f == PyStr.TYPE.slot(Special.HASH)) {
        return s.value instanceof String t ? hashOf(t) : spread(Hashing.hash(s));
      }
      if (!visibleHashes && !(f instanceof PyMethodDescr) && f != null && f != Py.None) {
        long h = visible(key);
        useVisibleHashes();
        return spread(h);
      }
    }
    return spread(visible(key));
  }

  private static long visible(Object key) {
    try {
      return Hashing.hash(key);
    } catch (PyException e) {
      throw unhashable(e, key, "a dict key");
    }
  }

  /** The error for what cannot be hashed, in terms of what it was to be hashed for. */
  static PyException unhashable(PyException e, Object key, String use) {
    if (!e.is(Exceptions.TypeError)) {
      return e;
    }
    return Errors.typeError("cannot use '" + Py.typeOf(key).name() + "' as " + use + " (" + Py.javaString(e.value) + ")");
  }

  private synchronized void useVisibleHashes() {
    visibleHashes = true;
    for (int i = first; i < used; i++) {
      Object k = keys[i] instanceof PyStr.PyStrSub s ? s.value : keys[i];
      if (k instanceof String s) {
        hashes[i] = spread(Hashing.hash(s));
      }
    }
    if (used > 0) {
      rebuild(index.length, 0);
    }
  }

  // ---- look-up

  /** The entry of a str key, or -1. Valid while {@link #keysVersion} stays. */
  public final int findStr(String key) {
    int h = visibleHashes ? spread(Hashing.hash(key)) : spreadText(key);
    return findStr(key, h);
  }

  private int findStr(String key, int h) {
    int[] ix = index;
    int mask = ix.length - 1;
    for (int i = h & mask; ; i = i + 1 & mask) {
      int e = ix[i];
      if (e == 0) {
        return -1;
      }
      if (e < 0) {
        continue;
      }
      // most keys are the very object: its hash need not be looked at
      Object k = keys[e - 1];
      if (k == key) {
        return e - 1;
      }
      if (hashes[e - 1] == h) {
        if (k instanceof String s && s.equals(key)) {
          return e - 1;
        }
        if (!(k instanceof String)) {
          return find(key, h);
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
          boolean same = k instanceof Long a && key instanceof Long b ? a.longValue() == b.longValue()
              : k instanceof PyTuple t && key instanceof PyTuple u && t.type() == PyTuple.TYPE && u.type() == PyTuple.TYPE ? t.sameItems(u)
              : Py.eq(k, key);
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

  private int find(Object key) {
    return key instanceof String s ? findStr(s) : find(key, hashOf(key));
  }

  /** The value at an entry number from {@link #findStr}. */
  public final Object valueAt(int entry) {
    return values[entry];
  }

  /** Replaces the value at an entry number from {@link #findStr}. */
  public final void setValueAt(int entry, Object value) {
    values[entry] = value;
    valueChanged(entry);
  }

  /** The value of a str key, or null. */
  public final Object getStr(String key) {
    if (ThreadState.shared) {
      return getLocked(key);
    }
    int e = findStr(key);
    return e < 0 ? null : values[e];
  }

  /** The value of {@code key}, or null. */
  public final Object get(Object key) {
    if (key instanceof String s) {
      return getStr(s);
    }
    if (ThreadState.shared) {
      return getLocked(key);
    }
    int e = find(key, hashOf(key));
    return e < 0 ? null : values[e];
  }

  private synchronized Object getLocked(Object key) {
    int e = find(key);
    return e < 0 ? null : values[e];
  }

  public final boolean containsKey(Object key) {
    return get(key) != null;
  }

  // ---- without running Python code, for compiled code

  private long plainHash(Object key) {
    if (ThreadState.shared) {
      return NO_HASH;
    }
    if (key instanceof String s) {
      return visibleHashes ? spread(Hashing.hash(s)) : spreadText(s);
    }
    if (key instanceof Long l) {
      return spread(Hashing.ofLong(l));
    }
    return PlainKeys.isPlain(key) ? spread(PlainKeys.hash(key)) : NO_HASH;
  }

  /** The entry of a plain key, -1 if there is none, or {@link PlainKeys#UNKNOWN}. */
  private int plainEntry(Object key, int h) {
    int[] ix = index;
    int mask = ix.length - 1;
    for (int i = h & mask; ; i = i + 1 & mask) {
      int e = ix[i];
      if (e == 0) {
        return -1;
      }
      if (e < 0) {
        continue;
      }
      Object k = keys[e - 1];
      if (k == key) {
        return e - 1;
      }
      if (hashes[e - 1] == h) {
        int same = PlainKeys.same(k, key);
        if (same != 0) {
          return same > 0 ? e - 1 : PlainKeys.UNKNOWN;
        }
      }
    }
  }

  /** Whether this is a checked dict whose keys may be like that. */
  public boolean accepts(Object key) {
    return false;
  }

  /** The same with a value for the key. */
  public boolean accepts(Object key, Object value) {
    return false;
  }

  /** The value of {@code key}; null if it has none, or to find it might take Python code. */
  public final Object plainGet(Object key) {
    long h = plainHash(key);
    int e = h == NO_HASH ? -1 : plainEntry(key, (int) h);
    return e < 0 ? null : values[e];
  }

  /** The value of {@code key}, else {@code fallback}; null if to find it might take Python code. */
  public final Object plainGet(Object key, Object fallback) {
    long h = plainHash(key);
    int e = h == NO_HASH ? PlainKeys.UNKNOWN : plainEntry(key, (int) h);
    return e >= 0 ? values[e] : e == -1 ? fallback : null;
  }

  /** Whether {@code key} has a value, 1 or 0; negative if to find it might take Python code. */
  public final int plainContains(Object key) {
    long h = plainHash(key);
    int e = h == NO_HASH ? PlainKeys.UNKNOWN : plainEntry(key, (int) h);
    return e >= 0 ? 1 : e == -1 ? 0 : -1;
  }

  /** Sets the value of {@code key}; false, with nothing done, if that might take Python code. */
  public final boolean plainPut(Object key, Object value) {
    long h = plainHash(key);
    int e = h == NO_HASH ? PlainKeys.UNKNOWN : plainEntry(key, (int) h);
    if (e >= 0) {
      values[e] = value;
      valueChanged(e);
      return true;
    }
    if (e == -1) {
      append(key, (int) h, value);
      return true;
    }
    return false;
  }

  /** Removes a key; false, with nothing done, if it is not there or to find it might take Python code. */
  public final boolean plainRemove(Object key) {
    long h = plainHash(key);
    int e = h == NO_HASH ? -1 : plainEntry(key, (int) h);
    if (e < 0) {
      return false;
    }
    removeEntry(e);
    return true;
  }

  // ---- changes

  /** Sets the value of a str key. */
  public final void putStr(String key, Object value) {
    put(key, value);
  }

  public final void put(Object key, Object value) {
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
    int e = key instanceof String s ? findStr(s, h) : find(key, h);
    if (e >= 0) {
      values[e] = value;
      valueChanged(e);
    } else {
      append(key, h, value);
    }
  }

  /** The value of {@code key} if it has one; else sets it to {@code value} and returns null. */
  public final Object putIfAbsent(Object key, Object value) {
    if (ThreadState.shared) {
      synchronized (this) {
        return putAbsent(key, value);
      }
    }
    return putAbsent(key, value);
  }

  private Object putAbsent(Object key, Object value) {
    int h = hashOf(key);
    int e = key instanceof String s ? findStr(s, h) : find(key, h);
    if (e >= 0) {
      return values[e];
    }
    append(key, h, value);
    return null;
  }

  private void append(Object key, int h, Object value) {
    if (used == keys.length || filled >= room(index.length)) {
      rebuild(grown(), 0);
    }
    place(h, used + 1);
    keys[used] = key;
    values[used] = value;
    hashes[used] = h;
    used++;
    size++;
    keyAdded(key);
  }

  /** Puts an entry number (plus one) into the first free slot of the index. */
  private void place(int h, int number) {
    int[] ix = index;
    int mask = ix.length - 1;
    int i = h & mask;
    while (ix[i] > 0) {
      i = i + 1 & mask;
    }
    if (ix[i] == 0) {
      filled++;
    }
    ix[i] = number;
  }

  /** How many entries an index is for: half of it, since linear probing soon finds clusters above that. A small one is all in the cache. */
  private static int room(int capacity) {
    return capacity == 8 ? 5 : capacity >> 1;
  }

  private int grown() {
    int capacity = 8;
    while (room(capacity) <= size + (size >> 1)) {
      capacity *= 2;
    }
    return capacity;
  }

  /** Drops deleted entries and makes a new index; leaves {@code gap} unused entries in front. */
  private void rebuild(int capacity, int gap) {
    int room = room(capacity) + gap;
    Object[] k = new Object[room];
    Object[] v = new Object[room];
    int[] h = new int[room];
    int[] ix = new int[capacity];
    int n = gap;
    for (int e = first; e < used; e++) {
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
    if (gap != first || n - gap != used - first) {
      keysChanged();
    }
    keys = k;
    values = v;
    hashes = h;
    index = ix;
    first = gap;
    used = n;
    filled = n - gap;
  }

  /** Adds a key that is not in the dict, as the first. */
  public final synchronized void putFirst(Object key, Object value) {
    int h = hashOf(key);
    if (first == 0 || filled >= room(index.length)) {
      rebuild(grown(), size + 4);
    }
    place(h, first);
    first--;
    keys[first] = key;
    values[first] = value;
    hashes[first] = h;
    size++;
    keysChanged();
  }

  /** Removes a str key; its value, or null if there was none. */
  public final Object removeStr(String key) {
    return remove(key);
  }

  /** Removes a key; its value, or null if there was none. */
  public final Object remove(Object key) {
    if (ThreadState.shared) {
      synchronized (this) {
        return removeFound(find(key));
      }
    }
    return removeFound(find(key));
  }

  private Object removeFound(int e) {
    return e < 0 ? null : removeEntry(e);
  }

  /** Removes a living entry; its value. */
  public final Object removeEntry(int e) {
    int mask = index.length - 1;
    int i = hashes[e] & mask;
    while (index[i] != e + 1) {
      i = i + 1 & mask;
    }
    Object v = values[e];
    size--;
    keysChanged();
    // a slot before an empty one need not be marked: no probe goes on behind it
    if (index[i + 1 & mask] == 0) {
      index[i] = 0;
      filled--;
    } else {
      index[i] = -1;
    }
    keys[e] = null;
    values[e] = null;
    if (e == first) {
      first = e + 1;
    }
    // entry numbers are not used again before a rebuild: iterators and caches rely on it
    return v;
  }

  /** The last living entry, or -1. */
  public final int lastEntry() {
    int e = previousEntry(used - 1);
    if (e >= 0 && !ThreadState.shared) {
      // what lies behind is dead: not to be walked over again by the next popitem
      used = e + 1;
    }
    return e;
  }

  public final synchronized void clear() {
    keysChanged();
    index = EMPTY_INDEX;
    keys = NONE;
    values = NONE;
    hashes = NO_HASHES;
    first = 0;
    used = 0;
    filled = 0;
    size = 0;
  }

  /** Sets all items of {@code other}. */
  public final void update(PyDict other) {
    if (other == this || other.size == 0) {
      return;
    }
    if (size == 0 && used == 0 && !ThreadState.shared) {
      copyFrom(other);
      return;
    }
    Object[] k = other.keysArray();
    Object[] v = other.valuesArray();
    int n = other.used;
    for (int i = 0; i < k.length; i++) {
      put(k[i], v[i]);
      if (other.used != n && !ThreadState.shared) {
        throw Errors.runtimeError("dict mutated during update");
      }
    }
  }

  /** One past the last entry ever used, for iteration backwards. */
  public final int entriesUsed() {
    return used;
  }

  private void copyFrom(PyDict other) {
    visibleHashes = other.visibleHashes;
    keysChanged();
    keys = other.keys;
    values = other.values;
    hashes = other.hashes;
    first = other.first;
    used = other.used;
    size = other.size;
    if (size * 3 < used * 2 || first > 0) {
      rebuild(grown(), 0);
    } else {
      index = other.index.clone();
      filled = other.filled;
      keys = keys.clone();
      values = values.clone();
      hashes = hashes.clone();
    }
  }

  // ---- all of it

  public final synchronized Object[] keysArray() {
    return compact(keys);
  }

  public final synchronized Object[] valuesArray() {
    return compact(values);
  }

  private Object[] compact(Object[] from) {
    if (size == used) {
      return Arrays.copyOf(from, size);
    }
    Object[] out = new Object[size];
    int n = 0;
    for (int i = first; i < used; i++) {
      if (keys[i] != null) {
        out[n++] = from[i];
      }
    }
    return out;
  }

  /** A plain dict with the same items. */
  public final synchronized PyDict copyExact() {
    PyDict d = new PyDict();
    if (size > 0) {
      d.copyFrom(this);
    }
    return d;
  }

  /** For iteration by entry number: the first living entry at or after {@code from}, or -1. */
  public final int nextEntry(int from) {
    Object[] k = keys;
    int n = Math.min(used, k.length);
    for (int i = Math.max(from, first); i < n; i++) {
      if (k[i] != null) {
        return i;
      }
    }
    return -1;
  }

  /** The last living entry at or before {@code from}, or -1. */
  public final int previousEntry(int from) {
    Object[] k = keys;
    for (int i = Math.min(from, Math.min(used, k.length) - 1); i >= first; i--) {
      if (k[i] != null) {
        return i;
      }
    }
    return -1;
  }

  public final Object keyAt(int entry) {
    return keys[entry];
  }

  /** The entry of any key, or -1. */
  public final int entryOf(Object key) {
    return find(key);
  }

  /** Bytes that the table would take in CPython's terms. */
  final long tableBytes() {
    return index.length + 24L * keys.length;
  }
}
