package dev.tuff.engine.container;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/** {@code set}: what it has beyond {@link SetMethods} are the methods that change it. */
public final class PySet extends PySetBase {
  public static final PyType TYPE = PyType.builtin("set", PyType.OBJECT, PyType.UNHASHABLE | PyType.MATCH_SELF | PyType.WEAKREF,
      "Build an unordered collection of unique elements.", new SetMethodsTable(), new SetOperatorsTable(), new PySetTable());

  /** The shape of instances of the type itself: a constant for the compilers, which a field of the type is not. */
  public static final Shape SHAPE = TYPE.rootShape;

  public PySet() {
    super(TYPE);
  }

  public PySet(PyType type) {
    super(type);
  }

  public static PySet of(Object... items) {
    PySet s = new PySet();
    for (Object o : items) {
      s.insert(o);
    }
    return s;
  }

  public void add(Object o) {
    insert(o);
  }

  /** Adds an element; false, with nothing done, if that might take Python code. */
  public boolean plainAdd(Object o) {
    return plainInsert(o);
  }

  /** Removes an element; false if it was not there. */
  public boolean remove(Object o) {
    return delete(o);
  }

  public void clear() {
    reset();
  }

  @New(value = "set(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    return new PySet(cls);
  }

  @Method(value = "__init__(self, /, *args, **kwargs)", doc = "Initialize self.  See help(type(self)) for accurate signature.")
  static void __init__(PySet self, Object[] args, PyDict kwargs) {
    if (kwargs.size() > 0) {
      throw Errors.typeError("set() takes no keyword arguments");
    }
    Arguments.atMostOne("set", args);
    if (self.size() > 0) {
      self.reset();
    }
    if (args.length == 1) {
      self.addAll(args[0]);
    }
  }

  @Method(value = "add(self, object, /)", doc = "Add an element; nothing happens if it is there already.")
  static void add(PySet self, Object object) {
    self.insert(object);
  }

  @Method(value = "discard(self, object, /)", doc = "Remove an element if it is there.")
  static void discard(PySet self, Object object) {
    discarded(self, object);
  }

  private static boolean discarded(PySet self, Object object) {
    try {
      return self.delete(object);
    } catch (PyException e) {
      return self.delete(frozen(object, e));
    }
  }

  @Method(value = "remove(self, object, /)", doc = "Remove an element; KeyError if it is not there.")
  static void remove(PySet self, Object object) {
    if (!discarded(self, object)) {
      throw Errors.keyError(object);
    }
  }

  @Method(value = "pop(self, /)", doc = "Remove and return some element; KeyError if the set is empty.")
  static Object pop(PySet self) {
    Object v = self.pop();
    if (v == null) {
      throw Errors.keyError("pop from an empty set");
    }
    return v;
  }

  @Method(value = "clear(self, /)", doc = "Remove all elements.")
  static void clear(PySet self) {
    self.reset();
  }

  @Method(value = "copy(self, /)", doc = "Return a shallow copy of the set.")
  static Object copy(PySet self) {
    return SetAlgebra.copy(self);
  }

  @Method(value = "update(self, /, *others)", doc = "Add all elements of the others.")
  static void update(PySet self, Object[] others) {
    for (Object o : others) {
      self.addAll(o);
    }
  }

  @Method(value = "intersection_update(self, /, *others)", doc = "Keep only the elements that are in all others too.")
  static void intersection_update(PySet self, Object[] others) {
    self.take(SetAlgebra.intersection(self, others));
  }

  @Method(value = "difference_update(self, /, *others)", doc = "Remove all elements of the others.")
  static void difference_update(PySet self, Object[] others) {
    for (Object o : others) {
      SetAlgebra.subtract(self, o);
    }
  }

  @Method(value = "symmetric_difference_update(self, other, /)", doc = "Keep the elements that are in exactly one of the two.")
  static void symmetric_difference_update(PySet self, Object other) {
    SetAlgebra.symmetric(self, other);
  }

  @Method(value = "__ior__(self, value, /)", doc = "Return self|=value.")
  static Object __ior__(PySet self, Object value) {
    if (!(value instanceof PySetBase s)) {
      return Py.NotImplemented;
    }
    self.addSet(s);
    return self;
  }

  @Method(value = "__iand__(self, value, /)", doc = "Return self&=value.")
  static Object __iand__(PySet self, Object value) {
    if (!(value instanceof PySetBase s)) {
      return Py.NotImplemented;
    }
    self.take(SetAlgebra.intersection(self, s));
    return self;
  }

  @Method(value = "__isub__(self, value, /)", doc = "Return self-=value.")
  static Object __isub__(PySet self, Object value) {
    if (!(value instanceof PySetBase)) {
      return Py.NotImplemented;
    }
    SetAlgebra.subtract(self, value);
    return self;
  }

  @Method(value = "__ixor__(self, value, /)", doc = "Return self^=value.")
  static Object __ixor__(PySet self, Object value) {
    if (!(value instanceof PySetBase)) {
      return Py.NotImplemented;
    }
    SetAlgebra.symmetric(self, value);
    return self;
  }
}
