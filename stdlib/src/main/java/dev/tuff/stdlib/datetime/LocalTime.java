package dev.tuff.stdlib.datetime;

import dev.tuff.engine.core.HostErrors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.host.Errno;
import dev.tuff.stdlib.time.LocalZone;
import dev.tuff.stdlib.time.TimeModule;

/**
 * Between UTC and the local time of the machine. Both are counted in seconds: UTC since the epoch, local time since its own 1 January 1970
 * as if every day had 24 hours.
 */
final class LocalTime {
  private static final long DAY = 86_400;

  /** Where C's {@code localtime} gives up: the year would not fit. */
  private static final long LIMIT = 67_768_036_191_694_848L;

  /** No fold is longer than this. */
  private static final long MAX_FOLD = DAY;

  private LocalTime() {}

  static void checkRange(long utc) {
    if (Math.abs(utc) > LIMIT) {
      throw HostErrors.of(Errno.EOVERFLOW);
    }
  }

  /** Local time of a moment. */
  static long local(long utc, Interpreter interpreter) {
    checkRange(utc);
    return utc + TimeModule.zone(interpreter).at(utc).seconds();
  }

  /** As {@link #local}, for years that a date can have. */
  private static long dated(long utc, Interpreter interpreter) {
    long local = local(utc, interpreter);
    int year = Gregorian.year(date(local));
    if (year < Gregorian.MIN_YEAR || year > Gregorian.MAX_YEAR) {
      throw Gregorian.badYear(year);
    }
    return local;
  }

  /** The packed date of a moment. */
  static long date(long seconds) {
    return Gregorian.date(Math.floorDiv(seconds, DAY) + Gregorian.EPOCH);
  }

  static int secondOfDay(long seconds) {
    return (int) Math.floorMod(seconds, DAY);
  }

  /** Whether the local time of a moment has been there before. */
  static int fold(long utc, Interpreter interpreter) {
    long local = dated(utc, interpreter);
    long shift = local - dated(utc - MAX_FOLD, interpreter) - MAX_FOLD;
    return shift < 0 && dated(utc + shift, interpreter) == local ? 1 : 0;
  }

  /** Solves {@code local(u) == local} for u; in a gap, what the clock would show had it not, or already, been set. */
  static long utc(long local, int fold, Interpreter interpreter) {
    long a = dated(local, interpreter) - local;
    long u1 = local - a;
    long t1 = dated(u1, interpreter);
    long b;
    if (t1 == local) {
      // one solution, perhaps not the one of this fold
      long u2 = fold != 0 ? u1 + MAX_FOLD : u1 - MAX_FOLD;
      b = dated(u2, interpreter) - u2;
      if (a == b) {
        return u1;
      }
    } else {
      b = t1 - u1;
    }
    long u2 = local - b;
    if (dated(u2, interpreter) == local) {
      return u2;
    }
    if (t1 == local) {
      return u1;
    }
    return fold != 0 ? Math.min(u1, u2) : Math.max(u1, u2);
  }

  /** The zone that holds at a moment. */
  static PyTimezone zoneAt(long utc, Interpreter interpreter) {
    checkRange(utc);
    LocalZone.Offset o = TimeModule.zone(interpreter).at(utc);
    return PyTimezone.of(PyTimedelta.of(0, o.seconds(), 0), Py.str(o.name()));
  }

  /** The zone that holds at a local time. */
  static PyTimezone zoneOf(long local, int fold, Interpreter interpreter) {
    long utc = utc(local, fold, interpreter);
    long other = utc(local, 1 - fold, interpreter);
    // in a gap the answers are the wrong way round
    if (other != utc && (other > utc) == (fold == 1)) {
      utc = other;
    }
    return zoneAt(utc, interpreter);
  }
}
