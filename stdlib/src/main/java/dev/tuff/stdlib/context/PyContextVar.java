package dev.tuff.stdlib.context;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Identity;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.text.PyStr;

/** {@code contextvars.ContextVar}: a variable whose value depends on the current context. */
public final class PyContextVar extends PyObject {
  static final PyType TYPE = PyType.builtin("_contextvars.ContextVar", PyType.OBJECT, PyType.FINAL | PyType.WEAKREF, "A context variable.",
      new PyContextVarTable());

  private final Object name;

  /** Null for none. */
  private final Object defaultValue;

  private PyContextVar(Object name, Object defaultValue) {
    super(TYPE);
    this.name = name;
    this.defaultValue = defaultValue;
  }

  /** A variable of the runtime's own, without a default. */
  public static PyContextVar named(String name) {
    return new PyContextVar(name, null);
  }

  /** The value in the thread's current context, or null. */
  public Object value(ThreadState ts) {
    return ts.context == null ? null : ((PyContext) ts.context).get(this);
  }

  public void assign(Object value, ThreadState ts) {
    PyContext.current(ts).put(this, value);
  }

  @New("ContextVar(name, /, *, default=<null>)")
  static Object __new__(PyType cls, Object name, Object defaultValue) {
    if (!PyStr.isStr(name)) {
      throw Errors.typeError("context variable name must be a str");
    }
    return new PyContextVar(name, defaultValue);
  }

  @Method(value = "get(self, default=<null>, /)", doc = "The value in the current context, or a default.", textSignature = false)
  static Object get(PyContextVar self, Object fallback, ThreadState ts) {
    Object v = ts.context == null ? null : ((PyContext) ts.context).get(self);
    if (v != null) {
      return v;
    }
    if (fallback != null) {
      return fallback;
    }
    if (self.defaultValue != null) {
      return self.defaultValue;
    }
    throw Errors.make(Exceptions.LookupError, self);
  }

  @Method(value = "set(self, value, /)", doc = "Sets the value in the current context; returns a token to undo that.")
  static Object set(PyContextVar self, Object value, ThreadState ts) {
    PyContext context = PyContext.current(ts);
    Object old = context.get(self);
    context.put(self, value);
    return new PyToken(context, self, old);
  }

  @Method(value = "reset(self, token, /)", doc = "Sets the variable back to what it was before the set() that made the token.")
  static void reset(PyContextVar self, Object token, ThreadState ts) {
    if (!(token instanceof PyToken t)) {
      throw Errors.typeError("expected an instance of Token, got " + Py.javaRepr(token));
    }
    t.reset(self, ts);
  }

  @Getter(value = "name", member = true)
  static Object getName(PyContextVar self) {
    return self.name;
  }

  @ClassMethod("__class_getitem__(type, item, /)")
  static Object __class_getitem__(PyType type, Object item) {
    return dev.tuff.engine.typing.PyGenericAlias.of(type, item);
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyContextVar self) {
    String d = self.defaultValue == null ? "" : " default=" + Py.javaRepr(self.defaultValue);
    return Py.str("<ContextVar name=" + Py.javaRepr(self.name) + d + " at 0x" + Identity.hex(self) + ">");
  }
}
