package dev.tuff.engine.core;

import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.exception.PyAttributeError;
import dev.tuff.engine.function.Descriptors;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.text.PyStr;

/** Attribute access ("Customizing attribute access" of the data model). Names are Java strings. */
public final class Attributes {
  private Attributes() {}

  /** {@code o.name}. */
  public static Object get(Object o, String name) {
    Object v = getOrNull(o, name);
    if (v == null) {
      throw Errors.attributeError(o, name);
    }
    return v;
  }

  /** The same; null where there is none, and nobody but {@code object} to say so: what compiled code raises need not be thrown. */
  public static Object getOrNull(Object o, String name) {
    PyType t = Py.typeOf(o);
    Object f = t.slot(Special.GETATTRIBUTE);
    if (f == objectGetattribute()) {
      Object fallback = t.slot(Special.GETATTR);
      if (fallback != null) {
        Object v = quiet(o, t, name);
        return v != null ? v : called(fallback, o, name);
      }
      return generic(o, t, name);
    }
    if (o instanceof PyModule m && f == moduleGetattribute() && t.slot(Special.GETATTR) == null) {
      return m.attribute(name);
    }
    return custom(o, t, f, name);
  }

  /** Whether {@code o.name} is surely not there, by {@code object}'s own rules and without a descriptor to ask. */
  public static boolean isAbsent(Object o, String name) {
    PyType t = Py.typeOf(o);
    return t.slot(Special.GETATTRIBUTE) == objectGetattribute() && t.slot(Special.GETATTR) == null && t.lookup(name) == null
        && !(o instanceof PyObject p && p.hasDict() && p.dictGet(name) != null);
  }

  private static Object custom(Object o, PyType t, Object f, String name) {
    if (t.slot(Special.GETATTR) == null) {
      return called(f, o, name);
    }
    try {
      return Call.method(f, o, Py.str(name));
    } catch (PyException e) {
      if (!e.is(Exceptions.AttributeError)) {
        throw e;
      }
      // it may have been deleted meanwhile
      Object fallback = Py.typeOf(o).slot(Special.GETATTR);
      if (fallback == null) {
        throw e;
      }
      return called(fallback, o, name);
    }
  }

  /** Calls a {@code __getattribute__} or {@code __getattr__}; its AttributeError learns of what there was no attribute. */
  private static Object called(Object f, Object o, String name) {
    try {
      return Call.method(f, o, Py.str(name));
    } catch (PyException e) {
      if (e.value instanceof PyAttributeError a && a.name == null && a.obj == null) {
        a.name = Py.str(name);
        a.obj = o;
      }
      throw e;
    }
  }

  /** {@code o.name}, or null instead of AttributeError. */
  public static Object find(Object o, String name) {
    PyType t = Py.typeOf(o);
    Object f = t.slot(Special.GETATTRIBUTE);
    if (t.slot(Special.GETATTR) == null
        && (f == objectGetattribute() || o instanceof PyModule m && f == moduleGetattribute() && !m.hasHook())) {
      return quiet(o, t, name);
    }
    try {
      return get(o, name);
    } catch (PyException e) {
      return absent(e);
    }
  }

  /** As {@link #generic}; null also where a descriptor raises AttributeError. */
  private static Object quiet(Object o, PyType t, String name) {
    try {
      return generic(o, t, name);
    } catch (PyException e) {
      return absent(e);
    }
  }

  private static Object absent(PyException e) {
    if (e.is(Exceptions.AttributeError)) {
      return null;
    }
    throw e;
  }

  private static Object moduleGetattribute() {
    return PyModule.TYPE.slot(Special.GETATTRIBUTE);
  }

  private static Object objectGetattribute() {
    return PyType.OBJECT.slot(Special.GETATTRIBUTE);
  }

  /** {@code object.__getattribute__(o, name)}; null when there is no such attribute. */
  public static Object generic(Object o, PyType t, String name) {
    Object descr = t.lookup(name);
    if (descr != null && Descriptors.isData(descr) && Descriptors.hasGet(descr)) {
      return Descriptors.get(descr, o, t);
    }
    if (o instanceof PyObject p && p.hasDict()) {
      Object v = p.dictGet(name);
      if (v != null) {
        return v;
      }
    }
    return descr == null ? null : Descriptors.bind(descr, o, t);
  }

  /** {@code o.name = value}. */
  public static void set(Object o, String name, Object value) {
    Object f = Py.typeOf(o).slot(Special.SETATTR);
    if (f == PyType.OBJECT.slot(Special.SETATTR)) {
      genericSet(o, name, value);
    } else {
      Call.method(f, o, Py.str(name), value);
    }
  }

  /** {@code del o.name}. */
  public static void delete(Object o, String name) {
    Object f = Py.typeOf(o).slot(Special.DELATTR);
    if (f == PyType.OBJECT.slot(Special.DELATTR)) {
      genericSet(o, name, null);
    } else {
      Call.method(f, o, Py.str(name));
    }
  }

  /** {@code object.__setattr__(o, name, value)}; with null, {@code object.__delattr__}. */
  public static void genericSet(Object o, String name, Object value) {
    PyType t = Py.typeOf(o);
    Object descr = t.lookup(name);
    if (descr != null && Descriptors.set(descr, o, value)) {
      return;
    }
    if (o instanceof PyObject p && p.hasDict()) {
      if (value != null) {
        p.dictSet(name, value);
        return;
      }
      if (p.dictDel(name)) {
        return;
      }
      throw Errors.attributeError(o, name);
    }
    if (descr == null) {
      String tail = " object has no attribute '" + name + "'";
      if (!t.instancesHaveDict() && value != null) {
        tail += " and no __dict__ for setting new attributes";
      }
      throw Errors.attributeError("'" + t.fullName() + "'" + tail, o, name);
    }
    throw Errors.attributeError("'" + t.fullName() + "' object attribute '" + name + "' is read-only", o, name);
  }

  /** A special method called implicitly: looked up on the type, bound; null if there is none. */
  public static Object special(Object o, String name) {
    PyType t = Py.typeOf(o);
    Object f = t.lookup(name);
    return f == null ? null : Descriptors.bind(f, o, t);
  }

  /** The Java text of an attribute name given by Python code. */
  public static String name(Object name) {
    if (name instanceof String s) {
      return s;
    }
    if (PyStr.isStr(name)) {
      return PyStr.java(name);
    }
    throw Errors.typeError("attribute name must be string, not '" + Py.typeOf(name).fullName() + "'");
  }
}
