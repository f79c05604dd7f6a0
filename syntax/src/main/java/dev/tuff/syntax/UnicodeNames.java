package dev.tuff.syntax;

import java.text.Normalizer;

/** Which characters beyond ASCII may stand in names (PEP 3131), and what {@code \N{...}} means. */
final class UnicodeNames {
  private UnicodeNames() {}

  /** XID_Start: may start a name, and so does its form in NFKC. */
  static boolean isXidStart(int c) {
    if (!Character.isUnicodeIdentifierStart(c)) {
      return false;
    }
    String normal = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
    int first = normal.codePointAt(0);
    return Character.isUnicodeIdentifierStart(first) && allContinue(normal);
  }

  static boolean isXidContinue(int c) {
    return isContinue(c) && allContinue(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
  }

  private static boolean allContinue(String s) {
    for (int i = 0; i < s.length(); i += Character.charCount(s.codePointAt(i))) {
      if (!isContinue(s.codePointAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isContinue(int c) {
    return Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
  }

  /** Python's {@code str.isprintable} for one character. */
  static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED, Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }

  /** The character that a Unicode name or alias stands for, or -1. */
  static int lookup(String name) {
    try {
      return Character.codePointOf(name);
    } catch (IllegalArgumentException e) {
      return -1;
    }
  }
}
