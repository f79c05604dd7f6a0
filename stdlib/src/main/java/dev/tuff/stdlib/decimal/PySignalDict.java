package dev.tuff.stdlib.decimal;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/** The flags or the traps of a context as a mapping from signals to bool, through which they can be set. */
final class PySignalDict extends PyObject {
  static final PyType TYPE = PyType.builtin("decimal.SignalDict", PyType.OBJECT,
      PyType.FINAL | PyType.UNHASHABLE | PyType.MATCH_MAPPING, null, new PySignalDictTable());

  /** Null if made by Python code: no use can be made of it then. */
  private final PyDecimalContext context;
  private final boolean traps;

  PySignalDict(PyDecimalContext context, boolean traps) {
    super(TYPE);
    this.context = context;
    this.traps = traps;
  }

  @New("SignalDict()")
  static Object __new__(PyType cls) {
    return new PySignalDict(null, false);
  }

  private int bits() {
    if (context == null) {
      throw Errors.valueError("invalid signal dict");
    }
    return traps ? context.traps : context.status;
  }

  private boolean has(int i) {
    return (bits() & Signals.bits(i)) != 0;
  }

  private void set(int signal, boolean on) {
    int bits = on ? bits() | signal : bits() & ~signal;
    if (traps) {
      context.traps = bits;
    } else {
      context.status = bits;
    }
  }

  /** The conditions of a mapping of all signals. */
  static int bitsOf(Object o) {
    if (o instanceof PySignalDict d) {
      return d.bits();
    }
    if (!(o instanceof PyDict dict)) {
      throw Errors.typeError("argument must be a signal dict");
    }
    if (dict.size() != Signals.count()) {
      throw Errors.keyError("invalid signal dict");
    }
    int bits = 0;
    for (int i = 0; i < Signals.count(); i++) {
      Object on = dict.get(Signals.at(i));
      if (on == null) {
        throw Errors.keyError("invalid signal dict");
      }
      bits |= Py.truth(on) ? Signals.bits(i) : 0;
    }
    return bits;
  }

  private static int signal(Object key) {
    int bits = Signals.bitsOf(key);
    if (bits == 0) {
      throw Signals.unknown();
    }
    return bits;
  }

  @Method("__getitem__(self, key, /)")
  static boolean __getitem__(PySignalDict self, Object key) {
    return (self.bits() & signal(key)) != 0;
  }

  @Method("__setitem__(self, key, value, /)")
  static void __setitem__(PySignalDict self, Object key, Object value) {
    int bits = signal(key);
    self.bits();
    self.set(bits, Py.truth(value));
  }

  @Method("__delitem__(self, key, /)")
  static void __delitem__(PySignalDict self, Object key) {
    throw Errors.valueError("signal keys cannot be deleted");
  }

  @Method("__len__(self, /)")
  static long __len__(PySignalDict self) {
    self.bits();
    return Signals.count();
  }

  @Method("__contains__(self, key, /)")
  static boolean __contains__(PySignalDict self, Object key) {
    return Signals.bitsOf(key) != 0;
  }

  @Method("__iter__(self, /)")
  static Object __iter__(PySignalDict self) {
    self.bits();
    return Iteration.iter(PyTuple.of((Object[]) Signals.all()));
  }

  @Method(value = "copy(self, /)", doc = "The same as a dict.")
  static Object copy(PySignalDict self) {
    PyDict out = new PyDict();
    for (int i = 0; i < Signals.count(); i++) {
      out.put(Signals.at(i), self.has(i));
    }
    return out;
  }

  @Method(value = "keys(self, /)", doc = "The signals.")
  static Object keys(PySignalDict self) {
    return Py.callMethod(copy(self), "keys");
  }

  @Method(value = "values(self, /)", doc = "Whether each signal is set.")
  static Object values(PySignalDict self) {
    return Py.callMethod(copy(self), "values");
  }

  @Method(value = "items(self, /)", doc = "The signals with whether they are set.")
  static Object items(PySignalDict self) {
    return Py.callMethod(copy(self), "items");
  }

  @Method(value = "get(self, key, default=None)", doc = "Whether a signal is set, or a default for what is no signal.")
  static Object get(PySignalDict self, Object key, Object fallback) {
    int bits = Signals.bitsOf(key);
    return bits == 0 ? fallback : (Object) ((self.bits() & bits) != 0);
  }

  @Method(value = "update(self, other, /)", doc = "Sets the signals that a mapping says.")
  static void update(PySignalDict self, Object other) {
    PyList keys = PyList.of(Iteration.toArray(other));
    for (int i = 0; i < keys.size(); i++) {
      __setitem__(self, keys.get(i), Items.get(other, keys.get(i)));
    }
  }

  private static Object equal(PySignalDict self, Object other, boolean wanted) {
    if (other instanceof PySignalDict d) {
      return same(self.bits(), d.bits()) == wanted;
    }
    if (!(other instanceof PyDict d)) {
      return Py.NotImplemented;
    }
    for (int i = 0; i < Signals.count(); i++) {
      if (d.size() != Signals.count() || d.get(Signals.at(i)) == null) {
        return Py.NotImplemented;
      }
    }
    return same(self.bits(), bitsOf(other)) == wanted;
  }

  private static boolean same(int a, int b) {
    for (int i = 0; i < Signals.count(); i++) {
      if ((a & Signals.bits(i)) != 0 != ((b & Signals.bits(i)) != 0)) {
        return false;
      }
    }
    return true;
  }

  @Method("__eq__(self, value, /)")
  static Object __eq__(PySignalDict self, Object other) {
    return equal(self, other, true);
  }

  @Method("__ne__(self, value, /)")
  static Object __ne__(PySignalDict self, Object other) {
    return equal(self, other, false);
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PySignalDict self) {
    StringBuilder out = new StringBuilder("{");
    for (int i = 0; i < Signals.count(); i++) {
      out.append(i == 0 ? "" : ", ").append("<class 'decimal.").append(Signals.at(i).name()).append("'>:").append(self.has(i) ? "True" : "False");
    }
    return out.append('}').toString();
  }
}
