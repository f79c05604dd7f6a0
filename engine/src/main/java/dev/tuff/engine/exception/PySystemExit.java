package dev.tuff.engine.exception;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.expose.Setter;

/** {@code SystemExit}: carries the exit status. */
public final class PySystemExit extends PyBaseException {
  /** {@code code}; null for None. */
  public Object code;

  PySystemExit(PyType type) {
    super(type);
  }

  @Override
  void init(Object[] args) {
    code = args.length == 0 ? null : args.length == 1 ? args[0] : this.args;
  }

  @New(value = "SystemExit(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    PySystemExit e = new PySystemExit(cls);
    e.args = PyTuple.of(args);
    return e;
  }

  @Method("__init__(self, /, *args, **kwargs)")
  static void __init__(PySystemExit self, Object[] args, PyDict kwargs) {
    PyBaseException.__init__(self, args, kwargs);
    self.init(args);
  }

  @Getter(value = "code", member = true, doc = "exit status")
  static Object getCode(PySystemExit self) {
    return orNone(self.code);
  }

  @Setter("code")
  static void setCode(PySystemExit self, Object value) {
    self.code = value;
  }
}
