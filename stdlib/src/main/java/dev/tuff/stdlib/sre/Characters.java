package dev.tuff.stdlib.sre;

/** What regular expressions ask of a character: its category, its cases. The locale is C's. */
final class Characters {
  private Characters() {}

  /** Whether {@code c} is in category {@code category}, a number of re._constants.CHCODES. */
  static boolean inCategory(int category, int c) {
    // ORDER: CHCODES, in pairs of a category and its negation
    boolean r = switch (category >> 1) {
      case 0 -> c >= '0' && c <= '9';
      case 1 -> c == ' ' || c >= 9 && c <= 13;
      case 2, 4 -> isAsciiWord(c);
      case 3 -> c == '\n';
      case 5 -> c < 128 ? c >= '0' && c <= '9' : Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
      case 6 -> isSpace(c);
      case 7 -> isWord(c);
      case 8 -> isLineBreak(c);
      default -> throw new IllegalArgumentException("category " + category);
    };
    return r == ((category & 1) == 0);
  }

  static boolean isAsciiWord(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }

  static boolean isWord(int c) {
    if (c < 128) {
      return isAsciiWord(c);
    }
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER, Character.LOWERCASE_LETTER, Character.TITLECASE_LETTER, Character.MODIFIER_LETTER,
          Character.OTHER_LETTER, Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> false;
    };
  }

  /** {@code str.isspace} of one character. */
  static boolean isSpace(int c) {
    if (c < 256) {
      return c == ' ' || c >= 9 && c <= 13 || c >= 28 && c <= 31 || c == 0x85 || c == 0xA0;
    }
    return c == 0x1680 || c >= 0x2000 && c <= 0x200A || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
  }

  static boolean isLineBreak(int c) {
    return c >= 10 && c <= 13 || c >= 28 && c <= 30 || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  static int asciiLower(int c) {
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
  }

  static int asciiUpper(int c) {
    return c >= 'a' && c <= 'z' ? c - 32 : c;
  }

  static int lower(int c) {
    return c < 128 ? asciiLower(c) : Character.toLowerCase(c);
  }

  /** The first character of the upper case, which may have several. */
  static int upper(int c) {
    return c < 128 ? asciiUpper(c) : Character.toString(c).toUpperCase(java.util.Locale.ROOT).codePointAt(0);
  }

  static boolean asciiCased(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  static boolean cased(int c) {
    int l = lower(c);
    return c != l || c != upper(c);
  }
}
