package dev.tuff.engine.typing;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;

/** {@code typing.Union}: {@code X | Y} of types (PEP 604). */
public final class PyUnion extends PyObject {
  public static final PyType TYPE = PyType.builtin("typing.Union", PyType.OBJECT, PyType.FINAL, "Represent a union type", new PyUnionTable());

  private final PyTuple args;

  PyUnion(PyTuple args) {
    super(TYPE);
    this.args = args;
  }

  /** {@code a | b} where one is a type; NotImplemented if the other is none. */
  public static Object or(Object a, Object b) {
    return new PyUnion(Py.tuple(a, b));
  }

  @Getter(value = "__args__", member = true)
  static Object getArgs(PyUnion self) {
    return self.args;
  }
}
