package dev.tuff.stdlib.io;

import dev.tuff.engine.core.Py;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.text.PyWideStr;
import java.util.Arrays;

/** Parts of str values (a Java String, or a wide str of code points), indexed by character as Python does. */
final class Chars {
  private Chars() {}

  /** Whether {@code o} is a str of any class. */
  static boolean isStr(Object o) {
    return o instanceof String || PyStr.isStr(o);
  }

  static int length(Object v) {
    return v instanceof String s ? s.length() : ((PyWideStr) v).length();
  }

  static Object slice(Object v, int from, int to) {
    if (v instanceof String s) {
      return s.substring(from, to);
    }
    return from == 0 && to == length(v) ? v : PyWideStr.of(Arrays.copyOfRange(((PyWideStr) v).points(), from, to));
  }

  /** The first {@code c} in {@code v[from..to)}, or -1. */
  static int indexOf(Object v, char c, int from, int to) {
    if (v instanceof String s) {
      return s.indexOf(c, from, to);
    }
    int[] p = ((PyWideStr) v).points();
    for (int i = from; i < to; i++) {
      if (p[i] == c) {
        return i;
      }
    }
    return -1;
  }

  static int at(Object v, int i) {
    return v instanceof String s ? s.charAt(i) : ((PyWideStr) v).codePointAt(i);
  }

  static Object concat(Object a, Object b) {
    if (a instanceof String x && b instanceof String y) {
      return x.isEmpty() ? y : y.isEmpty() ? x : x.concat(y);
    }
    int[] p = Arrays.copyOf(points(a), length(a) + length(b));
    System.arraycopy(points(b), 0, p, length(a), length(b));
    return PyWideStr.of(p);
  }

  private static int[] points(Object v) {
    return v instanceof String s ? s.chars().toArray() : ((PyWideStr) v).points();
  }

  /** {@code v.replace(old, text)} for one ASCII character. */
  static Object replace(Object v, char old, String text) {
    if (indexOf(v, old, 0, length(v)) < 0) {
      return v;
    }
    if (v instanceof String s) {
      return s.replace(String.valueOf(old), text);
    }
    StringJoin join = new StringJoin();
    int from = 0;
    for (int at; (at = indexOf(v, old, from, length(v))) >= 0; from = at + 1) {
      join.add(slice(v, from, at));
      join.add(text);
    }
    join.add(slice(v, from, length(v)));
    return join.value();
  }

  /** With {@code \r\n} and {@code \r} as {@code \n}. */
  static Object universal(Object v) {
    int n = length(v);
    if (indexOf(v, '\r', 0, n) < 0) {
      return v;
    }
    if (v instanceof String s) {
      return s.replace("\r\n", "\n").replace('\r', '\n');
    }
    int[] p = ((PyWideStr) v).points();
    int[] out = new int[n];
    int k = 0;
    for (int i = 0; i < n; i++) {
      if (p[i] == '\r') {
        out[k++] = '\n';
        if (i + 1 < n && p[i + 1] == '\n') {
          i++;
        }
      } else {
        out[k++] = p[i];
      }
    }
    return PyWideStr.of(Arrays.copyOf(out, k));
  }

  /** Pieces of text put together. */
  static final class StringJoin {
    private final StringBuilder narrow = new StringBuilder();
    private Object before;

    void add(Object v) {
      if (v instanceof String s) {
        narrow.append(s);
      } else {
        Object head = flush();
        before = head == null ? v : concat(head, v);
      }
    }

    private Object flush() {
      if (narrow.isEmpty()) {
        return before;
      }
      String s = narrow.toString();
      narrow.setLength(0);
      return before == null ? s : concat(before, s);
    }

    Object value() {
      Object v = flush();
      before = v;
      return v == null ? "" : v;
    }
  }

  /** A new str object of UTF-16 text. */
  static Object of(String s) {
    return Py.str(s);
  }
}
