package dev.tuff.engine.function;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.expose.Setter;

/** {@code staticmethod}. */
public final class PyStaticMethod extends PyObject {
  public static final PyType TYPE = PyType.builtin("staticmethod", PyType.OBJECT, PyType.HAS_DICT | PyType.WEAKREF,
      "A method that takes no receiver.", new PyStaticMethodTable());

  private Object function;

  public PyStaticMethod(Object function) {
    this(TYPE, function);
  }

  private PyStaticMethod(PyType type, Object function) {
    super(type);
    this.function = function;
  }

  public Object function() {
    return function;
  }

  @Override
  public Object call(Object[] args, String[] kw) {
    return dev.tuff.engine.core.Call.call(function, args, kw);
  }

  @New(value = "staticmethod(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, dev.tuff.engine.container.PyDict kwargs) {
    if (cls == TYPE && kwargs.size() > 0) {
      throw Errors.typeError("staticmethod() takes no keyword arguments");
    }
    if (cls == TYPE && args.length != 1) {
      throw Errors.typeError("staticmethod expected 1 argument, got " + args.length);
    }
    return new PyStaticMethod(cls, Py.None);
  }

  @Method("__init__(self, function, /)")
  static void __init__(PyStaticMethod self, Object function) {
    self.function = function;
    Wrapping.copyAttributes(self, function);
  }

  @Method("__get__(self, instance, owner=None, /)")
  static Object __get__(PyStaticMethod self, Object instance, Object owner) {
    return self.function;
  }

  @Method("__call__(self, /, *args, **kwargs)")
  static Object __call__(PyStaticMethod self, Object[] args, PyDict kwargs) {
    return self.call(Keywords.values(args, kwargs), Keywords.names(kwargs));
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyStaticMethod self) {
    return Py.str("<staticmethod(" + Py.javaRepr(self.function) + ")>");
  }

  @Getter(value = "__func__", member = true)
  static Object getFunction(PyStaticMethod self) {
    return self.function;
  }

  @Getter(value = "__wrapped__", member = true)
  static Object getWrapped(PyStaticMethod self) {
    return self.function;
  }

  @Getter("__isabstractmethod__")
  static Object isAbstract(PyStaticMethod self) {
    return Wrapping.isAbstract(self.function);
  }

  @Getter("__dict__")
  static Object getDict(PyStaticMethod self) {
    return self.dict();
  }

  @Setter("__dict__")
  static void setDict(PyStaticMethod self, Object value) {
    Wrapping.setDict(self, value);
  }

  @Getter("__annotations__")
  static Object getAnnotations(PyStaticMethod self) {
    return Wrapping.wrapped(self, self.function, "__annotations__");
  }

  @Setter("__annotations__")
  static void setAnnotations(PyStaticMethod self, Object value) {
    Wrapping.setWrapped(self, "__annotations__", value);
  }

  @Getter("__annotate__")
  static Object getAnnotate(PyStaticMethod self) {
    return Wrapping.wrapped(self, self.function, "__annotate__");
  }

  @Setter("__annotate__")
  static void setAnnotate(PyStaticMethod self, Object value) {
    Wrapping.setWrapped(self, "__annotate__", value);
  }

  @ClassMethod(value = "__class_getitem__(type, object, /)", doc = "See PEP 585")
  static Object __class_getitem__(PyType cls, Object item) {
    return dev.tuff.engine.typing.PyGenericAlias.of(cls, item);
  }
}
