package dev.tuff.engine.function;

import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;

/** The descriptor protocol ("Implementing descriptors" of the data model); the builtin kinds without going through their methods. */
public final class Descriptors {
  private Descriptors() {}

  /** Whether an attribute of a class goes before the instance dictionary. */
  public static boolean isData(Object d) {
    if (!(d instanceof PyObject) || d instanceof PyFunction || d instanceof PyMethodDescr) {
      return false;
    }
    if (d instanceof PyMemberDescr || d instanceof PyGetSetDescr || d instanceof PyProperty) {
      return true;
    }
    PyType t = ((PyObject) d).type();
    return t.slot(Special.SET) != null || t.slot(Special.DELETE) != null;
  }

  /** Whether reading {@code d} from a class is more than getting {@code d}. */
  public static boolean isDescriptor(Object d) {
    return d instanceof PyObject && (d instanceof PyFunction || hasGet(d));
  }

  /** Whether a data descriptor can also be read: if not, the instance dictionary goes first. */
  public static boolean hasGet(Object d) {
    return d instanceof PyMemberDescr || d instanceof PyGetSetDescr || d instanceof PyProperty
        || ((PyObject) d).type().slot(Special.GET) != null;
  }

  /** {@code type(d).__get__(d, instance, type)}, or {@code d} itself if it is no descriptor; {@code instance} null for the class. */
  public static Object get(Object d, Object instance, PyType type) {
    if (!(d instanceof PyObject)) {
      return d;
    }
    if (instance != null) {
      return bind(d, instance, type);
    }
    if (d instanceof PyFunction || d instanceof PyMethodDescr || d instanceof PyType) {
      return d;
    }
    return general(d, Py.None, type);
  }

  /** As {@link #get}, with an instance. */
  public static Object bind(Object d, Object instance, PyType type) {
    if (d instanceof PyFunction f) {
      return new PyMethod(f, instance);
    }
    if (d instanceof PyMethodDescr m) {
      return m.bind(instance);
    }
    if (d instanceof PyMemberDescr m) {
      return m.getChecked(instance);
    }
    if (d instanceof PyGetSetDescr g) {
      return g.get(instance);
    }
    if (d instanceof PyProperty p && p.type() == PyProperty.TYPE) {
      return p.get(instance);
    }
    if (!(d instanceof PyObject) || d instanceof PyType) {
      return d;
    }
    return general(d, instance, type);
  }

  private static Object general(Object d, Object instance, PyType type) {
    Object f = ((PyObject) d).type().slot(Special.GET);
    return f == null ? d : Call.method(f, d, instance, type);
  }

  /** As {@link #get} for {@code super}: the instance may be a class. */
  public static Object bindSuper(Object d, Object instance, PyType type) {
    return instance == type ? general(d, Py.None, type) : bind(d, instance, type);
  }

  /** What {@code classmethod} gives: {@code f} bound to the class. */
  static Object bindClass(Object f, Object cls) {
    return new PyMethod(f, cls);
  }

  /** Sets through a data descriptor (with null: deletes); false if {@code d} is none. */
  public static boolean set(Object d, Object instance, Object value) {
    if (!(d instanceof PyObject o) || d instanceof PyFunction) {
      return false;
    }
    if (d instanceof PyMemberDescr m) {
      m.set(instance, value);
      return true;
    }
    if (d instanceof PyGetSetDescr g) {
      g.set(instance, value);
      return true;
    }
    if (d instanceof PyProperty p && p.type() == PyProperty.TYPE) {
      p.set(instance, value);
      return true;
    }
    PyType t = o.type();
    if (value != null) {
      Object f = t.slot(Special.SET);
      if (f == null) {
        return t.slot(Special.DELETE) != null && missing("__set__");
      }
      Call.method(f, d, instance, value);
      return true;
    }
    Object f = t.slot(Special.DELETE);
    if (f == null) {
      return t.slot(Special.SET) != null && missing("__delete__");
    }
    Call.method(f, d, instance);
    return true;
  }

  private static boolean missing(String method) {
    throw dev.tuff.engine.core.Errors.attributeError(method);
  }
}
