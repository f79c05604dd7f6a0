package dev.tuff.engine.typing;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.interp.PyFrame;
import dev.tuff.engine.text.PyStr;

/** What compiled code makes of type parameters and {@code type} statements (PEP 695 and 696), and what all kinds of them share. */
public final class TypeParameters {
  private TypeParameters() {}

  /** A type variable; its bound or constraints come from functions, null for none. */
  public static Object typeVar(Object name, Object evaluateBound, Object evaluateConstraints) {
    PyTypeVar t = new PyTypeVar(name);
    t.inferVariance = true;
    t.bound = evaluateBound == null ? null : Lazy.by(evaluateBound);
    t.constraints = evaluateConstraints == null ? null : Lazy.by(evaluateConstraints);
    return t;
  }

  public static Object paramSpec(Object name) {
    PyParamSpec p = new PyParamSpec(name);
    p.inferVariance = true;
    return p;
  }

  public static Object typeVarTuple(Object name) {
    return new PyTypeVarTuple(name);
  }

  /** A type alias; {@code params} is a tuple or None. */
  public static Object alias(Object name, Object params, Object evaluate) {
    return new PyTypeAliasType(name, params instanceof PyTuple t ? t : PyTuple.EMPTY, Lazy.by(evaluate), null);
  }

  /** Gives a type parameter its default; returns the parameter. */
  public static Object setDefault(Object parameter, Object evaluate) {
    Lazy lazy = Lazy.by(evaluate);
    switch (parameter) {
      case PyTypeVar t -> t.defaultValue = lazy;
      case PyParamSpec p -> p.defaultValue = lazy;
      case PyTypeVarTuple t -> t.defaultValue = lazy;
      default -> throw Errors.typeError("Expected a type param, got " + Py.javaRepr(parameter));
    }
    return parameter;
  }

  // ---- shared by the kinds of type parameters

  /** A function of the typing module's Python part. */
  static Object typing(String function, Object... args) {
    return Call.attribute(Interpreter.current().importModule("typing"), function, args);
  }

  /** {@code __module__} of what a call makes: the module of the calling code. */
  static void setModule(PyObject o) {
    Object module = callerModule();
    o.dictSet("__module__", module == null ? Py.None : module);
  }

  static Object callerModule() {
    PyFrame frame = ThreadState.current().frame;
    if (frame == null) {
      return null;
    }
    return frame.function != null ? Attributes.get(frame.function, "__module__") : frame.globals.getStr("__name__");
  }

  static PyException cannotSubclass(String kind) {
    return Errors.typeError("Cannot subclass an instance of " + kind);
  }

  /** The name argument of a constructor. */
  static Object name(String function, Object name) {
    if (name == null) {
      throw Errors.typeError(function + "() missing required argument 'name' (pos 1)");
    }
    if (!PyStr.isStr(name)) {
      throw Errors.typeError(function + "() argument 'name' must be str, not " + Py.typeOf(name).name());
    }
    return name;
  }

  /** Takes a keyword argument out of {@code kwargs}; null if it is not there. */
  static Object take(PyDict kwargs, String name) {
    return kwargs.removeStr(name);
  }

  /** Complains of keyword arguments that are left. */
  static void noMore(String function, PyDict kwargs) {
    if (kwargs.size() > 0) {
      throw Errors.typeError(function + "() got an unexpected keyword argument '" + PyStr.java(kwargs.keysArray()[0]) + "'");
    }
  }

  static boolean truth(Object o) {
    return o != null && Py.truth(o);
  }

  /** A bound as given: None, or something that will do as a type. */
  static Lazy bound(Object bound) {
    return bound == null || bound == Py.None ? null : Lazy.of(typing("_type_check", bound, "Bound must be a type."));
  }

  static String prefixed(Object name, boolean infer, boolean covariant, boolean contravariant) {
    return (infer ? "" : covariant ? "+" : contravariant ? "-" : "~") + PyStr.java(name);
  }

  static void checkVariance(boolean covariant, boolean contravariant, boolean infer) {
    if (covariant && contravariant) {
      throw Errors.valueError("Bivariant types are not supported.");
    }
    if (infer && (covariant || contravariant)) {
      throw Errors.valueError("Variance cannot be specified with infer_variance.");
    }
  }
}
