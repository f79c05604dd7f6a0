package dev.tuff.stdlib.context;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Identity;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.typing.PyGenericAlias;

/** {@code contextvars.Token}: undoes one {@code ContextVar.set()}. */
public final class PyToken extends PyObject {
  public static final PyType TYPE = PyType.builtin("_contextvars.Token", PyType.OBJECT, PyType.FINAL | PyType.UNHASHABLE,
      "Undoes the setting of a context variable.", new PyTokenTable());

  private final PyContextVar variable;
  private final PyContext context;

  /** Null if the variable had no value. */
  private final Object old;
  private boolean used;

  PyToken(PyContextVar variable, PyContext context, Object old) {
    super(TYPE);
    this.variable = variable;
    this.context = context;
    this.old = old;
  }

  void undo(PyContextVar v, ThreadState ts) {
    if (used) {
      throw Errors.runtimeError(Py.javaRepr(this) + " has already been used once");
    }
    if (v != variable) {
      throw Errors.valueError(Py.javaRepr(this) + " was created by a different ContextVar");
    }
    if (context != PyContext.current(ts)) {
      throw Errors.valueError(Py.javaRepr(this) + " was created in a different Context");
    }
    used = true;
    context.put(v, old);
  }

  @New(value = "Token(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    throw Errors.runtimeError("Tokens can only be created by ContextVars");
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyToken self) {
    return Py.str("<Token" + (self.used ? " used" : "") + " var=" + Py.javaRepr(self.variable) + " at 0x" + Identity.hex(self) + ">");
  }

  @Method(value = "__enter__(self, /)", doc = "Enter into Token context manager.")
  static Object __enter__(PyToken self) {
    return self;
  }

  @Method(value = "__exit__(self, type, value, traceback, /)", doc = "Exit from Token context manager, restore the linked ContextVar.")
  static void __exit__(PyToken self, Object type, Object value, Object traceback, ThreadState ts) {
    self.undo(self.variable, ts);
  }

  @ClassMethod(value = "__class_getitem__(type, object, /)", doc = "See PEP 585")
  static Object __class_getitem__(PyType cls, Object item) {
    return PyGenericAlias.of(cls, item);
  }

  @Getter("var")
  static Object getVar(PyToken self) {
    return self.variable;
  }

  @Getter("old_value")
  static Object getOldValue(PyToken self) {
    return self.old == null ? Missing.VALUE : self.old;
  }

  /** {@code Token.MISSING}: the old value of a variable that had none. */
  static final class Missing extends PyObject {
    private static final PyType TYPE =
        PyType.builtin("Token.MISSING", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null, new PyTokenMissingTable());
    static final Missing VALUE = new Missing();

    private Missing() {
      super(TYPE);
    }

    @Method("__repr__(self, /)")
    static String __repr__(Missing self) {
      return "<Token.MISSING>";
    }
  }
}
