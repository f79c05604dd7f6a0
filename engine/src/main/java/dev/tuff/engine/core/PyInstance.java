package dev.tuff.engine.core;

/** An instance of a class written in Python, without a builtin base but {@code object}. */
public class PyInstance extends PyObject {
  public PyInstance(PyType type) {
    super(type);
  }

  /** A new instance of a class whose layout is object's. */
  public static PyInstance create(PyType type) {
    return type.slot(Special.DEL) == null ? new PyInstance(type) : new dev.tuff.engine.reference.PyFinalizedInstance(type);
  }
}
