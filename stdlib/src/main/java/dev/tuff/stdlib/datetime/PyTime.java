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
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.text.PyStr;

/** {@code datetime.time}: a time of day, aware of a time zone or (tzinfo None) naive. */
final class PyTime extends PyObject implements TimeText.Clock {
  static final PyType TYPE = PyType.builtin("datetime.time", PyType.OBJECT, 0,
      "time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object\n\n"
          + "All arguments are optional. tzinfo is None or an instance of a tzinfo subclass, the others are ints.",
      new PyTimeTable());

  static {
    TYPE.dictOfType().putStr("min", new PyTime(TYPE, 0, 0, 0, 0, Py.None, 0));
    TYPE.dictOfType().putStr("max", new PyTime(TYPE, 23, 59, 59, 999_999, Py.None, 0));
    TYPE.dictOfType().putStr("resolution", PyTimedelta.MICROSECOND);
  }

  final int hour;
  final int minute;
  final int second;
  final int microsecond;
  final Object tzinfo;
  final int fold;

  /** The hash of an aware time, which must not ask its zone twice; -1 until asked for. */
  private long hash = -1;

  private PyTime(PyType type, int hour, int minute, int second, int microsecond, Object tzinfo, int fold) {
    super(type);
    this.hour = hour;
    this.minute = minute;
    this.second = second;
    this.microsecond = microsecond;
    this.tzinfo = tzinfo;
    this.fold = fold;
  }

  /** A time of exactly this type, its fields checked. */
  static PyTime create(PyType cls, int hour, int minute, int second, int microsecond, Object tzinfo, int fold) {
    Gregorian.checkTime(hour, minute, second, microsecond, fold);
    return new PyTime(cls, hour, minute, second, microsecond, PyTzinfo.checked(tzinfo), fold);
  }

  /** {@code cls(hour, minute, second, microsecond, tzinfo[, fold=fold])}. */
  private static Object make(PyType cls, int hour, int minute, int second, int microsecond, Object tzinfo, int fold) {
    if (cls == TYPE) {
      return create(cls, hour, minute, second, microsecond, tzinfo, fold);
    }
    Object[] args = {Py.box(hour), Py.box(minute), Py.box(second), Py.box(microsecond), tzinfo};
    return fold == 0 ? Call.call(cls, args, null) : Call.call(cls, PyDatetime.append(args, Py.box(fold)), new String[] {"fold"});
  }

  @Override
  public Object tzinfo() {
    return tzinfo;
  }

  @Override
  public int microseconds() {
    return microsecond;
  }

  @New(value = "time(hour=<null>, minute=<null>, second=<null>, microsecond=<null>, tzinfo=<null>, *, fold=<null>)",
      textSignature = false)
  static Object __new__(PyType cls, Object hour, Object minute, Object second, Object microsecond, Object tzinfo, Object fold) {
    if (second == null && microsecond == null && tzinfo == null && hour != null) {
      byte[] v = PickledState.of(hour, 6, 0, 0x7F, 0, 23, "time");
      if (v != null) {
        Object zone = PickledState.tzinfo(minute);
        return new PyTime(cls, v[0] & 0x7F, v[1] & 0xFF, v[2] & 0xFF, PickledState.microsecond(v, 3), zone, v[0] < 0 ? 1 : 0);
      }
    }
    return create(cls, PyDate.orElse(hour, 0), PyDate.orElse(minute, 0), PyDate.orElse(second, 0), PyDate.orElse(microsecond, 0),
        tzinfo == null ? Py.None : tzinfo, PyDate.orElse(fold, 0));
  }

  @ClassMethod(value = "fromisoformat(type, object, /)", doc = "The time that a text in an ISO 8601 format gives.")
  static Object fromisoformat(PyType cls, Object string) {
    IsoFormat.requireStr(string);
    int[] text = PyStr.points(string);
    IsoFormat t = IsoFormat.time(text, text.length > 0 && text[0] == 'T' ? 1 : 0);
    if (t == null) {
      throw IsoFormat.invalid(string);
    }
    int hour = t.isMidnight() ? 0 : t.hour;
    return make(cls, hour, t.minute, t.second, t.microsecond, t.tzinfo(), 0);
  }

