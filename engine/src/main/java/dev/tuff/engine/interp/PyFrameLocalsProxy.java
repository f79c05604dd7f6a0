package dev.tuff.engine.interp;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Operators;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.text.PyStr;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code FrameLocalsProxy}: the variables of a running function as a mapping that writes through (PEP 667). Names that are no local
 * variables go to a dict of the frame.
 */
final class PyFrameLocalsProxy extends PyObject {
  static final PyType TYPE = PyType.builtin("FrameLocalsProxy", PyType.OBJECT,
      PyType.FINAL | PyType.UNHASHABLE | PyType.MATCH_MAPPING, "A mapping of the local variables of a frame.", new PyFrameLocalsProxyTable());

  private final PyFrame frame;

  PyFrameLocalsProxy(PyFrame frame) {
    super(TYPE);
    this.frame = frame;
  }

  private PyDict extra() {
    return FrameLocals.extra(frame, false);
  }

  private int index(Object key) {
    if (Py.typeOf(key) == PyStr.TYPE) {
      return FrameLocals.find(frame, PyStr.java(key));
    }
    // any object may equal a name
    long hash = Py.hash(key);
    String[] names = frame.code.code.localsPlusNames;
    for (int i = 0; i < names.length; i++) {
      Object name = Py.str(names[i]);
      if (Py.hash(name) == hash && Py.eq(key, name) && FrameLocals.shown(frame, i)) {
        return i;
      }
    }
    return -1;
  }

  /** The value, or null. */
  private Object find(Object key) {
    int i = index(key);
    if (i >= 0) {
      Object v = FrameLocals.get(frame, i);
      if (v != null) {
        return v;
      }
    }
    PyDict extra = extra();
    if (extra == null) {
      Py.hash(key);
      return null;
    }
    return extra.get(key);
  }

  PyDict toDict() {
    PyDict d = new PyDict();
    for (Object key : names()) {
      Object v = find(key);
      if (v != null) {
        d.put(key, v);
      }
    }
    return d;
  }

  private List<Object> names() {
    List<Object> out = new ArrayList<>();
    String[] names = frame.code.code.localsPlusNames;
    for (int i = 0; i < names.length; i++) {
      if (FrameLocals.shown(frame, i) && FrameLocals.get(frame, i) != null) {
        out.add(Py.str(names[i]));
      }
    }
    PyDict extra = extra();
    if (extra != null) {
      out.addAll(List.of(extra.keysArray()));
    }
    return out;
  }

