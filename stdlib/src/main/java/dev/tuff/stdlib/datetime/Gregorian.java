package dev.tuff.stdlib.datetime;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.PyException;
import dev.tuff.stdlib.time.Calendar;

/**
 * The calendar as {@code datetime} counts it: proleptic Gregorian, ordinal 1 is 1 January of year 1. Also the ranges of all fields, with
 * the errors for what is outside.
 */
final class Gregorian {
  static final int MIN_YEAR = 1;
  static final int MAX_YEAR = 9999;
  static final int MAX_ORDINAL = 3_652_059;

  /** Ordinal of 1 January 1970. */
  static final int EPOCH = 719_163;

  private Gregorian() {}

  static int ordinal(int year, int month, int day) {
    return (int) Calendar.dayNumber(year, month, day) + EPOCH;
  }

  /** Year, month and day of an ordinal, packed; taken apart by {@link #year}, {@link #month} and {@link #day}. */
  static long date(long ordinal) {
    int year = Calendar.yearOf(ordinal - EPOCH);
    int rest = (int) (ordinal - EPOCH - Calendar.dayNumber(year, 1, 1));
    int month = 1;
    for (int n; rest >= (n = Calendar.daysIn(year, month)); month++) {
      rest -= n;
    }
    return (long) year << 16 | month << 8 | rest + 1;
  }

  static int year(long date) {
    return (int) (date >> 16);
  }

  static int month(long date) {
    return (int) date >> 8 & 0xFF;
  }

  static int day(long date) {
    return (int) date & 0xFF;
  }

  /** 0 is Monday. */
  static int weekday(int year, int month, int day) {
    return Math.floorMod(ordinal(year, month, day) + 6, 7);
  }

  static int dayOfYear(int year, int month, int day) {
    return Calendar.daysBefore(year, month) + day;
  }

  /** Ordinal of the Monday with which the first ISO week of a year begins: the week that has the first Thursday. */
  static int firstIsoMonday(int year) {
    int first = ordinal(year, 1, 1);
    int weekday = Math.floorMod(first + 6, 7);
    return first - weekday + (weekday > 3 ? 7 : 0);
  }

  /** Whether there are such an ISO year, week and weekday. */
  static boolean isIsoDate(int year, int week, int day) {
    return year >= MIN_YEAR && year <= MAX_YEAR && isIsoWeek(year, week) && day >= 1 && day <= 7;
  }

  /** Packed date of an ISO year, week and weekday. */
  static long isoDate(int year, int week, int day) {
    if (year < MIN_YEAR || year > MAX_YEAR) {
      throw badYear(year);
    }
    if (!isIsoWeek(year, week)) {
      throw Errors.valueError("Invalid week: " + week);
    }
    if (day < 1 || day > 7) {
      throw Errors.valueError("Invalid weekday: " + day + " (range is [1, 7])");
    }
    return date(firstIsoMonday(year) + (week - 1) * 7 + day - 1);
  }

  private static boolean isIsoWeek(int year, int week) {
    return week >= 1 && (week <= 52 || week == 53 && hasWeek53(year));
  }

  private static boolean hasWeek53(int year) {
    int weekday = weekday(year, 1, 1);
    return weekday == 3 || weekday == 2 && Calendar.isLeap(year);
  }

  static PyException badYear(int year) {
    return Errors.valueError("year must be in 1..9999, not " + year);
  }

  static PyException dateOverflow() {
    return Errors.overflowError("date value out of range");
  }

  static void checkDate(int year, int month, int day) {
    if (year < MIN_YEAR || year > MAX_YEAR) {
      throw badYear(year);
    }
    if (month < 1 || month > 12) {
      throw Errors.valueError("month must be in 1..12, not " + month);
    }
    int days = Calendar.daysIn(year, month);
    if (day < 1 || day > days) {
      throw Errors.valueError("day " + day + " must be in range 1.." + days + " for month " + month + " in year " + year);
    }
  }

  static void checkTime(int hour, int minute, int second, int microsecond, int fold) {
    check("hour", hour, 23);
    check("minute", minute, 59);
    check("second", second, 59);
    check("microsecond", microsecond, 999_999);
    if (fold != 0 && fold != 1) {
      throw Errors.valueError("fold must be either 0 or 1, not " + fold);
    }
  }

  private static void check(String field, int value, int most) {
    if (value < 0 || value > most) {
      throw Errors.valueError(field + " must be in 0.." + most + ", not " + value);
    }
  }
}
