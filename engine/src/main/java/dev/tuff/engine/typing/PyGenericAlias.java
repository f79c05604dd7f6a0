package dev.tuff.engine.typing;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;

/** {@code types.GenericAlias}: {@code list[int]} (PEP 585). */
public final class PyGenericAlias extends PyObject {
  public static final PyType TYPE = PyType.builtin("types.GenericAlias", PyType.OBJECT, PyType.WEAKREF, "Represent a PEP 585 generic type",
      new PyGenericAliasTable());

  private final Object origin;
  private final PyTuple args;

  PyGenericAlias(Object origin, PyTuple args) {
    super(TYPE);
    this.origin = origin;
    this.args = args;
  }

  /** {@code origin[item]}. */
  public static Object of(Object origin, Object item) {
    return new PyGenericAlias(origin, item instanceof PyTuple t ? t : PyTuple.of(item));
  }

  @Getter(value = "__origin__", member = true)
  static Object getOrigin(PyGenericAlias self) {
    return self.origin;
  }

  @Getter(value = "__args__", member = true)
  static Object getArgs(PyGenericAlias self) {
    return self.args;
  }
}
