package dev.tuff.engine.function;

import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.expose.Setter;

/** {@code property}. A function that is absent is null. */
public final class PyProperty extends PyObject {
  public static final PyType TYPE = PyType.builtin("property", PyType.OBJECT, 0,
      "An attribute computed by functions: fget to get it, fset to set it, fdel to delete it.", new PyPropertyTable());

  private Object fget;
  private Object fset;
  private Object fdel;
  private Object doc;

  /** Whether {@link #doc} is the getter's. */
  private boolean getterDoc;

  /** As {@code __set_name__} or the program said; null if neither did. */
  private Object name;

  private PyProperty(PyType type) {
    super(type);
  }

  /** {@code fget}, or null. */
  public Object getter() {
    return fget;
  }

  /** {@code fset}, or null. */
  public Object setter() {
    return fset;
  }

  /** The value for {@code instance}: {@code fget(instance)}. */
  public Object get(Object instance) {
    if (fget == null) {
      throw missing(instance, "getter");
    }
    return Call.call(fget, instance);
  }

  /** {@code fset(instance, value)}; with null, {@code fdel(instance)}. */
  void set(Object instance, Object value) {
    if (value == null) {
      if (fdel == null) {
        throw missing(instance, "deleter");
      }
      Call.call(fdel, instance);
    } else {
      if (fset == null) {
        throw missing(instance, "setter");
      }
      Call.call(fset, instance, value);
    }
  }

  private PyException missing(Object instance, String what) {
    Object n = nameOrNull(this);
    Object owner = Attributes.find(Py.typeOf(instance), "__qualname__");
    String of = owner == null ? "" : " of " + Py.javaRepr(owner) + " object";
    return Errors.attributeError("property" + (n == null ? "" : " " + Py.javaRepr(n)) + of + " has no " + what);
  }

  private static Object nameOrNull(PyProperty self) {
    if (self.name != null) {
      return self.name;
    }
    return self.fget == null ? null : Attributes.find(self.fget, "__name__");
  }

  private static Object orNull(Object o) {
    return o == Py.None ? null : o;
  }

  private static Object orNone(Object o) {
    return o == null ? Py.None : o;
  }

  @New(value = "property(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, dev.tuff.engine.container.PyDict kwargs) {
    return new PyProperty(cls);
  }

  @Method("__init__(self, /, fget=None, fset=None, fdel=None, doc=None)")
  static void __init__(PyProperty self, Object fget, Object fset, Object fdel, Object doc) {
    self.fget = orNull(fget);
    self.fset = orNull(fset);
    self.fdel = orNull(fdel);
    self.name = null;
    self.getterDoc = false;
    Object text = orNull(doc);
    if (text == null && self.fget != null) {
      Object d = Attributes.find(self.fget, "__doc__");
      text = d == null ? null : orNull(d);
      self.getterDoc = text != null;
    }
    if (self.type() == TYPE) {
      self.doc = text;
      return;
    }
    // the class of a subclass has a __doc__ of its own, which hides the field
    try {
      Attributes.set(self, "__doc__", orNone(text));
    } catch (PyException e) {
      if (self.getterDoc || !e.is(Exceptions.AttributeError)) {
        throw e;
      }
    }
  }

  private Object copy(Object get, Object set, Object del) {
    get = get == Py.None ? orNone(fget) : get;
    boolean own = getterDoc && get != Py.None;
    Object made = Call.call(type(), get, set == Py.None ? orNone(fset) : set, del == Py.None ? orNone(fdel) : del,
        own ? Py.None : orNone(doc));
    if (made instanceof PyProperty p) {
      p.name = name;
    }
    return made;
  }

  @Method(value = "getter(self, object, /)", doc = "A copy of the property with another getter.", textSignature = false)
  static Object getter(PyProperty self, Object f) {
    return self.copy(f, Py.None, Py.None);
  }

  @Method(value = "setter(self, object, /)", doc = "A copy of the property with another setter.", textSignature = false)
  static Object setter(PyProperty self, Object f) {
    return self.copy(Py.None, f, Py.None);
  }

  @Method(value = "deleter(self, object, /)", doc = "A copy of the property with another deleter.", textSignature = false)
  static Object deleter(PyProperty self, Object f) {
    return self.copy(Py.None, Py.None, f);
  }

  @Method(value = "__set_name__(self, /, *args)", doc = "Tell the property its name.", textSignature = false)
  static void __set_name__(PyProperty self, Object[] args) {
    if (args.length != 2) {
      throw Errors.typeError("__set_name__() takes 2 positional arguments but " + args.length + " were given");
    }
    self.name = args[1];
  }

  @Method("__get__(self, instance, owner=None, /)")
  static Object __get__(PyProperty self, Object instance, Object owner) {
    return instance == Py.None ? self : self.get(instance);
  }

  @Method("__set__(self, instance, value, /)")
  static void __set__(PyProperty self, Object instance, Object value) {
    self.set(instance, value);
  }

  @Method("__delete__(self, instance, /)")
  static void __delete__(PyProperty self, Object instance) {
    self.set(instance, null);
  }

  @Getter(value = "fget", member = true)
  static Object getFget(PyProperty self) {
    return orNone(self.fget);
  }

  @Getter(value = "fset", member = true)
  static Object getFset(PyProperty self) {
    return orNone(self.fset);
  }

  @Getter(value = "fdel", member = true)
  static Object getFdel(PyProperty self) {
    return orNone(self.fdel);
  }

  @Getter(value = "__doc__", member = true)
  static Object getDoc(PyProperty self) {
    return orNone(self.doc);
  }

  @Setter("__doc__")
  static void setDoc(PyProperty self, Object value) {
    self.doc = value;
  }

  @Getter("__name__")
  static Object getName(PyProperty self) {
    Object n = nameOrNull(self);
    if (n == null) {
      throw Errors.attributeError(self, "__name__");
    }
    return n;
  }

  @Setter("__name__")
  static void setName(PyProperty self, Object value) {
    self.name = value;
  }

  @Getter("__isabstractmethod__")
  static boolean isAbstract(PyProperty self) {
    return self.fget != null && Wrapping.isAbstract(self.fget)
        || self.fset != null && Wrapping.isAbstract(self.fset)
        || self.fdel != null && Wrapping.isAbstract(self.fdel);
  }
}
