package dev.tuff.engine.number;

import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.Warnings;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/** {@code bool}: {@code Boolean.TRUE} and {@code Boolean.FALSE}. */
public final class PyBool {
  public static final PyType TYPE = PyType.builtin("bool", PyInt.TYPE, PyType.FINAL,
      "bool(object=False, /)\n\nTrue if the argument is true, else False.", new PyBoolTable());

  private PyBool() {}

  @New("bool(object=False, /)")
  static Object __new__(PyType type, Object object) {
    return Py.truth(object);
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static String __repr__(Object self) {
    return (Boolean) self ? "True" : "False";
  }

  private static Object logical(int op, Object a, Object b) {
    if (a instanceof Boolean x && b instanceof Boolean y) {
      return switch (op) {
        case Special.AND -> x & y;
        case Special.OR -> x | y;
        default -> x ^ y;
      };
    }
    return PyInt.isInt(a) && PyInt.isInt(b) ? Arithmetic.integers(op, PyInt.value(a), PyInt.value(b)) : Py.NotImplemented;
  }

  @Method(value = "__and__(self, value, /)", doc = "Return self&value.")
  static Object __and__(Object self, Object value) {
    return logical(Special.AND, self, value);
  }

  @Method(value = "__rand__(self, value, /)", doc = "Return value&self.")
  static Object __rand__(Object self, Object value) {
    return logical(Special.AND, value, self);
  }

  @Method(value = "__or__(self, value, /)", doc = "Return self|value.")
  static Object __or__(Object self, Object value) {
    return logical(Special.OR, self, value);
  }

  @Method(value = "__ror__(self, value, /)", doc = "Return value|self.")
  static Object __ror__(Object self, Object value) {
    return logical(Special.OR, value, self);
  }

  @Method(value = "__xor__(self, value, /)", doc = "Return self^value.")
  static Object __xor__(Object self, Object value) {
    return logical(Special.XOR, self, value);
  }

  @Method(value = "__rxor__(self, value, /)", doc = "Return value^self.")
  static Object __rxor__(Object self, Object value) {
    return logical(Special.XOR, value, self);
  }

  @Method(value = "__invert__(self, /)", doc = "~self")
  static Object __invert__(Object self) {
    Warnings.deprecation("Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise "
        + "inversion of the underlying int object and is usually not what you expect from negating a bool. Use the 'not' operator for "
        + "boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.");
    return Py.box(~((Boolean) self ? 1L : 0L));
  }
}
