package dev.tuff.engine.text;

import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.number.PyInt;

/** Which part of a text an index or the {@code start} and {@code end} of a search stand for. */
final class StrRange {
  private StrRange() {}

  /** An index-sized int by {@code __index__}; {@code overflow} is raised if it is larger. */
  static long size(Object o, PyType overflow) {
    Object i = o instanceof Long ? o : PyInt.index(o);
    if (i instanceof Long n) {
      return n;
    }
    throw Errors.make(overflow, "cannot fit '" + Py.typeOf(o).name() + "' into an index-sized integer");
  }

  /** One bound as slices take it: None or absent is {@code fallback}, ints of any size are clamped. */
  static long bound(Object o, long fallback) {
    if (o == null || o == Py.None) {
      return fallback;
    }
    if (o instanceof Long n) {
      return n;
    }
    if (Py.typeOf(o).slot(Special.INDEX) == null) {
      throw Errors.typeError("slice indices must be integers or None or have an __index__ method");
    }
    return Convert.toIndexClamped(o);
  }

  /** A bound of a search in {@code n} characters: negative ones count from the end. May exceed n. */
  static int clamp(long i, int n) {
    if (i < 0) {
      i += n;
      return i < 0 ? 0 : (int) i;
    }
    return (int) Math.min(i, (long) n + 1);
  }

  /** The start of a search: more than {@code n} means that nothing, not even the empty text, is found. */
  static int start(Object o, int n) {
    return o == null ? 0 : clamp(bound(o, 0), n);
  }

  static int end(Object o, int n) {
    return o == null ? n : Math.min(n, clamp(bound(o, n), n));
  }
}
