package dev.tuff.engine.core;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.typing.PyUnion;

/** {@code isinstance} and {@code issubclass} ("Customizing instance and subclass checks" of the data model). */
public final class Classes {
  private Classes() {}

  public static boolean isInstance(Object o, Object cls) {
    if (cls == Py.typeOf(o)) {
      return true;
    }
    if (cls instanceof PyType t && t.type() == PyType.TYPE) {
      return plainIsInstance(o, t);
    }
    if (cls instanceof PyUnion u) {
      cls = u.args();
    }
    if (cls instanceof PyTuple t) {
      for (Object c : t.array()) {
        if (isInstance(o, c)) {
          return true;
        }
      }
      return false;
    }
    Object f = Attributes.special(cls, "__instancecheck__");
    return f != null ? Py.truth(Call.call(f, o)) : plainIsInstance(o, cls);
  }

  /** {@code type.__instancecheck__}. */
  static boolean plainIsInstance(Object o, Object cls) {
    PyType t = Py.typeOf(o);
    if (cls instanceof PyType c) {
      if (t.isSubtype(c)) {
        return true;
      }
      // a proxy may claim another class
      return t.lookup("__class__") != PyType.OBJECT.lookup("__class__") | t.slot(Special.GETATTRIBUTE) != PyType.OBJECT.slot(Special.GETATTRIBUTE)
          && !(o instanceof PyType)
          && Attributes.find(o, "__class__") instanceof PyType claimed && claimed != t && claimed.isSubtype(c);
    }
    if (!(Attributes.find(cls, "__bases__") instanceof PyTuple)) {
      throw Errors.typeError("isinstance() arg 2 must be a type, a tuple of types, or a union");
    }
    Object claimed = Attributes.find(o, "__class__");
    return claimed != null && abstractIsSubclass(claimed, cls);
  }

  public static boolean isSubclass(Object derived, Object cls) {
    if (cls instanceof PyType t && t.type() == PyType.TYPE) {
      return derived == cls || plainIsSubclass(derived, cls);
    }
    if (cls instanceof PyUnion u) {
      cls = u.args();
    }
    if (cls instanceof PyTuple t) {
      for (Object c : t.array()) {
        if (isSubclass(derived, c)) {
          return true;
        }
      }
      return false;
    }
    Object f = Attributes.special(cls, "__subclasscheck__");
    return f != null ? Py.truth(Call.call(f, derived)) : plainIsSubclass(derived, cls);
  }

  /** {@code type.__subclasscheck__}. */
  static boolean plainIsSubclass(Object derived, Object cls) {
    if (cls instanceof PyType c && derived instanceof PyType d) {
      return d.isSubtype(c);
    }
    if (!(Attributes.find(derived, "__bases__") instanceof PyTuple)) {
      throw Errors.typeError("issubclass() arg 1 must be a class");
    }
    if (!(Attributes.find(cls, "__bases__") instanceof PyTuple)) {
      throw Errors.typeError("issubclass() arg 2 must be a class, a tuple of classes, or a union");
    }
    return abstractIsSubclass(derived, cls);
  }

  /** By {@code __bases__}, for what only looks like a class. */
  private static boolean abstractIsSubclass(Object derived, Object cls) {
    if (derived == cls) {
      return true;
    }
    if (Attributes.find(derived, "__bases__") instanceof PyTuple bases) {
      for (Object b : bases.array()) {
        if (abstractIsSubclass(b, cls)) {
          return true;
        }
      }
    }
    return false;
  }
}
