package dev.tuff.engine.container;

import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Method;

/** Filling dicts from other mappings, pairs and keywords: the constructor, {@code update}, {@code |}, {@code fromkeys}. */
public final class DictUpdate {
  private DictUpdate() {}

  @Method(value = "__init__(self, /, *args, **kwargs)", doc = "Initialize self.  See help(type(self)) for accurate signature.")
  static void __init__(PyDict self, Object[] args, PyDict kwargs) {
    update("dict", self, args, kwargs);
  }

  @Method(value = "update(self, /, *args, **kwargs)", textSignature = false,
      doc = "Update the dict from a mapping, or from an iterable of key-value pairs, then from the keywords.")
  static void update(PyDict self, Object[] args, PyDict kwargs) {
    update("update", self, args, kwargs);
  }

  /** {@code update(*args, **kwargs)}; {@code name} is for the error about too many arguments. */
  public static void update(String name, PyDict self, Object[] args, PyDict kwargs) {
    Arguments.atMostOne(name, args);
    if (args.length == 1) {
      merge(self, args[0]);
    }
    if (kwargs.size() > 0) {
      self.update(kwargs);
    }
  }

  /** Sets the items of a mapping, or of an iterable of pairs. */
  public static void merge(PyDict self, Object other) {
    if (plain(other)) {
      self.update((PyDict) other);
    } else if (Attributes.find(other, "keys") != null) {
      mergeMapping(self, other);
    } else {
      mergePairs(self, other);
    }
  }

  /** A dict whose items can be read directly: its class has dict's own way of iteration. */
  private static boolean plain(Object o) {
    return o instanceof PyDict d && (d.type() == PyDict.TYPE || d.type().slot(Special.ITER) == PyDict.TYPE.slot(Special.ITER));
  }

  /** Sets the items of an object with {@code keys()} and {@code __getitem__}. */
  public static void mergeMapping(PyDict self, Object other) {
    if (plain(other)) {
      self.update((PyDict) other);
      return;
    }
    Object it = Iteration.iter(Call.attribute(other, "keys"));
    for (Object k; (k = Iteration.next(it)) != null; ) {
      self.put(k, Items.get(other, k));
    }
  }

  /** Sets items from an iterable of pairs. */
  static void mergePairs(PyDict self, Object pairs) {
    Object it = Iteration.iter(pairs);
    int i = 0;
    for (Object pair; (pair = Iteration.next(it)) != null; i++) {
      Object k;
      Object v;
      if (pair instanceof PyTuple t && t.type() == PyTuple.TYPE && t.size() == 2) {
        k = t.get(0);
        v = t.get(1);
      } else {
        Object[] two = pair(pair, i);
        k = two[0];
        v = two[1];
      }
      self.put(k, v);
    }
  }

  private static Object[] pair(Object pair, int i) {
    Object[] two;
    if (pair instanceof PyTuple t) {
      two = t.array();
    } else if (pair instanceof PyList l) {
      two = l.toArray();
    } else {
      try {
        two = Iteration.toArray(iterator(pair));
      } catch (PyException e) {
        if (e.is(Exceptions.TypeError)) {
          Call.attribute(e.value, "add_note", "Cannot convert dictionary update sequence element #" + i + " to a sequence");
        }
        throw e;
      }
    }
    if (two.length != 2) {
      throw Errors.valueError("dictionary update sequence element #" + i + " has length " + two.length + "; 2 is required");
    }
    return two;
  }

  private static Object iterator(Object pair) {
    try {
      return Iteration.iter(pair);
    } catch (PyException e) {
      throw e.is(Exceptions.TypeError) ? Errors.typeError("object is not iterable") : e;
    }
  }

  @Method(value = "__or__(self, value, /)", doc = "Return self|value.")
  static Object __or__(PyDict self, Object value) {
    if (!(value instanceof PyDict)) {
      return Py.NotImplemented;
    }
    PyDict d = self.copyExact();
    mergeMapping(d, value);
    return d;
  }

  @Method(value = "__ror__(self, value, /)", doc = "Return value|self.")
  static Object __ror__(PyDict self, Object value) {
    return value instanceof PyDict d ? __or__(d, self) : Py.NotImplemented;
  }

  @Method(value = "__ior__(self, value, /)", doc = "Return self|=value.")
  static Object __ior__(PyDict self, Object value) {
    merge(self, value);
    return self;
  }

  @ClassMethod(value = "fromkeys(type, iterable, value=None, /)", doc = "Create a dict with the keys of iterable, all of the same value.")
  static Object fromkeys(PyType cls, Object iterable, Object value) {
    Object made = Call.call(cls);
    if (made instanceof PyDict d && d.type() == PyDict.TYPE) {
      if (plain(iterable)) {
        for (Object k : ((PyDict) iterable).keysArray()) {
          d.put(k, value);
        }
        return d;
      }
      Object it = Iteration.iter(iterable);
      for (Object k; (k = Iteration.next(it)) != null; ) {
        d.put(k, value);
      }
      return d;
    }
    Object it = Iteration.iter(iterable);
    for (Object k; (k = Iteration.next(it)) != null; ) {
      Items.set(made, k, value);
    }
    return made;
  }
}
