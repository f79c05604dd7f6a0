package dev.tuff.engine.number;

import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;

/** {@code bool}: {@code Boolean.TRUE} and {@code Boolean.FALSE}. */
public final class PyBool {
  public static final PyType TYPE = PyType.builtin("bool", PyInt.TYPE, PyType.FINAL, "True or False.", new PyBoolTable());

  private PyBool() {}

  @Method("__repr__(self, /)")
  static String __repr__(Object self) {
    return (Boolean) self ? "True" : "False";
  }
}
