package dev.tuff.stdlib.collections;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Method;

/** The operators of {@code deque}. */
final class DequeOperators {
  private DequeOperators() {}

  @Method(value = "__len__(self, /)", doc = "Return len(self).")
  static long __len__(PyDeque self) {
    return self.size();
  }

  @Method(value = "__iter__(self, /)", doc = "Implement iter(self).")
  static Object __iter__(PyDeque self) {
    return new PyDequeIterator(self, 0);
  }

  @Method(value = "__contains__(self, key, /)", doc = "Return bool(key in self).")
  static boolean __contains__(PyDeque self, Object key) {
    int changes = self.changes();
    Object v;
    for (int i = 0; (v = self.get(i)) != null; i++) {
      boolean same = Py.eq(v, key);
      if (same) {
        return true;
      }
      if (self.changes() != changes) {
        throw Errors.runtimeError("deque mutated during iteration");
      }
    }
    return false;
  }

  private static int index(PyDeque self, Object key) {
    if (Py.typeOf(key).slot(Special.INDEX) == null) {
      throw Errors.typeError("sequence index must be integer, not '" + Py.typeOf(key).name() + "'");
    }
    Object n = key instanceof Long ? key : dev.tuff.engine.number.PyInt.index(key);
    if (!(n instanceof Long)) {
      throw Errors.indexError("cannot fit '" + Py.typeOf(key).name() + "' into an index-sized integer");
    }
    long i = Convert.toLong(n);
    if (i < 0) {
      i += self.size();
    }
    if (i < 0 || i >= self.size()) {
      throw Errors.indexError("deque index out of range");
    }
    return (int) i;
  }

  @Method(value = "__getitem__(self, key, /)", doc = "Return self[key].")
  static Object __getitem__(PyDeque self, Object key) {
    Object v = self.get(index(self, key));
    if (v == null) {
      throw Errors.indexError("deque index out of range");
    }
    return v;
  }

  @Method(value = "__setitem__(self, key, value, /)", doc = "Set self[key] to value.")
  static void __setitem__(PyDeque self, Object key, Object value) {
    self.set(index(self, key), value);
  }

  @Method(value = "__delitem__(self, key, /)", doc = "Delete self[key].")
  static void __delitem__(PyDeque self, Object key) {
    self.removeAt(index(self, key));
  }

  @Method(value = "__add__(self, value, /)", doc = "Return self+value.")
  static Object __add__(PyDeque self, Object value) {
    if (!(value instanceof PyDeque)) {
      throw Errors.typeError("can only concatenate deque (not \"" + Py.typeOf(value).name() + "\") to deque");
    }
    Object d = DequeMethods.copy(self);
    ((PyDeque) d).extend(value);
    return d;
  }

  @Method(value = "__iadd__(self, value, /)", doc = "Implement self+=value.")
  static Object __iadd__(PyDeque self, Object value) {
    self.extend(value);
    return self;
  }

  @Method(value = "__mul__(self, value, /)", doc = "Return self*value.")
  static Object __mul__(PyDeque self, Object value) {
    if (Py.typeOf(value).slot(Special.INDEX) == null) {
      return Py.NotImplemented;
    }
    return __imul__((PyDeque) DequeMethods.copy(self), value);
  }

  @Method(value = "__rmul__(self, value, /)", doc = "Return value*self.")
  static Object __rmul__(PyDeque self, Object value) {
    return __mul__(self, value);
  }

  @Method(value = "__imul__(self, value, /)", doc = "Implement self*=value.")
  static Object __imul__(PyDeque self, Object value) {
    if (Py.typeOf(value).slot(Special.INDEX) == null) {
      return Py.NotImplemented;
    }
    Object n = dev.tuff.engine.number.PyInt.index(value);
    if (!(n instanceof Long)) {
      throw Errors.overflowError("cannot fit '" + Py.typeOf(value).name() + "' into an index-sized integer");
    }
    long times = (Long) n;
    Object[] items = self.toArray();
    if (times <= 0 || items.length == 0) {
      self.clear();
      return self;
    }
    long max = self.maxLength();
    if (max >= 0) {
      // only the last maxlen items count, and a little more to keep the phase
      times = Math.min(times, max / items.length + 2);
    } else if (times > Integer.MAX_VALUE / items.length) {
      throw Errors.memoryError();
    }
    for (long i = 1; i < times; i++) {
      for (Object v : items) {
        self.append(v);
      }
    }
    return self;
  }

  @Method(value = "__eq__(self, value, /)", doc = "Return self==value.")
  static Object __eq__(PyDeque self, Object value) {
    return compare(Comparison.EQ, self, value);
  }

  @Method(value = "__ne__(self, value, /)", doc = "Return self!=value.")
  static Object __ne__(PyDeque self, Object value) {
    return compare(Comparison.NE, self, value);
  }

  @Method(value = "__lt__(self, value, /)", doc = "Return self<value.")
  static Object __lt__(PyDeque self, Object value) {
    return compare(Comparison.LT, self, value);
  }

  @Method(value = "__le__(self, value, /)", doc = "Return self<=value.")
  static Object __le__(PyDeque self, Object value) {
    return compare(Comparison.LE, self, value);
  }

  @Method(value = "__gt__(self, value, /)", doc = "Return self>value.")
  static Object __gt__(PyDeque self, Object value) {
    return compare(Comparison.GT, self, value);
  }

  @Method(value = "__ge__(self, value, /)", doc = "Return self>=value.")
  static Object __ge__(PyDeque self, Object value) {
    return compare(Comparison.GE, self, value);
  }

  /** Item by item, as lists are compared; a deque that changes meanwhile is an error. */
  private static Object compare(int op, PyDeque a, Object other) {
    if (!(other instanceof PyDeque b)) {
      return Py.NotImplemented;
    }
    if (a.size() != b.size() && op == Comparison.EQ) {
      return false;
    }
    if (a.size() != b.size() && op == Comparison.NE) {
      return true;
    }
    int changesA = a.changes();
    int changesB = b.changes();
    int n = Math.min(a.size(), b.size());
    for (int i = 0; i < n; i++) {
      Object x = a.get(i);
      Object y = b.get(i);
      boolean same = Py.eq(x, y);
      if (!same) {
        return op == Comparison.EQ ? Boolean.FALSE : op == Comparison.NE ? Boolean.TRUE : Comparison.compare(op, x, y);
      }
      if (a.changes() != changesA || b.changes() != changesB) {
        throw Errors.runtimeError("deque mutated during iteration");
      }
    }
    return Comparison.compare(op, Py.box(a.size()), Py.box(b.size()));
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(PyDeque self) {
    ThreadState thread = ThreadState.current();
    if (!thread.enterRepr(self)) {
      return "[...]";
    }
    try {
      String items = Py.javaRepr(PyList.of(self.toArray()));
      String max = self.maxLength() < 0 ? "" : ", maxlen=" + self.maxLength();
      return Py.str(self.type().name() + "(" + items + max + ")");
    } finally {
      thread.leaveRepr(self);
    }
  }
}