  @ClassMethod(value = "strptime(type, string, format, /)", textSignature = false, doc = "The time that a text in a given format gives.")
  static Object strptime(PyType cls, Object string, Object format, Interpreter interpreter) {
    return DateConstructors.strptime("_strptime_datetime_time", cls, string, format, interpreter);
  }

  // ---- fields

  @Getter("hour")
  static long getHour(PyTime self) {
    return self.hour;
  }

  @Getter("minute")
  static long getMinute(PyTime self) {
    return self.minute;
  }

  @Getter("second")
  static long getSecond(PyTime self) {
    return self.second;
  }

  @Getter("microsecond")
  static long getMicrosecond(PyTime self) {
    return self.microsecond;
  }

  @Getter("tzinfo")
  static Object getTzinfo(PyTime self) {
    return self.tzinfo;
  }

  @Getter("fold")
  static long getFold(PyTime self) {
    return self.fold;
  }

  @Method(value = "replace(self, hour=unchanged, minute=unchanged, second=unchanged, microsecond=unchanged, tzinfo=unchanged, *,"
      + " fold=unchanged)", doc = "A time with some fields changed.")
  static Object replace(PyTime self, Object hour, Object minute, Object second, Object microsecond, Object tzinfo, Object fold) {
    return make(self.type(), PyDate.orElse(hour, self.hour), PyDate.orElse(minute, self.minute), PyDate.orElse(second, self.second),
        PyDate.orElse(microsecond, self.microsecond), tzinfo == null ? self.tzinfo : tzinfo, PyDate.orElse(fold, self.fold));
  }

  @Method(value = "__replace__(self, hour=<null>, minute=<null>, second=<null>, microsecond=<null>, tzinfo=<null>, *, fold=<null>)",
      textSignature = false, doc = "The same as replace().")
  static Object __replace__(PyTime self, Object hour, Object minute, Object second, Object microsecond, Object tzinfo, Object fold) {
    return replace(self, hour, minute, second, microsecond, tzinfo, fold);
  }

  @Method(value = "utcoffset(self, /)", doc = "self.tzinfo.utcoffset(None), checked.")
  static Object utcoffset(PyTime self) {
    return PyTzinfo.offset(self.tzinfo, "utcoffset", Py.None);
  }

  @Method(value = "dst(self, /)", doc = "self.tzinfo.dst(None), checked.")
  static Object dst(PyTime self) {
    return PyTzinfo.offset(self.tzinfo, "dst", Py.None);
  }

  @Method(value = "tzname(self, /)", doc = "self.tzinfo.tzname(None), checked.")
  static Object tzname(PyTime self) {
    return PyTzinfo.name(self.tzinfo, Py.None);
  }

  // ---- text

  @Method("__repr__(self, /)")
  static Object __repr__(PyTime self) {
    StringBuilder b = new StringBuilder(PyDate.typeName(self)).append('(').append(self.hour).append(", ").append(self.minute);
    if (self.second != 0 || self.microsecond != 0) {
      b.append(", ").append(self.second);
    }
    if (self.microsecond != 0) {
      b.append(", ").append(self.microsecond);
    }
    if (self.tzinfo != Py.None) {
      b.append(", tzinfo=").append(Py.javaRepr(self.tzinfo));
    }
    return Py.str(b.append(self.fold != 0 ? ", fold=1)" : ")").toString());
  }

  @Method(value = "isoformat(self, timespec=<null>)", textSignature = false,
      doc = "The time as HH:MM:SS, with microseconds and offset if there are any; timespec is the name of the last part, or 'auto'.")
  static Object isoformat(PyTime self, Object timespec) {
    if (timespec != null) {
      Convert.toStr(timespec, "isoformat", 1);
    }
    StringBuilder b = TimeText.time(new StringBuilder(32), self.hour, self.minute, self.second, self.microsecond, timespec);
    if (utcoffset(self) instanceof PyTimedelta offset) {
      TimeText.offset(b, offset, ":");
    }
    return b.toString();
  }

  @Method("__str__(self, /)")
  static Object __str__(PyTime self) {
    return self.type() == TYPE ? isoformat(self, null) : Call.attribute(self, "isoformat");
  }

