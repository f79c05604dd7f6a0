package dev.tuff.stdlib.zoneinfo;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import java.time.LocalDate;

/**
 * The rule for all time after the last transition of a zone: a POSIX TZ string such as {@code CET-1CEST,M3.5.0,M10.5.0/3}.
 * {@link #daylight} is null for a zone without daylight saving time.
 */
final class PosixZone {
  private static final long DAY = 86_400;

  /** A yearly moment in local time: month, week and weekday (kind 'M'), day from 1 without leap days ('J'), or day from 0 ('D'). */
  private record Moment(char kind, int month, int week, int day, long seconds) {
    long in(int year) {
      LocalDate newYear = LocalDate.of(year, 1, 1);
      if (kind != 'M') {
        int d = kind == 'J' && day >= 60 && newYear.isLeapYear() ? day + 1 : day;
        return (newYear.toEpochDay() - 1 + d) * DAY + seconds;
      }
      LocalDate first = newYear.withMonth(month);
      int weekday = first.getDayOfWeek().getValue() % 7;
      int date = Math.floorMod(day - weekday, 7) + 1 + (week - 1) * 7;
      // week 5 is the last one, be it the fourth
      if (date > first.lengthOfMonth()) {
        date -= 7;
      }
      return (first.toEpochDay() + date - 1) * DAY + seconds;
    }
  }

  final Period standard;
  final Period daylight;
  private Moment start;
  private Moment end;

  private final String text;
  private int at;

  PosixZone(String text, Interpreter interpreter) {
    this.text = text;
    Object name = Py.str(abbreviation());
    long offset = -time(24, true);
    standard = Period.of(offset, 0, name, interpreter);
    if (at == text.length()) {
      daylight = null;
      return;
    }
    Object other = Py.str(abbreviation());
    long summer = peek() == ',' ? offset + 3600 : -time(24, true);
    daylight = Period.of(summer, summer - offset, other, interpreter);
    start = moment();
    end = moment();
    if (at != text.length()) {
      throw malformed();
    }
  }

  private PyException malformed() {
    return Errors.valueError("Malformed TZ string: " + Py.javaRepr(Py.str(text)));
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private void take(char c) {
    if (peek() != c) {
      throw malformed();
    }
    at++;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private String abbreviation() {
    boolean quoted = peek() == '<';
    if (quoted) {
      at++;
    }
    int from = at;
    while (isLetter(peek()) || quoted && (isDigit(peek()) || peek() == '+' || peek() == '-')) {
      at++;
    }
    if (at == from) {
      throw malformed();
    }
    String name = text.substring(from, at);
    if (quoted) {
      take('>');
    }
    return name;
  }

  private int number(int least, int most) {
    int from = at;
    int n = 0;
    while (isDigit(peek()) && at - from < most) {
      n = n * 10 + peek() - '0';
      at++;
    }
    if (at - from < least) {
      throw malformed();
    }
    return n;
  }

  /** {@code [+-]h[:mm[:ss]]} in seconds. */
  private long time(int mostHours, boolean offset) {
    boolean minus = peek() == '-';
    if (minus || peek() == '+') {
      at++;
    }
    long seconds = number(1, 3);
    if (seconds > mostHours) {
      throw malformed();
    }
    seconds *= 3600;
    if (peek() == ':') {
      at++;
      seconds += number(2, 2) * 60L;
      if (peek() == ':') {
        at++;
        seconds += number(2, 2);
      }
    }
    return minus ? -seconds : seconds;
  }

  private Moment moment() {
    take(',');
    char kind = peek() == 'M' || peek() == 'J' ? peek() : 'D';
    if (kind != 'D') {
      at++;
    }
    int month = 0;
    int week = 0;
    int day;
    if (kind == 'M') {
      month = number(1, 2);
      take('.');
      week = number(1, 1);
      take('.');
      day = number(1, 1);
      if (month < 1 || month > 12 || week < 1 || week > 5 || day > 6) {
        throw malformed();
      }
    } else {
      day = number(1, 3);
      if (day > 365 || kind == 'J' && day < 1) {
        throw malformed();
      }
    }
    long seconds = 2 * 3600;
    if (peek() == '/') {
      at++;
      seconds = time(167, false);
    }
    return new Moment(kind, month, week, day, seconds);
  }

  private static boolean within(long t, long start, long end) {
    return start < end ? start <= t && t < end : t < end || t >= start;
  }

  /** What holds at a local time of the year. */
  Period atLocal(long t, int year, int fold) {
    if (daylight == null) {
      return standard;
    }
    long from = start.in(year);
    long to = end.in(year);
    // of what happens twice the second, of what never happens the first: the side is fold's, or the other if clocks go back first
    if ((fold == 1) == daylight.dst() >= 0) {
      to -= daylight.dst();
    } else {
      from += daylight.dst();
    }
    return within(t, from, to) ? daylight : standard;
  }

  /** What holds at a moment in UTC. */
  Period atUtc(long t, int year) {
    if (daylight == null) {
      return standard;
    }
    return within(t, start.in(year) - standard.offset(), end.in(year) - daylight.offset()) ? daylight : standard;
  }

  /** Whether the local time of a moment in UTC has been there before. */
  boolean isFold(long t, int year) {
    if (daylight == null) {
      return false;
    }
    long dst = daylight.dst();
    long from = dst > 0 ? end.in(year) - daylight.offset() : start.in(year) - standard.offset();
    return from <= t && t < from + Math.abs(dst);
  }
}
