package dev.tuff.engine.text;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Method;
import java.util.Collections;

/** Methods of str that take text apart or put it together: split, rsplit, splitlines, strip and their kin, join. */
public final class StrSplit {
  private StrSplit() {}

  // ---- split

  @Method(value = "split(self, /, sep=None, maxsplit=-1)",
      doc = "Return the parts between occurrences of sep, or between runs of whitespace; at most maxsplit splits, from the left.")
  static Object split(Object self, Object sep, long maxsplit) {
    Object v = PyStr.value(self);
    int max = maxsplit < 0 || maxsplit > Integer.MAX_VALUE - 1 ? Integer.MAX_VALUE : (int) maxsplit;
    if (sep == Py.None) {
      return v instanceof String s ? splitBlanks(s, max) : splitBlanks(v, max);
    }
    return split(v, separator(sep), max);
  }

  private static Object separator(Object sep) {
    if (!PyStr.isStr(sep)) {
      throw Errors.typeError("must be str or None, not " + Py.typeOf(sep).name());
    }
    if (PyStr.length(sep) == 0) {
      throw StrSearch.emptySeparator();
    }
    return PyStr.value(sep);
  }

  /** The parts of one plain value between occurrences of another, which is not empty. */
  public static PyList split(Object v, Object sep, int max) {
    PyList out = new PyList();
    int n = PyStr.length(v);
    int width = PyStr.length(sep);
    int from = 0;
    for (int at; max-- > 0 && (at = StrSearch.find(v, sep, from, n)) >= 0; from = at + width) {
      out.add(PyStr.slice(v, from, at));
    }
    out.add(from == 0 ? v : PyStr.slice(v, from, n));
    return out;
  }

  public static PyList splitBlanks(String s, int max) {
    PyList out = new PyList();
    int n = s.length();
    int i = 0;
    while (true) {
      while (i < n && StrPredicates.isSpace(s.charAt(i))) {
        i++;
      }
      if (i == n) {
        return out;
      }
      if (max-- <= 0) {
        // blanks at the end stay
        out.add(PyStr.slice(s, i, n));
        return out;
      }
      int from = i;
      for (char c; i < n && ((c = s.charAt(i)) > ' ' && c < 0x80 || !StrPredicates.isSpace(c)); ) {
        i++;
      }
      out.add(PyStr.slice(s, from, i));
    }
  }

  private static PyList splitBlanks(Object v, int max) {
    PyList out = new PyList();
    int[] p = PyStr.points(v);
    int n = p.length;
    int i = 0;
    while (true) {
      while (i < n && StrPredicates.isSpace(p[i])) {
        i++;
      }
      if (i == n) {
        return out;
      }
      int from = i;
      if (max-- <= 0) {
        out.add(PyStr.slice(v, from, n));
        return out;
      }
      while (i < n && !StrPredicates.isSpace(p[i])) {
        i++;
      }
      out.add(PyStr.slice(v, from, i));
    }
  }

  @Method(value = "rsplit(self, /, sep=None, maxsplit=-1)",
      doc = "Return the parts between occurrences of sep, or between runs of whitespace; at most maxsplit splits, from the right.")
  static Object rsplit(Object self, Object sep, long maxsplit) {
    Object v = PyStr.value(self);
    PyList out = new PyList();
    int max = maxsplit < 0 || maxsplit > Integer.MAX_VALUE - 1 ? Integer.MAX_VALUE : (int) maxsplit;
    if (sep == Py.None) {
      rsplitBlanks(v, max, out);
    } else {
      Object s = separator(sep);
      int width = PyStr.length(s);
      int to = PyStr.length(v);
      for (int at; max-- > 0 && (at = StrSearch.rfind(v, s, 0, to)) >= 0; to = at) {
        out.add(PyStr.slice(v, at + width, to));
      }
      out.add(PyStr.slice(v, 0, to));
    }
    return reversed(out);
  }

  private static PyList reversed(PyList list) {
    Object[] a = list.toArray();
    Collections.reverse(java.util.Arrays.asList(a));
    return PyList.of(a);
  }

  private static void rsplitBlanks(Object v, int max, PyList out) {
    int i = PyStr.length(v);
    while (true) {
      while (i > 0 && StrPredicates.isSpace(PyStr.pointAt(v, i - 1))) {
        i--;
      }
      if (i == 0) {
        return;
      }
      if (max-- <= 0) {
        // blanks at the start stay
        out.add(PyStr.slice(v, 0, i));
        return;
      }
      int to = i;
      while (i > 0 && !StrPredicates.isSpace(PyStr.pointAt(v, i - 1))) {
        i--;
      }
      out.add(PyStr.slice(v, i, to));
    }
  }

