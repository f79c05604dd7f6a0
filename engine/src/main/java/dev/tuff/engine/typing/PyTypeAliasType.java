package dev.tuff.engine.typing;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.text.PyStr;

/** {@code typing.TypeAliasType}: what a {@code type} statement makes. */
public final class PyTypeAliasType extends PyObject {
  public static final PyType TYPE =
      PyType.builtin("typing.TypeAliasType", PyType.OBJECT, PyType.FINAL | PyType.WEAKREF, "A type alias.", new PyTypeAliasTypeTable());

  private final Object name;
  private final PyTuple typeParams;
  private final Lazy value;

  /** Null for that of the function which evaluates the value. */
  private final Object module;

  PyTypeAliasType(Object name, PyTuple typeParams, Lazy value, Object module) {
    super(TYPE);
    this.name = name;
    this.typeParams = typeParams;
    this.value = value;
    this.module = module;
  }

  @New("TypeAliasType(name, value, *, type_params=<null>)")
  static Object __new__(PyType cls, Object name, Object value, Object typeParams) {
    if (!PyStr.isStr(name)) {
      throw Errors.typeError("typealias() argument 'name' must be str, not " + Py.typeOf(name).name());
    }
    if (typeParams != null && !(typeParams instanceof PyTuple)) {
      throw Errors.typeError("type_params must be a tuple");
    }
    PyTuple params = typeParams == null ? PyTuple.EMPTY : (PyTuple) typeParams;
    boolean defaults = false;
    for (Object p : params.array()) {
      boolean has;
      switch (p) {
        case PyTypeVar t -> has = Lazy.isDefault(t.defaultValue);
        case PyParamSpec t -> has = Lazy.isDefault(t.defaultValue);
        case PyTypeVarTuple t -> has = Lazy.isDefault(t.defaultValue);
        default -> throw Errors.typeError("Expected a type param, got " + Py.javaRepr(p));
      }
      if (defaults && !has) {
        throw Errors.typeError("non-default type parameter '" + Py.javaRepr(p) + "' follows default type parameter");
      }
      defaults |= has;
    }
    Object module = TypeParameters.callerModule();
    return new PyTypeAliasType(name, params, Lazy.of(value), module == null ? Py.None : module);
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyTypeAliasType self) {
    return self.name;
  }

  @Method("__getitem__(self, key, /)")
  static Object __getitem__(PyTypeAliasType self, Object item) {
    if (self.typeParams.size() == 0) {
      throw Errors.typeError("Only generic type aliases are subscriptable");
    }
    return PyGenericAlias.of(self, item);
  }

  @Method("__iter__(self, /)")
  static Object __iter__(PyTypeAliasType self) {
    return Iteration.iter(PyTuple.of(PyTypeVarTuple.unpack(self)));
  }

  @Method("__or__(self, value, /)")
  static Object __or__(Object self, Object other) {
    return PyUnion.or(self, other);
  }

  @Method("__ror__(self, value, /)")
  static Object __ror__(Object self, Object other) {
    return PyUnion.or(other, self);
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  static Object __reduce__(PyTypeAliasType self) {
    return self.name;
  }

  @Getter(value = "__name__", member = true)
  static Object getName(PyTypeAliasType self) {
    return self.name;
  }

  @Getter("__value__")
  static Object getValue(PyTypeAliasType self) {
    return self.value.get();
  }

  @Getter("evaluate_value")
  static Object evaluateValue(PyTypeAliasType self) {
    return Lazy.evaluator(self.value);
  }

  @Getter("__type_params__")
  static Object getTypeParams(PyTypeAliasType self) {
    return self.typeParams;
  }

  @Getter("__parameters__")
  static Object getParameters(PyTypeAliasType self) {
    Object[] items = self.typeParams.array().clone();
    for (int i = 0; i < items.length; i++) {
      if (items[i] instanceof PyTypeVarTuple t) {
        items[i] = PyTypeVarTuple.unpack(t);
      }
    }
    return PyTuple.of(items);
  }

  @Getter("__module__")
  static Object getModule(PyTypeAliasType self) {
    if (self.module != null) {
      return self.module;
    }
    Object m = Attributes.find(Lazy.evaluator(self.value), "__module__");
    return m == null ? Py.None : m;
  }
}
