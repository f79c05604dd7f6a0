package dev.tuff.stdlib.time;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.container.StructSequence;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.text.PyStr;

/**
 * A moment taken apart, as C's {@code struct tm}.
 *
 * @param month 1 to 12
 * @param weekday 0 is Monday
 * @param yearDay from 1
 * @param summer 0, 1, or -1 for unknown
 * @param zone abbreviation, or null
 * @param offset seconds east of UTC; no meaning without zone
 */
record BrokenTime(
    long year, int month, int day, int hour, int minute, int second, int weekday, int yearDay, int summer, String zone, int offset) {
  static final StructSequence STRUCT = new StructSequence("time.struct_time",
      "A moment taken apart; what gmtime(), localtime() and strptime() return.", 9, true,
      "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst", "tm_zone", "tm_gmtoff");

  static BrokenTime of(long time, LocalZone.Offset o) {
    long local = time + o.seconds();
    long days = Math.floorDiv(local, 86400L);
    int rest = (int) Math.floorMod(local, 86400L);
    int year;
    try {
      year = Calendar.yearOf(days);
    } catch (ArithmeticException e) {
      throw Errors.make(Exceptions.OSError, Py.box(75), "Value too large for defined data type");
    }
    int yearDay = (int) (days - Calendar.dayNumber(year, 1, 1));
    int month = 1;
    int day = yearDay;
    while (day >= Calendar.daysIn(year, month)) {
      day -= Calendar.daysIn(year, month++);
    }
    return new BrokenTime(year, month, day + 1, rest / 3600, rest / 60 % 60, rest % 60, (int) Math.floorMod(days + 3, 7L), yearDay + 1,
        o.summer() ? 1 : 0, o.name(), o.seconds());
  }

  PyTuple toPython() {
    return STRUCT.of(Py.box(year), Py.box(month), Py.box(day), Py.box(hour), Py.box(minute), Py.box(second), Py.box(weekday),
        Py.box(yearDay), Py.box(summer), zone == null ? Py.None : Py.str(zone), zone == null ? Py.None : Py.box(offset));
  }

  private static PyException overflow(String what) {
    return Errors.overflowError(what + " out of range");
  }

  /** From a tuple of nine numbers. */
  static BrokenTime from(Object o, String function) {
    if (!(o instanceof PyTuple t)) {
      throw Errors.typeError("Tuple or struct_time argument required");
    }
    if (t.size() != 9) {
      throw Errors.typeError(function + "(): illegal time tuple argument");
    }
    int[] v = new int[9];
    for (int i = 0; i < 9; i++) {
      v[i] = Convert.toInt(t.get(i));
    }
    if (v[0] < Integer.MIN_VALUE + 1900) {
      throw overflow("year");
    }
    String zone = null;
    int offset = 0;
    if (STRUCT.is(t)) {
      Object z = dev.tuff.engine.core.Attributes.get(t, "tm_zone");
      if (z != Py.None) {
        zone = PyStr.java(z);
        Object g = dev.tuff.engine.core.Attributes.get(t, "tm_gmtoff");
        offset = g == Py.None ? 0 : Convert.toInt(g);
      }
    }
    return new BrokenTime(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], zone, offset);
  }

  /** With zeros where a date may be incomplete made ones, and all else in range. */
  BrokenTime checked() {
    int m = month == 0 ? 1 : month;
    int d = day == 0 ? 1 : day;
    int y = yearDay == 0 ? 1 : yearDay;
    if (m < 1 || m > 12) {
      throw Errors.valueError("month out of range");
    }
    if (d < 1 || d > 31) {
      throw Errors.valueError("day of month out of range");
    }
    if (hour < 0 || hour > 23) {
      throw Errors.valueError("hour out of range");
    }
    if (minute < 0 || minute > 59) {
      throw Errors.valueError("minute out of range");
    }
    if (second < 0 || second > 61) {
      throw Errors.valueError("seconds out of range");
    }
    // any positive weekday is taken modulo a week
    if (weekday < -1) {
      throw Errors.valueError("day of week out of range");
    }
    if (y < 1 || y > 366) {
      throw Errors.valueError("day of year out of range");
    }
    return new BrokenTime(year, m, d, hour, minute, second, Math.floorMod(weekday, 7), y, summer, zone, offset);
  }

  /** Seconds since the epoch of the date and time, with fields out of range carried over. */
  long asUtc() {
    long months = year * 12 + month - 1;
    long y = Math.floorDiv(months, 12L);
    int m = (int) Math.floorMod(months, 12L) + 1;
    return ((Calendar.dayNumber(y, m, 1) + day - 1) * 24 + hour) * 3600 + minute * 60L + second;
  }
}
