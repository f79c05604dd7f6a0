package dev.tuff.stdlib.datetime;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import java.util.Arrays;

/**
 * {@code datetime.datetime}: a date and a time of day, aware of a time zone or (tzinfo None) naive. Here are its fields and the
 * constructor; {@link DatetimeConstructors}, {@link DatetimeOperators} and {@link DatetimeConversions} have the rest.
 */
final class PyDatetime extends PyDate {
  static final PyType TYPE = PyType.builtin("datetime.datetime", PyDate.TYPE, 0,
      "datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])\n\n"
          + "Year, month and day are required. tzinfo is None or an instance of a tzinfo subclass, the others are ints.",
      new PyDatetimeTable(), new DatetimeConstructorsTable(), new DatetimeOperatorsTable(), new DatetimeConversionsTable());

  static {
    TYPE.dictOfType().putStr("min", new PyDatetime(TYPE, 1, 1, 1, 0, 0, 0, 0, Py.None, 0));
    TYPE.dictOfType().putStr("max", new PyDatetime(TYPE, Gregorian.MAX_YEAR, 12, 31, 23, 59, 59, 999_999, Py.None, 0));
    TYPE.dictOfType().putStr("resolution", PyTimedelta.MICROSECOND);
  }

  final int hour;
  final int minute;
  final int second;
  final int microsecond;
  final int fold;
  private Object tzinfo;

  /** The hash of an aware datetime, which must not ask its zone twice; -1 until asked for. */
  long hash = -1;

  private PyDatetime(PyType type, int year, int month, int day, int hour, int minute, int second, int microsecond, Object tzinfo, int fold) {
    super(type, year, month, day);
    this.hour = hour;
    this.minute = minute;
    this.second = second;
    this.microsecond = microsecond;
    this.tzinfo = tzinfo;
    this.fold = fold;
  }

  /** {@code cls(year, month, day, hour, minute, second, microsecond, tzinfo[, fold=fold])}. */
  static Object make(PyType cls, int year, int month, int day, int hour, int minute, int second, int microsecond, Object tzinfo, int fold) {
    if (cls == TYPE) {
      return create(cls, year, month, day, hour, minute, second, microsecond, tzinfo, fold);
    }
    Object[] args = {Py.box(year), Py.box(month), Py.box(day), Py.box(hour), Py.box(minute), Py.box(second), Py.box(microsecond), tzinfo};
    return fold == 0 ? Call.call(cls, args, null) : Call.call(cls, append(args, Py.box(fold)), new String[] {"fold"});
  }

  static Object[] append(Object[] args, Object last) {
    Object[] all = Arrays.copyOf(args, args.length + 1);
    all[args.length] = last;
    return all;
  }

  /** The same of a moment that is counted in local seconds. */
  static Object make(PyType cls, long local, int microsecond, Object tzinfo, int fold) {
    long date = LocalTime.date(local);
    int s = LocalTime.secondOfDay(local);
    return make(cls, Gregorian.year(date), Gregorian.month(date), Gregorian.day(date), s / 3600, s / 60 % 60, s % 60, microsecond, tzinfo,
        fold);
  }

  private static PyDatetime create(PyType cls, int year, int month, int day, int hour, int minute, int second, int microsecond,
      Object tzinfo, int fold) {
    Gregorian.checkDate(year, month, day);
    Gregorian.checkTime(hour, minute, second, microsecond, fold);
    return new PyDatetime(cls, year, month, day, hour, minute, second, microsecond, PyTzinfo.checked(tzinfo), fold);
  }

  /** What a class made, which may be anything: further steps need a datetime. */
  static PyDatetime made(Object o) {
    if (o instanceof PyDatetime d) {
      return d;
    }
    throw Errors.typeError("a datetime is required, not '" + Py.typeOf(o).fullName() + "'");
  }

  /** A copy of the same class, with another fold. */
  PyDatetime withFold(int fold) {
    return new PyDatetime(type(), year, month, day, hour, minute, second, microsecond, tzinfo, fold);
  }

  /** This datetime, which nobody else has yet, put into a zone. */
  PyDatetime in(Object tzinfo) {
    this.tzinfo = tzinfo;
    return this;
  }

  @Override
  public Object tzinfo() {
    return tzinfo;
  }

  @Override
  public int microseconds() {
    return microsecond;
  }

  int secondOfDay() {
    return (hour * 60 + minute) * 60 + second;
  }

  /** Seconds since 1 January 1970 on the clock that it shows. */
  long seconds() {
    return (ordinal() - Gregorian.EPOCH) * (long) PyTimedelta.DAY_SECONDS + secondOfDay();
  }

  /** {@code self.tzinfo.utcoffset(self)}, checked: None or a timedelta. */
  Object offset() {
    return PyTzinfo.offset(tzinfo, "utcoffset", this);
  }

