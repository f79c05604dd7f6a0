package dev.tuff.engine.function;

import dev.tuff.compiler.Code;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Identity;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.Warn;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.expose.Setter;
import dev.tuff.engine.text.PyStr;

/** The attributes and methods of {@code function}. What a new function has from its code is worked out when it is asked for. */
final class PyFunctionMethods {
  private PyFunctionMethods() {}

  @New("function(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)")
  static Object __new__(PyType cls, Object code, Object globals, Object name, Object argdefs, Object closure, Object kwdefaults) {
    if (!(code instanceof PyCode c)) {
      throw Errors.typeError("function() argument 'code' must be code, not " + Py.typeOf(code).name());
    }
    if (!(globals instanceof PyDict g)) {
      throw Errors.typeError("function() argument 'globals' must be dict, not " + Py.typeOf(globals).name());
    }
    if (name != Py.None && !PyStr.isStr(name)) {
      throw Errors.typeError("arg 3 (name) must be None or string");
    }
    if (argdefs != Py.None && !(argdefs instanceof PyTuple)) {
      throw Errors.typeError("arg 4 (defaults) must be None or tuple");
    }
    if (kwdefaults != Py.None && !(kwdefaults instanceof PyDict)) {
      throw Errors.typeError("arg 6 (kwdefaults) must be None or dict");
    }
    PyCell[] cells = cells(c, closure);
    PyFunction f = new PyFunction(c, g, PyFunction.builtinsOf(g), cells);
    if (name != Py.None) {
      f.name = name;
    }
    if (argdefs instanceof PyTuple t) {
      f.defaults = t.array();
    }
    if (kwdefaults instanceof PyDict d) {
      f.kwDefaults = d;
    }
    return f;
  }

  private static PyCell[] cells(PyCode code, Object closure) {
    int n = freeCount(code);
    if (!(closure instanceof PyTuple t)) {
      if (n > 0 && closure == Py.None) {
        throw Errors.typeError("arg 5 (closure) must be tuple");
      }
      if (closure != Py.None) {
        throw Errors.typeError("arg 5 (closure) must be None or tuple");
      }
      return null;
    }
    if (t.size() != n) {
      throw Errors.valueError(code.code.name + " requires closure of length " + n + ", not " + t.size());
    }
    PyCell[] cells = new PyCell[n];
    for (int i = 0; i < n; i++) {
      if (!(t.get(i) instanceof PyCell c)) {
        throw Errors.typeError("arg 5 (closure) expected cell, found " + Py.typeOf(t.get(i)).name());
      }
      cells[i] = c;
    }
    return n == 0 ? null : cells;
  }

  private static int freeCount(PyCode code) {
    return code.code.namesOfKind(Code.FAST_FREE).length;
  }

  @Method("__get__(self, instance, owner=None, /)")
  static Object __get__(PyFunction self, Object instance, Object owner) {
    return instance == Py.None ? self : new PyMethod(self, instance);
  }

  @Method("__call__(self, /, *args, **kwargs)")
  static Object __call__(PyFunction self, Object[] args, PyDict kwargs) {
    return self.call(Keywords.values(args, kwargs), Keywords.names(kwargs));
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyFunction self) {
    return Py.str("<function " + self.qualname() + " at 0x" + Identity.hex(self) + ">");
  }

  // ---- attributes

  private static Object orNone(Object o) {
    return o == null ? Py.None : o;
  }

  @Getter("__code__")
  static Object getCode(PyFunction self) {
    return self.code;
  }

  @Setter("__code__")
  static void setCode(PyFunction self, Object value) {
    if (!(value instanceof PyCode c)) {
      throw Errors.typeError("__code__ must be set to a code object");
    }
    if ((self.code.flags & Code.CO_STATICALLY_COMPILED) != 0) {
      throw Errors.runtimeError("Cannot modify __code__ of Static Python function");
    }
    int have = self.closure == null ? 0 : self.closure.length;
    if (freeCount(c) != have) {
      throw Errors.valueError(Py.javaString(getName(self)) + "() requires a code object with " + have + " free vars, not " + freeCount(c));
    }
    int kinds = Code.CO_GENERATOR | Code.CO_COROUTINE | Code.CO_ASYNC_GENERATOR;
    if ((c.flags & kinds) != (self.code.flags & kinds)) {
      Warn.deprecated("Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain function)");
    }
    // names and docstring stay those of the first code
    self.name = getName(self);
    self.qualname = getQualname(self);
    self.doc = getDoc(self);
    self.change(c, self.defaults);
  }

  @Getter("__defaults__")
  static Object getDefaults(PyFunction self) {
    return self.defaults.length == 0 ? Py.None : PyTuple.of(self.defaults);
  }

  @Setter("__defaults__")
  static void setDefaults(PyFunction self, Object value) {
    if (value == null || value == Py.None) {
      self.change(self.code, PyTuple.EMPTY.array());
    } else if (value instanceof PyTuple t) {
      self.change(self.code, t.array());
    } else {
      throw Errors.typeError("__defaults__ must be set to a tuple object");
    }
  }

