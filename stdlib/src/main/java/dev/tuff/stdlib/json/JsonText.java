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
