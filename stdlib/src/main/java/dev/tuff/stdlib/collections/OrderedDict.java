package dev.tuff.stdlib.collections;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyDictView;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Method;

/**
 * {@code collections.OrderedDict}: a dict, whose table keeps the order already. Where CPython's version calls the item methods of a subclass,
 * so does this.
 */
final class OrderedDict {
  static final PyType TYPE = PyType.builtin("collections.OrderedDict", PyDict.TYPE,
      PyType.UNHASHABLE | PyType.HAS_DICT | PyType.WEAKREF | PyType.BASE_LAYOUT, "Dictionary that remembers insertion order",
      new OrderedDictTable());
  static final PyType KEYS = view("odict_keys", PyDictView.KEYS_TYPE);
  static final PyType VALUES = view("odict_values", PyDictView.VALUES_TYPE);
  static final PyType ITEMS = view("odict_items", PyDictView.ITEMS_TYPE);

  private OrderedDict() {}

  private static PyType view(String name, PyType base) {
    int unhashable = base == PyDictView.VALUES_TYPE ? 0 : PyType.UNHASHABLE;
    return PyType.builtin(name, base, PyType.NO_NEW | PyType.BASE_LAYOUT | unhashable, null, new OrderedDictViewsTable());
  }

  private static boolean exact(PyDict d) {
    return d.type() == TYPE;
  }

  private static void put(PyDict self, Object key, Object value) {
    if (exact(self)) {
      self.put(key, value);
    } else {
      Items.set(self, key, value);
    }
  }

  // ---- filling

  @Method(value = "__init__(self, /, *args, **kwargs)", doc = "Initialize self.  See help(type(self)) for accurate signature.")
  static void __init__(PyDict self, Object[] args, PyDict kwargs) {
    update(self, args, kwargs);
  }

  @Method(value = "update(self, /, *args, **kwargs)", textSignature = false,
      doc = "Update the dict from a mapping or an iterable of pairs, then from the keywords.")
  static void update(PyDict self, Object[] args, PyDict kwargs) {
    if (args.length > 1) {
      throw Errors.typeError("expected at most 1 argument, got " + args.length);
    }
    if (args.length == 1) {
      updateFrom(self, args[0]);
    }
    if (kwargs.size() > 0) {
      fromDict(self, kwargs);
    }
  }

  private static void fromDict(PyDict self, PyDict from) {
    if (exact(self)) {
      self.update(from);
      return;
    }
    Object[] keys = from.keysArray();
    Object[] values = from.valuesArray();
    for (int i = 0; i < keys.length; i++) {
      Items.set(self, keys[i], values[i]);
    }
  }

  private static void updateFrom(PyDict self, Object other) {
    if (other instanceof PyDict d && (d.type() == PyDict.TYPE || exact(d))) {
      fromDict(self, d);
      return;
    }
    Object keys = Attributes.find(other, "keys");
    if (keys != null) {
      Object it = Iteration.iter(Call.call(keys));
      for (Object k; (k = Iteration.next(it)) != null; ) {
        put(self, k, Items.get(other, k));
      }
      return;
    }
    Object items = Attributes.find(other, "items");
    Object it = Iteration.iter(items == null ? other : Call.call(items));
    for (Object pair; (pair = Iteration.next(it)) != null; ) {
      Object[] two = Iteration.toArray(pair);
      if (two.length != 2) {
        throw Errors.valueError(two.length == 0 ? "need more than 0 values to unpack"
            : two.length == 1 ? "need more than 1 value to unpack" : "too many values to unpack (expected 2)");
      }
      put(self, two[0], two[1]);
    }
  }

  @ClassMethod(value = "fromkeys(type, iterable, value=None)",
      doc = "Create a new ordered dictionary with keys from iterable and values set to value.")
  static Object fromkeys(PyType cls, Object iterable, Object value) {
    Object made = Call.call(cls);
    Object it = Iteration.iter(iterable);
    for (Object k; (k = Iteration.next(it)) != null; ) {
      if (made instanceof PyDict d && exact(d)) {
        d.put(k, value);
      } else {
        Items.set(made, k, value);
      }
    }
    return made;
  }

  @Method(value = "copy(self, /)", doc = "od.copy() -> a shallow copy of od")
  static Object copy(PyDict self) {
    if (exact(self)) {
      PyDict d = new PyDict(TYPE);
      d.update(self);
      return d;
    }
    Object made = Call.call(self.type());
    Object version = self.keysVersion();
    for (Object k : self.keysArray()) {
      Object v = Items.get(self, k);
      if (self.keysVersion() != version) {
        throw Errors.runtimeError("OrderedDict mutated during iteration");
      }
      Items.set(made, k, v);
    }
    return made;
  }

  @Method(value = "__or__(self, value, /)", doc = "Return self|value.")
  static Object __or__(PyDict self, Object value) {
    return value instanceof PyDict ? merged(self.type(), self, value) : Py.NotImplemented;
  }

  @Method(value = "__ror__(self, value, /)", doc = "Return value|self.")
  static Object __ror__(PyDict self, Object value) {
    return value instanceof PyDict ? merged(self.type(), value, self) : Py.NotImplemented;
  }

  private static Object merged(PyType type, Object first, Object second) {
    Object made = Call.call(type, first);
    updateFrom((PyDict) made, second);
    return made;
  }

  @Method(value = "__ior__(self, value, /)", doc = "Return self|=value.")
  static Object __ior__(PyDict self, Object value) {
    updateFrom(self, value);
    return self;
  }

