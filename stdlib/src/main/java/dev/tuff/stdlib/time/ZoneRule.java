package dev.tuff.stdlib.time;

import dev.tuff.stdlib.time.LocalZone.Offset;

/** A zone as POSIX's {@code TZ} variable writes it: {@code STDoffset[DST[offset][,start[/time],end[/time]]]}. */
final class ZoneRule {
  /** When a change comes: {@code Jn}, {@code n} or {@code Mm.w.d}, and the local second of the day. */
  private record Change(char kind, int month, int week, int day, int second) {
    /** Seconds since the start of a year. */
    long inYear(int year) {
      boolean leap = Calendar.isLeap(year);
      int days =
          switch (kind) {
            case 'J' -> day - 1 + (leap && day >= 60 ? 1 : 0);
            case 'N' -> day;
            default -> byWeek(year);
          };
      return days * 86400L + second;
    }

    private int byWeek(int year) {
      int start = Calendar.daysBefore(year, month);
      int weekday = Math.floorMod(Calendar.dayNumber(year, month, 1) + 4, 7);
      int d = Math.floorMod(day - weekday, 7) + (week - 1) * 7;
      while (d >= Calendar.daysIn(year, month)) {
        d -= 7;
      }
      return start + d;
    }
  }

  private final Offset standard;
  private final Offset summer;
  private final Change start;
  private final Change end;

  private ZoneRule(Offset standard, Offset summer, Change start, Change end) {
    this.standard = standard;
    this.summer = summer;
    this.start = start;
    this.end = end;
  }

  Offset standard() {
    return standard;
  }

  Offset at(long time) {
    if (summer == null) {
      return standard;
    }
    int year = Calendar.yearOf(Math.floorDiv(time + standard.seconds(), 86400L));
    long base = Calendar.dayNumber(year, 1, 1) * 86400L;
    long from = base + start.inYear(year) - standard.seconds();
    long to = base + end.inYear(year) - summer.seconds();
    boolean in = from < to ? time >= from && time < to : time >= from || time < to;
    return in ? summer : standard;
  }

  static ZoneRule parse(String text) {
    try {
      return new Parser(text).parse();
    } catch (RuntimeException e) {
      return null;
    }
  }

  private static final class Parser {
    private final String s;
    private int at;

    Parser(String s) {
      this.s = s;
    }

    ZoneRule parse() {
      String name = name();
      int offset = -time();
      Offset standard = new Offset(offset, false, name);
      if (at == s.length()) {
        return new ZoneRule(standard, null, null, null);
      }
      String other = name();
      int seconds = at < s.length() && s.charAt(at) != ',' ? -time() : offset + 3600;
      Offset summer = new Offset(seconds, true, other);
      if (at == s.length()) {
        return new ZoneRule(standard, summer, new Change('M', 3, 2, 0, 7200), new Change('M', 11, 1, 0, 7200));
      }
      at++;
      Change start = change();
      at++;
      return new ZoneRule(standard, summer, start, change());
    }

    private String name() {
      int from = at;
      if (s.charAt(at) == '<') {
        at = s.indexOf('>', at) + 1;
        return s.substring(from + 1, at - 1);
      }
      while (at < s.length() && Character.isLetter(s.charAt(at))) {
        at++;
      }
      if (at - from < 3) {
        throw new IllegalArgumentException();
      }
      return s.substring(from, at);
    }

    private int number() {
      int from = at;
      while (at < s.length() && Character.isDigit(s.charAt(at))) {
        at++;
      }
      return Integer.parseInt(s, from, at, 10);
    }

    private int time() {
      int sign = 1;
      if (s.charAt(at) == '-' || s.charAt(at) == '+') {
        sign = s.charAt(at++) == '-' ? -1 : 1;
      }
      int t = number() * 3600;
      for (int unit = 60; unit >= 1 && at < s.length() && s.charAt(at) == ':'; unit /= 60) {
        at++;
        t += number() * unit;
      }
      return sign * t;
    }

    private Change change() {
      char kind = s.charAt(at);
      int month = 0;
      int week = 0;
      int day;
      if (kind == 'M') {
        at++;
        month = number();
        at++;
        week = number();
        at++;
        day = number();
      } else {
        if (kind == 'J') {
          at++;
        } else {
          kind = 'N';
        }
        day = number();
      }
      int second = 7200;
      if (at < s.length() && s.charAt(at) == '/') {
        at++;
        second = time();
      }
      return new Change(kind, month, week, day, second);
    }
  }
}
