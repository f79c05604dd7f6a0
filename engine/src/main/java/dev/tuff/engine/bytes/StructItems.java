package dev.tuff.engine.bytes;

/** What can be told of a format string of several values without unpacking it. */
final class StructItems {
  private StructItems() {}

  /** Whether items of this format are equal exactly if their bytes are: no floats (NaN, zeros), no padding. */
  static boolean comparable(String format) {
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if ("bBhHiIlLqQnNscw".indexOf(c) < 0 && !(c >= '0' && c <= '9') && "@=<>!".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
