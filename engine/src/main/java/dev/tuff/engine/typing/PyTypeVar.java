package dev.tuff.engine.typing;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/** {@code typing.TypeVar}. */
public final class PyTypeVar extends PyObject {
  public static final PyType TYPE = PyType.builtin("typing.TypeVar", PyType.OBJECT, PyType.FINAL | PyType.HAS_DICT | PyType.WEAKREF,
      "A type variable.", new PyTypeVarTable());

  private final Object name;

  /** Null where there is none. */
  Lazy bound;
  Lazy constraints;
  Lazy defaultValue;
  boolean covariant;
  boolean contravariant;
  boolean inferVariance;

  PyTypeVar(Object name) {
    super(TYPE);
    this.name = name;
  }

  @New(value = "TypeVar(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    Object given = args.length > 0 ? args[0] : TypeParameters.take(kwargs, "name");
    PyTypeVar t = new PyTypeVar(TypeParameters.name("typevar", given));
    Object bound = TypeParameters.take(kwargs, "bound");
    Object fallback = TypeParameters.take(kwargs, "default");
    t.covariant = TypeParameters.truth(TypeParameters.take(kwargs, "covariant"));
    t.contravariant = TypeParameters.truth(TypeParameters.take(kwargs, "contravariant"));
    t.inferVariance = TypeParameters.truth(TypeParameters.take(kwargs, "infer_variance"));
    TypeParameters.noMore("typevar", kwargs);
    TypeParameters.checkVariance(t.covariant, t.contravariant, t.inferVariance);
    t.bound = TypeParameters.bound(bound);
    if (args.length == 2) {
      throw Errors.typeError("A single constraint is not allowed");
    }
    if (args.length > 2) {
      if (t.bound != null) {
        throw Errors.typeError("Constraints cannot be combined with bound=...");
      }
      t.constraints = Lazy.of(PyTuple.of(java.util.Arrays.copyOfRange(args, 1, args.length)));
    }
    t.defaultValue = Lazy.of(fallback == null ? PyNoDefault.VALUE : fallback);
    TypeParameters.setModule(t);
    return t;
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyTypeVar self) {
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
  static Object __mro_entries__(PyTypeVar self, Object bases) {
    throw TypeParameters.cannotSubclass("TypeVar");
  }

  @Method(value = "__typing_subst__(self, arg, /)")
  static Object __typing_subst__(PyTypeVar self, Object arg) {
    return TypeParameters.typing("_typevar_subst", self, arg);
  }

  @Method(value = "__typing_prepare_subst__(self, alias, args, /)")
  static Object __typing_prepare_subst__(PyTypeVar self, Object alias, Object args) {
    PyTuple params = (PyTuple) Attributes.get(alias, "__parameters__");
    PyTuple given = args instanceof PyTuple t ? t : PyTuple.of(dev.tuff.engine.core.Iteration.toArray(args));
    int index = 0;
    while (index < params.size() && params.get(index) != self) {
      index++;
    }
    if (index < given.size()) {
      return given;
    }
    if (index == given.size() && Lazy.isDefault(self.defaultValue)) {
      Object[] more = java.util.Arrays.copyOf(given.array(), given.size() + 1);
      more[given.size()] = self.defaultValue.get();
      return PyTuple.of(more);
    }
    throw Errors.typeError("Too few arguments for " + Py.javaString(alias) + "; actual " + given.size() + ", expected at least "
        + (index + 1));
  }

  @Method("has_default(self, /)")
  static boolean has_default(PyTypeVar self) {
    return Lazy.isDefault(self.defaultValue);
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  static Object __reduce__(PyTypeVar self) {
    return self.name;
  }

  @Getter(value = "__name__", member = true)
  static Object getName(PyTypeVar self) {
    return self.name;
  }

  @Getter("__bound__")
  static Object getBound(PyTypeVar self) {
    return Lazy.get(self.bound, Py.None);
  }

  @Getter("evaluate_bound")
  static Object evaluateBound(PyTypeVar self) {
    return Lazy.evaluator(self.bound);
  }

  @Getter("__constraints__")
  static Object getConstraints(PyTypeVar self) {
    return Lazy.get(self.constraints, PyTuple.EMPTY);
  }

  @Getter("evaluate_constraints")
  static Object evaluateConstraints(PyTypeVar self) {
    return Lazy.evaluator(self.constraints);
  }

  @Getter("__default__")
  static Object getDefault(PyTypeVar self) {
    return Lazy.get(self.defaultValue, PyNoDefault.VALUE);
  }

  @Getter("evaluate_default")
  static Object evaluateDefault(PyTypeVar self) {
    return Lazy.evaluator(self.defaultValue);
  }

  @Getter(value = "__covariant__", member = true)
  static boolean getCovariant(PyTypeVar self) {
    return self.covariant;
  }

  @Getter(value = "__contravariant__", member = true)
  static boolean getContravariant(PyTypeVar self) {
    return self.contravariant;
  }

  @Getter(value = "__infer_variance__", member = true)
  static boolean getInferVariance(PyTypeVar self) {
    return self.inferVariance;
  }
}
