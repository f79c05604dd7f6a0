package dev.tuff.stdlib.functools;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/** {@code functools.Placeholder}: stands in {@code partial}'s arguments for one that the call will give. */
final class PyPlaceholder extends PyObject {
  static final PyType TYPE = PyType.builtin("functools._PlaceholderType", PyType.OBJECT, PyType.FINAL,
      "The type of the Placeholder singleton: a place for a positional argument of a partial object.", new PyPlaceholderTable());
  static final PyPlaceholder INSTANCE = new PyPlaceholder();

  private PyPlaceholder() {
    super(TYPE);
  }

  @New(value = "_PlaceholderType(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    if (args.length > 0 || kwargs.size() > 0) {
      throw Errors.typeError("PlaceholderType takes no arguments");
    }
    return INSTANCE;
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static String __repr__(PyPlaceholder self) {
    return "Placeholder";
  }

  @Method(value = "__reduce__(self, /)")
  static String __reduce__(PyPlaceholder self) {
    return "Placeholder";
  }
}
