package dev.tuff.stdlib.datetime;

import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Warnings;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.text.PyStr;
import dev.tuff.stdlib.time.Calendar;

/** The class methods of {@code datetime} that make datetimes. */
final class DatetimeConstructors {
  private DatetimeConstructors() {}

  private static Timestamp now(Interpreter interpreter) {
    long nanos = interpreter.host.clock().realtime();
    return new Timestamp(Math.floorDiv(nanos, 1_000_000_000L), (int) Math.floorMod(nanos, 1_000_000_000L) / 1000);
  }

  /** In UTC if there is a zone, whose {@code fromutc} has the rest to do; else in local time. */
  private static Object at(PyType cls, Timestamp t, Object tzinfo, Interpreter interpreter) {
    if (PyTzinfo.checked(tzinfo) == Py.None) {
      long local = LocalTime.local(t.seconds(), interpreter);
      return PyDatetime.make(cls, local, t.microseconds(), Py.None, LocalTime.fold(t.seconds(), interpreter));
    }
    return Call.attribute(tzinfo, "fromutc", utc(cls, t, tzinfo));
  }

  private static Object utc(PyType cls, Timestamp t, Object tzinfo) {
    LocalTime.checkRange(t.seconds());
    return PyDatetime.make(cls, t.seconds(), t.microseconds(), tzinfo, 0);
  }

  @ClassMethod(value = "now(type, tz=None)", doc = "The current time in a zone, or in local time.")
  static Object now(PyType cls, Object tz, Interpreter interpreter) {
    PyTzinfo.checked(tz);
    return at(cls, now(interpreter), tz, interpreter);
  }

  @ClassMethod(value = "fromtimestamp(type, timestamp, tz=None)", textSignature = false,
      doc = "The time, in a zone or in local time, at so many seconds since the epoch.")
  static Object fromtimestamp(PyType cls, Object timestamp, Object tz, Interpreter interpreter) {
    PyTzinfo.checked(tz);
    return at(cls, Timestamp.nearest(timestamp), tz, interpreter);
  }

  @ClassMethod(value = "utcnow(type, /)", doc = "The current time in UTC, naive.")
  static Object utcnow(PyType cls, Interpreter interpreter) {
    Warnings.deprecation("datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use timezone-aware "
        + "objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).");
    return utc(cls, now(interpreter), Py.None);
  }

  @ClassMethod(value = "utcfromtimestamp(type, timestamp, /)", textSignature = false,
      doc = "The time in UTC, naive, at so many seconds since the epoch.")
  static Object utcfromtimestamp(PyType cls, Object timestamp) {
    Warnings.deprecation("datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in a future version. Use "
        + "timezone-aware objects to represent datetimes in UTC: datetime.datetime.fromtimestamp(timestamp, datetime.UTC).");
    return utc(cls, Timestamp.nearest(timestamp), Py.None);
  }

  @ClassMethod(value = "strptime(type, string, format, /)", textSignature = false,
      doc = "The datetime that a text in a given format gives.")
  static Object strptime(PyType cls, Object string, Object format, Interpreter interpreter) {
    return DateConstructors.strptime("_strptime_datetime_datetime", cls, string, format, interpreter);
  }

  @ClassMethod(value = "combine(type, date, time, tzinfo=<null>)", textSignature = false, doc = "A date and a time of day together.")
  static Object combine(PyType cls, Object date, Object time, Object tzinfo) {
    if (!(date instanceof PyDate d)) {
      throw Errors.typeError("combine() argument 1 must be datetime.date, not " + Py.typeOf(date).fullName());
    }
    if (!(time instanceof PyTime t)) {
      throw Errors.typeError("combine() argument 2 must be datetime.time, not " + Py.typeOf(time).fullName());
    }
    return PyDatetime.make(cls, d.year, d.month, d.day, t.hour, t.minute, t.second, t.microsecond, tzinfo == null ? t.tzinfo : tzinfo,
        t.fold);
  }

  @ClassMethod(value = "fromisoformat(type, object, /)", doc = "The datetime that a text in an ISO 8601 format gives.")
  static Object fromisoformat(PyType cls, Object string) {
    if (IsoFormat.requireStr(string) < 7) {
      throw IsoFormat.invalid(string);
    }
    int[] text = PyStr.points(string);
    int end = IsoFormat.separator(text);
    long date = end < 0 ? IsoFormat.INVALID : IsoFormat.date(text, end);
    if (date == IsoFormat.INVALID) {
      throw IsoFormat.invalid(string);
    }
    int year = Gregorian.year(date);
    int month = Gregorian.month(date);
    int day = Gregorian.day(date);
    if (text.length <= end) {
      return PyDatetime.make(cls, year, month, day, 0, 0, 0, 0, Py.None, 0);
    }
    IsoFormat t = IsoFormat.time(text, end + 1);
    if (t == null) {
      throw IsoFormat.invalid(string);
    }
    Object tzinfo = t.tzinfo();
    int hour = t.hour;
    // what is no date at all is told below
    if (hour == 24 && month >= 1 && month <= 12 && day <= Calendar.daysIn(year, month) && t.isMidnight()) {
      hour = 0;
      if (++day > Calendar.daysIn(year, month)) {
        day = 1;
        year += month / 12;
        month = month % 12 + 1;
      }
    }
    return PyDatetime.make(cls, year, month, day, hour, t.minute, t.second, t.microsecond, tzinfo, 0);
  }
}
