package dev.tuff.engine.text;

import dev.tuff.engine.core.PyObject;

/** A str with characters beyond the basic plane or with lone surrogates: an array of code points. */
public final class PyWideStr extends PyObject {
  private final int[] points;
  private String utf16;

  private PyWideStr(int[] points) {
    super(PyStr.TYPE);
    this.points = points;
  }

  /** Whether text must be wide: it has a surrogate code unit. */
  public static boolean needed(String s) {
    // most text has nothing so high, and HotSpot makes this loop one without branches
    int all = 0;
    for (int i = 0; i < s.length(); i++) {
      all |= s.charAt(i);
    }
    return all >= Character.MIN_SURROGATE && hasSurrogate(s);
  }

  private static boolean hasSurrogate(String s) {
    for (int i = 0; i < s.length(); i++) {
      if (Character.isSurrogate(s.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** From UTF-16 that has a surrogate; a lone one stands for itself. */
  public static PyWideStr of(String s) {
    return new PyWideStr(s.codePoints().toArray());
  }

  /** The str of these code points, wide only if it must be. Keeps the array. */
  public static Object of(int[] points) {
    for (int c : points) {
      if (c > 0xFFFF || c >= 0xD800 && c <= 0xDFFF) {
        return new PyWideStr(points);
      }
    }
    return new String(points, 0, points.length);
  }

  public int length() {
    return points.length;
  }

  public int codePointAt(int i) {
    return points[i];
  }

  /** The code points themselves: not to be written to. */
  public int[] points() {
    return points;
  }

  /** Whether {@link #toString} is reversible: no lone high surrogate comes before a low one. */
  public boolean isUtf16() {
    for (int i = 1; i < points.length; i++) {
      if (points[i] >= 0xDC00 && points[i] <= 0xDFFF && points[i - 1] >= 0xD800 && points[i - 1] <= 0xDBFF) {
        return false;
      }
    }
    return true;
  }

  /** As Java's UTF-16. Not reversible where a lone high surrogate is followed by a lone low one. */
  @Override
  public String toString() {
    if (utf16 == null) {
      utf16 = new String(points, 0, points.length);
    }
    return utf16;
  }
}
