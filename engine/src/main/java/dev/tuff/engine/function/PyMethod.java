package dev.tuff.engine.function;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Hashing;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/** {@code method}: a callable bound to its first argument. */
public final class PyMethod extends PyObject {
  public static final PyType TYPE = PyType.builtin("method", PyType.OBJECT, PyType.FINAL | PyType.WEAKREF,
      "A function bound to an instance.", new PyMethodTable());
  private static final Shape SHAPE = TYPE.rootShape;

  public final Object function;
  public final Object self;

  public PyMethod(Object function, Object self) {
    super(SHAPE);
    this.function = function;
    this.self = self;
  }

  @Override
  public Object call(Object[] args, String[] kw) {
    return Call.call(function, Call.prepend(self, args), kw);
  }

  @Override
  public Object call0() {
    return Call.object(function).call1(self);
  }

  @Override
  public Object call1(Object a) {
    return Call.object(function).call2(self, a);
  }

  @Override
  public Object call2(Object a, Object b) {
    return Call.object(function).call3(self, a, b);
  }

  @Override
  public Object call3(Object a, Object b, Object c) {
    return Call.object(function).call4(self, a, b, c);
  }

  @New("method(function, instance, /)")
  static Object __new__(PyType cls, Object function, Object instance) {
    if (Attributes.find(function, "__call__") == null) {
      throw Errors.typeError("first argument must be callable");
    }
    if (instance == Py.None) {
      throw Errors.typeError("instance must not be None");
    }
    return new PyMethod(function, instance);
  }

  @Method("__call__(self, /, *args, **kwargs)")
  static Object __call__(PyMethod self, Object[] args, PyDict kwargs) {
    return self.call(Keywords.values(args, kwargs), Keywords.names(kwargs));
  }

  @Method("__get__(self, instance, owner=None, /)")
  static Object __get__(PyMethod self, Object instance, Object owner) {
    return self;
  }

  /** Attributes that a method has not are its function's. */
  @Method("__getattribute__(self, name, /)")
  static Object __getattribute__(PyMethod self, Object name) {
    String n = Attributes.name(name);
    Object v = Attributes.generic(self, TYPE, n);
    return v != null ? v : Attributes.get(self.function, n);
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyMethod self) {
    Object name = Attributes.find(self.function, "__qualname__");
    if (name == null) {
      name = Attributes.find(self.function, "__name__");
    }
    return Py.str("<bound method " + (name == null || !dev.tuff.engine.text.PyStr.isStr(name) ? "?" : Py.javaString(name)) + " of "
        + Py.javaRepr(self.self) + ">");
  }

  @Method("__eq__(self, value, /)")
  static Object __eq__(PyMethod self, Object other) {
    return other instanceof PyMethod m ? (Object) (self.self == m.self && Py.eq(self.function, m.function)) : Py.NotImplemented;
  }

  @Method("__hash__(self, /)")
  static long __hash__(PyMethod self) {
    return Hashing.identity(self.self) * 31 ^ Py.hash(self.function);
  }

  @Method("__reduce__(self, /)")
  static Object __reduce__(PyMethod self) {
    Object getattr = dev.tuff.engine.core.Interpreter.current().builtins.dict().getStr("getattr");
    return Py.tuple(getattr, Py.tuple(self.self, Attributes.get(self.function, "__name__")));
  }

  @Getter(value = "__func__", member = true)
  static Object getFunction(PyMethod self) {
    return self.function;
  }

  @Getter(value = "__self__", member = true)
  static Object getSelf(PyMethod self) {
    return self.self;
  }

  @Getter("__doc__")
  static Object getDoc(PyMethod self) {
    Object d = Attributes.find(self.function, "__doc__");
    return d == null ? Py.None : d;
  }
}
