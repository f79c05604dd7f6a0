package dev.tuff.engine.exception;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.expose.Setter;

/** {@code StopIteration}: carries what a generator returned. */
public final class PyStopIteration extends PyBaseException {
  /** {@code value}; null for None. */
  public Object value;

  PyStopIteration(PyType type) {
    super(type);
  }

  @Override
  void init(Object[] args) {
    value = args.length == 0 ? null : args[0];
  }

  @New(value = "StopIteration(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    PyStopIteration e = new PyStopIteration(cls);
    e.args = PyTuple.of(args);
    return e;
  }

  @Method("__init__(self, /, *args, **kwargs)")
  static void __init__(PyStopIteration self, Object[] args, PyDict kwargs) {
    PyBaseException.__init__(self, args, kwargs);
    self.init(args);
  }

  @Getter(value = "value", member = true, doc = "what the generator returned")
  static Object getValue(PyStopIteration self) {
    return orNone(self.value);
  }

  @Setter("value")
  static void setValue(PyStopIteration self, Object value) {
    self.value = value;
  }
}
