package dev.tuff.engine.container;

import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.typing.PyGenericAlias;

/** The methods of {@code dict} that look at or change single items, and its views, comparison and repr. */
final class DictMethods {
  private DictMethods() {}

  @New(value = "dict(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    return new PyDict(cls);
  }

  @Method(value = "__len__(self, /)", doc = "Return len(self).")
  static long __len__(PyDict self) {
    return self.size();
  }

  @Method(value = "__getitem__(self, key, /)", doc = "Return self[key].")
  static Object __getitem__(PyDict self, Object key) {
    Object v = self.get(key);
    return v != null ? v : missing(self, key);
  }

  /** What {@code self[key]} is for a key that is not there: a subclass may have {@code __missing__}. */
  static Object missing(PyDict self, Object key) {
    if (self.type() != PyDict.TYPE) {
      Object f = self.type().slot(Special.MISSING);
      if (f != null) {
        return Call.method(f, self, key);
      }
    }
    throw Errors.keyError(key);
  }

  @Method(value = "__setitem__(self, key, value, /)", doc = "Set self[key] to value.")
  static void __setitem__(PyDict self, Object key, Object value) {
    self.put(key, value);
  }

  @Method(value = "__delitem__(self, key, /)", doc = "Delete self[key].")
  static void __delitem__(PyDict self, Object key) {
    if (self.remove(key) == null) {
      throw Errors.keyError(key);
    }
  }

  @Method(value = "__contains__(self, key, /)", doc = "Whether the dict has the key.")
  static boolean __contains__(PyDict self, Object key) {
    return self.get(key) != null;
  }

  @Method(value = "get(self, key, default=None, /)", doc = "Return the value of key, or default if there is none.")
  static Object get(PyDict self, Object key, Object fallback) {
    Object v = self.get(key);
    return v == null ? fallback : v;
  }

  @Method(value = "setdefault(self, key, default=None, /)", doc = "Return the value of key; if there is none, set it to default first.")
  static Object setdefault(PyDict self, Object key, Object fallback) {
    Object v = self.putIfAbsent(key, fallback);
    return v == null ? fallback : v;
  }

  @Method(value = "pop(self, key, default=<null>, /)", doc = "Remove key and return its value.\n\n"
      + "If there is none, return default if given, else raise KeyError.")
  static Object pop(PyDict self, Object key, Object fallback) {
    Object v = self.size() == 0 ? null : self.remove(key);
    if (v == null) {
      v = fallback;
    }
    if (v == null) {
      throw Errors.keyError(key);
    }
    return v;
  }

  @Method(value = "popitem(self, /)", doc = "Remove and return the (key, value) pair added last; KeyError if the dict is empty.")
  static Object popitem(PyDict self) {
    synchronized (self) {
      int e = self.lastEntry();
      if (e < 0) {
        throw Errors.keyError("popitem(): dictionary is empty");
      }
      Object k = self.keyAt(e);
      return PyTuple.of(k, self.removeEntry(e));
    }
  }

  @Method(value = "clear(self, /)", doc = "Remove all items.")
  static void clear(PyDict self) {
    self.clear();
  }

  @Method(value = "copy(self, /)", doc = "Return a shallow copy of the dict.")
  static Object copy(PyDict self) {
    return self.copyExact();
  }

  @Method(value = "keys(self, /)", doc = "Return a view of the keys, like a set.")
  static Object keys(PyDict self) {
    return new PyDictView(self, PyDictView.KEYS);
  }

  @Method(value = "values(self, /)", doc = "Return a view of the values.")
  static Object values(PyDict self) {
    return new PyDictView(self, PyDictView.VALUES);
  }

  @Method(value = "items(self, /)", doc = "Return a view of the (key, value) pairs, like a set.")
  static Object items(PyDict self) {
    return new PyDictView(self, PyDictView.ITEMS);
  }

  @Method(value = "__iter__(self, /)", doc = "Implement iter(self).")
  static Object __iter__(PyDict self) {
    return new PyDictIterator(self, PyDictView.KEYS);
  }

  @Method(value = "__reversed__(self, /)", doc = "Return a reverse iterator over the dict keys.")
  static Object __reversed__(PyDict self) {
    return PyDictIterator.reversed(self, PyDictView.KEYS);
  }

  @Method(value = "__sizeof__(self, /)", doc = "Return the size of the dict in memory, in bytes.")
  static long __sizeof__(PyDict self) {
    return 48 + self.tableBytes();
  }

  @Method(value = "__eq__(self, value, /)", doc = "Return self==value.")
  static Object __eq__(PyDict self, Object value) {
    return value instanceof PyDict d ? (Object) equal(self, d) : Py.NotImplemented;
  }

  @Method(value = "__ne__(self, value, /)", doc = "Return self!=value.")
  static Object __ne__(PyDict self, Object value) {
    return value instanceof PyDict d ? (Object) !equal(self, d) : Py.NotImplemented;
  }

  /** Same keys with equal values, in any order. */
  static boolean equal(PyDict a, PyDict b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int e = -1; (e = a.nextEntry(e + 1)) >= 0; ) {
      Object k = a.keyAt(e);
      Object v = a.valueAt(e);
      if (k == null || v == null) {
        continue;
      }
      Object w = b.get(k);
      if (w == null || !Py.eq(v, w)) {
        return false;
      }
    }
    return true;
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(PyDict self) {
    if (self.size() == 0) {
      return "{}";
    }
    ThreadState thread = ThreadState.current();
    if (!thread.enterRepr(self)) {
      return "{...}";
    }
    try {
      StringBuilder b = new StringBuilder("{");
      for (int e = -1; (e = self.nextEntry(e + 1)) >= 0; ) {
        Object k = self.keyAt(e);
        Object v = self.valueAt(e);
        if (k == null || v == null) {
          continue;
        }
        b.append(b.length() > 1 ? ", " : "").append(PyStr.java(Py.repr(k))).append(": ").append(PyStr.java(Py.repr(v)));
      }
      return Py.str(b.append('}').toString());
    } finally {
      thread.leaveRepr(self);
    }
  }

  @ClassMethod(value = "__class_getitem__(type, object, /)", doc = "See PEP 585")
  static Object __class_getitem__(PyType cls, Object item) {
    return PyGenericAlias.of(cls, item);
  }
}
