package dev.tuff.engine.number;

import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;

/** {@code complex}. */
public final class PyComplex extends PyObject {
  public static final PyType TYPE = PyType.builtin("complex", PyType.OBJECT, 0, "Complex number.");

  public final double real;
  public final double imag;

  public PyComplex(double real, double imag) {
    this(TYPE, real, imag);
  }

  PyComplex(PyType type, double real, double imag) {
    super(type);
    this.real = real;
    this.imag = imag;
  }
}
