package dev.tuff.engine.typing;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/** {@code typing.NoDefault}: says that a type parameter has no default. */
public final class PyNoDefault extends PyObject {
  public static final PyType TYPE =
      PyType.builtin("NoDefaultType", PyType.OBJECT, PyType.FINAL, "The type of the NoDefault singleton.", new PyNoDefaultTable());
  public static final PyNoDefault VALUE = new PyNoDefault();

  private PyNoDefault() {
    super(TYPE);
  }

  @New(value = "NoDefaultType(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    if (args.length > 0 || kwargs.size() > 0) {
      throw Errors.typeError("NoDefaultType takes no arguments");
    }
    return VALUE;
  }

  @Method("__repr__(self, /)")
  static String __repr__(PyNoDefault self) {
    return "typing.NoDefault";
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  static String __reduce__(PyNoDefault self) {
    return "NoDefault";
  }
}
