package dev.tuff.stdlib.json;

import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.text.PyWideStr;

/** A str as the scanner reads it: characters by index, whichever way the str is stored. */
final class JsonText {
  /** The Python object. */
  final Object str;
  final int length;
  private final Object value;
  private final String narrow;
  private final int[] wide;

  /** Where what was scanned last ended. */
  int end;

  JsonText(Object str) {
    this.str = str;
    value = PyStr.value(str);
    narrow = value instanceof String s ? s : null;
    wide = value instanceof PyWideStr w ? w.points() : null;
    length = narrow != null ? narrow.length() : wide.length;
  }

  int at(int i) {
    return narrow != null ? narrow.charAt(i) : wide[i];
  }

  /** Where a string literal that goes on at {@code i} has its first character that is not plain: a quote, backslash or control character. */
  int plainUntil(int i) {
    String s = narrow;
    if (s != null) {
      for (int n = s.length(); i < n; i++) {
        char c = s.charAt(i);
        if (c < ' ' || c == '"' || c == '\\') {
          break;
        }
      }
      return i;
    }
    while (i < length && wide[i] >= ' ' && wide[i] != '"' && wide[i] != '\\') {
      i++;
    }
    return i;
  }

  /** A hash of {@code slice(from, to)} of a narrow text. */
  int hash(int from, int to) {
    String s = narrow;
    int h = 0;
    for (int i = from; i < to; i++) {
      h = 31 * h + s.charAt(i);
    }
    return h;
  }

  boolean isNarrow() {
    return narrow != null;
  }

  /** Whether {@code s} stands at {@code [from, to)} of a narrow text. */
  boolean isAt(String s, int from, int to) {
    return s.length() == to - from && narrow.startsWith(s, from);
  }

  Object slice(int from, int to) {
    return narrow != null ? narrow.substring(from, to) : PyStr.slice(value, from, to);
  }

  /** Text that is known to be ASCII. */
  String ascii(int from, int to) {
    return narrow != null ? narrow.substring(from, to) : new String(wide, from, to - from);
  }

  boolean matches(String s, int at) {
    if (at + s.length() > length) {
      return false;
    }
    for (int i = 0; i < s.length(); i++) {
      if (at(at + i) != s.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  int skipSpace(int i) {
    while (i < length) {
      int c = at(i);
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        break;
      }
      i++;
    }
    return i;
  }

}
