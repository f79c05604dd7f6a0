package dev.tuff.engine.function;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.expose.Setter;

/** {@code classmethod}. */
public final class PyClassMethod extends PyObject {
  public static final PyType TYPE = PyType.builtin("classmethod", PyType.OBJECT, PyType.HAS_DICT | PyType.WEAKREF,
      "A method that takes the class as its receiver.", new PyClassMethodTable());

  private Object function;

  public PyClassMethod(Object function) {
    this(TYPE, function);
  }

  private PyClassMethod(PyType type, Object function) {
    super(type);
    this.function = function;
  }

  public Object function() {
    return function;
  }

  @New(value = "classmethod(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, dev.tuff.engine.container.PyDict kwargs) {
    if (cls == TYPE && kwargs.size() > 0) {
      throw Errors.typeError("classmethod() takes no keyword arguments");
    }
    if (cls == TYPE && args.length != 1) {
      throw Errors.typeError("classmethod expected 1 argument, got " + args.length);
    }
    return new PyClassMethod(cls, Py.None);
  }

  @Method("__init__(self, function, /)")
  static void __init__(PyClassMethod self, Object function) {
    self.function = function;
    Wrapping.copyAttributes(self, function);
  }

  @Method("__get__(self, instance, owner=None, /)")
  static Object __get__(PyClassMethod self, Object instance, Object owner) {
    return Descriptors.bindClass(self.function, owner == Py.None ? Py.typeOf(instance) : owner);
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyClassMethod self) {
    return Py.str("<classmethod(" + Py.javaRepr(self.function) + ")>");
  }

  @Getter(value = "__func__", member = true)
  static Object getFunction(PyClassMethod self) {
    return self.function;
  }

  @Getter(value = "__wrapped__", member = true)
  static Object getWrapped(PyClassMethod self) {
    return self.function;
  }

  @Getter("__isabstractmethod__")
  static Object isAbstract(PyClassMethod self) {
    return Wrapping.isAbstract(self.function);
  }

  @Getter("__dict__")
  static Object getDict(PyClassMethod self) {
    return self.dict();
  }

  @Setter("__dict__")
  static void setDict(PyClassMethod self, Object value) {
    Wrapping.setDict(self, value);
  }

  @Getter("__annotations__")
  static Object getAnnotations(PyClassMethod self) {
    return Wrapping.wrapped(self, self.function, "__annotations__");
  }

  @Setter("__annotations__")
  static void setAnnotations(PyClassMethod self, Object value) {
    Wrapping.setWrapped(self, "__annotations__", value);
  }

  @Getter("__annotate__")
  static Object getAnnotate(PyClassMethod self) {
    return Wrapping.wrapped(self, self.function, "__annotate__");
  }

  @Setter("__annotate__")
  static void setAnnotate(PyClassMethod self, Object value) {
    Wrapping.setWrapped(self, "__annotate__", value);
  }

  @ClassMethod(value = "__class_getitem__(type, object, /)", doc = "See PEP 585")
  static Object __class_getitem__(PyType cls, Object item) {
    return dev.tuff.engine.typing.PyGenericAlias.of(cls, item);
  }
}
