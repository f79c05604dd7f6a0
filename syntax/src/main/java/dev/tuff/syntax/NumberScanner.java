package dev.tuff.syntax;

import dev.tuff.syntax.SyntaxError.Kind;

/**
 * Finds the end of a numeric literal and rejects what only looks like one. Python wants a sign of separation after a number: a
 * keyword that may follow gets a warning ({@code 1if x else y}), any other letter is an error.
 */
abstract class NumberScanner extends CharCursor {
  NumberScanner(String source, String filename, boolean addNewline, boolean extra) {
    super(source, filename, addNewline, extra);
  }

  /** Scans the number that starts at {@code start}, a digit or a point before one; false if it is wrong. */
  final boolean number(int start) {
    int c = text[start];
    at = start + 1;
    if (c == '.') {
      return fraction();
    }
    if (c == '0') {
      return zero(start);
    }
    // The plain small integer, by far the most frequent.
    while (isDigit(text[at])) {
      at++;
    }
    c = text[at];
    if (c == '_' && !digits()) {
      return false;
    }
    return afterInteger();
  }

  private boolean zero(int start) {
    switch (text[at]) {
      case 'x', 'X' -> {
        at++;
        return radix(16, "hexadecimal");
      }
      case 'o', 'O' -> {
        at++;
        return radix(8, "octal");
      }
      case 'b', 'B' -> {
        at++;
        return radix(2, "binary");
      }
      default -> {
        return leadingZeros(start);
      }
    }
  }

  private boolean radix(int radix, String name) {
    do {
      if (text[at] == '_') {
        at++;
      }
      if (Character.digit(text[at], radix) < 0 || text[at] >= 128) {
        return wrongDigit(radix, name);
      }
      while (text[at] < 128 && Character.digit(text[at], radix) >= 0) {
        at++;
      }
    } while (text[at] == '_');
    if (radix < 10 && isDigit(text[at])) {
      return wrongDigit(radix, name);
    }
    return endOfNumber(name);
  }

  private boolean wrongDigit(int radix, String name) {
    if (radix < 10 && isDigit(text[at])) {
      at++;
      fail("invalid digit '" + text[at - 1] + "' in " + name + " literal");
    } else {
      fail("invalid " + name + " literal");
    }
    return false;
  }

  /** A decimal number that begins with zeros: 0, 00, 0_0, 00.5, 00e1, 00j are valid, 01 is not. */
  private boolean leadingZeros(int start) {
    while (text[at] == '0' || text[at] == '_') {
      if (text[at] == '_' && !isDigit(text[at + 1])) {
        at++;
        fail("invalid decimal literal");
        return false;
      }
      at++;
    }
    int zerosEnd = at;
    boolean nonzero = isDigit(text[at]);
    if (nonzero && !digits()) {
      return false;
    }
    int c = text[at];
    if (c == '.' || c == 'e' || c == 'E' || c == 'j' || c == 'J') {
      return afterInteger();
    }
    if (nonzero && !extra) {
      oldOctal(start, zerosEnd);
      return false;
    }
    return endOfNumber("decimal");
  }

  private void oldOctal(int start, int zerosEnd) {
    String message = "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers";
    fail(
        new SyntaxError(
            Kind.SYNTAX, message, filename, line, codePoints(lineStart, start) + 1, line, codePoints(lineStart, zerosEnd) + 1,
            lineText(lineStart)));
  }

  private boolean afterInteger() {
    int c = text[at];
    if (c == '.') {
      at++;
      return fraction();
    }
    if (c == 'e' || c == 'E') {
      return exponent();
    }
    return suffix();
  }

  private boolean fraction() {
    if (isDigit(text[at]) && !digits()) {
      return false;
    }
    int c = text[at];
    return c == 'e' || c == 'E' ? exponent() : suffix();
  }

  private boolean exponent() {
    int e = at++;
    if (text[at] == '+' || text[at] == '-') {
      at++;
      if (!isDigit(text[at])) {
        fail("invalid decimal literal");
        return false;
      }
    } else if (!isDigit(text[at])) {
      at = e;
      return endOfNumber("decimal");
    }
    return digits() && suffix();
  }

  private boolean suffix() {
    int c = text[at];
    if (c == 'j' || c == 'J') {
      at++;
      return endOfNumber("imaginary");
    }
    return c < '0' || c > 'z' || endOfNumber("decimal");
  }

  /** Digits with single underscores between them; at a digit or an underscore. */
  private boolean digits() {
    while (true) {
      while (isDigit(text[at])) {
        at++;
      }
      if (text[at] != '_') {
        return true;
      }
      at++;
      if (!isDigit(text[at])) {
        fail("invalid decimal literal");
        return false;
      }
    }
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** What follows a number must not look like a part of it. */
  private boolean endOfNumber(String kind) {
    if (extra) {
      return true;
    }
    int c = text[at];
    boolean keyword =
        switch (c) {
          case 'a' -> follows("and");
          case 'e' -> follows("else");
          case 'f' -> follows("for");
          case 'i' -> text[at + 1] == 'f' || text[at + 1] == 'n' || text[at + 1] == 's';
          case 'o' -> follows("or");
          case 'n' -> follows("not");
          default -> false;
        };
    if (keyword) {
      warn("invalid " + kind + " literal");
      return true;
    }
    if (c < 128 && Tokenizer.isNamePart(c)) {
      fail("invalid " + kind + " literal");
      return false;
    }
    return true;
  }

  private boolean follows(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (text[at + i] != word.charAt(i)) {
        return false;
      }
    }
    int after = text[at + word.length()];
    return after >= 128 ? false : !Tokenizer.isNamePart(after);
  }
}
