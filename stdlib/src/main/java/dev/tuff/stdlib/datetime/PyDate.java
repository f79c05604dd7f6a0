package dev.tuff.stdlib.datetime;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/** {@code datetime.date}, the base of {@code datetime.datetime}. */
class PyDate extends PyObject implements TimeText.Clock {
  static final PyType TYPE = PyType.builtin("datetime.date", PyType.OBJECT, 0, "date(year, month, day) --> date object", new PyDateTable(),
      new DateConstructorsTable());

  static {
    TYPE.dictOfType().putStr("min", new PyDate(TYPE, 1, 1, 1));
    TYPE.dictOfType().putStr("max", new PyDate(TYPE, Gregorian.MAX_YEAR, 12, 31));
    TYPE.dictOfType().putStr("resolution", PyTimedelta.DAY);
  }

  final int year;
  final int month;
  final int day;

  PyDate(PyType type, int year, int month, int day) {
    super(type);
    this.year = year;
    this.month = month;
    this.day = day;
  }

  /** {@code cls(year, month, day)}. */
  static Object make(PyType cls, int year, int month, int day) {
    if (cls == TYPE) {
      Gregorian.checkDate(year, month, day);
      return new PyDate(cls, year, month, day);
    }
    if (cls == PyDatetime.TYPE) {
      return PyDatetime.make(cls, year, month, day, 0, 0, 0, 0, Py.None, 0);
    }
    return Call.call(cls, Py.box(year), Py.box(month), Py.box(day));
  }

  /** The name that a repr starts with. */
  static String typeName(PyObject o) {
    return o.type().fullName();
  }

  int ordinal() {
    return Gregorian.ordinal(year, month, day);
  }

  int weekdayNumber() {
    return Gregorian.weekday(year, month, day);
  }

  @Override
  public Object tzinfo() {
    return Py.None;
  }

  @Override
  public int microseconds() {
    return 0;
  }

  /** Refuses a missing argument, as CPython's argument parser does. */
  static int required(Object value, String name, int position) {
    if (value == null) {
      throw Errors.typeError("function missing required argument '" + name + "' (pos " + position + ")");
    }
    return Convert.toInt(value);
  }

  @New(value = "date(year=<null>, month=<null>, day=<null>)", textSignature = false)
  static Object __new__(PyType cls, Object year, Object month, Object day) {
    if (month == null && day == null && year != null) {
      byte[] v = PickledState.of(year, 4, 2, -1, 1, 12, "date");
      if (v != null) {
        return new PyDate(cls, PickledState.year(v), v[2], v[3] & 0xFF);
      }
    }
    int y = required(year, "year", 1);
    int m = required(month, "month", 2);
    int d = required(day, "day", 3);
    Gregorian.checkDate(y, m, d);
    return new PyDate(cls, y, m, d);
  }

  // ---- fields

  @Getter("year")
  static long getYear(PyDate self) {
    return self.year;
  }

  @Getter("month")
  static long getMonth(PyDate self) {
    return self.month;
  }

  @Getter("day")
  static long getDay(PyDate self) {
    return self.day;
  }

  @Method(value = "replace(self, year=unchanged, month=unchanged, day=unchanged)",
      doc = "A date with some fields changed.")
  static Object replace(PyDate self, Object year, Object month, Object day) {
    return make(self.type(), orElse(year, self.year), orElse(month, self.month), orElse(day, self.day));
  }

  @Method(value = "__replace__(self, year=<null>, month=<null>, day=<null>)", textSignature = false, doc = "The same as replace().")
  static Object __replace__(PyDate self, Object year, Object month, Object day) {
    return replace(self, year, month, day);
  }

  static int orElse(Object given, int old) {
    return given == null ? old : Convert.toInt(given);
  }

  // ---- the calendar

  @Method(value = "toordinal(self, /)", doc = "Days since 31 December of the year before year 1.")
  static long toordinal(PyDate self) {
    return self.ordinal();
  }

  @Method(value = "weekday(self, /)", doc = "The day of the week: 0 for Monday to 6 for Sunday.")
  static long weekday(PyDate self) {
    return self.weekdayNumber();
  }

  @Method(value = "isoweekday(self, /)", doc = "The day of the week: 1 for Monday to 7 for Sunday.")
  static long isoweekday(PyDate self) {
    return self.weekdayNumber() + 1;
  }

  @Method(value = "isocalendar(self, /)", doc = "ISO year, week number and weekday, as a tuple with names.")
  static Object isocalendar(PyDate self) {
    int year = self.year;
    int today = self.ordinal();
    if (today < Gregorian.firstIsoMonday(year)) {
      year--;
    } else if (today >= Gregorian.firstIsoMonday(year + 1)) {
      year++;
    }
    int days = today - Gregorian.firstIsoMonday(year);
    return PyIsoCalendarDate.of(year, days / 7 + 1, days % 7 + 1);
  }

  @Method(value = "timetuple(self, /)", doc = "A struct_time, as time.localtime() returns.")
  static Object timetuple(PyDate self, Interpreter interpreter) {
    return TimeText.structTime(interpreter, self.year, self.month, self.day, 0, 0, 0, -1);
  }

