package dev.tuff.stdlib.context;

import dev.tuff.engine.container.PyDict;
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
import dev.tuff.engine.typing.PyGenericAlias;

/** {@code contextvars.ContextVar}. */
public final class PyContextVar extends PyObject {
  public static final PyType TYPE = PyType.builtin("_contextvars.ContextVar", PyType.OBJECT, PyType.FINAL | PyType.WEAKREF,
      "A variable with a value in each context.", new PyContextVarTable());

  private final Object name;

  /** Null for none. */
  private final Object defaultValue;

  private PyContextVar(Object name, Object defaultValue) {
    super(TYPE);
    this.name = name;
    this.defaultValue = defaultValue;
  }

  @New(value = "ContextVar(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    if (args.length != 1) {
      throw Errors.typeError("ContextVar() takes " + (args.length == 0 ? "exactly" : "at most") + " 1 positional argument (" + args.length
          + " given)");
    }
    Object fallback = kwargs.removeStr("default");
    if (kwargs.size() > 0) {
      throw Errors.typeError("ContextVar() got an unexpected keyword argument '" + PyStr.java(kwargs.keysArray()[0]) + "'");
    }
    if (!PyStr.isStr(args[0])) {
      throw Errors.typeError("context variable name must be a str");
    }
    return new PyContextVar(args[0], fallback);
  }

  @Method(value = "get(self, default=<null>, /)", doc = "The value in the current context, or a default.")
  static Object get(PyContextVar self, Object fallback, ThreadState ts) {
    Object v = ts.context == null ? null : PyContext.current(ts).value(self);
    if (v == null) {
      v = fallback != null ? fallback : self.defaultValue;
    }
    if (v == null) {
      throw Errors.make(Exceptions.LookupError, self);
    }
    return v;
  }

  @Method(value = "set(self, value, /)", doc = "Set the value in the current context; the result can undo that.")
  static Object set(PyContextVar self, Object value, ThreadState ts) {
    PyContext c = PyContext.current(ts);
    PyToken token = new PyToken(self, c, c.value(self));
    c.put(self, value);
    return token;
  }

  @Method(value = "reset(self, token, /)", doc = "Give the variable the value that it had before the set() which made the token.")
  static void reset(PyContextVar self, Object token, ThreadState ts) {
    if (!(token instanceof PyToken t)) {
      throw Errors.typeError("expected an instance of Token, got " + Py.javaRepr(token));
    }
    t.undo(self, ts);
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyContextVar self) {
    return Py.str("<ContextVar name=" + Py.javaRepr(self.name) + (self.defaultValue == null ? "" : " default=" + Py.javaRepr(self.defaultValue))
        + " at 0x" + Identity.hex(self) + ">");
  }

  @ClassMethod(value = "__class_getitem__(type, object, /)", doc = "See PEP 585")
  static Object __class_getitem__(PyType cls, Object item) {
    return PyGenericAlias.of(cls, item);
  }

  @Getter(value = "name", member = true)
  static Object getName(PyContextVar self) {
    return self.name;
  }
}
