package dev.tuff.engine.typing;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/** {@code typing.ParamSpec}. */
public final class PyParamSpec extends PyObject {
  public static final PyType TYPE = PyType.builtin("typing.ParamSpec", PyType.OBJECT, PyType.FINAL | PyType.HAS_DICT | PyType.WEAKREF,
      "A variable for the parameters of a callable.", new PyParamSpecTable());

  final Object name;

  /** Null where there is none. */
  Lazy bound;
  Lazy defaultValue;
  boolean covariant;
  boolean contravariant;
  boolean inferVariance;

  PyParamSpec(Object name) {
    super(TYPE);
    this.name = name;
  }

  @New(value = "ParamSpec(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    if (args.length > 1) {
      throw Errors.typeError("paramspec() takes at most 1 positional argument (" + args.length + " given)");
    }
    Object given = args.length > 0 ? args[0] : TypeParameters.take(kwargs, "name");
    PyParamSpec p = new PyParamSpec(TypeParameters.name("paramspec", given));
    Object bound = TypeParameters.take(kwargs, "bound");
    Object fallback = TypeParameters.take(kwargs, "default");
    p.covariant = TypeParameters.truth(TypeParameters.take(kwargs, "covariant"));
    p.contravariant = TypeParameters.truth(TypeParameters.take(kwargs, "contravariant"));
    p.inferVariance = TypeParameters.truth(TypeParameters.take(kwargs, "infer_variance"));
    TypeParameters.noMore("paramspec", kwargs);
    TypeParameters.checkVariance(p.covariant, p.contravariant, p.inferVariance);
    p.bound = bound == null ? null : Lazy.of(bound);
    p.defaultValue = Lazy.of(fallback == null ? PyNoDefault.VALUE : fallback);
    TypeParameters.setModule(p);
    return p;
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyParamSpec self) {
    return Py.str(TypeParameters.prefixed(self.name, self.inferVariance, self.covariant, self.contravariant));
  }

  @Method("__or__(self, value, /)")
  static Object __or__(Object self, Object other) {
    return PyUnion.of(self, other);
  }

  @Method("__ror__(self, value, /)")
  static Object __ror__(Object self, Object other) {
    return PyUnion.of(other, self);
  }

  @Method(value = "__mro_entries__(self, bases, /)", textSignature = false)
  static Object __mro_entries__(PyParamSpec self, Object bases) {
    throw TypeParameters.cannotSubclass("ParamSpec");
  }

  @Method("__typing_subst__(self, arg, /)")
  static Object __typing_subst__(PyParamSpec self, Object arg) {
    return TypeParameters.typing("_paramspec_subst", self, arg);
  }

  @Method("__typing_prepare_subst__(self, alias, args, /)")
  static Object __typing_prepare_subst__(PyParamSpec self, Object alias, Object args) {
    return TypeParameters.typing("_paramspec_prepare_subst", self, alias, args);
  }

  @Method("has_default(self, /)")
  static boolean has_default(PyParamSpec self) {
    return Lazy.isDefault(self.defaultValue);
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  static Object __reduce__(PyParamSpec self) {
    return self.name;
  }

  @Getter(value = "args", doc = "Represents positional arguments.")
  static Object getArgs(PyParamSpec self) {
    return new PyParamSpecPart(PyParamSpecPart.ARGS, self);
  }

  @Getter(value = "kwargs", doc = "Represents keyword arguments.")
  static Object getKwargs(PyParamSpec self) {
    return new PyParamSpecPart(PyParamSpecPart.KWARGS, self);
  }

  @Getter(value = "__name__", member = true)
  static Object getName(PyParamSpec self) {
    return self.name;
  }

  @Getter(value = "__bound__", member = true)
  static Object getBound(PyParamSpec self) {
    return Lazy.get(self.bound, Py.None);
  }

  @Getter("__default__")
  static Object getDefault(PyParamSpec self) {
    return Lazy.get(self.defaultValue, PyNoDefault.VALUE);
  }

  @Getter("evaluate_default")
  static Object evaluateDefault(PyParamSpec self) {
    return Lazy.evaluator(self.defaultValue);
  }

  @Getter(value = "__covariant__", member = true)
  static boolean getCovariant(PyParamSpec self) {
    return self.covariant;
  }

  @Getter(value = "__contravariant__", member = true)
  static boolean getContravariant(PyParamSpec self) {
    return self.contravariant;
  }

  @Getter(value = "__infer_variance__", member = true)
  static boolean getInferVariance(PyParamSpec self) {
    return self.inferVariance;
  }
}
