package dev.tuff.engine.exception;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.expose.Setter;

/** {@code AttributeError}: knows the object and the name, from which suggestions are made. */
public final class PyAttributeError extends PyBaseException {
  /** {@code name} and {@code obj}; null for None. */
  public Object name;
  public Object obj;

  PyAttributeError(PyType type) {
    super(type);
  }

  /** An {@code AttributeError} with all that it can know. */
  public PyAttributeError(Object message, Object obj, Object name) {
    super(Exceptions.AttributeError);
    args = PyTuple.of(message);
    this.name = name;
    this.obj = obj;
  }

  @New(value = "AttributeError(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    PyAttributeError e = new PyAttributeError(cls);
    e.args = PyTuple.of(args);
    return e;
  }

  @Method("__init__(self, /, *args, name=<null>, obj=<null>)")
  static void __init__(PyAttributeError self, Object[] args, Object name, Object obj) {
    self.args = PyTuple.of(args);
    self.name = name;
    self.obj = obj;
  }

  /** The object is left out: it may be anything, and pickling it may fail. */
  @Method(value = "__getstate__(self, /)", doc = "Helper for pickle.")
  static Object __getstate__(PyAttributeError self) {
    PyDict own = self.attributes();
    if (self.name == null && own == null) {
      return self.args.size() == 0 ? Py.None : stateOf(self, new PyDict());
    }
    return stateOf(self, own == null ? new PyDict() : own.copyExact());
  }

  private static PyDict stateOf(PyAttributeError self, PyDict state) {
    if (self.name != null) {
      state.putStr("name", self.name);
    }
    if (self.args.size() > 0) {
      state.putStr("args", self.args);
    }
    return state;
  }

  @Method(value = "__reduce__(self, /)", doc = "Helper for pickle.")
  static Object __reduce__(PyAttributeError self) {
    return PyTuple.of(self.type(), self.args, __getstate__(self));
  }

  @Getter(value = "name", member = true, doc = "attribute name")
  static Object getName(PyAttributeError self) {
    return orNone(self.name);
  }

  @Setter("name")
  static void setName(PyAttributeError self, Object value) {
    self.name = value;
  }

  @Getter(value = "obj", member = true, doc = "object")
  static Object getObj(PyAttributeError self) {
    return orNone(self.obj);
  }

  @Setter("obj")
  static void setObj(PyAttributeError self, Object value) {
    self.obj = value;
  }
}
