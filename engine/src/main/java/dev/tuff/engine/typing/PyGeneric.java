package dev.tuff.engine.typing;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.function.Keywords;

/** {@code typing.Generic}: the base of generic classes. What it does is written in Python, in the typing module. */
public final class PyGeneric {
  public static final PyType TYPE = PyType.builtin("typing.Generic", PyType.OBJECT, PyType.BASE_LAYOUT,
      "The base of generic classes.", new PyGenericTable());

  private PyGeneric() {}

  private static Object typing(String function, PyType cls, Object[] args, PyDict kwargs) {
    Object f = Attributes.get(Interpreter.current().importModule("typing"), function);
    return Call.call(f, Keywords.values(Call.prepend(cls, args), kwargs), Keywords.names(kwargs));
  }

  @ClassMethod(value = "__class_getitem__(type, /, *args, **kwargs)", textSignature = false)
  static Object __class_getitem__(PyType cls, Object[] args, PyDict kwargs) {
    return typing("_generic_class_getitem", cls, args, kwargs);
  }

  @ClassMethod(value = "__init_subclass__(type, /, *args, **kwargs)", textSignature = false)
  static Object __init_subclass__(PyType cls, Object[] args, PyDict kwargs) {
    return typing("_generic_init_subclass", cls, args, kwargs);
  }
}
