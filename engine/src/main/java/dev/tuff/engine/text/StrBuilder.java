package dev.tuff.engine.text;

import java.util.Arrays;

/**
 * Builds a str piece by piece: a {@code StringBuilder} until the first character beyond the basic plane or lone surrogate comes, an array
 * of code points from then on.
 */
public final class StrBuilder {
  private StringBuilder narrow;
  private int[] wide;
  private int size;

  public StrBuilder() {
    this(32);
  }

  public StrBuilder(int capacity) {
    narrow = new StringBuilder(capacity);
  }

  /** Appends one code point. */
  public StrBuilder point(int c) {
    if (narrow != null) {
      if (c <= 0xFFFF && !Character.isSurrogate((char) c)) {
        narrow.append((char) c);
        return this;
      }
      widen(1);
    }
    if (size == wide.length) {
      wide = Arrays.copyOf(wide, size * 2 + 8);
    }
    wide[size++] = c;
    return this;
  }

  /** Appends Java text without surrogates. */
  public StrBuilder text(String s) {
    if (narrow != null) {
      narrow.append(s);
    } else {
      reserve(s.length());
      for (int i = 0; i < s.length(); i++) {
        wide[size++] = s.charAt(i);
      }
    }
    return this;
  }

  /** Appends an int in decimal. */
  public StrBuilder number(long v) {
    if (narrow == null) {
      return text(Long.toString(v));
    }
    narrow.append(v);
    return this;
  }

  /** Appends Java text in UTF-16. */
  public StrBuilder utf16(String s) {
    if (narrow != null && !PyWideStr.needed(s)) {
      narrow.append(s);
      return this;
    }
    for (int i = 0, c; i < s.length(); i += Character.charCount(c)) {
      c = s.codePointAt(i);
      point(c);
    }
    return this;
  }

  /** Appends a str of any class. */
  public StrBuilder append(Object str) {
    Object v = PyStr.value(str);
    if (v instanceof String s) {
      return text(s);
    }
    int[] p = ((PyWideStr) v).points();
    return points(p, 0, p.length);
  }

  /** Appends characters {@code [from, to)} of a plain value. */
  public StrBuilder append(Object value, int from, int to) {
    if (value instanceof String s) {
      if (narrow != null) {
        narrow.append(s, from, to);
      } else {
        text(s.substring(from, to));
      }
      return this;
    }
    return points(((PyWideStr) value).points(), from, to);
  }

  private StrBuilder points(int[] p, int from, int to) {
    if (narrow != null) {
      widen(to - from);
    }
    reserve(to - from);
    System.arraycopy(p, from, wide, size, to - from);
    size += to - from;
    return this;
  }

  /** Appends {@code n} times the code point {@code c}. */
  public StrBuilder repeat(int c, int n) {
    if (narrow != null && c < Character.MIN_SURROGATE) {
      narrow.repeat(c, Math.max(n, 0));
      return this;
    }
    for (int i = 0; i < n; i++) {
      point(c);
    }
    return this;
  }

  private void reserve(int n) {
    if (size + n > wide.length) {
      wide = Arrays.copyOf(wide, Math.max(size + n, size * 2));
    }
  }

  private void widen(int more) {
    size = narrow.length();
    wide = new int[size + more + 16];
    for (int i = 0; i < size; i++) {
      wide[i] = narrow.charAt(i);
    }
    narrow = null;
  }

  /** Code points so far. */
  public int length() {
    return narrow != null ? narrow.length() : size;
  }

  /** Drops all but the first {@code n} code points. */
  public void truncate(int n) {
    if (narrow != null) {
      narrow.setLength(n);
    } else {
      size = n;
    }
  }

  /** The str built. */
  public Object build() {
    if (narrow != null) {
      return narrow.length() == 1 ? PyStr.ofPoint(narrow.charAt(0)) : narrow.toString();
    }
    // a slice of a wide text may have lost what made it wide
    return PyWideStr.of(Arrays.copyOf(wide, size));
  }
}