  @Getter("__kwdefaults__")
  static Object getKwDefaults(PyFunction self) {
    return orNone(self.kwDefaults);
  }

  @Setter("__kwdefaults__")
  static void setKwDefaults(PyFunction self, Object value) {
    if (value == null || value == Py.None) {
      self.kwDefaults = null;
    } else if (value instanceof PyDict d) {
      self.kwDefaults = d;
    } else {
      throw Errors.typeError("__kwdefaults__ must be set to a dict object");
    }
  }

  @Getter("__name__")
  static Object getName(PyFunction self) {
    return self.name != null ? self.name : Py.str(self.code.code.name);
  }

  @Setter("__name__")
  static void setName(PyFunction self, Object value) {
    if (value == null || !PyStr.isStr(value)) {
      throw Errors.typeError("__name__ must be set to a string object");
    }
    self.name = value;
  }

  @Getter("__qualname__")
  static Object getQualname(PyFunction self) {
    return self.qualname != null ? self.qualname : Py.str(self.code.code.qualname);
  }

  @Setter("__qualname__")
  static void setQualname(PyFunction self, Object value) {
    if (value == null || !PyStr.isStr(value)) {
      throw Errors.typeError("__qualname__ must be set to a string object");
    }
    self.qualname = value;
  }

  @Getter("__doc__")
  static Object getDoc(PyFunction self) {
    if (self.doc != null) {
      return self.doc;
    }
    if ((self.code.flags & Code.CO_HAS_DOCSTRING) == 0) {
      return Py.None;
    }
    self.code.instructions();
    return self.code.consts[0];
  }

  @Setter("__doc__")
  static void setDoc(PyFunction self, Object value) {
    self.doc = orNone(value);
  }

  @Getter("__module__")
  static Object getModule(PyFunction self) {
    return self.module != null ? self.module : orNone(self.globals.getStr("__name__"));
  }

  @Setter("__module__")
  static void setModule(PyFunction self, Object value) {
    self.module = orNone(value);
  }

  @Getter(value = "__globals__", member = true)
  static Object getGlobals(PyFunction self) {
    Interpreter.current().complete();
    return self.globals;
  }

  @Getter(value = "__builtins__", member = true)
  static Object getBuiltins(PyFunction self) {
    Interpreter.current().complete();
    return self.builtins;
  }

  @Getter(value = "__closure__", member = true)
  static Object getClosure(PyFunction self) {
    return self.closure == null || self.closure.length == 0 ? Py.None : PyTuple.of((Object[]) self.closure.clone());
  }

  @Getter("__dict__")
  static Object getDict(PyFunction self) {
    return self.dict();
  }

  @Setter("__dict__")
  static void setDict(PyFunction self, Object value) {
    Wrapping.setDict(self, value);
  }

  @Getter("__type_params__")
  static Object getTypeParams(PyFunction self) {
    return self.typeParams == null ? PyTuple.EMPTY : self.typeParams;
  }

  @Setter("__type_params__")
  static void setTypeParams(PyFunction self, Object value) {
    if (!(value instanceof PyTuple t)) {
      throw Errors.typeError("__type_params__ must be set to a tuple");
    }
    self.typeParams = t;
  }

  // ---- annotations (PEP 649 and 749)

  @Getter("__annotate__")
  static Object getAnnotate(PyFunction self) {
    return orNone(self.annotate);
  }

  @Setter("__annotate__")
  static void setAnnotate(PyFunction self, Object value) {
    if (value == null) {
      throw Errors.typeError("__annotate__ cannot be deleted");
    }
    if (value == Py.None) {
      self.annotate = null;
      return;
    }
    if (Py.typeOf(value).slot(Special.CALL) == null) {
      throw Errors.typeError("__annotate__ must be callable or None");
    }
    self.annotate = value;
    self.annotations = null;
  }

  @Getter("__annotations__")
  static Object getAnnotations(PyFunction self) {
    if (self.annotations instanceof PyTuple t) {
      // with from __future__ import annotations: names and texts in turn
      PyDict d = new PyDict();
      for (int i = 0; i + 1 < t.size(); i += 2) {
        d.put(t.get(i), t.get(i + 1));
      }
      self.annotations = d;
    }
    if (self.annotations == null) {
      Object made = self.annotate == null ? new PyDict() : Call.call(self.annotate, Py.box(1));
      if (!(made instanceof PyDict)) {
        throw Errors.typeError("__annotate__ returned non-dict of type '" + Py.typeOf(made).name() + "'");
      }
      self.annotations = made;
    }
    return self.annotations;
  }

  @Setter("__annotations__")
  static void setAnnotations(PyFunction self, Object value) {
    if (value == null || value == Py.None) {
      self.annotations = null;
    } else if (value instanceof PyDict) {
      self.annotations = value;
    } else {
      throw Errors.typeError("__annotations__ must be set to a dict object");
    }
    self.annotate = null;
  }
}
