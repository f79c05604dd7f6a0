package dev.tuff.engine.core;

/** An instance of a class written in Python, without a builtin base but {@code object}. */
public final class PyInstance extends PyObject {
  public PyInstance(PyType type) {
    super(type);
  }
}