  /** This plus or (factor -1) minus a timedelta, on the clock: the zone does not matter. */
  Object plus(PyTimedelta delta, int factor) {
    int us = microsecond + factor * delta.microseconds;
    int s = secondOfDay() + factor * delta.seconds + Math.floorDiv(us, PyTimedelta.MILLION);
    long ordinal = ordinal() + (long) factor * delta.days + Math.floorDiv(s, PyTimedelta.DAY_SECONDS);
    if (ordinal < 1 || ordinal > Gregorian.MAX_ORDINAL) {
      throw Gregorian.dateOverflow();
    }
    s = Math.floorMod(s, PyTimedelta.DAY_SECONDS);
    long date = Gregorian.date(ordinal);
    return make(type(), Gregorian.year(date), Gregorian.month(date), Gregorian.day(date), s / 3600, s / 60 % 60, s % 60,
        Math.floorMod(us, PyTimedelta.MILLION), tzinfo, 0);
  }

  @New(value = "datetime(year=<null>, month=<null>, day=<null>, hour=<null>, minute=<null>, second=<null>, microsecond=<null>,"
      + " tzinfo=<null>, *, fold=<null>)", textSignature = false)
  static Object __new__(PyType cls, Object year, Object month, Object day, Object hour, Object minute, Object second, Object microsecond,
      Object tzinfo, Object fold) {
    if (day == null && year != null) {
      byte[] v = PickledState.of(year, 10, 2, 0x7F, 1, 12, "datetime");
      if (v != null) {
        Object zone = PickledState.tzinfo(month);
        return new PyDatetime(cls, PickledState.year(v), v[2] & 0x7F, v[3] & 0xFF, v[4] & 0xFF, v[5] & 0xFF, v[6] & 0xFF,
            PickledState.microsecond(v, 7), zone, v[2] < 0 ? 1 : 0);
      }
    }
    return create(cls, required(year, "year", 1), required(month, "month", 2), required(day, "day", 3), orElse(hour, 0),
        orElse(minute, 0), orElse(second, 0), orElse(microsecond, 0), tzinfo == null ? Py.None : tzinfo, orElse(fold, 0));
  }

  // ---- fields

  @Getter("hour")
  static long getHour(PyDatetime self) {
    return self.hour;
  }

  @Getter("minute")
  static long getMinute(PyDatetime self) {
    return self.minute;
  }

  @Getter("second")
  static long getSecond(PyDatetime self) {
    return self.second;
  }

  @Getter("microsecond")
  static long getMicrosecond(PyDatetime self) {
    return self.microsecond;
  }

  @Getter("tzinfo")
  static Object getTzinfo(PyDatetime self) {
    return self.tzinfo;
  }

  @Getter("fold")
  static long getFold(PyDatetime self) {
    return self.fold;
  }

  @Method(value = "replace(self, year=unchanged, month=unchanged, day=unchanged, hour=unchanged, minute=unchanged, second=unchanged,"
      + " microsecond=unchanged, tzinfo=unchanged, *, fold=unchanged)", doc = "A datetime with some fields changed.")
  static Object replace(PyDatetime self, Object year, Object month, Object day, Object hour, Object minute, Object second,
      Object microsecond, Object tzinfo, Object fold) {
    return make(self.type(), orElse(year, self.year), orElse(month, self.month), orElse(day, self.day), orElse(hour, self.hour),
        orElse(minute, self.minute), orElse(second, self.second), orElse(microsecond, self.microsecond),
        tzinfo == null ? self.tzinfo : tzinfo, orElse(fold, self.fold));
  }

  @Method(value = "__replace__(self, year=<null>, month=<null>, day=<null>, hour=<null>, minute=<null>, second=<null>,"
      + " microsecond=<null>, tzinfo=<null>, *, fold=<null>)", textSignature = false, doc = "The same as replace().")
  static Object __replace__(PyDatetime self, Object year, Object month, Object day, Object hour, Object minute, Object second,
      Object microsecond, Object tzinfo, Object fold) {
    return replace(self, year, month, day, hour, minute, second, microsecond, tzinfo, fold);
  }

  @Method(value = "utcoffset(self, /)", doc = "self.tzinfo.utcoffset(self), checked.")
  static Object utcoffset(PyDatetime self) {
    return self.offset();
  }

  @Method(value = "dst(self, /)", doc = "self.tzinfo.dst(self), checked.")
  static Object dst(PyDatetime self) {
    return PyTzinfo.offset(self.tzinfo, "dst", self);
  }

  @Method(value = "tzname(self, /)", doc = "self.tzinfo.tzname(self), checked.")
  static Object tzname(PyDatetime self) {
    return PyTzinfo.name(self.tzinfo, self);
  }

  // ---- pickling

  /** Protocols below 4 do not know of fold. */
  PyBytes state(int protocol) {
    byte[] v = new byte[10];
    PickledState.putDate(v, this);
    PickledState.putTime(v, 4, hour, minute, second, microsecond);
    if (protocol > 3 && fold != 0) {
      v[2] |= (byte) 0x80;
    }
    return new PyBytes(v);
  }

  private PyTuple reduced(int protocol) {
    PyBytes state = state(protocol);
    return PyTuple.of(type(), tzinfo == Py.None ? PyTuple.of(state) : PyTuple.of(state, tzinfo));
  }

  @Method(value = "__reduce_ex__(self, proto, /)", textSignature = false, doc = "__reduce_ex__(proto) -> (cls, state)")
  static Object __reduce_ex__(PyDatetime self, int protocol) {
    return self.reduced(protocol);
  }

  @Method(value = "__reduce__(self, /)", doc = "__reduce__() -> (cls, state)")
  static Object __reduce__(PyDatetime self) {
    return self.reduced(2);
  }
}
