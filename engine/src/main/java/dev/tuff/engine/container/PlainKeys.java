package dev.tuff.engine.container;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.core.Hashing;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import java.util.Arrays;

/** Keys of dicts and elements of sets that are hashed and compared without running Python code: what compiled code may look up by itself. */
final class PlainKeys {
  /** What a look-up gives where it might have to run Python code. */
  static final int UNKNOWN = Integer.MIN_VALUE;

  /** Tuples nested deeper are not looked into. */
  private static final int MAX_DEPTH = 4;

  private PlainKeys() {}

  /** Whether this is a key that {@link #hash} knows besides strs and ints: a tuple of plain values, bytes, or an object that goes by identity. */
  static boolean isPlain(Object key) {
    if (key instanceof PyTuple t) {
      return t.shape == PyTuple.SHAPE && isPlain(t, 0);
    }
    return key instanceof PyBytes b ? b.shape == PyBytes.SHAPE
        : key instanceof PyObject o && o.type().slot(Special.HASH) == PyType.OBJECT.slot(Special.HASH);
  }

  private static boolean isPlain(PyTuple t, int depth) {
    for (Object v : t.array()) {
      if (!(v instanceof Long || v instanceof String || v instanceof Double || v instanceof Boolean || v == Py.None)
          && !(v instanceof PyTuple u && u.shape == PyTuple.SHAPE && depth < MAX_DEPTH && isPlain(u, depth + 1))
          && !(v instanceof PyObject o && byIdentity(o.type()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean byIdentity(PyType t) {
    return t.slot(Special.HASH) == PyType.OBJECT.slot(Special.HASH) && t.slot(Special.EQ) == PyType.OBJECT.slot(Special.EQ);
  }

  /** The hash of what {@link #isPlain} said yes to. */
  static long hash(Object key) {
    return key instanceof PyTuple t ? t.hash() : key instanceof PyBytes ? Hashing.hash(key) : Hashing.identity(key);
  }

  /** Whether another object of the same hash equals a plain key: 1, 0, or {@link #UNKNOWN}. */
  static int same(Object other, Object key) {
    if (key instanceof String s) {
      return other instanceof String t ? (s.equals(t) ? 1 : 0) : other instanceof Long ? 0 : UNKNOWN;
    }
    if (key instanceof Long a) {
      return other instanceof Long b ? (a.longValue() == b.longValue() ? 1 : 0) : other instanceof String ? 0 : UNKNOWN;
    }
    if (key instanceof PyTuple t && other instanceof PyTuple u && u.shape == PyTuple.SHAPE && isPlain(u, 0)) {
      return t.sameItems(u) ? 1 : 0;
    }
    if (key instanceof PyBytes a && other instanceof PyBytes b && b.shape == PyBytes.SHAPE) {
      return Arrays.equals(a.array(), b.array()) ? 1 : 0;
    }
    return UNKNOWN;
  }
}
