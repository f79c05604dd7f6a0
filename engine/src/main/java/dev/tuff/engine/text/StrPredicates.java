package dev.tuff.engine.text;

import dev.tuff.engine.expose.Method;

/** The {@code is…} methods of str, and the classes of characters behind them. */
public final class StrPredicates {
  private StrPredicates() {}

  // ---- one character

  /** Bidirectional type WS, B or S, or category Zs. */
  public static boolean isSpace(int c) {
    if (c < 128) {
      return c == ' ' || c >= '\t' && c <= '\r' || c >= 0x1C && c <= 0x1F;
    }
    return c == 0x85 || c == 0xA0 || c == 0x1680 || c >= 0x2000 && c <= 0x200A || c == 0x2028 || c == 0x2029 || c == 0x202F
        || c == 0x205F || c == 0x3000;
  }

  /** Anything but a separator (the blank excepted), control, format, surrogate, private or unassigned character. */
  public static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED, Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }

  static boolean isDecimal(int c) {
    return c < 128 ? c >= '0' && c <= '9' : Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
  }

  static boolean isDigit(int c) {
    return c < 128 ? c >= '0' && c <= '9' : isDecimal(c) || UnicodeNumbers.digit(c) >= 0;
  }

  static boolean isNumeric(int c) {
    return c < 128 ? c >= '0' && c <= '9' : isDecimal(c) || UnicodeNumbers.isNumeric(c);
  }

  static boolean isTitle(int c) {
    return Character.getType(c) == Character.TITLECASE_LETTER;
  }

  static boolean isCased(int c) {
    return Character.isLowerCase(c) || Character.isUpperCase(c) || isTitle(c);
  }

  // ---- methods

  @Method(value = "isascii(self, /)", doc = "Return True if all characters are ASCII.")
  static boolean isascii(Object self) {
    return PyStr.value(self) instanceof String s && StrRepr.widthOf(s) == 0;
  }

  @Method(value = "islower(self, /)", doc = "Return True if there are cased characters and all of them are lower case.")
  static boolean islower(Object self) {
    Object v = PyStr.value(self);
    boolean cased = false;
    for (int i = 0, n = PyStr.length(v); i < n; i++) {
      int c = PyStr.pointAt(v, i);
      if (Character.isUpperCase(c) || isTitle(c)) {
        return false;
      }
      cased |= Character.isLowerCase(c);
    }
    return cased;
  }

  @Method(value = "isupper(self, /)", doc = "Return True if there are cased characters and all of them are upper case.")
  static boolean isupper(Object self) {
    Object v = PyStr.value(self);
    boolean cased = false;
    for (int i = 0, n = PyStr.length(v); i < n; i++) {
      int c = PyStr.pointAt(v, i);
      if (Character.isLowerCase(c) || isTitle(c)) {
        return false;
      }
      cased |= Character.isUpperCase(c);
    }
    return cased;
  }

  @Method(value = "istitle(self, /)",
      doc = "Return True if upper case and title case characters follow only uncased ones, lower case ones only cased ones.")
  static boolean istitle(Object self) {
    Object v = PyStr.value(self);
    boolean cased = false;
    boolean previous = false;
    for (int i = 0, n = PyStr.length(v); i < n; i++) {
      int c = PyStr.pointAt(v, i);
      if (Character.isUpperCase(c) || isTitle(c)) {
        if (previous) {
          return false;
        }
        previous = cased = true;
      } else if (Character.isLowerCase(c)) {
        if (!previous) {
          return false;
        }
        cased = true;
      } else {
        previous = false;
      }
    }
    return cased;
  }

  private static final int SPACE = 0;
  private static final int DECIMAL = 1;
  private static final int DIGIT = 2;
  private static final int NUMERIC = 3;
  private static final int ALPHA = 4;
  private static final int ALNUM = 5;

  private static boolean test(int which, int c) {
    return switch (which) {
      case SPACE -> isSpace(c);
      case DECIMAL -> isDecimal(c);
      case DIGIT -> isDigit(c);
      case NUMERIC -> isNumeric(c);
      case ALPHA -> Character.isLetter(c);
      default -> Character.isLetter(c) || isNumeric(c);
    };
  }

  private static boolean all(Object self, int which) {
    Object v = PyStr.value(self);
    int n = PyStr.length(v);
    for (int i = 0; i < n; i++) {
      if (!test(which, PyStr.pointAt(v, i))) {
        return false;
      }
    }
    return n > 0;
  }

  @Method(value = "isspace(self, /)", doc = "Return True if there are characters and all are whitespace.")
  public static boolean isspace(Object self) {
    return all(self, SPACE);
  }

  @Method(value = "isdecimal(self, /)", doc = "Return True if there are characters and all are decimal digits.")
  static boolean isdecimal(Object self) {
    return all(self, DECIMAL);
  }

  @Method(value = "isdigit(self, /)", doc = "Return True if there are characters and all are digits.")
  public static boolean isdigit(Object self) {
    return all(self, DIGIT);
  }

  @Method(value = "isnumeric(self, /)", doc = "Return True if there are characters and all are numeric.")
  static boolean isnumeric(Object self) {
    return all(self, NUMERIC);
  }

  @Method(value = "isalpha(self, /)", doc = "Return True if there are characters and all are letters.")
  public static boolean isalpha(Object self) {
    return all(self, ALPHA);
  }

  @Method(value = "isalnum(self, /)", doc = "Return True if there are characters and all are letters or numeric.")
  public static boolean isalnum(Object self) {
    return all(self, ALNUM);
  }

  @Method(value = "isprintable(self, /)", doc = "Return True if repr() would escape no character; also if there are none.")
  static boolean isprintable(Object self) {
    Object v = PyStr.value(self);
    for (int i = 0, n = PyStr.length(v); i < n; i++) {
      if (!isPrintable(PyStr.pointAt(v, i))) {
        return false;
      }
    }
    return true;
  }

  @Method(value = "isidentifier(self, /)", doc = "Return True if the text has the form of a name; reserved words have it too.")
  static boolean isidentifier(Object self) {
    return isIdentifier(PyStr.value(self));
  }

  static boolean isIdentifier(Object value) {
    int n = PyStr.length(value);
    for (int i = 0; i < n; i++) {
      int c = PyStr.pointAt(value, i);
      boolean ok = c < 128
          ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || i > 0 && c >= '0' && c <= '9'
          : i == 0 ? dev.tuff.syntax.UnicodeNames.isXidStart(c) : dev.tuff.syntax.UnicodeNames.isXidContinue(c);
      if (!ok) {
        return false;
      }
    }
    return n > 0;
  }
}
