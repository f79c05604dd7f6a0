package dev.tuff.jit.operations;

import dev.tuff.engine.bytes.PyByteArray;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyFrozenSet;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PySet;
import dev.tuff.engine.container.PySetBase;
import dev.tuff.engine.container.PySlice;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.container.SliceBounds;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.primitive.StaticArray;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.text.StrSearch;
import java.util.Arrays;

/** Subscription, slicing and membership of builtin containers, as far as they take no Python code; see {@link Operations}. */
public final class ItemOperations {
  /** Longer texts are the interpreter's: there may not be memory for them. */
  private static final int MAX_TEXT = 1 << 28;

  private ItemOperations() {}

  // ---- subscription

  public static Object strItem(Object text, long index) {
    if (text instanceof String s) {
      int n = s.length();
      long i = index < 0 ? index + n : index;
      if (i >= 0 && i < n) {
        return PyStr.ofPoint(s.charAt((int) i));
      }
    }
    return null;
  }

  public static long bytesItem(Object bytes, long index) {
    int v = -1;
    if (bytes instanceof PyBytes b && b.shape == PyBytes.SHAPE) {
      v = b.byteAt(index);
    } else if (bytes instanceof PyByteArray a && a.shape == PyByteArray.SHAPE) {
      v = a.byteAt(index);
    }
    return v < 0 ? Operations.NO_LONG : v;
  }

  /** Whether it is a dict, or a checked one that may have the key. */
  public static boolean takes(PyDict d, Object key) {
    return d.shape == PyDict.SHAPE || d.accepts(key);
  }

  public static Object dictItem(Object dict, Object key) {
    return dict instanceof PyDict d && takes(d, key) ? d.plainGet(key) : null;
  }

  public static boolean storeItem(Object container, Object key, Object value) {
    if (container instanceof PyList l && CallOperations.isBuiltin(l)) {
      return key instanceof Long i && l.accepts(value) && l.replace(i, value);
    }
    if (container instanceof StaticArray a) {
      return key instanceof Long i && a.replace(i, value);
    }
    return storeDictItem(container, key, value);
  }

  public static boolean storeDictItem(Object dict, Object key, Object value) {
    return dict instanceof PyDict d && (d.shape == PyDict.SHAPE || d.accepts(key, value)) && d.plainPut(key, value);
  }

  public static boolean storeByte(Object bytes, long index, long value) {
    return bytes instanceof PyByteArray a && a.shape == PyByteArray.SHAPE && a.replace(index, value);
  }

  public static boolean deleteItem(Object dict, Object key) {
    return dict instanceof PyDict d && takes(d, key) && d.plainRemove(key);
  }

  // ---- slices

  /** An index of a slice, which counts from the end if it is negative, within a sequence of {@code size} items. */
  private static int bound(long i, int size) {
    return i < 0 ? (int) Math.max(0, i + size) : (int) Math.min(i, size);
  }

  public static Object strSlice(Object text, long start, long stop) {
    if (text instanceof String s) {
      int n = s.length();
      return PyStr.slice(s, bound(start, n), bound(stop, n));
    }
    return null;
  }

  public static Object slice(Object sequence, long start, long stop) {
    if (sequence instanceof PyList l && l.shape == PyList.SHAPE) {
      return l.slice(start, stop);
    }
    if (sequence instanceof PyTuple t && t.shape == PyTuple.SHAPE) {
      int n = t.size();
      int from = bound(start, n);
      int to = bound(stop, n);
      return from == 0 && to == n ? t : PyTuple.of(Arrays.copyOfRange(t.array(), from, Math.max(from, to)));
    }
    if (sequence instanceof PyBytes b && b.shape == PyBytes.SHAPE) {
      byte[] v = b.array();
      int from = bound(start, v.length);
      int to = bound(stop, v.length);
      return from == 0 && to == v.length ? b : to <= from ? PyBytes.EMPTY : new PyBytes(Arrays.copyOfRange(v, from, to));
    }
    if (sequence instanceof PyByteArray a && a.shape == PyByteArray.SHAPE && !ThreadState.shared) {
      int from = bound(start, a.size());
      return new PyByteArray(a.span().copy(from, Math.max(from, bound(stop, a.size()))));
    }
    return null;
  }

