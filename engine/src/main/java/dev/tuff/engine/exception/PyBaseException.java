package dev.tuff.engine.exception;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/** An exception. What only some kinds have ({@code OSError.errno}, {@code StopIteration.value}, …) are named fields. */
public class PyBaseException extends PyObject {
  public PyTuple args = PyTuple.EMPTY;

  /** {@code __traceback__}, {@code __context__}, {@code __cause__}: null for None. */
  public Object traceback;
  public PyBaseException context;
  public PyBaseException cause;
  public boolean suppressContext;

  public PyBaseException(PyType type) {
    super(type);
  }

  /** {@code type(*args)} for a builtin type: by its {@code __new__} and {@code __init__}. */
  public static PyBaseException create(PyType type, Object... args) {
    return (PyBaseException) type.call(args, null);
  }

  /** Sets one of the attributes that this kind of exception has beside args. */
  public void setField(String name, Object value) {
    dictSet(name, value);
  }

  @New(value = "BaseException(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, dev.tuff.engine.container.PyDict kwargs) {
    PyBaseException e = new PyBaseException(cls);
    e.args = PyTuple.of(args);
    return e;
  }

  @Method("__init__(self, /, *args, **kwargs)")
  static void __init__(PyBaseException self, Object[] args, dev.tuff.engine.container.PyDict kwargs) {
    self.args = PyTuple.of(args);
  }

  @Method("__str__(self, /)")
  static Object __str__(PyBaseException self) {
    return switch (self.args.size()) {
      case 0 -> "";
      case 1 -> Py.str(self.args.get(0));
      default -> Py.str((Object) self.args);
    };
  }
}
