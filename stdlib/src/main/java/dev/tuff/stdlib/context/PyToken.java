package dev.tuff.stdlib.context;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Identity;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;

/** {@code contextvars.Token}: undoes one {@code set()}, also at the end of a {@code with} statement. */
final class PyToken extends PyObject {
  static final PyType TYPE = PyType.builtin("_contextvars.Token", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, "Undoes one set().",
      new PyTokenTable());
  static final Missing MISSING = new Missing();

  /** {@code Token.MISSING}: there was no value. */
  static final class Missing extends PyObject {
    static final PyType TYPE = PyType.builtin("_contextvars.Token.MISSING", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null,
        new PyTokenMissingTable());

    private Missing() {
      super(TYPE);
    }

    @Method("__repr__(self, /)")
    static Object __repr__(Missing self) {
      return "<Token.MISSING>";
    }
  }

  private final PyContext context;
  private final PyContextVar var;
  private final Object old;
  private boolean used;

  PyToken(PyContext context, PyContextVar var, Object old) {
    super(TYPE);
    this.context = context;
    this.var = var;
    this.old = old;
  }

  void reset(PyContextVar of, ThreadState ts) {
    if (used) {
      throw Errors.runtimeError(Py.javaRepr(this) + " has already been used once");
    }
    if (var != of) {
      throw Errors.valueError(Py.javaRepr(this) + " was created by a different ContextVar");
    }
    if (ts.context != context) {
      throw Errors.valueError(Py.javaRepr(this) + " was created in a different Context");
    }
    used = true;
    if (old == null) {
      context.remove(var);
    } else {
      context.put(var, old);
    }
  }

  @Getter("var")
  static Object getVar(PyToken self) {
    return self.var;
  }

  @Getter("old_value")
  static Object getOld(PyToken self) {
    return self.old == null ? MISSING : self.old;
  }

  @Method(value = "__enter__(self, /)", doc = "Returns the token.")
  static Object __enter__(PyToken self) {
    return self;
  }

  @Method(value = "__exit__(self, type, value, traceback, /)", doc = "Sets the variable back.")
  static void __exit__(PyToken self, Object type, Object value, Object traceback, ThreadState ts) {
    self.reset(self.var, ts);
  }

  @ClassMethod("__class_getitem__(type, item, /)")
  static Object __class_getitem__(PyType type, Object item) {
    return dev.tuff.engine.typing.PyGenericAlias.of(type, item);
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyToken self) {
    return Py.str("<Token" + (self.used ? " used" : "") + " var=" + Py.javaRepr(self.var) + " at 0x" + Identity.hex(self) + ">");
  }
}
