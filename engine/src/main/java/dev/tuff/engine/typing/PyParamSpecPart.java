package dev.tuff.engine.typing;

import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.text.PyStr;

/** {@code P.args} and {@code P.kwargs} of a ParamSpec. */
public final class PyParamSpecPart extends PyObject {
  private static final int FLAGS = PyType.FINAL | PyType.UNHASHABLE | PyType.WEAKREF;
  public static final PyType ARGS =
      PyType.builtin("typing.ParamSpecArgs", PyType.OBJECT, FLAGS, "The args of a ParamSpec.", new PyParamSpecPartTable());
  public static final PyType KWARGS =
      PyType.builtin("typing.ParamSpecKwargs", PyType.OBJECT, FLAGS, "The kwargs of a ParamSpec.", new PyParamSpecPartTable());

  private final Object origin;

  PyParamSpecPart(PyType type, Object origin) {
    super(type);
    this.origin = origin;
  }

  @New("ParamSpecArgs(origin)")
  static Object __new__(PyType cls, Object origin) {
    return new PyParamSpecPart(cls, origin);
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyParamSpecPart self) {
    String of = self.origin instanceof PyParamSpec p ? PyStr.java(p.name) : Py.javaRepr(self.origin);
    return Py.str(of + (self.type() == ARGS ? ".args" : ".kwargs"));
  }

  @Method("__eq__(self, value, /)")
  static Object __eq__(PyParamSpecPart self, Object other) {
    return other instanceof PyParamSpecPart p && p.type() == self.type() ? (Object) Py.eq(self.origin, p.origin) : Py.NotImplemented;
  }

  @Method(value = "__mro_entries__(self, bases, /)", textSignature = false)
  static Object __mro_entries__(PyParamSpecPart self, Object bases) {
    throw TypeParameters.cannotSubclass(self.type().name());
  }

  @Getter(value = "__origin__", member = true)
  static Object getOrigin(PyParamSpecPart self) {
    return self.origin;
  }
}
