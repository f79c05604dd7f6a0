package dev.tuff.engine.core;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.expose.Setter;
import dev.tuff.engine.text.PyStr;

/** The methods of {@code object}. */
final class ObjectMethods {
  private ObjectMethods() {}

  @New("object(*args, **kwargs)")
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    if (args.length > 0 || kwargs.size() > 0) {
      if (cls.slot(Special.NEW) != PyType.OBJECT.slot(Special.NEW)) {
        throw Errors.typeError("object.__new__() takes exactly one argument (the type to instantiate)");
      }
      if (cls.slot(Special.INIT) == PyType.OBJECT.slot(Special.INIT)) {
        throw Errors.typeError(cls.name() + "() takes no arguments");
      }
    }
    if (cls.has(PyType.NO_NEW)) {
      throw Errors.typeError("cannot create '" + cls.fullName() + "' instances");
    }
    if (cls.has(PyType.ABSTRACT)) {
      throw abstractError(cls);
    }
    if (cls.layout != PyType.OBJECT) {
      throw Errors.typeError("object.__new__(" + cls.name() + ") is not safe, use " + cls.layout.name() + ".__new__()");
    }
    return PyInstance.create(cls);
  }

  private static PyException abstractError(PyType cls) {
    Object[] names = Iteration.toArray(Attributes.get(cls, "__abstractmethods__"));
    java.util.Arrays.sort(names, (a, b) -> PyStr.java(a).compareTo(PyStr.java(b)));
    StringBuilder b = new StringBuilder();
    for (Object n : names) {
      b.append(b.isEmpty() ? "'" : ", '").append(PyStr.java(n)).append('\'');
    }
    return Errors.typeError("Can't instantiate abstract class " + cls.name() + " without an implementation for abstract method"
        + (names.length > 1 ? "s " : " ") + b);
  }

  @Method(value = "__init__(self, /, *args, **kwargs)", doc = "Initialize self.  See help(type(self)) for accurate signature.")
  static void __init__(Object self, Object[] args, PyDict kwargs) {
    if (args.length == 0 && kwargs.size() == 0) {
      return;
    }
    PyType t = Py.typeOf(self);
    if (t.slot(Special.INIT) != PyType.OBJECT.slot(Special.INIT)) {
      throw Errors.typeError("object.__init__() takes exactly one argument (the instance to initialize)");
    }
    if (t.slot(Special.NEW) == PyType.OBJECT.slot(Special.NEW)) {
      throw Errors.typeError(t.name() + ".__init__() takes exactly one argument (the instance to initialize)");
    }
  }

  @Method(value = "__getattribute__(self, name, /)", doc = "Return getattr(self, name).")
  static Object __getattribute__(Object self, Object name) {
    String n = Attributes.name(name);
    Object v = Attributes.generic(self, Py.typeOf(self), n);
    if (v == null) {
      throw Errors.attributeError(self, n);
    }
    return v;
  }

  @Method(value = "__setattr__(self, name, value, /)", doc = "Implement setattr(self, name, value).")
  static void __setattr__(Object self, Object name, Object value) {
    checkOwn(self, "__setattr__");
    Attributes.genericSet(self, Attributes.name(name), value);
  }

  @Method(value = "__delattr__(self, name, /)", doc = "Implement delattr(self, name).")
  static void __delattr__(Object self, Object name) {
    checkOwn(self, "__delattr__");
    Attributes.genericSet(self, Attributes.name(name), null);
  }

  /** object's setter must not be used to get around that of a builtin type. */
  private static void checkOwn(Object self, String method) {
    PyType t = Py.typeOf(self);
    if (t.isSubtype(PyType.TYPE)) {
      throw Errors.typeError("can't apply this " + method + " to " + t.name() + " object");
    }
  }

  @Method(value = "__eq__(self, value, /)", doc = "Return self==value.")
  static Object __eq__(Object self, Object value) {
    return Py.is(self, value) ? Boolean.TRUE : Py.NotImplemented;
  }

  @Method(value = "__ne__(self, value, /)", doc = "Return self!=value.")
  static Object __ne__(Object self, Object value) {
    Object f = Py.typeOf(self).slot(Special.EQ);
    Object r = Call.method(f, self, value);
    return r == Py.NotImplemented ? r : (Object) !Py.truth(r);
  }

  @Method(value = "__lt__(self, value, /)", doc = "Return self<value.")
  static Object __lt__(Object self, Object value) {
    return Py.NotImplemented;
  }

  @Method(value = "__le__(self, value, /)", doc = "Return self<=value.")
  static Object __le__(Object self, Object value) {
    return Py.NotImplemented;
  }

  @Method(value = "__gt__(self, value, /)", doc = "Return self>value.")
  static Object __gt__(Object self, Object value) {
    return Py.NotImplemented;
  }

  @Method(value = "__ge__(self, value, /)", doc = "Return self>=value.")
  static Object __ge__(Object self, Object value) {
    return Py.NotImplemented;
  }

  @Method(value = "__hash__(self, /)", doc = "Return hash(self).")
  static long __hash__(Object self) {
    return Hashing.identity(self);
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(Object self) {
    return Py.str("<" + TypeMethods.qualifiedName(Py.typeOf(self)) + " object at 0x" + Identity.hex(self) + ">");
  }

  @Method(value = "__str__(self, /)", doc = "Return str(self).")
  static Object __str__(Object self) {
    return Py.repr(self);
  }

  @Method(value = "__format__(self, format_spec, /)", doc = "Default object formatter; only the empty format is supported.")
  static Object __format__(Object self, Object spec) {
    if (!PyStr.isStr(spec)) {
      throw Errors.typeError("__format__() argument must be str, not " + Py.typeOf(spec).name());
    }
    if (!PyStr.java(spec).isEmpty()) {
      throw Errors.typeError("unsupported format string passed to " + Py.typeOf(self).name() + ".__format__");
    }
    return Py.str(self);
  }

  @Method(value = "__dir__(self, /)", doc = "Default dir() implementation.")
  static Object __dir__(Object self) {
    PyDict names = new PyDict();
    Object d = Attributes.find(self, "__dict__");
    if (d instanceof PyDict dict) {
      names.update(dict);
    }
    Object cls = Attributes.find(self, "__class__");
    if (cls != null) {
      TypeMethods.mergeClassDict(names, cls);
    }
    return PyList.of(names.keysArray());
  }

  @Method(value = "__sizeof__(self, /)", doc = "An estimate of the object's size in memory, in bytes.")
  static long __sizeof__(Object self) {
    return 16 + (self instanceof PyObject o ? 8L * o.slots.length : 0);
  }

  @Method(value = "__reduce__(self, /)", doc = "Helper for pickle.")
  static Object __reduce__(Object self) {
    return Reduction.reduce(self, 0);
  }

  @Method(value = "__reduce_ex__(self, protocol, /)", doc = "Helper for pickle.")
  static Object __reduce_ex__(Object self, int protocol) {
    Object f = Py.typeOf(self).lookup("__reduce__");
    if (f != PyType.OBJECT.lookup("__reduce__")) {
      return Call.call(Attributes.get(self, "__reduce__"));
    }
    return Reduction.reduce(self, protocol);
  }

  @Method(value = "__getstate__(self, /)", doc = "Helper for pickle.")
  static Object __getstate__(Object self) {
    return Reduction.state(self);
  }

  @ClassMethod(value = "__init_subclass__(type, /)", doc = "Called when the class is subclassed; does nothing by default.")
  static void __init_subclass__(PyType cls) {}

  @ClassMethod(value = "__subclasshook__(type, object, /)", doc = "Abstract classes override this to customize issubclass().",
      textSignature = false)
  static Object __subclasshook__(PyType cls, Object other) {
    return Py.NotImplemented;
  }

  @Getter(value = "__class__", doc = "the object's class")
  static Object getClass(Object self) {
    return Py.typeOf(self);
  }

  @Setter("__class__")
  static void setClass(Object self, Object value) {
    TypeMethods.assignClass(self, value);
  }
}