  // ---- text

  @Method("__repr__(self, /)")
  static Object __repr__(PyDate self) {
    return Py.str(typeName(self) + "(" + self.year + ", " + self.month + ", " + self.day + ")");
  }

  @Method(value = "isoformat(self, /)", doc = "The date as YYYY-MM-DD.")
  static String isoformat(PyDate self) {
    return TimeText.date(new StringBuilder(10), self.year, self.month, self.day).toString();
  }

  @Method("__str__(self, /)")
  static Object __str__(PyDate self) {
    return self.type() == TYPE ? isoformat(self) : Call.attribute(self, "isoformat");
  }

  @Method(value = "ctime(self, /)", doc = "The date as C's ctime() writes it.")
  static String ctime(PyDate self) {
    return TimeText.ctime(self, 0, 0, 0);
  }

  @Method(value = "strftime(self, format)", textSignature = false, doc = "The date in a given format.")
  static Object strftime(PyDate self, Object format, Interpreter interpreter) {
    Convert.toStr(format, "strftime", 1);
    return TimeText.strftime(self, format, Call.attribute(self, "timetuple"), self, interpreter);
  }

  @Method(value = "__format__(self, format, /)", textSignature = false, doc = "Formats by strftime.")
  static Object __format__(PyDate self, Object format) {
    return format(self, format);
  }

  static Object format(Object self, Object format) {
    return Convert.toStr(format, "__format__", 1).isEmpty() ? Py.str(self) : Call.attribute(self, "strftime", format);
  }

  // ---- arithmetic

  private static Object plus(PyDate date, PyTimedelta delta, int factor) {
    long ordinal = date.ordinal() + (long) factor * delta.days;
    if (ordinal < 1 || ordinal > Gregorian.MAX_ORDINAL) {
      throw Gregorian.dateOverflow();
    }
    long d = Gregorian.date(ordinal);
    return make(date.type(), Gregorian.year(d), Gregorian.month(d), Gregorian.day(d));
  }

  @Method("__add__(self, value, /)")
  static Object __add__(PyDate self, Object value) {
    return !(self instanceof PyDatetime) && value instanceof PyTimedelta d ? plus(self, d, 1) : Py.NotImplemented;
  }

  @Method("__radd__(self, value, /)")
  static Object __radd__(PyDate self, Object value) {
    return __add__(self, value);
  }

  @Method("__sub__(self, value, /)")
  static Object __sub__(PyDate self, Object value) {
    if (self instanceof PyDatetime || value instanceof PyDatetime) {
      return Py.NotImplemented;
    }
    if (value instanceof PyDate o) {
      return PyTimedelta.of(self.ordinal() - o.ordinal(), 0, 0);
    }
    return value instanceof PyTimedelta d ? plus(self, d, -1) : Py.NotImplemented;
  }

  @Method("__rsub__(self, value, /)")
  static Object __rsub__(PyDate self, Object value) {
    return value instanceof PyDate o ? __sub__(o, self) : Py.NotImplemented;
  }

  // ---- comparison, hash, pickling

  int compareDate(PyDate o) {
    int c = Integer.compare(year, o.year);
    c = c != 0 ? c : Integer.compare(month, o.month);
    return c != 0 ? c : Integer.compare(day, o.day);
  }

  /** A datetime is no date here, though it is a subclass. */
  private static Object compare(PyDate self, Object other, int op) {
    return other instanceof PyDate o && !(o instanceof PyDatetime) ? TimeText.holds(self.compareDate(o), op) : Py.NotImplemented;
  }

  @Method("__eq__(self, value, /)")
  static Object __eq__(PyDate self, Object value) {
    return compare(self, value, Comparison.EQ);
  }

  @Method("__ne__(self, value, /)")
  static Object __ne__(PyDate self, Object value) {
    return compare(self, value, Comparison.NE);
  }

  @Method("__lt__(self, value, /)")
  static Object __lt__(PyDate self, Object value) {
    return compare(self, value, Comparison.LT);
  }

  @Method("__le__(self, value, /)")
  static Object __le__(PyDate self, Object value) {
    return compare(self, value, Comparison.LE);
  }

  @Method("__gt__(self, value, /)")
  static Object __gt__(PyDate self, Object value) {
    return compare(self, value, Comparison.GT);
  }

  @Method("__ge__(self, value, /)")
  static Object __ge__(PyDate self, Object value) {
    return compare(self, value, Comparison.GE);
  }

  private PyBytes state() {
    byte[] v = new byte[4];
    PickledState.putDate(v, this);
    return new PyBytes(v);
  }

  @Method("__hash__(self, /)")
  static long __hash__(PyDate self) {
    return Py.hash(self.state());
  }

  @Method(value = "__reduce__(self, /)", doc = "__reduce__() -> (cls, state)")
  static Object __reduce__(PyDate self) {
    return PyTuple.of(self.type(), PyTuple.of(self.state()));
  }
}
