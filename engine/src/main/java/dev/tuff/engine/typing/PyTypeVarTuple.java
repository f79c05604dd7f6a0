package dev.tuff.engine.typing;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/** {@code typing.TypeVarTuple}. */
public final class PyTypeVarTuple extends PyObject {
  public static final PyType TYPE = PyType.builtin("typing.TypeVarTuple", PyType.OBJECT, PyType.FINAL | PyType.HAS_DICT | PyType.WEAKREF,
      "A variable for any number of types.", new PyTypeVarTupleTable());

  private final Object name;

  /** Null for none. */
  Lazy defaultValue;

  PyTypeVarTuple(Object name) {
    super(TYPE);
    this.name = name;
  }

  @New(value = "TypeVarTuple(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    if (args.length > 1) {
      throw Errors.typeError("typevartuple() takes at most 1 positional argument (" + args.length + " given)");
    }
    Object given = args.length > 0 ? args[0] : TypeParameters.take(kwargs, "name");
    PyTypeVarTuple t = new PyTypeVarTuple(TypeParameters.name("typevartuple", given));
    Object fallback = TypeParameters.take(kwargs, "default");
    TypeParameters.noMore("typevartuple", kwargs);
    t.defaultValue = Lazy.of(fallback == null ? PyNoDefault.VALUE : fallback);
    TypeParameters.setModule(t);
    return t;
  }

  /** {@code typing.Unpack[o]}. */
  static Object unpack(Object o) {
    return Items.get(Attributes.get(Interpreter.current().importModule("typing"), "Unpack"), o);
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyTypeVarTuple self) {
    return self.name;
  }

  @Method("__iter__(self, /)")
  static Object __iter__(PyTypeVarTuple self) {
    return Iteration.iter(PyTuple.of(unpack(self)));
  }

  @Method(value = "__mro_entries__(self, bases, /)", textSignature = false)
  static Object __mro_entries__(PyTypeVarTuple self, Object bases) {
    throw TypeParameters.cannotSubclass("TypeVarTuple");
  }

  @Method("__typing_subst__(self, arg, /)")
  static Object __typing_subst__(PyTypeVarTuple self, Object arg) {
    throw Errors.typeError("Substitution of bare TypeVarTuple is not supported");
  }

  @Method("__typing_prepare_subst__(self, alias, args, /)")
  static Object __typing_prepare_subst__(PyTypeVarTuple self, Object alias, Object args) {
    return TypeParameters.typing("_typevartuple_prepare_subst", self, alias, args);
  }

  @Method("has_default(self, /)")
  static boolean has_default(PyTypeVarTuple self) {
    return Lazy.isDefault(self.defaultValue);
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  static Object __reduce__(PyTypeVarTuple self) {
    return self.name;
  }

  @Getter(value = "__name__", member = true)
  static Object getName(PyTypeVarTuple self) {
    return self.name;
  }

  @Getter("__default__")
  static Object getDefault(PyTypeVarTuple self) {
    return Lazy.get(self.defaultValue, PyNoDefault.VALUE);
  }

  @Getter("evaluate_default")
  static Object evaluateDefault(PyTypeVarTuple self) {
    return Lazy.evaluator(self.defaultValue);
  }
}
