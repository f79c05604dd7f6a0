package dev.tuff.engine.container;

import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.text.PyStr;

/** The operators of {@code list}: concatenation, repetition, comparison, membership, subscripts, iteration, repr. */
final class ListOperators {
  private ListOperators() {}

  @Method(value = "__len__(self, /)", doc = "Return len(self).")
  static long __len__(PyList self) {
    return self.size;
  }

  @Method(value = "__iter__(self, /)", doc = "Implement iter(self).")
  static Object __iter__(PyList self) {
    return new PyListIterator(self);
  }

  @Method(value = "__contains__(self, key, /)", doc = "Return bool(key in self).")
  static boolean __contains__(PyList self, Object key) {
    return self.indexOf(key, 0, Integer.MAX_VALUE) >= 0;
  }

  @Method(value = "__setitem__(self, key, value, /)", doc = "Set self[key] to value.")
  static void __setitem__(PyList self, Object key, Object value) {
    if (key instanceof PySlice s) {
      ListSlices.set(self, s, value);
    } else {
      self.setItem(SliceBounds.index(key, "list"), value);
    }
  }

  @Method(value = "__delitem__(self, key, /)", doc = "Delete self[key].")
  static void __delitem__(PyList self, Object key) {
    if (key instanceof PySlice s) {
      ListSlices.delete(self, s);
    } else {
      ListSlices.delete(self, SliceBounds.index(key, "list"));
    }
  }

  @Method(value = "__add__(self, value, /)", doc = "Return self+value.")
  static Object __add__(PyList self, Object value) {
    if (!(value instanceof PyList other)) {
      throw SequenceSearch.cannotConcatenate("list", value);
    }
    return self.plus(other);
  }

  @Method(value = "__iadd__(self, value, /)", doc = "Implement self+=value.")
  static Object __iadd__(PyList self, Object value) {
    ListMethods.extend(self, value);
    return self;
  }

  @Method(value = "__mul__(self, value, /)", doc = "Return self*value.")
  static Object __mul__(PyList self, Object value) {
    long n = SliceBounds.count(value);
    return n < 0 ? Py.NotImplemented : self.times(n);
  }

  @Method(value = "__rmul__(self, value, /)", doc = "Return value*self.")
  static Object __rmul__(PyList self, Object value) {
    return __mul__(self, value);
  }

  @Method(value = "__imul__(self, value, /)", doc = "Implement self*=value.")
  static Object __imul__(PyList self, Object value) {
    long n = SliceBounds.count(value);
    if (n < 0) {
      return Py.NotImplemented;
    }
    Object a = self.repeated(n);
    self.become(a, ListStorage.length(a));
    return self;
  }

  @Method(value = "__eq__(self, value, /)", doc = "Return self==value.")
  static Object __eq__(PyList self, Object value) {
    return value instanceof PyList b ? (Object) self.equalItems(b) : Py.NotImplemented;
  }

  @Method(value = "__ne__(self, value, /)", doc = "Return self!=value.")
  static Object __ne__(PyList self, Object value) {
    return value instanceof PyList b ? (Object) !self.equalItems(b) : Py.NotImplemented;
  }

  @Method(value = "__lt__(self, value, /)", doc = "Return self<value.")
  static Object __lt__(PyList self, Object value) {
    return compare(Comparison.LT, self, value);
  }

  @Method(value = "__le__(self, value, /)", doc = "Return self<=value.")
  static Object __le__(PyList self, Object value) {
    return compare(Comparison.LE, self, value);
  }

  @Method(value = "__gt__(self, value, /)", doc = "Return self>value.")
  static Object __gt__(PyList self, Object value) {
    return compare(Comparison.GT, self, value);
  }

  @Method(value = "__ge__(self, value, /)", doc = "Return self>=value.")
  static Object __ge__(PyList self, Object value) {
    return compare(Comparison.GE, self, value);
  }

  /** As for tuples, but the lists may change while their items are compared. */
  private static Object compare(int op, PyList a, Object value) {
    if (!(value instanceof PyList b)) {
      return Py.NotImplemented;
    }
    Object x;
    Object y;
    for (int i = a.sameNumbers(b); (x = a.getOrNull(i)) != null && (y = b.getOrNull(i)) != null; i++) {
      if (!Py.eq(x, y)) {
        if (i >= a.size || i >= b.size) {
          // __eq__ has removed what was compared
          break;
        }
        return SequenceSearch.different(op, x, y);
      }
    }
    return SequenceSearch.lengths(op, a.size, b.size);
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(PyList self) {
    if (self.size == 0) {
      return "[]";
    }
    ThreadState thread = ThreadState.current();
    if (!thread.enterRepr(self)) {
      return "[...]";
    }
    try {
      StringBuilder b = new StringBuilder("[");
      Object v;
      for (int i = 0; (v = self.getOrNull(i)) != null; i++) {
        b.append(i > 0 ? ", " : "").append(PyStr.java(Py.repr(v)));
      }
      return Py.str(b.append(']').toString());
    } finally {
      thread.leaveRepr(self);
    }
  }
}
