package dev.tuff.engine.exception;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.expose.Setter;

/** {@code NameError}: knows the name. */
public final class PyNameError extends PyBaseException {
  /** {@code name}; null for None. */
  public Object name;

  PyNameError(PyType type) {
    super(type);
  }

  /** A {@code NameError} or a subclass of it. */
  public PyNameError(PyType type, Object message, Object name) {
    super(type);
    args = PyTuple.of(message);
    this.name = name;
  }

  @New(value = "NameError(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    PyNameError e = new PyNameError(cls);
    e.args = PyTuple.of(args);
    return e;
  }

  @Method("__init__(self, /, *args, name=<null>)")
  static void __init__(PyNameError self, Object[] args, Object name) {
    self.args = PyTuple.of(args);
    self.name = name;
  }

  @Getter(value = "name", member = true, doc = "name")
  static Object getName(PyNameError self) {
    return orNone(self.name);
  }

  @Setter("name")
  static void setName(PyNameError self, Object value) {
    self.name = value;
  }
}
