package dev.tuff.engine.container;

import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;

/** {@code frozenset}. */
public final class PyFrozenSet extends PyObject {
  public static final PyType TYPE = PyType.builtin("frozenset", PyType.OBJECT, PyType.MATCH_SELF, "Immutable unordered collection of unique elements.");

  private PyFrozenSet(PyType type) {
    super(type);
  }

  public static PyFrozenSet of(Object... items) {
    return new PyFrozenSet(TYPE);
  }
}
