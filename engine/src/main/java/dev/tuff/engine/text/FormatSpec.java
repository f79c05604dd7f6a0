package dev.tuff.engine.text;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;

/** A parsed format specification ("Format Specification Mini-Language" of the module string). */
public final class FormatSpec {
  /** Code point to fill with, and {@code < > = ^}. */
  int fill = ' ';
  char align;
  boolean alignGiven;

  /** {@code + - space}, or 0. */
  char sign;

  /** {@code z}: negative zero becomes positive after rounding. */
  boolean noNegativeZero;

  /** {@code #}. */
  boolean alternate;

  /** -1 if not given. */
  int width = -1;
  int precision = -1;

  /** {@code ,} or {@code _} for the integral and the fractional digits, or 0. */
  char group;
  char fractionGroup;

  /** The presentation type, or the default that {@link #parse} was given. */
  int type;

  private final String spec;
  private int at;

  private FormatSpec(String spec) {
    this.spec = spec;
  }

  /**
   * Parses a str.
   *
   * @param self whose {@code __format__} it is, for errors
   * @param type the presentation type if the specification has none
   * @param align the alignment if it has none
   */
  public static FormatSpec parse(Object specification, Object self, char type, char align) {
    FormatSpec f = new FormatSpec(PyStr.java(specification));
    f.type = type;
    f.align = align;
    f.parse(self);
    return f;
  }

  private static boolean isAlign(int c) {
    return c == '<' || c == '>' || c == '=' || c == '^';
  }

  private int peek() {
    return at < spec.length() ? spec.codePointAt(at) : -1;
  }

  private boolean take(int c) {
    if (peek() == c) {
      at++;
      return true;
    }
    return false;
  }

  private void parse(Object self) {
    boolean fillGiven = false;
    int first = peek();
    int second = first < 0 || at + Character.charCount(first) >= spec.length() ? -1 : spec.codePointAt(at + Character.charCount(first));
    if (isAlign(second)) {
      fill = first;
      fillGiven = true;
      align = (char) second;
      alignGiven = true;
      at += Character.charCount(first) + 1;
    } else if (isAlign(first)) {
      align = (char) first;
      alignGiven = true;
      at++;
    }
    if (peek() == '+' || peek() == '-' || peek() == ' ') {
      sign = (char) peek();
      at++;
    }
    noNegativeZero = take('z');
    alternate = take('#');
    if (!fillGiven && take('0')) {
      fill = '0';
      if (!alignGiven && align == '>') {
        align = '=';
      }
    }
    width = number();
    group = grouping();
    if (take('.')) {
      int from = at;
      precision = number();
      fractionGroup = grouping();
      if (at == from) {
        throw Errors.valueError("Format specifier missing precision");
      }
    }
    parseType(self);
  }

  private void parseType(Object self) {
    int c = peek();
    boolean given = c >= 0;
    if (given) {
      if (at + Character.charCount(c) < spec.length()) {
        throw Errors.valueError("Invalid format specifier '" + spec + "' for object of type '" + Py.typeOf(self).name() + "'");
      }
      type = c;
    }
    // the default type of a number groups as its explicit kin do; that of a str does not
    if (group != 0 && (given || type == 's')) {
      boolean ok = type < 128 && "defgEG%F".indexOf(type) >= 0 || group == '_' && type < 128 && "boxX".indexOf(type) >= 0;
      if (!ok) {
        throw cannotGroup(group);
      }
    }
    if (fractionGroup != 0 && type == 'n') {
      throw cannotGroup(fractionGroup);
    }
  }

  private PyException cannotGroup(char separator) {
    return Errors.valueError("Cannot specify '" + separator + "' with " + quoted(type) + ".");
  }

  static String quoted(int c) {
    return c > 32 && c < 128 ? "'" + (char) c + "'" : "'\\x" + Integer.toHexString(c) + "'";
  }

  private char grouping() {
    char g = take(',') ? ',' : 0;
    if (peek() == '_') {
      if (g != 0) {
        throw Errors.valueError("Cannot specify both ',' and '_'.");
      }
      at++;
      g = '_';
    }
    if (g == '_' && peek() == ',') {
      throw Errors.valueError("Cannot specify both ',' and '_'.");
    }
    return g;
  }

  /** A decimal number; -1 if there is none. Digits of any script count. */
  private int number() {
    int from = at;
    long n = 0;
    for (int c, d; (c = peek()) >= 0 && (d = Character.digit(c, 10)) >= 0; at += Character.charCount(c)) {
      if (n > (Long.MAX_VALUE - d) / 10) {
        throw Errors.valueError("Too many decimal digits in format string");
      }
      n = n * 10 + d;
    }
    return at == from ? -1 : (int) Math.min(n, Integer.MAX_VALUE);
  }

  /** The error for a presentation type that {@code self} does not know. */
  PyException unknownType(Object self) {
    return Errors.valueError("Unknown format code " + quoted(type) + " for object of type '" + Py.typeOf(self).name() + "'");
  }

  /** Pads a finished text to the width. */
  Object pad(Object value) {
    long free = width - (long) PyStr.length(value);
    if (free <= 0) {
      return value;
    }
    long left = align == '>' || align == '=' ? free : align == '^' ? free / 2 : 0;
    return StrLayout.pad(value, left, free - left, fill);
  }
}
