package dev.tuff.stdlib.zoneinfo;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/**
 * The native base of {@code zoneinfo.ZoneInfo}. The class itself is made by {@link ZoneInfoModule} from this and {@code datetime.tzinfo}.
 */
final class PyZoneInfo extends PyObject {
  static final PyType TYPE = PyType.builtin("_zoneinfo.NativeZoneInfo", PyType.OBJECT, PyType.WEAKREF, null, new PyZoneInfoTable());

  private Object key = Py.None;
  private ZoneRules rules;

  /** Repr of the file that it was read from; null if made by key. */
  private String file;
  private boolean cached;

  private PyZoneInfo(PyType cls) {
    super(cls);
  }

  private static PyZoneInfo load(PyType cls, Object key, Interpreter interpreter) {
    PyZoneInfo z = new PyZoneInfo(cls);
    z.key = key;
    Object path = Call.attribute(interpreter.importModule("zoneinfo._tzpath"), "find_tzfile", key);
    Object stream = path == Py.None
        ? Call.attribute(interpreter.importModule("zoneinfo._common"), "load_tzdata", key)
        : Call.attribute(interpreter.importModule("io"), "open", path, "rb");
    try {
      z.rules = ZoneRules.load(stream, interpreter);
    } finally {
      Call.attribute(stream, "close");
    }
    return z;
  }

  @New("ZoneInfo(key)")
  static Object __new__(PyType cls, Object key, Interpreter interpreter) {
    ZoneState state = ZoneState.of(interpreter);
    Object zone = state.strong(cls, key);
    if (zone != null) {
      return zone;
    }
    Object weak = state.weakCache(cls);
    zone = Call.attribute(weak, "get", key, Py.None);
    if (zone == Py.None) {
      PyZoneInfo made = load(cls, key, interpreter);
      made.cached = true;
      zone = Call.attribute(weak, "setdefault", key, made);
    }
    state.remember(cls, key, zone);
    return zone;
  }

  @ClassMethod(value = "no_cache(type, /, key)", doc = "A new zone, whether or not there is one already.")
  static Object no_cache(PyType cls, Object key, Interpreter interpreter) {
    return load(cls, key, interpreter);
  }

  @ClassMethod(value = "from_file(type, file_obj, /, key=None)", doc = "A zone read from a binary file in the TZif format.")
  static Object from_file(PyType cls, Object stream, Object key, Interpreter interpreter) {
    PyZoneInfo z = new PyZoneInfo(cls);
    z.file = Py.javaRepr(stream);
    z.rules = ZoneRules.load(stream, interpreter);
    z.key = key;
    return z;
  }

  @ClassMethod(value = "clear_cache(type, /, *, only_keys=None)", doc = "Forgets the zones made so far, or those of some keys.")
  static void clear_cache(PyType cls, Object onlyKeys, Interpreter interpreter) {
    ZoneState state = ZoneState.of(interpreter);
    Object weak = state.weakCache(cls);
    if (onlyKeys == Py.None) {
      Call.attribute(weak, "clear");
      state.forget(cls);
      return;
    }
    for (Object key : Iteration.toArray(onlyKeys)) {
      state.forget(cls, key);
      Call.attribute(weak, "pop", key, Py.None);
    }
  }

  @ClassMethod(value = "__init_subclass__(type, /, *args, **kwargs)", textSignature = false)
  static void __init_subclass__(PyType cls, Object[] args, dev.tuff.engine.container.PyDict kwargs, Interpreter interpreter) {
    ZoneState state = ZoneState.of(interpreter);
    if (state.zoneInfo != null) {
      Attributes.set(cls, "_weak_cache", ZoneState.newWeakCache(interpreter));
    }
  }

  @ClassMethod(value = "_unpickle(type, key, from_cache, /)", doc = "What pickles call.")
  static Object _unpickle(PyType cls, Object key, boolean fromCache, Interpreter interpreter) {
    return fromCache ? Call.call(cls, key) : load(cls, key, interpreter);
  }

  @Getter(value = "key", member = true)
  static Object getKey(PyZoneInfo self) {
    return self.key;
  }

  private static int year(Object dt) {
    return Convert.toInt(Attributes.get(dt, "year"));
  }

  /** Seconds from 1970 to a datetime, taken as it is. */
  private static long seconds(Object dt) {
    long days = Convert.toLong(Call.attribute(dt, "toordinal")) - 719_163;
    return days * 86_400 + part(dt, "hour") * 3600 + part(dt, "minute") * 60 + part(dt, "second");
  }

  private static long part(Object dt, String name) {
    return Convert.toLong(Attributes.get(dt, name));
  }

  private Period at(Object dt) {
    if (dt == Py.None) {
      return rules.fixed ? rules.always() : null;
    }
    return rules.atLocal(seconds(dt), year(dt), part(dt, "fold") != 0 ? 1 : 0);
  }

  @Method(value = "utcoffset(self, dt, /)", doc = "The offset from UTC at a time, as a timedelta.")
  static Object utcoffset(PyZoneInfo self, Object dt) {
    Period p = self.at(dt);
    return p == null ? Py.None : p.utcoffset();
  }

  @Method(value = "dst(self, dt, /)", doc = "The daylight saving time in the offset at a time, as a timedelta.")
  static Object dst(PyZoneInfo self, Object dt) {
    Period p = self.at(dt);
    return p == null ? Py.None : p.dstoffset();
  }

  @Method(value = "tzname(self, dt, /)", doc = "The zone's abbreviation at a time.")
  static Object tzname(PyZoneInfo self, Object dt) {
    Period p = self.at(dt);
    return p == null ? Py.None : p.name();
  }

  @Method(value = "fromutc(self, object, /)", doc = "The local time of a datetime in UTC.")
  static Object fromutc(PyZoneInfo self, Object dt, Interpreter interpreter) {
    Object datetime = Attributes.get(interpreter.importModule("datetime"), "datetime");
    if (!Py.isInstance(dt, (PyType) datetime)) {
      throw Errors.typeError("fromutc: argument must be a datetime");
    }
    if (Attributes.get(dt, "tzinfo") != self) {
      throw Errors.valueError("fromutc: dt.tzinfo is not self");
    }
    return self.rules.fromUtc(dt, seconds(dt), year(dt));
  }

  @Method("__reduce__(self, /)")
  static Object __reduce__(PyZoneInfo self, Interpreter interpreter) {
    if (self.file != null) {
      Object error = Attributes.get(interpreter.importModule("pickle"), "PicklingError");
      throw Errors.from(Call.call(error, "Cannot pickle a ZoneInfo file from a file stream."));
    }
    return PyTuple.of(Attributes.get(self.type(), "_unpickle"), PyTuple.of(self.key, Py.box(self.cached ? 1 : 0)));
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyZoneInfo self, Interpreter interpreter) {
    String name = self.type() == ZoneState.of(interpreter).zoneInfo ? "zoneinfo.ZoneInfo" : self.type().name();
    return Py.str(self.key != Py.None || self.file == null
        ? name + "(key=" + Py.javaRepr(self.key) + ")"
        : name + ".from_file(" + self.file + ")");
  }

  @Method("__str__(self, /)")
  static Object __str__(PyZoneInfo self, Interpreter interpreter) {
    return self.key == Py.None ? Py.repr(self) : Py.str(self.key);
  }
}
