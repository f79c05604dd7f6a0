package dev.tuff.stdlib.datetime;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.text.PyStr;

/** {@code datetime.timezone}: a fixed offset from UTC, with a name of its own or (null) one made from the offset. */
final class PyTimezone extends PyObject {
  static final PyType TYPE = PyType.builtin("datetime.timezone", PyTzinfo.TYPE, PyType.FINAL,
      "Fixed offset from UTC implementation of tzinfo.", new PyTimezoneTable());

  static final PyTimezone UTC = new PyTimezone(PyTimedelta.ZERO, null);

  static {
    // whole minutes, though offsets may be finer
    TYPE.dictOfType().putStr("min", new PyTimezone(PyTimedelta.of(-1, 60, 0), null));
    TYPE.dictOfType().putStr("max", new PyTimezone(PyTimedelta.of(1, -60, 0), null));
    TYPE.dictOfType().putStr("utc", UTC);
  }

  final PyTimedelta offset;
  private final Object name;

  private PyTimezone(PyTimedelta offset, Object name) {
    super(TYPE);
    this.offset = offset;
    this.name = name;
  }

  /** The zone of an offset; name may be null. */
  static PyTimezone of(PyTimedelta offset, Object name) {
    if (name == null && offset.isZero()) {
      return UTC;
    }
    if (!offset.isOffset()) {
      throw PyTzinfo.badOffset(offset);
    }
    return new PyTimezone(offset, name);
  }

  @New(value = "timezone(offset, name=<null>)", textSignature = false)
  static Object __new__(PyType cls, Object offset, Object name) {
    if (!(offset instanceof PyTimedelta d)) {
      throw Errors.typeError("timezone() argument 1 must be datetime.timedelta, not " + Py.typeOf(offset).fullName());
    }
    if (name != null) {
      Convert.toStr(name, "timezone", 2);
    }
    return of(d, name);
  }

  private static void checkArgument(Object dt, String method) {
    if (dt != Py.None && !(dt instanceof PyDatetime)) {
      throw Errors.typeError(method + "(dt) argument must be a datetime instance or None, not " + Py.typeOf(dt).fullName());
    }
  }

  @Method(value = "tzname(self, object, /)", doc = "The name given, or one such as 'UTC+02:00'.")
  static Object tzname(PyTimezone self, Object dt) {
    checkArgument(dt, "tzname");
    return __str__(self);
  }

  @Method(value = "utcoffset(self, object, /)", doc = "The fixed offset.")
  static Object utcoffset(PyTimezone self, Object dt) {
    checkArgument(dt, "utcoffset");
    return self.offset;
  }

  @Method(value = "dst(self, object, /)", doc = "None: nothing is known of daylight saving time.")
  static Object dst(PyTimezone self, Object dt) {
    checkArgument(dt, "dst");
    return Py.None;
  }

  @Method(value = "fromutc(self, object, /)", doc = "The local time of a datetime in UTC.")
  static Object fromutc(PyTimezone self, Object dt) {
    return PyTzinfo.utc(dt, self).plus(self.offset, 1);
  }

  @Method(value = "__getinitargs__(self, /)", doc = "What pickles call the type with.")
  static Object __getinitargs__(PyTimezone self) {
    return self.name == null ? PyTuple.of(self.offset) : PyTuple.of(self.offset, self.name);
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyTimezone self) {
    if (self == UTC) {
      return "datetime.timezone.utc";
    }
    String name = self.name == null ? "" : ", " + Py.javaRepr(self.name);
    return Py.str("datetime.timezone(" + Py.javaRepr(self.offset) + name + ")");
  }

  @Method("__str__(self, /)")
  static Object __str__(PyTimezone self) {
    if (self.name != null) {
      return PyStr.value(self.name);
    }
    return self.offset.isZero() ? "UTC" : TimeText.offset(new StringBuilder("UTC"), self.offset, ":").toString();
  }

  @Method("__hash__(self, /)")
  static long __hash__(PyTimezone self) {
    return Py.hash(self.offset);
  }

  private static Object compare(PyTimezone self, Object other, int op) {
    return other instanceof PyTimezone o ? TimeText.holds(self.offset.compareTo(o.offset), op) : Py.NotImplemented;
  }

  @Method("__eq__(self, value, /)")
  static Object __eq__(PyTimezone self, Object value) {
    return compare(self, value, Comparison.EQ);
  }

  @Method("__ne__(self, value, /)")
  static Object __ne__(PyTimezone self, Object value) {
    return compare(self, value, Comparison.NE);
  }

  @Method("__lt__(self, value, /)")
  static Object __lt__(PyTimezone self, Object value) {
    return Py.NotImplemented;
  }

  @Method("__le__(self, value, /)")
  static Object __le__(PyTimezone self, Object value) {
    return Py.NotImplemented;
  }

  @Method("__gt__(self, value, /)")
  static Object __gt__(PyTimezone self, Object value) {
    return Py.NotImplemented;
  }

  @Method("__ge__(self, value, /)")
  static Object __ge__(PyTimezone self, Object value) {
    return Py.NotImplemented;
  }
}
