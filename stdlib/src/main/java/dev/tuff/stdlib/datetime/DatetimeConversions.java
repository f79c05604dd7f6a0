package dev.tuff.stdlib.datetime;

import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.text.PyStr;

/** What a {@code datetime} is turned into: its parts, tuples, timestamps, other zones, text. */
final class DatetimeConversions {
  private DatetimeConversions() {}

  @Method(value = "date(self, /)", doc = "The date alone.")
  static Object date(PyDatetime self) {
    return PyDate.make(PyDate.TYPE, self.year, self.month, self.day);
  }

  @Method(value = "time(self, /)", doc = "The time of day alone, naive.")
  static Object time(PyDatetime self) {
    return time(self, Py.None);
  }

  @Method(value = "timetz(self, /)", doc = "The time of day alone, with the same tzinfo.")
  static Object timetz(PyDatetime self) {
    return time(self, self.tzinfo());
  }

  private static Object time(PyDatetime self, Object tzinfo) {
    return PyTime.create(PyTime.TYPE, self.hour, self.minute, self.second, self.microsecond, tzinfo, self.fold);
  }

  @Method(value = "timetuple(self, /)", doc = "A struct_time, as time.localtime() returns.")
  static Object timetuple(PyDatetime self, Interpreter interpreter) {
    int summer = PyTzinfo.offset(self.tzinfo(), "dst", self) instanceof PyTimedelta d ? d.isZero() ? 0 : 1 : -1;
    return TimeText.structTime(interpreter, self.year, self.month, self.day, self.hour, self.minute, self.second, summer);
  }

  @Method(value = "utctimetuple(self, /)", doc = "A struct_time in UTC, as time.gmtime() returns.")
  static Object utctimetuple(PyDatetime self, Interpreter interpreter) {
    PyDatetime utc = self.offset() instanceof PyTimedelta offset ? PyDatetime.made(self.plus(offset, -1)) : self;
    return TimeText.structTime(interpreter, utc.year, utc.month, utc.day, utc.hour, utc.minute, utc.second, 0);
  }

  /** Seconds from the epoch to an aware datetime, None if its zone does not know its offset. */
  private static PyTimedelta sinceEpoch(PyDatetime d) {
    if (!(d.offset() instanceof PyTimedelta offset)) {
      throw Errors.typeError("can't subtract offset-naive and offset-aware datetimes");
    }
    return PyTimedelta.of(d.ordinal() - Gregorian.EPOCH, d.secondOfDay(), d.microsecond).minus(offset);
  }

  @Method(value = "timestamp(self, /)", doc = "Seconds since the epoch; a naive datetime is taken as local time.")
  static double timestamp(PyDatetime self, Interpreter interpreter) {
    return self.tzinfo() == Py.None
        ? LocalTime.utc(self.seconds(), self.fold, interpreter) + self.microsecond / 1e6
        : PyTimedelta.total_seconds(sinceEpoch(self));
  }

  private static PyTimezone localZone(PyDatetime naive, Interpreter interpreter) {
    return LocalTime.zoneOf(naive.seconds(), naive.fold, interpreter);
  }

  @Method(value = "astimezone(self, tz=None)", textSignature = false, doc = "The same moment in another zone, or in local time.")
  static Object astimezone(PyDatetime self, Object tz, Interpreter interpreter) {
    PyTzinfo.checked(tz);
    Object from = self.tzinfo() == Py.None ? localZone(self, interpreter) : self.tzinfo();
    if (from == tz) {
      return self;
    }
    Object offset = PyTzinfo.offset(from, "utcoffset", self);
    if (offset == Py.None) {
      from = localZone(self, interpreter);
      if (from == tz) {
        return self;
      }
      offset = PyTzinfo.offset(from, "utcoffset", self);
    }
    PyDatetime utc = PyDatetime.made(self.plus((PyTimedelta) offset, -1));
    Object to = tz == Py.None ? LocalTime.zoneAt(utc.seconds(), interpreter) : tz;
    return Call.attribute(to, "fromutc", utc.in(to));
  }

  // ---- text

  @Method("__repr__(self, /)")
  static Object __repr__(PyDatetime self) {
    StringBuilder b = new StringBuilder(PyDate.typeName(self)).append('(').append(self.year).append(", ").append(self.month).append(", ")
        .append(self.day).append(", ").append(self.hour).append(", ").append(self.minute);
    if (self.second != 0 || self.microsecond != 0) {
      b.append(", ").append(self.second);
    }
    if (self.microsecond != 0) {
      b.append(", ").append(self.microsecond);
    }
    if (self.fold != 0) {
      b.append(", fold=1");
    }
    if (self.tzinfo() != Py.None) {
      b.append(", tzinfo=").append(Py.javaRepr(self.tzinfo()));
    }
    return Py.str(b.append(')').toString());
  }

  @Method("__str__(self, /)")
  static Object __str__(PyDatetime self) {
    return self.type() == PyDatetime.TYPE ? isoformat(self, " ", null) : Call.attribute(self, "isoformat", " ");
  }

  @Method(value = "isoformat(self, sep=<null>, timespec=<null>)", textSignature = false,
      doc = "The datetime as YYYY-MM-DDTHH:MM:SS, with microseconds and offset if there are any.\n\nsep stands between date and time; "
          + "timespec is the name of the last part, or 'auto'.")
  static Object isoformat(PyDatetime self, Object sep, Object timespec) {
    Object separator = "T";
    if (sep != null) {
      if (!PyStr.isStr(sep)) {
        throw Errors.typeError("isoformat() argument 1 must be a unicode character, not " + Py.typeOf(sep).fullName());
      }
      if (PyStr.length(sep) != 1) {
        throw Errors.typeError("isoformat() argument 1 must be a unicode character, not a string of length " + PyStr.length(sep));
      }
      separator = PyStr.value(sep);
    }
    if (timespec != null) {
      Convert.toStr(timespec, "isoformat", 2);
    }
    StringBuilder b = TimeText.date(new StringBuilder(40), self.year, self.month, self.day);
    b.append(PyStr.java(separator));
    TimeText.time(b, self.hour, self.minute, self.second, self.microsecond, timespec);
    if (self.offset() instanceof PyTimedelta offset) {
      TimeText.offset(b, offset, ":");
    }
    return Py.str(b.toString());
  }

  @Method(value = "ctime(self, /)", doc = "The datetime as C's ctime() writes it.")
  static String ctime(PyDatetime self) {
    return TimeText.ctime(self, self.hour, self.minute, self.second);
  }
}
