package dev.tuff.engine.function;

import dev.tuff.compiler.Code;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.interp.PyFrame;

/** {@code super}: attributes of {@code obj} looked up behind {@code type} in the MRO of {@code obj}'s class. */
public final class PySuper extends PyObject {
  public static final PyType TYPE = PyType.builtin("super", PyType.OBJECT, 0,
      "super() -> same as super(__class__, <first argument>)\nsuper(type) -> unbound super object\n"
          + "super(type, obj) -> bound super object; requires isinstance(obj, type)\n"
          + "super(type, type2) -> bound super object; requires issubclass(type2, type)",
      new PySuperTable());

  private PyType thisClass;

  /** The object (or class) and the class whose MRO is searched; null while unbound. */
  private Object self;
  private PyType selfClass;

  private PySuper(PyType type) {
    super(type);
  }

  /**
   * The attribute that {@code super(type, self).name} finds in a class, unbound; null if there is none there. {@code start} is what
   * {@link #classOf} gave for self.
   */
  public static Object find(PyType type, PyType start, String name) {
    return start.lookupAfter(type, name);
  }

  /** {@code super(type, self).name}. */
  public static Object attribute(Object type, Object self, String name) {
    if (!(type instanceof PyType t)) {
      throw Errors.typeError("super() argument 1 must be a type, not " + Py.typeOf(type).name());
    }
    PyType start = classOf(t, self);
    Object found = name.equals("__class__") ? null : find(t, start, name);
    if (found != null) {
      return Descriptors.get(found, start == self ? null : self, start);
    }
    PySuper s = new PySuper(TYPE);
    s.set(t, self);
    return Attributes.get(s, name);
  }

  /** The class whose MRO {@code super(type, self)} goes along; an error if self has nothing to do with type. */
  public static PyType classOf(PyType type, Object self) {
    if (self instanceof PyType t && t.isSubtype(type)) {
      return t;
    }
    PyType t = Py.typeOf(self);
    if (t.isSubtype(type)) {
      return t;
    }
    if (Attributes.find(self, "__class__") instanceof PyType claimed && claimed != t && claimed.isSubtype(type)) {
      return claimed;
    }
    String what = self instanceof PyType c ? "type " + c.name() : "instance of " + t.name();
    throw Errors.typeError("super(type, obj): obj (" + what + ") is not an instance or subtype of type (" + type.name() + ").");
  }

  private void set(PyType type, Object obj) {
    thisClass = type;
    self = obj;
    selfClass = obj == null ? null : classOf(type, obj);
  }

  @New(value = "super(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    return new PySuper(cls);
  }

  @Method("__init__(self, /, *args, **kwargs)")
  static void __init__(PySuper self, Object[] args, PyDict kwargs) {
    if (kwargs.size() > 0) {
      throw Errors.typeError("super() takes no keyword arguments");
    }
    if (args.length > 2) {
      throw Errors.typeError("super() expected at most 2 arguments, got " + args.length);
    }
    if (args.length == 0) {
      self.fromFrame(ThreadState.current().frame);
      return;
    }
    if (!(args[0] instanceof PyType type)) {
      throw Errors.typeError("super() argument 1 must be a type, not " + Py.typeOf(args[0]).name());
    }
    self.set(type, args.length == 1 || args[1] == Py.None ? null : args[1]);
  }

  /** {@code super()}: the class from the cell {@code __class__}, the object from the first parameter. */
  private void fromFrame(PyFrame frame) {
    if (frame == null) {
      throw Errors.runtimeError("super(): no current frame");
    }
    Code code = frame.code.code;
    if (code.argCount == 0) {
      throw Errors.runtimeError("super(): no arguments");
    }
    Object first = frame.fast[0];
    if ((code.localsPlusKinds[0] & Code.FAST_CELL) != 0 && first instanceof PyCell c) {
      first = c.value;
    }
    if (first == null) {
      throw Errors.runtimeError("super(): arg[0] deleted");
    }
    for (int i = 0; i < code.localsPlusNames.length; i++) {
      if ((code.localsPlusKinds[i] & Code.FAST_FREE) != 0 && code.localsPlusNames[i].equals("__class__")) {
        if (!(frame.fast[i] instanceof PyCell cell)) {
          throw Errors.runtimeError("super(): bad __class__ cell");
        }
        if (cell.value == null) {
          throw Errors.runtimeError("super(): empty __class__ cell");
        }
        if (!(cell.value instanceof PyType type)) {
          throw Errors.runtimeError("super(): __class__ is not a type (" + Py.typeOf(cell.value).name() + ")");
        }
        set(type, first);
        return;
      }
    }
    throw Errors.runtimeError("super(): __class__ cell not found");
  }

  @Method("__getattribute__(self, name, /)")
  static Object __getattribute__(PySuper self, Object name) {
    String n = Attributes.name(name);
    if (self.selfClass != null && !n.equals("__class__")) {
      Object found = find(self.thisClass, self.selfClass, n);
      if (found != null) {
        return Descriptors.get(found, self.selfClass == self.self ? null : self.self, self.selfClass);
      }
    }
    Object v = Attributes.generic(self, self.type(), n);
    if (v == null) {
      throw Errors.attributeError(self, n);
    }
    return v;
  }

  @Method("__get__(self, instance, owner=None, /)")
  static Object __get__(PySuper self, Object instance, Object owner) {
    if (instance == Py.None || self.self != null) {
      return self;
    }
    if (self.type() != TYPE) {
      return self.type().call2(self.thisClass, instance);
    }
    PySuper bound = new PySuper(TYPE);
    bound.set(self.thisClass, instance);
    return bound;
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PySuper self) {
    String type = self.thisClass == null ? "NULL" : self.thisClass.name();
    return Py.str("<super: <class '" + type + "'>, " + (self.selfClass == null ? "NULL>" : "<" + self.selfClass.name() + " object>>"));
  }

  private static Object orNone(Object o) {
    return o == null ? Py.None : o;
  }

  @Getter(value = "__thisclass__", member = true, doc = "the class invoking super()")
  static Object getThisClass(PySuper self) {
    return orNone(self.thisClass);
  }

  @Getter(value = "__self__", member = true, doc = "the instance invoking super(); may be None")
  static Object getSelf(PySuper self) {
    return orNone(self.self);
  }

  @Getter(value = "__self_class__", member = true, doc = "the type of the instance invoking super(); may be None")
  static Object getSelfClass(PySuper self) {
    return orNone(self.selfClass);
  }
}
