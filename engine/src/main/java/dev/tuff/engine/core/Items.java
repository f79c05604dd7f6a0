package dev.tuff.engine.core;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.function.Descriptors;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;

/** Length, subscription and membership ("Emulating container types" of the data model). */
public final class Items {
  private Items() {}

  /** {@code len(o)}. */
  public static long length(Object o) {
    if (o instanceof String s) {
      return s.length();
    }
    Object f = Py.typeOf(o).slot(Special.LEN);
    if (f == null || f == Py.None) {
      throw Errors.typeError("object of type '" + Py.typeOf(o).fullName() + "' has no len()");
    }
    Object r = Call.method(f, o);
    if (!(r instanceof Long)) {
      r = PyInt.index(r);
    }
    if (r instanceof Long n) {
      if (n < 0) {
        throw Errors.valueError("__len__() should return >= 0");
      }
      return n;
    }
    if (((java.math.BigInteger) r).signum() < 0) {
      throw Errors.valueError("__len__() should return >= 0");
    }
    throw Errors.overflowError("cannot fit 'int' into an index-sized integer");
  }

  /**
   * What {@code container[key]} raises where a list or dict has no such item; null if it may have, or it takes more to know. For compiled code, which
   * need not throw it: an exception of Java's takes HotSpot 100 ns and more for each method on its way.
   */
  public static PyException absent(Object container, Object key) {
    if (container instanceof PyDict d) {
      return d.type() == PyDict.TYPE && d.plainContains(key) == 0 ? Errors.keyError(key) : null;
    }
    boolean outside = container instanceof PyList l && l.type() == PyList.TYPE && key instanceof Long i && (i >= l.size() || i < -l.size());
    return outside ? Errors.indexError("list index out of range") : null;
  }

  /** {@code len(o)} if it has one, else its {@code __length_hint__}, else {@code fallback}. */
  public static long lengthHint(Object o, long fallback) {
    PyType t = Py.typeOf(o);
    if (t.slot(Special.LEN) != null) {
      try {
        return length(o);
      } catch (PyException e) {
        if (!e.is(Exceptions.TypeError)) {
          throw e;
        }
      }
    }
    Object f = t.slot(Special.LENGTH_HINT);
    if (f == null) {
      return fallback;
    }
    Object r;
    try {
      r = Call.method(f, o);
    } catch (PyException e) {
      if (e.is(Exceptions.TypeError)) {
        return fallback;
      }
      throw e;
    }
    if (r == Py.NotImplemented) {
      return fallback;
    }
    if (!PyInt.isInt(r)) {
      throw Errors.typeError("__length_hint__ must be an integer, not " + Py.typeOf(r).fullName());
    }
    long n = Convert.toLong(r);
    if (n < 0) {
      throw Errors.valueError("__length_hint__() should return >= 0");
    }
    return n;
  }

  /** {@code o[key]}. */
  public static Object get(Object o, Object key) {
    if (key instanceof Long i) {
      if (o instanceof PyList l && l.type() == PyList.TYPE) {
        return l.getItem(i);
      }
      if (o instanceof PyTuple t && t.type() == PyTuple.TYPE) {
        return t.getItem(i);
      }
      if (o instanceof String) {
        return PyStr.item(o, i);
      }
    }
    if (o instanceof PyDict d && d.type() == PyDict.TYPE) {
      Object v = d.get(key);
      if (v != null) {
        return v;
      }
      throw Errors.keyError(key);
    }
    PyType t = Py.typeOf(o);
    Object f = t.slot(Special.GETITEM);
    if (f != null) {
      if (o instanceof PyDict d && f == PyDict.TYPE.slot(Special.GETITEM)) {
        Object v = d.get(key);
        if (v != null) {
          return v;
        }
      }
      return Call.method(f, o, key);
    }
    if (o instanceof PyType type) {
      if (type == PyType.TYPE) {
        return dev.tuff.engine.typing.PyGenericAlias.of(type, key);
      }
      Object g = type.lookup("__class_getitem__");
      if (g != null && g != Py.None) {
        return Call.call(Descriptors.get(g, null, type), key);
      }
      throw Errors.typeError("type '" + type.fullName() + "' is not subscriptable");
    }
    throw Errors.typeError("'" + t.fullName() + "' object is not subscriptable");
  }

  /** {@code o[key] = value}. */
  public static void set(Object o, Object key, Object value) {
    if (o instanceof PyDict d && d.type() == PyDict.TYPE) {
      d.put(key, value);
      return;
    }
    if (key instanceof Long i && o instanceof PyList l && l.type() == PyList.TYPE) {
      l.setItem(i, value);
      return;
    }
    Object f = Py.typeOf(o).slot(Special.SETITEM);
    if (f == null) {
      throw Errors.typeError("'" + Py.typeOf(o).fullName() + "' object does not support item assignment");
    }
    Call.method(f, o, key, value);
  }

  /** {@code del o[key]}. */
  public static void delete(Object o, Object key) {
    Object f = Py.typeOf(o).slot(Special.DELITEM);
    if (f == null) {
      throw Errors.typeError("'" + Py.typeOf(o).fullName() + "' object doesn't support item deletion");
    }
    Call.method(f, o, key);
  }

  /** {@code item in o}. */
  public static boolean contains(Object o, Object item) {
    if (o instanceof String s && item instanceof String t) {
      return dev.tuff.engine.text.StrSearch.contains(s, t);
    }
    PyType t = Py.typeOf(o);
    Object f = t.slot(Special.CONTAINS);
    if (f == Py.None) {
      throw Errors.typeError("'" + t.fullName() + "' object is not a container");
    }
    if (f != null) {
      return Py.truth(Call.method(f, o, item));
    }
    Object it;
    try {
      it = Iteration.iter(o);
    } catch (PyException e) {
      if (e.is(Exceptions.TypeError)) {
        throw Errors.typeError("argument of type '" + t.fullName() + "' is not a container or iterable");
      }
      throw e;
    }
    for (Object v; (v = Iteration.next(it)) != null; ) {
      if (Py.eq(v, item)) {
        return true;
      }
    }
    return false;
  }
}