  public static Object sliceItems(Object sequence, Object slice) {
    if (!(slice instanceof PySlice s) || !s.isPlain()) {
      return null;
    }
    if (sequence instanceof PyList l && l.shape == PyList.SHAPE) {
      return l.slice(s);
    }
    if (sequence instanceof String t) {
      SliceBounds r = SliceBounds.of(s, t.length());
      return r.step() == 1 ? PyStr.slice(t, r.start(), r.stop()) : everyNth(t, r);
    }
    return s.step == Py.None ? slice(sequence, s.start == Py.None ? 0 : (Long) s.start, s.stop == Py.None ? Long.MAX_VALUE : (Long) s.stop) : null;
  }

  private static Object everyNth(String text, SliceBounds s) {
    char[] out = new char[s.length()];
    for (int i = 0; i < out.length; i++) {
      out[i] = text.charAt((int) (s.start() + i * s.step()));
    }
    return out.length == 1 ? PyStr.ofPoint(out[0]) : new String(out);
  }

  public static Object newSlice(Object start, Object stop, Object step) {
    return new PySlice(start, stop, step);
  }

  public static boolean storeSlice(Object list, Object start, Object stop, Object values) {
    if (!(list instanceof PyList l) || l.shape != PyList.SHAPE || list == values || ThreadState.shared
        || !(start == Py.None || start instanceof Long) || !(stop == Py.None || stop instanceof Long)) {
      return false;
    }
    long from = start instanceof Long n ? n : 0;
    long to = stop instanceof Long n ? n : Long.MAX_VALUE;
    if (values instanceof PyList v && v.shape == PyList.SHAPE) {
      l.replaceSlice(from, to, v);
      return true;
    }
    if (values instanceof PyTuple v && v.shape == PyTuple.SHAPE) {
      l.replaceSlice(from, to, v.array());
      return true;
    }
    return false;
  }

  // ---- membership

  // inverted: 1 for {@code not in}

  public static int dictContains(Object dict, Object key, int inverted) {
    return dict instanceof PyDict d && takes(d, key) ? answer(d.plainContains(key), inverted) : -1;
  }

  public static int setContains(Object set, Object key, int inverted) {
    return set instanceof PySetBase s && (s.shape == PySet.SHAPE || s.shape == PyFrozenSet.SHAPE) ? answer(s.plainContains(key), inverted) : -1;
  }

  public static int strContains(Object text, Object part, int inverted) {
    return text instanceof String s && part instanceof String t ? answer(StrSearch.contains(s, t) ? 1 : 0, inverted) : -1;
  }

  public static int sequenceContains(Object sequence, Object item, int inverted) {
    if (sequence instanceof PyTuple t && t.shape == PyTuple.SHAPE) {
      return answer(contains(t.array(), t.size(), item), inverted);
    }
    if (sequence instanceof PyList l && CallOperations.isBuiltin(l) && !ThreadState.shared) {
      int found = l.indexOfNumber(item, 0);
      return answer(found == PyList.ASK ? contains(l.array(), l.size(), item) : found < 0 ? 0 : 1, inverted);
    }
    return -1;
  }

  private static int answer(int found, int inverted) {
    return found < 0 ? found : found ^ inverted;
  }

  /** Goes as far as the items are ints, strs, objects that go by identity, or the one that is looked for. */
  private static int contains(Object[] items, int n, Object item) {
    for (int i = 0; i < n; i++) {
      Object v = items[i];
      if (v == item) {
        return 1;
      }
      if (v instanceof Long a && item instanceof Long b) {
        if (a.longValue() == b.longValue()) {
          return 1;
        }
      } else if (v instanceof String s && item instanceof String t) {
        if (s.equals(t)) {
          return 1;
        }
      } else if (!NumberOperations.differ(v, item)) {
        return -1;
      }
    }
    return 0;
  }

  // ---- new ones

  public static Object concat(Object a, Object b) {
    if (a instanceof PyList l && l.shape == PyList.SHAPE && b instanceof PyList m && m.shape == PyList.SHAPE && !ThreadState.shared) {
      return l.plus(m);
    }
    if (a instanceof PyTuple t && t.shape == PyTuple.SHAPE && b instanceof PyTuple u && u.shape == PyTuple.SHAPE) {
      int n = t.size();
      if (n == 0 || u.size() == 0) {
        return n == 0 ? u : t;
      }
      Object[] out = Arrays.copyOf(t.array(), n + u.size());
      System.arraycopy(u.array(), 0, out, n, u.size());
      return PyTuple.of(out);
    }
    return null;
  }

  /** {@code list += sequence}, {@code bytearray += bytes}. */
  public static Object extend(Object list, Object more) {
    if (list instanceof PyByteArray a) {
      return a.shape == PyByteArray.SHAPE && more instanceof PyBytes b && b.shape == PyBytes.SHAPE && a.addInPlace(b.array()) ? a : null;
    }
    return list instanceof PyList l && l.shape == PyList.SHAPE && listExtend(l, more) ? l : null;
  }