  /** The characters at which {@code splitlines} ends a line. */
  static boolean isLineBreak(int c) {
    return c < 0x20 ? c >= '\n' && c <= '\r' || c >= 0x1C && c <= 0x1E : c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  @Method(value = "splitlines(self, /, keepends=False)", doc = "Return the lines of the text, without their ends unless keepends is true.")
  static Object splitlines(Object self, boolean keepends) {
    Object v = PyStr.value(self);
    PyList out = new PyList();
    int n = PyStr.length(v);
    for (int i = 0; i < n; ) {
      int from = i;
      while (i < n && !isLineBreak(PyStr.pointAt(v, i))) {
        i++;
      }
      int end = i;
      if (i < n) {
        i += PyStr.pointAt(v, i) == '\r' && i + 1 < n && PyStr.pointAt(v, i + 1) == '\n' ? 2 : 1;
      }
      out.add(PyStr.slice(v, from, keepends ? i : end));
    }
    return out;
  }

  // ---- strip

  @Method(value = "strip(self, chars=None, /)", doc = "Return a copy without whitespace, or without the characters chars, at both ends.")
  public static Object strip(Object self, Object chars) {
    return strip(PyStr.value(self), chars, "strip", true, true);
  }

  @Method(value = "lstrip(self, chars=None, /)", doc = "Return a copy without whitespace, or without the characters chars, at the start.")
  static Object lstrip(Object self, Object chars) {
    return strip(PyStr.value(self), chars, "lstrip", true, false);
  }

  @Method(value = "rstrip(self, chars=None, /)", doc = "Return a copy without whitespace, or without the characters chars, at the end.")
  static Object rstrip(Object self, Object chars) {
    return strip(PyStr.value(self), chars, "rstrip", false, true);
  }

  /** {@code chars} null or None: whitespace. */
  private static Object strip(Object v, Object chars, String method, boolean left, boolean right) {
    if (chars == null || chars == Py.None) {
      chars = null;
    } else if (!PyStr.isStr(chars)) {
      throw Errors.typeError(method + " arg must be None or str");
    } else {
      chars = PyStr.value(chars);
    }
    int n = PyStr.length(v);
    int from = 0;
    int to = n;
    while (left && from < to && strips(PyStr.pointAt(v, from), chars)) {
      from++;
    }
    while (right && from < to && strips(PyStr.pointAt(v, to - 1), chars)) {
      to--;
    }
    return from == 0 && to == n ? v : PyStr.slice(v, from, to);
  }

  private static boolean strips(int c, Object chars) {
    if (chars == null) {
      return StrPredicates.isSpace(c);
    }
    if (chars instanceof String s) {
      return c <= 0xFFFF && s.indexOf(c) >= 0;
    }
    for (int d : ((PyWideStr) chars).points()) {
      if (c == d) {
        return true;
      }
    }
    return false;
  }

  // ---- join

  @Method(value = "join(self, iterable, /)", doc = "Return the strings of the iterable put together with this string between them.")
  static Object join(Object self, Object iterable) {
    Object[] parts;
    if (iterable instanceof PyList l && l.type() == PyList.TYPE) {
      parts = l.toArray();
    } else {
      try {
        parts = Iteration.toArray(iterable);
      } catch (PyException e) {
        if (e.is(Exceptions.TypeError) && Py.typeOf(iterable).slot(dev.tuff.engine.core.Special.ITER) == null
            && Py.typeOf(iterable).slot(dev.tuff.engine.core.Special.GETITEM) == null) {
          throw Errors.typeError("can only join an iterable");
        }
        throw e;
      }
    }
    return join(PyStr.value(self), parts, parts.length);
  }

  /** The first {@code n} of {@code parts}, which must be strs of any class, with the plain value {@code sep} between them. */
  public static Object join(Object sep, Object[] parts, int n) {
    if (n == 0) {
      return "";
    }
    boolean narrow = sep instanceof String;
    long size = (long) PyStr.length(sep) * (n - 1);
    for (int i = 0; i < n; i++) {
      Object p = parts[i];
      if (p instanceof String s) {
        size += s.length();
      } else if (PyStr.isStr(p)) {
        narrow &= PyStr.value(p) instanceof String;
        size += PyStr.length(p);
      } else {
        throw Errors.typeError("sequence item " + i + ": expected str instance, " + Py.typeOf(p).name() + " found");
      }
    }
    if (n == 1) {
      return PyStr.value(parts[0]);
    }
    if (size > Integer.MAX_VALUE - 16) {
      throw Errors.memoryError();
    }
    if (narrow) {
      return joinNarrow((String) sep, parts, n);
    }
    StrBuilder out = new StrBuilder((int) size);
    out.append(parts[0]);
    for (int i = 1; i < n; i++) {
      out.append(sep).append(parts[i]);
    }
    return out.build();
  }

  /** As {@link #join(Object, Object[], int)}; null if a part is no str without astral characters, or the result would be too long. */
  public static Object joinPlain(String sep, Object[] parts, int n) {
    String[] strings = new String[n];
    long size = (long) sep.length() * n;
    for (int i = 0; i < n; i++) {
      if (!(parts[i] instanceof String s)) {
        return null;
      }
      size += s.length();
      strings[i] = s;
    }
    return size > Integer.MAX_VALUE - 16 ? null : n == 1 ? strings[0] : String.join(sep, strings);
  }

  private static Object joinNarrow(String sep, Object[] parts, int n) {
    String[] strings = new String[n];
    for (int i = 0; i < n; i++) {
      strings[i] = (String) PyStr.value(parts[i]);
    }
    // allocates the result once, at its size
    return String.join(sep, strings);
  }

  /** What BUILD_STRING makes of strs: their concatenation. */
  public static Object concatenate(Object[] parts) {
    return parts.length == 1 ? PyStr.value(parts[0]) : join("", parts, parts.length);
  }
}
