package dev.tuff.stdlib.datetime;

import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.text.PyStr;

/** The class methods of {@code date} that make dates. */
final class DateConstructors {
  private DateConstructors() {}

  private static Object make(PyType cls, long date) {
    return PyDate.make(cls, Gregorian.year(date), Gregorian.month(date), Gregorian.day(date));
  }

  @ClassMethod(value = "today(type, /)", doc = "The current date: cls.fromtimestamp(time.time()).")
  static Object today(PyType cls, Interpreter interpreter) {
    Object now = Call.attribute(interpreter.importModule("time"), "time");
    return Call.attribute(cls, "fromtimestamp", now);
  }

  @ClassMethod(value = "fromtimestamp(type, timestamp, /)", doc = "The date, in local time, at so many seconds since the epoch.")
  static Object fromtimestamp(PyType cls, Object timestamp, Interpreter interpreter) {
    long local = LocalTime.local(Timestamp.floor(timestamp), interpreter);
    return make(cls, LocalTime.date(local));
  }

  @ClassMethod(value = "fromordinal(type, ordinal, /)", textSignature = false, doc = "The date of a proleptic Gregorian ordinal.")
  static Object fromordinal(PyType cls, int ordinal) {
    if (ordinal < 1) {
      throw Errors.valueError("ordinal must be >= 1");
    }
    return make(cls, Gregorian.date(ordinal));
  }

  @ClassMethod(value = "fromisoformat(type, object, /)", doc = "The date that a text in an ISO 8601 format gives.")
  static Object fromisoformat(PyType cls, Object string) {
    int n = IsoFormat.requireStr(string);
    long date = n == 7 || n == 8 || n == 10 ? IsoFormat.date(PyStr.points(string), n) : IsoFormat.INVALID;
    if (date == IsoFormat.INVALID) {
      throw IsoFormat.invalid(string);
    }
    return make(cls, date);
  }

  @ClassMethod(value = "fromisocalendar(type, year, week, day)", textSignature = false,
      doc = "The date of an ISO year, week number and weekday, as isocalendar() gives them.")
  static Object fromisocalendar(PyType cls, Object year, Object week, Object day) {
    long date;
    try {
      date = Gregorian.isoDate(Convert.toInt(year), Convert.toInt(week), Convert.toInt(day));
    } catch (PyException e) {
      if (e.is(Exceptions.OverflowError)) {
        throw Errors.valueError("ISO calendar component out of range");
      }
      throw e;
    }
    return make(cls, date);
  }

  @ClassMethod(value = "strptime(type, string, format, /)", textSignature = false, doc = "The date that a text in a given format gives.")
  static Object strptime(PyType cls, Object string, Object format, Interpreter interpreter) {
    return strptime("_strptime_datetime_date", cls, string, format, interpreter);
  }

  static Object strptime(String function, PyType cls, Object string, Object format, Interpreter interpreter) {
    Convert.toStr(string, "strptime", 1);
    Convert.toStr(format, "strptime", 2);
    return Call.call(Attributes.get(interpreter.importModule("_strptime"), function), cls, string, format);
  }
}
