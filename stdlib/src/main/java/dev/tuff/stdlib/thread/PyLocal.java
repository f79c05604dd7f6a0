package dev.tuff.stdlib.thread;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.function.Descriptors;
import java.util.Map;
import java.util.WeakHashMap;

/** {@code _thread._local}: an object whose attributes each thread has for itself. They go with the thread, whose state is the weak key. */
final class PyLocal extends PyObject {
  static final PyType TYPE = PyType.builtin("_thread._local", PyType.OBJECT, PyType.WEAKREF, "Attributes that each thread has for itself.",
      new PyLocalTable());

  private final Object[] args;
  private final String[] keywords;
  private final Map<ThreadState, PyDict> dicts = new WeakHashMap<>();

  private PyLocal(PyType type, Object[] args, String[] keywords) {
    super(type);
    this.args = args;
    this.keywords = keywords;
  }

  @New(value = "_local(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs, ThreadState ts) {
    if ((args.length > 0 || kwargs.size() > 0) && cls.slot(Special.INIT) == PyType.OBJECT.slot(Special.INIT)) {
      throw Errors.typeError("Initialization arguments are not supported");
    }
    Object[] names = kwargs.keysArray();
    Object[] all = java.util.Arrays.copyOf(args, args.length + names.length);
    String[] keywords = new String[names.length];
    for (int i = 0; i < names.length; i++) {
      keywords[i] = dev.tuff.engine.text.PyStr.java(names[i]);
      all[args.length + i] = kwargs.get(names[i]);
    }
    PyLocal local = new PyLocal(cls, all, keywords.length == 0 ? null : keywords);
    // the call that makes the object runs __init__ for this thread itself
    local.dicts.put(ts, new PyDict());
    return local;
  }

  @Method("__init__(self, /, *args, **kwargs)")
  static void __init__(PyLocal self, Object[] args, PyDict kwargs) {}

  /** The attributes of the running thread; at its first use {@code __init__} makes them. */
  private PyDict own() {
    ThreadState ts = ThreadState.current();
    PyDict d;
    synchronized (dicts) {
      d = dicts.get(ts);
      if (d != null) {
        return d;
      }
      d = new PyDict();
      dicts.put(ts, d);
    }
    Object init = type().slot(Special.INIT);
    if (init != TYPE.slot(Special.INIT)) {
      try {
        Call.method(init, this, args, keywords);
      } catch (RuntimeException e) {
        synchronized (dicts) {
          dicts.remove(ts);
        }
        throw e;
      }
    }
    return d;
  }

  @Method("__getattribute__(self, name, /)")
  static Object __getattribute__(PyLocal self, Object name) {
    String n = Attributes.name(name);
    PyDict d = self.own();
    if (n.equals("__dict__")) {
      return d;
    }
    PyType t = self.type();
    Object descr = t.lookup(n);
    if (descr != null && Descriptors.isData(descr)) {
      return Descriptors.get(descr, self, t);
    }
    Object v = d.get(name);
    if (v != null) {
      return v;
    }
    if (descr != null) {
      return Descriptors.bind(descr, self, t);
    }
    throw Errors.attributeError(self, n);
  }

  private void set(Object name, Object value) {
    String n = Attributes.name(name);
    PyDict d = own();
    if (n.equals("__dict__")) {
      throw Errors.attributeError("'" + type().name() + "' object attribute '__dict__' is read-only", this, n);
    }
    Object descr = type().lookup(n);
    if (descr != null && Descriptors.set(descr, this, value)) {
      return;
    }
    if (value != null) {
      d.put(name, value);
    } else if (d.remove(name) == null) {
      throw Errors.attributeError(this, n);
    }
  }

  @Method("__setattr__(self, name, value, /)")
  static void __setattr__(PyLocal self, Object name, Object value) {
    self.set(name, value);
  }

  @Method("__delattr__(self, name, /)")
  static void __delattr__(PyLocal self, Object name) {
    self.set(name, null);
  }
}
