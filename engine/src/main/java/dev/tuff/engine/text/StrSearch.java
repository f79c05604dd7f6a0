package dev.tuff.engine.text;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.expose.Method;

/** Methods of str that look for another text: find, count, replace, startswith, partition and their kin. */
public final class StrSearch {
  private StrSearch() {}

  // ---- on plain values

  /** {@code needle in hay}. */
  public static boolean contains(String hay, String needle) {
    return needle.length() < LongSearch.MINIMUM ? hay.contains(needle) : find(hay, needle, 0, hay.length()) >= 0;
  }

  /** The first place of {@code needle} within {@code [from, to)}, or -1. */
  public static int find(Object hay, Object needle, int from, int to) {
    if (needle instanceof String n) {
      if (from > to || to - from < n.length()) {
        return -1;
      }
      if (hay instanceof String h) {
        if (n.length() >= LongSearch.MINIMUM) {
          return LongSearch.find(h, n, from, to);
        }
        return n.length() == 1 ? h.indexOf(n.charAt(0), from, to) : h.indexOf(n, from, to);
      }
    } else if (hay instanceof String) {
      return -1;
    }
    return find(PyStr.points(hay), PyStr.points(needle), from, to);
  }

  private static int find(int[] hay, int[] needle, int from, int to) {
    int n = needle.length;
    for (int i = from; i <= to - n; i++) {
      if (matches(hay, needle, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean matches(int[] hay, int[] needle, int at) {
    for (int k = 0; k < needle.length; k++) {
      if (hay[at + k] != needle[k]) {
        return false;
      }
    }
    return true;
  }

  /** The last place of {@code needle} within {@code [from, to)}, or -1. */
  public static int rfind(Object hay, Object needle, int from, int to) {
    int n = PyStr.length(needle);
    if (from > to || to - from < n) {
      return -1;
    }
    if (hay instanceof String h) {
      if (!(needle instanceof String s)) {
        return -1;
      }
      if (n >= LongSearch.MINIMUM) {
        return LongSearch.rfind(h, s, from, to);
      }
      int i = h.lastIndexOf(s, to - n);
      return i < from ? -1 : i;
    }
    int[] p = PyStr.points(hay);
    int[] q = PyStr.points(needle);
    for (int i = to - n; i >= from; i--) {
      if (matches(p, q, i)) {
        return i;
      }
    }
    return -1;
  }

  /** How often {@code needle} occurs in {@code [from, to)} without overlap, at most {@code max} times. */
  public static int count(Object hay, Object needle, int from, int to, int max) {
    int n = PyStr.length(needle);
    if (from > to) {
      return 0;
    }
    if (n == 0) {
      return Math.min(max, to - from + 1);
    }
    int count = 0;
    for (int i = from; count < max && (i = find(hay, needle, i, to)) >= 0; i += n) {
      count++;
    }
    return count;
  }

  /** {@code value.replace(old, with, max)}; all occurrences if {@code max} is negative. */
  public static Object replace(Object value, Object old, Object with, long max) {
    if (max == 0) {
      return value;
    }
    if (max < 0 && value instanceof String s && old instanceof String o && with instanceof String w && !o.isEmpty()
        && o.length() < LongSearch.MINIMUM) {
      return o.length() == 1 && w.length() == 1 ? s.replace(o.charAt(0), w.charAt(0)) : s.replace(o, w);
    }
    int limit = max < 0 || max > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) max;
    int n = PyStr.length(value);
    int oldLength = PyStr.length(old);
    if (oldLength == 0) {
      return interleave(value, with, n, limit);
    }
    int at = find(value, old, 0, n);
    if (at < 0) {
      return value;
    }
    StrBuilder out = new StrBuilder(n + 16);
    int from = 0;
    while (at >= 0 && limit-- > 0) {
      out.append(value, from, at).append(with);
      from = at + oldLength;
      at = find(value, old, from, n);
    }
    return out.append(value, from, n).build();
  }

  private static Object interleave(Object value, Object with, int n, int limit) {
    StrBuilder out = new StrBuilder(n * 2);
    int i = 0;
    for (; i <= n && i < limit; i++) {
      out.append(with);
      if (i < n) {
        out.point(PyStr.pointAt(value, i));
      }
    }
    return i < n ? out.append(value, i, n).build() : out.build();
  }

  static boolean startsAt(Object value, Object prefix, int at) {
    if (value instanceof String s) {
      return prefix instanceof String p && s.startsWith(p, at);
    }
    int[] p = PyStr.points(value);
    int[] q = PyStr.points(prefix);
    return at + q.length <= p.length && matches(p, q, at);
  }

  /** Whether {@code value[from:to]} starts (or ends) with {@code affix}. */
  static boolean hasAffix(Object value, Object affix, int from, int to, boolean atEnd) {
    int n = PyStr.length(affix);
    return to - from >= n && startsAt(value, affix, atEnd ? to - n : from);
  }

  // ---- methods

  private static Object text(Object o, String method, int argument) {
    if (o instanceof String) {
      return o;
    }
    if (!PyStr.isStr(o)) {
      throw Errors.typeError(method + "() argument" + (argument == 0 ? "" : " " + argument) + " must be str, not " + typeName(o));
    }
    return PyStr.value(o);
  }

  private static String typeName(Object o) {
    return o == Py.None ? "None" : Py.typeOf(o).name();
  }

  private static int find(Object self, Object sub, Object start, Object end, String method, boolean last) {
    Object needle = text(sub, method, 1);
    Object hay = PyStr.value(self);
    int n = PyStr.length(hay);
    int from = StrRange.start(start, n);
    int to = StrRange.end(end, n);
    return last ? rfind(hay, needle, from, to) : find(hay, needle, from, to);
  }

  @Method(value = "find(self, sub, start=<null>, end=<null>, /)",
      doc = "Return the lowest index in self[start:end] where the substring sub is found, or -1.")
  static long find(Object self, Object sub, Object start, Object end) {
    return find(self, sub, start, end, "find", false);
  }

  @Method(value = "rfind(self, sub, start=<null>, end=<null>, /)",
      doc = "Return the highest index in self[start:end] where the substring sub is found, or -1.")
  static long rfind(Object self, Object sub, Object start, Object end) {
    return find(self, sub, start, end, "rfind", true);
  }

  @Method(value = "index(self, sub, start=<null>, end=<null>, /)",
      doc = "Return the lowest index in self[start:end] where the substring sub is found; ValueError if it is not.")
  static long index(Object self, Object sub, Object start, Object end) {
    return found(find(self, sub, start, end, "index", false));
  }

  @Method(value = "rindex(self, sub, start=<null>, end=<null>, /)",
      doc = "Return the highest index in self[start:end] where the substring sub is found; ValueError if it is not.")
  static long rindex(Object self, Object sub, Object start, Object end) {
    return found(find(self, sub, start, end, "rindex", true));
  }

  private static int found(int i) {
    if (i < 0) {
      throw Errors.valueError("substring not found");
    }
    return i;
  }

  @Method(value = "count(self, sub, start=<null>, end=<null>, /)",
      doc = "Return the number of occurrences of the substring sub in self[start:end] that do not overlap.")
  static long count(Object self, Object sub, Object start, Object end) {
    Object needle = text(sub, "count", 1);
    Object hay = PyStr.value(self);
    int n = PyStr.length(hay);
    return count(hay, needle, StrRange.start(start, n), StrRange.end(end, n), Integer.MAX_VALUE);
  }

  @Method(value = "replace(self, old, new, /, count=-1)",
      doc = "Return a copy with occurrences of old replaced by new: all of them, or the first count.")
  static Object replace(Object self, Object old, Object with, Object count) {
    Object a = text(old, "replace", 1);
    Object b = text(with, "replace", 2);
    return replace(PyStr.value(self), a, b, count == null ? -1 : dev.tuff.engine.core.Convert.toLong(count));
  }

  @Method(value = "startswith(self, prefix, start=<null>, end=<null>, /)",
      doc = "Return True if self[start:end] starts with prefix, or with one of a tuple of them.")
  static boolean startswith(Object self, Object prefix, Object start, Object end) {
    if (start == null && self instanceof String s && prefix instanceof String p) {
      return s.startsWith(p);
    }
    return hasAffix(self, prefix, start, end, "startswith", false);
  }

  @Method(value = "endswith(self, suffix, start=<null>, end=<null>, /)",
      doc = "Return True if self[start:end] ends with suffix, or with one of a tuple of them.")
  static boolean endswith(Object self, Object suffix, Object start, Object end) {
    if (start == null && self instanceof String s && suffix instanceof String p) {
      return s.endsWith(p);
    }
    return hasAffix(self, suffix, start, end, "endswith", true);
  }

  private static boolean hasAffix(Object self, Object affix, Object start, Object end, String method, boolean atEnd) {
    Object v = PyStr.value(self);
    int n = PyStr.length(v);
    int from = StrRange.start(start, n);
    int to = StrRange.end(end, n);
    if (affix instanceof PyTuple t) {
      for (Object item : t.array()) {
        if (!PyStr.isStr(item)) {
          throw Errors.typeError("tuple for " + method + " must only contain str, not " + Py.typeOf(item).name());
        }
        if (hasAffix(v, PyStr.value(item), from, to, atEnd)) {
          return true;
        }
      }
      return false;
    }
    if (!PyStr.isStr(affix)) {
      throw Errors.typeError(method + " first arg must be str or a tuple of str, not " + Py.typeOf(affix).name());
    }
    return hasAffix(v, PyStr.value(affix), from, to, atEnd);
  }

  @Method(value = "removeprefix(self, prefix, /)", doc = "Return self without prefix if it starts with it, else a copy of self.")
  static Object removeprefix(Object self, Object prefix) {
    Object p = text(prefix, "removeprefix", 0);
    Object v = PyStr.value(self);
    return startsAt(v, p, 0) ? PyStr.slice(v, PyStr.length(p), PyStr.length(v)) : v;
  }

  @Method(value = "removesuffix(self, suffix, /)", doc = "Return self without suffix if it ends with it, else a copy of self.")
  static Object removesuffix(Object self, Object suffix) {
    Object p = text(suffix, "removesuffix", 0);
    Object v = PyStr.value(self);
    int n = PyStr.length(v);
    return hasAffix(v, p, 0, n, true) ? PyStr.slice(v, 0, n - PyStr.length(p)) : v;
  }

  @Method(value = "partition(self, sep, /)",
      doc = "Return the part before the first sep, sep itself, and the part after it; self and two empty strings if sep is not found.")
  public static Object partition(Object self, Object sep) {
    Object s = separator(sep);
    Object v = PyStr.value(self);
    int n = PyStr.length(v);
    int i = find(v, s, 0, n);
    return i < 0
        ? PyTuple.of(v, "", "")
        : PyTuple.of(PyStr.slice(v, 0, i), s, PyStr.slice(v, i + PyStr.length(s), n));
  }

  @Method(value = "rpartition(self, sep, /)",
      doc = "Return the part before the last sep, sep itself, and the part after it; two empty strings and self if sep is not found.")
  static Object rpartition(Object self, Object sep) {
    Object s = separator(sep);
    Object v = PyStr.value(self);
    int n = PyStr.length(v);
    int i = rfind(v, s, 0, n);
    return i < 0
        ? PyTuple.of("", "", v)
        : PyTuple.of(PyStr.slice(v, 0, i), s, PyStr.slice(v, i + PyStr.length(s), n));
  }

  private static Object separator(Object sep) {
    if (!PyStr.isStr(sep)) {
      throw Errors.typeError("must be str, not " + Py.typeOf(sep).name());
    }
    if (PyStr.length(sep) == 0) {
      throw emptySeparator();
    }
    return PyStr.value(sep);
  }

  static PyException emptySeparator() {
    return Errors.valueError("empty separator");
  }
}
