package dev.tuff.stdlib.binary;

import dev.tuff.engine.bytes.BufferView;
import dev.tuff.engine.bytes.Buffers;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import java.util.concurrent.ConcurrentHashMap;

/** {@code _struct}: the functions, over a cache of compiled formats. */
public final class StructModule {
  static final PyType ERROR = PyType.builtin("struct.error", Exceptions.Exception, PyType.BASE_LAYOUT, null);
  private static final int CACHE_LIMIT = 100;

  private StructModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_struct", new StructModuleTable());
    m.set("__doc__", "Functions to convert between Python values and C structs.");
    m.set("Struct", PyStruct.TYPE);
    m.set("error", ERROR);
    m.state = new ConcurrentHashMap<Object, StructFormat>();
  }

  @SuppressWarnings("unchecked")
  private static StructFormat format(PyModule m, Object f) {
    ConcurrentHashMap<Object, StructFormat> cache = (ConcurrentHashMap<Object, StructFormat>) m.state;
    boolean cached = f instanceof String;
    StructFormat c = cached ? cache.get(f) : null;
    if (c == null) {
      PyStruct s = new PyStruct(PyStruct.TYPE);
      s.set(f);
      c = s.format();
      if (cached) {
        if (cache.size() >= CACHE_LIMIT) {
          cache.clear();
        }
        cache.put(f, c);
      }
    }
    return c;
  }

  private static Object first(Object[] args) {
    if (args.length == 0) {
      throw Errors.typeError("missing format argument");
    }
    return args[0];
  }

  @Function(value = "_clearcache()", doc = "Clear the internal cache.")
  @SuppressWarnings("unchecked")
  static void _clearcache(PyModule m) {
    ((ConcurrentHashMap<Object, StructFormat>) m.state).clear();
  }

  @Function(value = "calcsize(format, /)", doc = "Return size in bytes of the struct described by the format string.")
  static long calcsize(PyModule m, Object format) {
    return format(m, format).size;
  }

  @Function(value = "pack(*args)", textSignature = false, doc = "pack(format, v1, v2, ...) -> bytes\n\n"
      + "Return a bytes object containing the values v1, v2, ... packed according to the format string.")
  static Object pack(PyModule m, Object[] args) {
    return PyStruct.pack(format(m, first(args)), args, 1);
  }

  @Function(value = "pack_into(*args)", textSignature = false, doc = "pack_into(format, buffer, offset, v1, v2, ...)\n\n"
      + "Pack the values v1, v2, ... according to the format string and write them into the writable buffer starting at offset.")
  static void pack_into(PyModule m, Object[] args) {
    PyStruct.packInto(format(m, first(args)), args, 1);
  }

  @Function(value = "unpack(format, buffer, /)", doc = "Return a tuple containing values unpacked according to the format string.")
  static Object unpack(PyModule m, Object format, Object buffer) {
    StructFormat f = format(m, format);
    try (BufferView v = Buffers.get(buffer, false)) {
      return f.unpackAll(v);
    }
  }

  @Function(value = "unpack_from(format, /, buffer, offset=0)", doc = "Return a tuple containing values unpacked according to the format "
      + "string, from a place in a buffer.")
  static Object unpack_from(PyModule m, Object format, Object buffer, long offset) {
    return PyStruct.unpackFrom(format(m, format), buffer, offset);
  }

  @Function(value = "iter_unpack(format, buffer, /)", doc = "Return an iterator yielding tuples unpacked from the given bytes source.")
  static Object iter_unpack(PyModule m, Object format, Object buffer) {
    return PyStruct.iterUnpack(format(m, format), buffer);
  }
}