  @New(value = "FrameLocalsProxy(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    if (args.length != 1) {
      throw Errors.typeError("FrameLocalsProxy expected 1 argument, got " + args.length);
    }
    if (kwargs.size() > 0) {
      throw Errors.typeError("FrameLocalsProxy takes no keyword arguments");
    }
    if (!(args[0] instanceof PyFrame f)) {
      throw Errors.typeError("expect frame, not " + Py.typeOf(args[0]).name());
    }
    return new PyFrameLocalsProxy(f);
  }

  @Method("__getitem__(self, key, /)")
  static Object __getitem__(PyFrameLocalsProxy self, Object key) {
    Object v = self.find(key);
    if (v == null) {
      throw Errors.keyError(Py.str("local variable '" + Py.javaRepr(key) + "' is not defined"));
    }
    return v;
  }

  @Method("__setitem__(self, key, value, /)")
  static void __setitem__(PyFrameLocalsProxy self, Object key, Object value) {
    int i = self.index(key);
    if (i >= 0) {
      FrameLocals.set(self.frame, i, value);
    } else {
      FrameLocals.extra(self.frame, true).put(key, value);
    }
  }

  @Method("__delitem__(self, key, /)")
  static void __delitem__(PyFrameLocalsProxy self, Object key) {
    self.remove(key, null);
  }

  private Object remove(Object key, Object fallback) {
    if (index(key) >= 0) {
      throw Errors.valueError("cannot remove local variables from FrameLocalsProxy");
    }
    PyDict extra = extra();
    Object v = extra == null ? null : extra.remove(key);
    if (v == null) {
      if (fallback != null) {
        return fallback;
      }
      throw Errors.keyError(key);
    }
    return v;
  }

  @Method("__len__(self, /)")
  static long __len__(PyFrameLocalsProxy self) {
    return self.names().size();
  }

  @Method("__contains__(self, key, /)")
  static boolean __contains__(PyFrameLocalsProxy self, Object key) {
    return self.find(key) != null;
  }

  @Method("__iter__(self, /)")
  static Object __iter__(PyFrameLocalsProxy self) {
    return Iteration.iter(keys(self));
  }

  @Method(value = "__reversed__(self, /)", textSignature = false)
  static Object __reversed__(PyFrameLocalsProxy self) {
    Object keys = keys(self);
    Py.callMethod(keys, "reverse");
    return keys;
  }

  @Method(value = "keys(self, /)", doc = "The names of the variables.", textSignature = false)
  static Object keys(PyFrameLocalsProxy self) {
    return PyList.of(self.names().toArray());
  }

  @Method(value = "values(self, /)", doc = "The values of the variables.", textSignature = false)
  static Object values(PyFrameLocalsProxy self) {
    return PyList.of(self.toDict().valuesArray());
  }

  @Method(value = "items(self, /)", doc = "Pairs of name and value.", textSignature = false)
  static Object items(PyFrameLocalsProxy self) {
    PyDict d = self.toDict();
    Object[] keys = d.keysArray();
    Object[] values = d.valuesArray();
    for (int i = 0; i < keys.length; i++) {
      keys[i] = PyTuple.of(keys[i], values[i]);
    }
    return PyList.of(keys);
  }

  @Method(value = "copy(self, /)", doc = "A dict of the variables.", textSignature = false)
  static Object copy(PyFrameLocalsProxy self) {
    return self.toDict();
  }

  @Method(value = "get(self, key, default=None, /)", doc = "The value for key, or default.", textSignature = false)
  static Object get(PyFrameLocalsProxy self, Object key, Object fallback) {
    Object v = self.find(key);
    return v == null ? fallback : v;
  }

  @Method(value = "setdefault(self, key, default=None, /)", doc = "The value for key, which is set to default if it has none.",
      textSignature = false)
  static Object setdefault(PyFrameLocalsProxy self, Object key, Object fallback) {
    Object v = self.find(key);
    if (v == null) {
      __setitem__(self, key, fallback);
      return fallback;
    }
    return v;
  }

  @Method(value = "pop(self, key, default=<null>, /)", doc = "Remove key, which must not be a local variable.", textSignature = false)
  static Object pop(PyFrameLocalsProxy self, Object key, Object fallback) {
    return self.remove(key, fallback);
  }

  @Method(value = "update(self, other, /)", doc = "Set variables from a mapping.", textSignature = false)
  static void update(PyFrameLocalsProxy self, Object other) {
    if (!self.merge(other)) {
      throw Errors.typeError("update() argument must be dict or another FrameLocalsProxy");
    }
  }

  private boolean merge(Object other) {
    if (!(other instanceof PyDict) && !(other instanceof PyFrameLocalsProxy)) {
      return false;
    }
    for (Object key : Iteration.toArray(Call.attribute(other, "keys"))) {
      __setitem__(this, key, Items.get(other, key));
    }
    return true;
  }

  private static boolean isMapping(Object o) {
    return o instanceof PyDict || o instanceof PyFrameLocalsProxy;
  }

  private static PyDict dictOf(Object o) {
    return o instanceof PyFrameLocalsProxy p ? p.toDict() : (PyDict) o;
  }

  @Method("__or__(self, value, /)")
  static Object __or__(Object self, Object other) {
    return isMapping(other) ? Operators.binary(Special.OR, dictOf(self), dictOf(other)) : Py.NotImplemented;
  }

  @Method("__ror__(self, value, /)")
  static Object __ror__(Object self, Object other) {
    return isMapping(other) ? Operators.binary(Special.OR, dictOf(other), dictOf(self)) : Py.NotImplemented;
  }

  @Method("__ior__(self, value, /)")
  static Object __ior__(PyFrameLocalsProxy self, Object other) {
    return self.merge(other) ? self : Py.NotImplemented;
  }

  @Method("__eq__(self, value, /)")
  static Object __eq__(PyFrameLocalsProxy self, Object other) {
    if (other instanceof PyFrameLocalsProxy p) {
      return self.frame == p.frame;
    }
    return other instanceof PyDict d ? (Object) Py.eq(self.toDict(), d) : Py.NotImplemented;
  }

  @Method("__ne__(self, value, /)")
  static Object __ne__(PyFrameLocalsProxy self, Object other) {
    Object r = __eq__(self, other);
    return r instanceof Boolean b ? (Object) !b : r;
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyFrameLocalsProxy self) {
    ThreadState ts = ThreadState.current();
    if (!ts.enterRepr(self.frame)) {
      return "{...}";
    }
    try {
      return Py.repr(self.toDict());
    } finally {
      ts.leaveRepr(self.frame);
    }
  }
}