  // ---- items

  @Method(value = "setdefault(self, /, key, default=None)", doc = "Insert key with a value of default if key is not in the dictionary.")
  static Object setdefault(PyDict self, Object key, Object fallback) {
    if (exact(self)) {
      Object v = self.putIfAbsent(key, fallback);
      return v == null ? fallback : v;
    }
    if (Items.contains(self, key)) {
      return Items.get(self, key);
    }
    Items.set(self, key, fallback);
    return fallback;
  }

  @Method(value = "pop(self, /, key, default=<null>)", doc = "Remove the key and return its value; default, if given, when it is not there.")
  static Object pop(PyDict self, Object key, Object fallback) {
    Object v = self.remove(key);
    v = v == null ? fallback : v;
    if (v == null) {
      throw Errors.keyError(key);
    }
    return v;
  }

  @Method(value = "popitem(self, /, last=True)", doc = "Remove and return a (key, value) pair: the last, or the first if last is false.")
  static Object popitem(PyDict self, boolean last) {
    synchronized (self) {
      int e = last ? self.lastEntry() : self.nextEntry(0);
      if (e < 0) {
        throw Errors.keyError("dictionary is empty");
      }
      Object k = self.keyAt(e);
      return PyTuple.of(k, self.removeEntry(e));
    }
  }

  @Method(value = "move_to_end(self, /, key, last=True)", doc = "Move an existing key to the end, or to the beginning if last is false.")
  static void move_to_end(PyDict self, Object key, boolean last) {
    synchronized (self) {
      int e = self.entryOf(key);
      if (e < 0) {
        throw Errors.keyError(key);
      }
      if (e == (last ? self.lastEntry() : self.nextEntry(0))) {
        return;
      }
      Object own = self.keyAt(e);
      Object v = self.removeEntry(e);
      if (last) {
        self.put(own, v);
      } else {
        self.putFirst(own, v);
      }
    }
  }

  @Method(value = "__sizeof__(self, /)", doc = "Return the size of the dict in memory, in bytes.")
  static long __sizeof__(PyDict self) {
    // as if each item had a node in a linked list too
    return (Long) Call.method(PyDict.TYPE.lookup("__sizeof__"), self) + 56 + 56L * self.size();
  }

  // ---- views, comparison, text

  @Method(value = "__iter__(self, /)", doc = "Implement iter(self).")
  static Object __iter__(PyDict self) {
    return new PyOrderedIterator(self, PyDictView.KEYS, true);
  }

  @Method(value = "__reversed__(self, /)", doc = "od.__reversed__() <==> reversed(od)")
  static Object __reversed__(PyDict self) {
    return new PyOrderedIterator(self, PyDictView.KEYS, false);
  }

  @Method(value = "keys(self, /)", doc = "a set-like view of the keys")
  static Object keys(PyDict self) {
    return new PyDictView(KEYS, self, PyDictView.KEYS);
  }

  @Method(value = "values(self, /)", doc = "a view of the values")
  static Object values(PyDict self) {
    return new PyDictView(VALUES, self, PyDictView.VALUES);
  }

  @Method(value = "items(self, /)", doc = "a set-like view of the items")
  static Object items(PyDict self) {
    return new PyDictView(ITEMS, self, PyDictView.ITEMS);
  }

  @Method(value = "__eq__(self, value, /)", doc = "Return self==value.")
  static Object __eq__(PyDict self, Object value) {
    return equal(self, value);
  }

  @Method(value = "__ne__(self, value, /)", doc = "Return self!=value.")
  static Object __ne__(PyDict self, Object value) {
    Object r = equal(self, value);
    return r == Py.NotImplemented ? r : (Object) !(Boolean) r;
  }

  /** Between two ordered dicts the order counts. */
  private static Object equal(PyDict self, Object value) {
    if (!(value instanceof PyDict other)) {
      return Py.NotImplemented;
    }
    if (!Py.truth(Call.method(PyDict.TYPE.slot(Special.EQ), self, other))) {
      return false;
    }
    if (other.type().isSubtype(TYPE)) {
      if (self.size() != other.size()) {
        return false;
      }
      Object version = self.keysVersion();
      Object otherVersion = other.keysVersion();
      int e = -1;
      int f = -1;
      while ((e = self.nextEntry(e + 1)) >= 0 && (f = other.nextEntry(f + 1)) >= 0) {
        boolean same = Py.eq(self.keyAt(e), other.keyAt(f));
        if (self.keysVersion() != version || other.keysVersion() != otherVersion) {
          throw Errors.runtimeError("OrderedDict mutated during iteration");
        }
        if (!same) {
          return false;
        }
      }
    }
    return true;
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(PyDict self) {
    String name = self.type().name();
    if (self.size() == 0) {
      return Py.str(name + "()");
    }
    ThreadState thread = ThreadState.current();
    if (!thread.enterRepr(self)) {
      return "...";
    }
    try {
      return Py.str(name + "(" + Py.javaRepr(self.copyExact()) + ")");
    } finally {
      thread.leaveRepr(self);
    }
  }

  @Method(value = "__reduce__(self, /)", doc = "Return state information for pickling")
  static Object __reduce__(PyDict self) {
    Object state = Call.call(Attributes.get(self, "__getstate__"));
    return Py.tuple(self.type(), PyTuple.EMPTY, state, Py.None, Iteration.iter(Call.attribute(self, "items")));
  }
}
