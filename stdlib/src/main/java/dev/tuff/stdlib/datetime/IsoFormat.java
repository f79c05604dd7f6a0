package dev.tuff.stdlib.datetime;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.text.PyStr;

/**
 * Reads the ISO 8601 formats that {@code fromisoformat} takes:
 *
 * <pre>
 *   date  YYYY-MM-DD  YYYYMMDD  YYYY-Www[-D]  YYYYWww[D]
 *   time  HH[:MM[:SS[{.,}f…]]]  HH[MM[SS[{.,}f…]]], then nothing, Z or {+-} and an offset like a time
 * </pre>
 *
 * A text is an array of code points, read as if zeros came after it. Fields are not checked for their ranges here.
 */
final class IsoFormat {
  /** What {@link #date} returns for text that is no date. */
  static final long INVALID = -1;

  int hour;
  int minute;
  int second;
  int microsecond;

  /** The offset if there was any, else null. */
  PyTimedelta offset;

  private final int[] text;
  private int at;

  private IsoFormat(int[] text, int at) {
    this.text = text;
    this.at = at;
  }

  /** The length of the argument, which must be a str. */
  static int requireStr(Object string) {
    if (!PyStr.isStr(string)) {
      throw Errors.typeError("fromisoformat: argument must be str");
    }
    return PyStr.length(string);
  }

  static PyException invalid(Object string) {
    return Errors.valueError("Invalid isoformat string: " + Py.javaRepr(string));
  }

  private int peek() {
    return at < text.length ? text[at] : 0;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** The next digits as a number, -1 if there are not so many. */
  private int number(int digits) {
    int n = 0;
    for (int i = 0; i < digits; i++) {
      if (!isDigit(peek())) {
        return -1;
      }
      n = n * 10 + text[at++] - '0';
    }
    return n;
  }

  private boolean take(int c) {
    if (peek() == c) {
      at++;
      return true;
    }
    return false;
  }

  // ---- dates

  /** Reads the date in front, of which {@code end} is the end: packed as {@link Gregorian} does. */
  static long date(int[] text, int end) {
    return new IsoFormat(text, 0).date(end);
  }

  private long date(int end) {
    int year = number(4);
    boolean dashes = take('-');
    if (year < 0) {
      return INVALID;
    }
    if (take('W')) {
      return week(year, dashes, end);
    }
    int month = number(2);
    if (month < 0 || dashes && !take('-')) {
      return INVALID;
    }
    int day = number(2);
    return day < 0 ? INVALID : (long) year << 16 | month << 8 | day;
  }

  private long week(int year, boolean dashes, int end) {
    int week = number(2);
    int day = 1;
    if (week < 0) {
      return INVALID;
    }
    if (at < end) {
      if (dashes && !take('-')) {
        return INVALID;
      }
      day = number(1);
    }
    return Gregorian.isIsoDate(year, week, day) ? Gregorian.isoDate(year, week, day) : INVALID;
  }

  /**
   * Where a date in front of a time ends; -1 if it is none. Any character may separate them, so that {@code YYYY-Www-} with digits
   * to follow is ambiguous: the dash counts as separator.
   */
  static int separator(int[] s) {
    int n = s.length;
    if (n == 7) {
      return 7;
    }
    if (s[4] == '-') {
      if (s[5] != 'W') {
        return 10;
      }
      if (n > 8 && s[8] == '-') {
        return n == 9 ? -1 : n > 10 && isDigit(s[10]) ? 8 : 10;
      }
      return 8;
    }
    if (s[4] != 'W') {
      return 8;
    }
    // the digits of a time come in pairs: an odd one is the weekday
    int i = 7;
    while (i < n && isDigit(s[i])) {
      i++;
    }
    return i < 9 ? i : i % 2 == 0 ? 7 : 8;
  }

  // ---- times

  /** Reads a time of day to the end of the text; null if it is none. */
  static IsoFormat time(int[] text, int start) {
    int zone = start;
    while (zone < text.length && text[zone] != 'Z' && text[zone] != '+' && text[zone] != '-') {
      zone++;
    }
    IsoFormat time = new IsoFormat(text, start);
    int rest = time.clock(zone);
    if (rest < 0) {
      return null;
    }
    if (zone == text.length) {
      return rest == 0 ? time : null;
    }
    if (text[zone] == 'Z') {
      time.offset = PyTimedelta.ZERO;
      return zone + 1 == text.length ? time : null;
    }
    IsoFormat o = new IsoFormat(text, zone + 1);
    if (o.clock(text.length) != 0) {
      return null;
    }
    int sign = text[zone] == '-' ? -1 : 1;
    time.offset = PyTimedelta.of(0, sign * (o.hour * 3600L + o.minute * 60 + o.second), (long) sign * o.microsecond);
    return time;
  }

  /**
   * Reads hours, minutes, seconds and a fraction up to {@code end}: -1 if there are none, 0 if that is all, 1 if something follows. CPython
   * lets a stray character stand before an offset, such as a space, and so anything after six digits of a fraction; programs rely on it.
   */
  private int clock(int end) {
    boolean colons = true;
    for (int part = 0; part < 3; part++) {
      int n = number(2);
      if (n < 0 || at > end) {
        return -1;
      }
      switch (part) {
        case 0 -> hour = n;
        case 1 -> minute = n;
        default -> second = n;
      }
      int c = peek();
      if (part == 0) {
        colons = c == ':';
      }
      if (at < end && (c == '.' || c == ',')) {
        at++;
        return part < 2 || at == end ? -1 : fraction(end);
      }
      if (at + 1 >= end && c < 0x80) {
        return c == 0 ? 0 : 1;
      }
      if (colons) {
        if (c != ':' || part == 2) {
          return -1;
        }
        at++;
      }
    }
    return fraction(end);
  }

  /** Digits beyond the sixth are dropped. */
  private int fraction(int end) {
    int digits = Math.min(6, end - at);
    microsecond = number(digits);
    if (microsecond < 0) {
      return -1;
    }
    for (int i = digits; i < 6; i++) {
      microsecond *= 10;
    }
    while (isDigit(peek())) {
      at++;
    }
    return peek() == 0 ? 0 : 1;
  }

  /** Whether the hour is 24, which means 0 of the next day and allows nothing after it. */
  boolean isMidnight() {
    if (hour != 24) {
      return false;
    }
    if (minute != 0 || second != 0 || microsecond != 0) {
      throw Errors.valueError("minute, second, and microsecond must be 0 when hour is 24");
    }
    return true;
  }

  Object tzinfo() {
    return offset == null ? Py.None : PyTimezone.of(offset, null);
  }
}