  public static boolean listExtend(Object list, Object more) {
    if (!(list instanceof PyList l) || ThreadState.shared) {
      return false;
    }
    if (more instanceof PyTuple t && t.shape == PyTuple.SHAPE) {
      l.addAll(t.array(), t.size());
      return true;
    }
    if (more instanceof PyList m && m.shape == PyList.SHAPE) {
      l.addAll(m);
      return true;
    }
    return false;
  }

  /** A list of one item, or a str, so many times. */
  public static Object repeat(Object sequence, long count) {
    if (count < 0 || count > MAX_TEXT) {
      return null;
    }
    if (sequence instanceof PyList l && l.shape == PyList.SHAPE && l.size() == 1 && !ThreadState.shared) {
      return l.times(count);
    }
    if (sequence instanceof PyBytes b && b.shape == PyBytes.SHAPE && b.size() * count < MAX_TEXT) {
      return repeated(b, (int) count);
    }
    return sequence instanceof String s && s.length() * count < MAX_TEXT ? s.repeat((int) count) : null;
  }

  private static Object repeated(PyBytes bytes, int count) {
    byte[] v = bytes.array();
    if (count == 1 || v.length * count == 0) {
      return count == 1 ? bytes : PyBytes.EMPTY;
    }
    byte[] out = new byte[v.length * count];
    if (v.length == 1) {
      Arrays.fill(out, v[0]);
    } else {
      for (int i = 0; i < out.length; i += v.length) {
        System.arraycopy(v, 0, out, i, v.length);
      }
    }
    return new PyBytes(out);
  }

  public static Object newTuple(Object[] items) {
    return PyTuple.of(items);
  }

  public static Object newList(Object[] items) {
    return PyList.of(items);
  }

  public static Object newSet(Object[] items) {
    PySet s = new PySet();
    for (Object o : items) {
      if (!s.plainAdd(o)) {
        return null;
      }
    }
    return s;
  }

  /** A dict of keys and values by turns. */
  public static Object newDict(Object[] items) {
    PyDict d = new PyDict();
    for (int i = 0; i < items.length; i += 2) {
      if (!d.plainPut(items[i], items[i + 1])) {
        return null;
      }
    }
    return d;
  }

  public static Object buildString(Object a, Object b) {
    return a instanceof String s && b instanceof String t && s.length() + t.length() < MAX_TEXT && s.length() < MAX_TEXT ? s.concat(t) : null;
  }

  // of more, HotSpot makes one copy without a buffer where all of them stand in one expression

  public static Object buildString(Object a, Object b, Object c) {
    return a instanceof String s && b instanceof String t && c instanceof String u && (long) s.length() + t.length() + u.length() < MAX_TEXT
        ? s + t + u
        : null;
  }

  public static Object buildString(Object a, Object b, Object c, Object d) {
    return a instanceof String s && b instanceof String t && c instanceof String u && d instanceof String v
        && (long) s.length() + t.length() + u.length() + v.length() < MAX_TEXT ? s + t + u + v : null;
  }

  public static Object buildString(Object a, Object b, Object c, Object d, Object e) {
    return a instanceof String s && b instanceof String t && c instanceof String u && d instanceof String v && e instanceof String w
        && (long) s.length() + t.length() + u.length() + v.length() + w.length() < MAX_TEXT ? s + t + u + v + w : null;
  }

  public static Object buildString(Object a, Object b, Object c, Object d, Object e, Object f) {
    return a instanceof String s && b instanceof String t && c instanceof String u && d instanceof String v && e instanceof String w
        && f instanceof String x && (long) s.length() + t.length() + u.length() + v.length() + w.length() + x.length() < MAX_TEXT
            ? s + t + u + v + w + x
            : null;
  }

  public static Object buildString(Object[] parts) {
    StringBuilder b = new StringBuilder();
    for (Object p : parts) {
      if (!(p instanceof String s) || s.length() > MAX_TEXT - b.length()) {
        return null;
      }
      b.append(s);
    }
    return b.toString();
  }

  public static boolean setAdd(Object set, Object item) {
    return set instanceof PySet s && s.shape == PySet.SHAPE && s.plainAdd(item);
  }

  public static boolean mapAdd(Object dict, Object key, Object value) {
    return storeDictItem(dict, key, value);
  }

  public static boolean bytesAppend(Object bytes, long value) {
    return bytes instanceof PyByteArray a && a.shape == PyByteArray.SHAPE && a.addInPlace(value);
  }

}
