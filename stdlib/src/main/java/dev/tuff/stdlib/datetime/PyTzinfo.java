package dev.tuff.stdlib.datetime;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyInstance;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.text.PyStr;

/**
 * {@code datetime.tzinfo}, the base of time zones, and how dates and times ask theirs. It has no fields, so that its layout is object's:
 * subclasses may have another native base.
 */
final class PyTzinfo {
  static final PyType TYPE = PyType.builtin("datetime.tzinfo", PyType.OBJECT, PyType.BASE_LAYOUT,
      "Abstract base class for time zone info objects.", new PyTzinfoTable());

  private PyTzinfo() {}

  /** Refuses what is neither None nor a tzinfo. */
  static Object checked(Object tzinfo) {
    if (tzinfo != Py.None && !Py.isInstance(tzinfo, TYPE)) {
      throw Errors.typeError("tzinfo argument must be None or of a tzinfo subclass, not type '" + Py.typeOf(tzinfo).fullName() + "'");
    }
    return tzinfo;
  }

  /** What {@code tzinfo.utcoffset(argument)} or {@code tzinfo.dst(argument)} returns: None or a timedelta of less than a day. */
  static Object offset(Object tzinfo, String method, Object argument) {
    if (tzinfo == Py.None) {
      return Py.None;
    }
    Object offset = Call.attribute(tzinfo, method, argument);
    if (offset == Py.None) {
      return offset;
    }
    if (!(offset instanceof PyTimedelta d)) {
      throw Errors.typeError("tzinfo." + method + "() must return None or timedelta, not '" + Py.typeOf(offset).fullName() + "'");
    }
    if (!d.isOffset()) {
      throw badOffset(d);
    }
    return d;
  }

  static PyException badOffset(PyTimedelta offset) {
    return Errors.valueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not "
        + Py.javaRepr(offset));
  }

  /** What {@code tzinfo.tzname(argument)} returns: None or a str. */
  static Object name(Object tzinfo, Object argument) {
    if (tzinfo == Py.None) {
      return Py.None;
    }
    Object name = Call.attribute(tzinfo, "tzname", argument);
    if (name != Py.None && !PyStr.isStr(name)) {
      throw Errors.typeError("tzinfo.tzname() must return None or a string, not '" + Py.typeOf(name).fullName() + "'");
    }
    return name;
  }

  @New(value = "tzinfo(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    return PyInstance.create(cls);
  }

  private static PyException missing(String method) {
    return Errors.notImplementedError("a tzinfo subclass must implement " + method + "()");
  }

  @Method(value = "tzname(self, object, /)", doc = "The name of the zone at a datetime.")
  static Object tzname(Object self, Object dt) {
    throw missing("tzname");
  }

  @Method(value = "utcoffset(self, object, /)", doc = "The offset from UTC at a datetime, positive east of it.")
  static Object utcoffset(Object self, Object dt) {
    throw missing("utcoffset");
  }

  @Method(value = "dst(self, object, /)", doc = "The daylight saving time in the offset at a datetime.")
  static Object dst(Object self, Object dt) {
    throw missing("dst");
  }

  /** The datetime in UTC that a fromutc method got, when it has the zone. */
  static PyDatetime utc(Object dt, Object self) {
    if (!(dt instanceof PyDatetime d)) {
      throw Errors.typeError("fromutc: argument must be a datetime");
    }
    if (d.tzinfo() != self) {
      throw Errors.valueError("fromutc: dt.tzinfo is not self");
    }
    return d;
  }

  /**
   * Local time from UTC, if the standard offset never changes: standard time first, then whatever daylight saving time there is at that
   * standard time.
   */
  @Method(value = "fromutc(self, object, /)", doc = "The local time of a datetime in UTC.")
  static Object fromutc(Object self, Object dt) {
    PyDatetime utc = utc(dt, self);
    if (!(offset(self, "utcoffset", utc) instanceof PyTimedelta offset)) {
      throw Errors.valueError("fromutc: non-None utcoffset() result required");
    }
    if (!(offset(self, "dst", utc) instanceof PyTimedelta saving)) {
      throw Errors.valueError("fromutc: non-None dst() result required");
    }
    Object standard = utc.plus(offset.minus(saving), 1);
    if (!(offset(self, "dst", standard) instanceof PyTimedelta there)) {
      throw Errors.valueError("fromutc: tz.dst() gave inconsistent results; cannot convert");
    }
    return there.isZero() ? standard : PyDatetime.made(standard).plus(there, 1);
  }

  @Method(value = "__reduce__(self, /)", doc = "-> (cls, state)")
  static Object __reduce__(Object self) {
    Object f = Attributes.find(self, "__getinitargs__");
    Object args = f == null ? PyTuple.EMPTY : Call.call(f);
    return PyTuple.of(Py.typeOf(self), args, Call.attribute(self, "__getstate__"));
  }
}
