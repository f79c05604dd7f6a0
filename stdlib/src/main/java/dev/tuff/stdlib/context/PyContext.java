package dev.tuff.stdlib.context;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.function.Keywords;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code contextvars.Context}: the values of context variables (PEP 567). A copy shares the map until one of the two changes: copying
 * costs nothing, however many variables there are.
 */
public final class PyContext extends PyObject {
  public static final PyType TYPE = PyType.builtin("_contextvars.Context", PyType.OBJECT,
      PyType.FINAL | PyType.UNHASHABLE | PyType.WEAKREF, "A mapping of context variables to their values.", new PyContextTable());

  private Map<PyContextVar, Object> values = new LinkedHashMap<>();
  private boolean shared;
  private boolean entered;

  PyContext() {
    super(TYPE);
  }

  /** The context of the running thread. */
  static PyContext current(ThreadState ts) {
    if (ts.context == null) {
      ts.context = new PyContext();
      ((PyContext) ts.context).entered = true;
    }
    return (PyContext) ts.context;
  }

  PyContext duplicate() {
    PyContext c = new PyContext();
    shared = true;
    c.shared = true;
    c.values = values;
    return c;
  }

  Object value(PyContextVar v) {
    return values.get(v);
  }

  /** Sets a variable, or with null removes it. */
  void put(PyContextVar v, Object value) {
    if (shared) {
      values = new LinkedHashMap<>(values);
      shared = false;
    }
    if (value == null) {
      values.remove(v);
    } else {
      values.put(v, value);
    }
  }

  private static PyContextVar key(Object o) {
    if (o instanceof PyContextVar v) {
      return v;
    }
    throw Errors.typeError("a ContextVar key was expected, got " + Py.javaRepr(o));
  }

  @New(value = "Context(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    if (args.length > 0 || kwargs.size() > 0) {
      throw Errors.typeError("Context() does not accept any arguments");
    }
    return new PyContext();
  }

  @Method(value = "run(self, /, *args, **kwargs)", doc = "Call a function in this context.", textSignature = false)
  static Object run(PyContext self, Object[] args, PyDict kwargs, ThreadState ts) {
    if (args.length == 0) {
      throw Errors.typeError("run() missing 1 required positional argument");
    }
    if (self.entered) {
      throw Errors.runtimeError("cannot enter context: " + Py.javaRepr(self) + " is already entered");
    }
    Object before = current(ts);
    self.entered = true;
    ts.context = self;
    try {
      Object[] rest = java.util.Arrays.copyOfRange(args, 1, args.length);
      return Call.call(args[0], Keywords.values(rest, kwargs), Keywords.names(kwargs));
    } finally {
      ts.context = before;
      self.entered = false;
    }
  }

  @Method(value = "copy(self, /)", doc = "Return a shallow copy of the context object.")
  static Object copy(PyContext self) {
    return self.duplicate();
  }

  @Method("__getitem__(self, key, /)")
  static Object __getitem__(PyContext self, Object key) {
    Object v = self.values.get(key(key));
    if (v == null) {
      throw Errors.keyError(key);
    }
    return v;
  }

  @Method("__contains__(self, key, /)")
  static boolean __contains__(PyContext self, Object key) {
    return self.values.containsKey(key(key));
  }

  @Method(value = "get(self, key, default=None, /)", doc = "The value of a variable, or default if it has none.")
  static Object get(PyContext self, Object key, Object fallback) {
    Object v = self.values.get(key(key));
    return v == null ? fallback : v;
  }

  @Method("__len__(self, /)")
  static long __len__(PyContext self) {
    return self.values.size();
  }

  @Method("__iter__(self, /)")
  static Object __iter__(PyContext self) {
    return keys(self);
  }

  @Method(value = "keys(self, /)", doc = "Return a list of all variables in the context object.")
  static Object keys(PyContext self) {
    return Iteration.iter(PyList.of(self.values.keySet().toArray()));
  }

  @Method(value = "values(self, /)", doc = "Return a list of all variables' values in the context object.")
  static Object values(PyContext self) {
    return Iteration.iter(PyList.of(self.values.values().toArray()));
  }

  @Method(value = "items(self, /)", doc = "Return all variables and their values in the context object.")
  static Object items(PyContext self) {
    PyList out = new PyList();
    self.values.forEach((k, v) -> out.add(PyTuple.of(k, v)));
    return Iteration.iter(out);
  }

  private boolean same(PyContext other) {
    if (values.size() != other.values.size()) {
      return false;
    }
    for (Map.Entry<PyContextVar, Object> e : values.entrySet()) {
      Object v = other.values.get(e.getKey());
      if (v == null || !Py.eq(e.getValue(), v)) {
        return false;
      }
    }
    return true;
  }

  @Method("__eq__(self, value, /)")
  static Object __eq__(PyContext self, Object other) {
    return other instanceof PyContext c ? (Object) self.same(c) : Py.NotImplemented;
  }

  @Method("__ne__(self, value, /)")
  static Object __ne__(PyContext self, Object other) {
    return other instanceof PyContext c ? (Object) !self.same(c) : Py.NotImplemented;
  }
}
