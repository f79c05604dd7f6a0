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
import dev.tuff.engine.text.PyStr;
import java.util.Arrays;

/**
 * {@code contextvars.Context}: variables and their values. The arrays are never changed but replaced, so that a copy of a context is free;
 * programs have few variables, so that a search in an array is quick.
 */
public final class PyContext extends PyObject {
  static final PyType TYPE = PyType.builtin("_contextvars.Context", PyType.OBJECT, PyType.FINAL | PyType.UNHASHABLE | PyType.WEAKREF,
      "Context variables and their values.", new PyContextTable());
  private static final Object[] NONE = {};

  private PyContextVar[] vars = {};
  private Object[] values = NONE;

  /** Whether a {@code run()} of this context is under way, and what to go back to then. */
  private volatile boolean entered;

  PyContext() {
    super(TYPE);
  }

  @New(value = "Context(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    if (args.length > 0 || kwargs.size() > 0) {
      throw Errors.typeError("Context() does not accept any arguments");
    }
    return new PyContext();
  }

  /** The context of a thread. */
  public static PyContext current(ThreadState ts) {
    if (ts.context == null) {
      ts.context = new PyContext();
    }
    return (PyContext) ts.context;
  }

  public PyContext copyOf() {
    PyContext c = new PyContext();
    c.vars = vars;
    c.values = values;
    return c;
  }

  private int find(PyContextVar var) {
    PyContextVar[] all = vars;
    for (int i = 0; i < all.length; i++) {
      if (all[i] == var) {
        return i;
      }
    }
    return -1;
  }

  Object get(PyContextVar var) {
    int i = find(var);
    return i < 0 ? null : values[i];
  }

  void put(PyContextVar var, Object value) {
    int i = find(var);
    if (i < 0) {
      i = vars.length;
      PyContextVar[] more = Arrays.copyOf(vars, i + 1);
      more[i] = var;
      values = Arrays.copyOf(values, i + 1);
      values[i] = value;
      vars = more;
    } else {
      Object[] changed = values.clone();
      changed[i] = value;
      values = changed;
    }
  }

  void remove(PyContextVar var) {
    int i = find(var);
    if (i < 0) {
      return;
    }
    int n = vars.length - 1;
    PyContextVar[] less = Arrays.copyOf(vars, n);
    Object[] rest = Arrays.copyOf(values, n);
    System.arraycopy(vars, i + 1, less, i, n - i);
    System.arraycopy(values, i + 1, rest, i, n - i);
    vars = less;
    values = rest;
  }

  @Method(value = "run(self, callable, /, *args, **kwargs)", doc = "Calls a function in this context.", textSignature = false)
  static Object run(PyContext self, Object callable, Object[] args, PyDict kwargs, ThreadState ts) {
    Object before = self.enter(ts);
    try {
      return call(callable, args, kwargs);
    } finally {
      self.leave(ts, before);
    }
  }

  /** Makes this the context of the thread; the one before, for {@link #leave}. */
  public Object enter(ThreadState ts) {
    if (ThreadState.shared) {
      synchronized (this) {
        begin();
      }
    } else {
      begin();
    }
    Object before = ts.context;
    ts.context = this;
    return before;
  }

  private void begin() {
    if (entered) {
      throw Errors.runtimeError("cannot enter context: " + Py.javaRepr(this) + " is already entered");
    }
    entered = true;
  }

  public void leave(ThreadState ts, Object before) {
    ts.context = before;
    entered = false;
  }

  private static Object call(Object callable, Object[] args, PyDict kwargs) {
    if (kwargs.size() == 0) {
      return switch (args.length) {
        case 0 -> Call.call(callable);
        case 1 -> Call.call(callable, args[0]);
        default -> Call.call(callable, args, null);
      };
    }
    Object[] names = kwargs.keysArray();
    Object[] all = Arrays.copyOf(args, args.length + names.length);
    String[] kw = new String[names.length];
    for (int i = 0; i < names.length; i++) {
      kw[i] = PyStr.java(names[i]);
      all[args.length + i] = kwargs.get(names[i]);
    }
    return Call.call(callable, all, kw);
  }

  @Method(value = "copy(self, /)", doc = "A copy of the context.")
  static Object copy(PyContext self) {
    return self.copyOf();
  }

  private static PyContextVar key(Object key) {
    if (key instanceof PyContextVar v) {
      return v;
    }
    throw Errors.typeError("a ContextVar key was expected, got " + Py.javaRepr(key));
  }

  @Method(value = "get(self, key, default=None, /)", doc = "The value of a variable, or a default.")
  static Object get(PyContext self, Object key, Object fallback) {
    Object v = self.get(key(key));
    return v == null ? fallback : v;
  }

  @Method("__getitem__(self, key, /)")
  static Object __getitem__(PyContext self, Object key) {
    Object v = self.get(key(key));
    if (v == null) {
      throw Errors.keyError(key);
    }
    return v;
  }

  @Method("__contains__(self, key, /)")
  static boolean __contains__(PyContext self, Object key) {
    return self.get(key(key)) != null;
  }

  @Method("__len__(self, /)")
  static long __len__(PyContext self) {
    return self.vars.length;
  }

  private PyList list(int what) {
    PyList out = new PyList();
    PyContextVar[] k = vars;
    Object[] v = values;
    for (int i = 0; i < k.length; i++) {
      out.add(what == 0 ? k[i] : what == 1 ? v[i] : PyTuple.of(k[i], v[i]));
    }
    return out;
  }

  @Method("__iter__(self, /)")
  static Object __iter__(PyContext self) {
    return Iteration.iter(self.list(0));
  }

  @Method(value = "keys(self, /)", doc = "The variables.")
  static Object keys(PyContext self) {
    return Iteration.iter(self.list(0));
  }

  @Method(value = "values(self, /)", doc = "The values.")
  static Object values(PyContext self) {
    return Iteration.iter(self.list(1));
  }

  @Method(value = "items(self, /)", doc = "The variables with their values.")
  static Object items(PyContext self) {
    return Iteration.iter(self.list(2));
  }

  private static Object equal(PyContext self, Object other, boolean wanted) {
    if (!(other instanceof PyContext c)) {
      return Py.NotImplemented;
    }
    boolean same = self.vars.length == c.vars.length;
    for (int i = 0; same && i < self.vars.length; i++) {
      Object v = c.get(self.vars[i]);
      same = v != null && Py.eq(self.values[i], v);
    }
    return same == wanted;
  }

  @Method("__eq__(self, value, /)")
  static Object __eq__(PyContext self, Object other) {
    return equal(self, other, true);
  }

  @Method("__ne__(self, value, /)")
  static Object __ne__(PyContext self, Object other) {
    return equal(self, other, false);
  }

}