  @Method(value = "strftime(self, format)", textSignature = false, doc = "The time in a given format; the date in it is 1 January 1900.")
  static Object strftime(PyTime self, Object format, Interpreter interpreter) {
    Convert.toStr(format, "strftime", 1);
    PyTuple tuple = PyTuple.of(Py.box(1900), Py.box(1), Py.box(1), Py.box(self.hour), Py.box(self.minute), Py.box(self.second), Py.box(0),
        Py.box(1), Py.box(-1));
    return TimeText.strftime(self, format, tuple, Py.None, interpreter);
  }

  @Method(value = "__format__(self, format, /)", textSignature = false, doc = "Formats by strftime.")
  static Object __format__(PyTime self, Object format) {
    return PyDate.format(self, format);
  }

  // ---- comparison

  private long microsecondOfDay() {
    return ((hour * 60L + minute) * 60 + second) * PyTimedelta.MILLION + microsecond;
  }

  private static Object compare(PyTime self, Object other, int op) {
    if (!(other instanceof PyTime o)) {
      return Py.NotImplemented;
    }
    long a = self.microsecondOfDay();
    long b = o.microsecondOfDay();
    if (self.tzinfo != o.tzinfo) {
      Object mine = utcoffset(self);
      Object others = utcoffset(o);
      if (mine instanceof PyTimedelta d1 && others instanceof PyTimedelta d2) {
        if (d1.compareTo(d2) != 0) {
          a -= d1.toSeconds() * PyTimedelta.MILLION;
          b -= d2.toSeconds() * PyTimedelta.MILLION;
        }
      } else if (mine != others) {
        if (op == Comparison.EQ || op == Comparison.NE) {
          return op == Comparison.NE;
        }
        throw Errors.typeError("can't compare offset-naive and offset-aware times");
      }
    }
    return TimeText.holds(Long.compare(a, b), op);
  }

  @Method("__eq__(self, value, /)")
  static Object __eq__(PyTime self, Object value) {
    return compare(self, value, Comparison.EQ);
  }

  @Method("__ne__(self, value, /)")
  static Object __ne__(PyTime self, Object value) {
    return compare(self, value, Comparison.NE);
  }

  @Method("__lt__(self, value, /)")
  static Object __lt__(PyTime self, Object value) {
    return compare(self, value, Comparison.LT);
  }

  @Method("__le__(self, value, /)")
  static Object __le__(PyTime self, Object value) {
    return compare(self, value, Comparison.LE);
  }

  @Method("__gt__(self, value, /)")
  static Object __gt__(PyTime self, Object value) {
    return compare(self, value, Comparison.GT);
  }

  @Method("__ge__(self, value, /)")
  static Object __ge__(PyTime self, Object value) {
    return compare(self, value, Comparison.GE);
  }

  /** Equal times have equal hashes whatever their offsets: an aware one hashes as its distance from midnight in UTC. */
  @Method("__hash__(self, /)")
  static long __hash__(PyTime self) {
    if (self.hash != -1) {
      return self.hash;
    }
    PyTime first = self.fold == 0
        ? self
        : new PyTime(self.type(), self.hour, self.minute, self.second, self.microsecond, self.tzinfo, 0);
    if (utcoffset(first) instanceof PyTimedelta offset) {
      self.hash = Py.hash(PyTimedelta.of(0, 0, self.microsecondOfDay()).minus(offset));
      return self.hash;
    }
    return Py.hash(self.state(0));
  }

  // ---- pickling

  /** Protocols below 4 do not know of fold. */
  private PyBytes state(int protocol) {
    byte[] v = new byte[6];
    PickledState.putTime(v, 0, hour, minute, second, microsecond);
    if (protocol > 3 && fold != 0) {
      v[0] |= (byte) 0x80;
    }
    return new PyBytes(v);
  }

  private PyTuple reduced(int protocol) {
    PyBytes state = state(protocol);
    return PyTuple.of(type(), tzinfo == Py.None ? PyTuple.of(state) : PyTuple.of(state, tzinfo));
  }

  @Method(value = "__reduce_ex__(self, proto, /)", textSignature = false, doc = "__reduce_ex__(proto) -> (cls, state)")
  static Object __reduce_ex__(PyTime self, int protocol) {
    return self.reduced(protocol);
  }

  @Method(value = "__reduce__(self, /)", doc = "__reduce__() -> (cls, state)")
  static Object __reduce__(PyTime self) {
    return self.reduced(2);
  }
}
