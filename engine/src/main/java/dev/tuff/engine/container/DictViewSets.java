package dev.tuff.engine.container;

import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Method;

/** What keys and items views have of a set: operators that give sets, comparison, membership. */
final class DictViewSets {
  private DictViewSets() {}

  @Method(value = "__contains__(self, key, /)", doc = "Return bool(key in self).")
  static boolean __contains__(PyDictView self, Object key) {
    return self.contains(key);
  }

  @Method(value = "isdisjoint(self, other, /)", doc = "Return True if the view and the given iterable have no item in common.")
  static boolean isdisjoint(PyDictView self, Object other) {
    if (self == other) {
      return self.dict.size() == 0;
    }
    if ((other instanceof PySetBase || PyDictView.setLike(other) != null) && Items.length(other) > self.dict.size()) {
      Object it = Iteration.iter(self);
      for (Object v; (v = Iteration.next(it)) != null; ) {
        if (Items.contains(other, v)) {
          return false;
        }
      }
      return true;
    }
    Object it = Iteration.iter(other);
    for (Object v; (v = Iteration.next(it)) != null; ) {
      if (self.contains(v)) {
        return false;
      }
    }
    return true;
  }

  private static PySet set(Object iterable) {
    PySet s = new PySet();
    s.addAll(iterable);
    return s;
  }

  @Method(value = "__and__(self, value, /)", doc = "Return self&value.")
  static Object __and__(Object self, Object value) {
    // either side may be the view; the one that is walked should be the other, or the shorter of two views
    if (PyDictView.setLike(self) == null
        || PyDictView.setLike(value) != null && Items.length(value) > Items.length(self)) {
      Object t = self;
      self = value;
      value = t;
    }
    PyDictView view = (PyDictView) self;
    if (value instanceof PySetBase s && (s.type() == PySet.TYPE || s.type() == PyFrozenSet.TYPE) && Items.length(view) <= s.size()) {
      return SetAlgebra.intersection(s, view);
    }
    PySet out = new PySet();
    Object it = Iteration.iter(value);
    for (Object v; (v = Iteration.next(it)) != null; ) {
      if (view.contains(v)) {
        out.add(v);
      }
    }
    return out;
  }

  @Method(value = "__rand__(self, value, /)", doc = "Return value&self.")
  static Object __rand__(Object self, Object value) {
    return __and__(value, self);
  }

  @Method(value = "__or__(self, value, /)", doc = "Return self|value.")
  static Object __or__(Object self, Object value) {
    PySet out = set(self);
    out.addAll(value);
    return out;
  }

  @Method(value = "__ror__(self, value, /)", doc = "Return value|self.")
  static Object __ror__(Object self, Object value) {
    return __or__(value, self);
  }

  @Method(value = "__sub__(self, value, /)", doc = "Return self-value.")
  static Object __sub__(Object self, Object value) {
    PySet out = set(self);
    SetAlgebra.subtract(out, value);
    return out;
  }

  @Method(value = "__rsub__(self, value, /)", doc = "Return value-self.")
  static Object __rsub__(Object self, Object value) {
    return __sub__(value, self);
  }

  @Method(value = "__xor__(self, value, /)", doc = "Return self^value.")
  static Object __xor__(Object self, Object value) {
    PySet out = set(self);
    SetAlgebra.symmetric(out, value);
    return out;
  }

  @Method(value = "__rxor__(self, value, /)", doc = "Return value^self.")
  static Object __rxor__(Object self, Object value) {
    return __xor__(value, self);
  }

  @Method(value = "__eq__(self, value, /)", doc = "Return self==value.")
  static Object __eq__(PyDictView self, Object value) {
    return compare(Comparison.EQ, self, value);
  }

  @Method(value = "__ne__(self, value, /)", doc = "Return self!=value.")
  static Object __ne__(PyDictView self, Object value) {
    return compare(Comparison.NE, self, value);
  }

  @Method(value = "__lt__(self, value, /)", doc = "Return self<value.")
  static Object __lt__(PyDictView self, Object value) {
    return compare(Comparison.LT, self, value);
  }

  @Method(value = "__le__(self, value, /)", doc = "Return self<=value.")
  static Object __le__(PyDictView self, Object value) {
    return compare(Comparison.LE, self, value);
  }

  @Method(value = "__gt__(self, value, /)", doc = "Return self>value.")
  static Object __gt__(PyDictView self, Object value) {
    return compare(Comparison.GT, self, value);
  }

  @Method(value = "__ge__(self, value, /)", doc = "Return self>=value.")
  static Object __ge__(PyDictView self, Object value) {
    return compare(Comparison.GE, self, value);
  }

  private static Object compare(int op, PyDictView self, Object other) {
    if (!(other instanceof PySetBase) && PyDictView.setLike(other) == null) {
      return Py.NotImplemented;
    }
    long m = self.dict.size();
    long n = Items.length(other);
    return switch (op) {
      case Comparison.EQ -> m == n && allIn(self, other);
      case Comparison.NE -> !(m == n && allIn(self, other));
      case Comparison.LT -> m < n && allIn(self, other);
      case Comparison.LE -> m <= n && allIn(self, other);
      case Comparison.GT -> m > n && allIn(other, self);
      default -> m >= n && allIn(other, self);
    };
  }

  private static boolean allIn(Object items, Object container) {
    Object it = Iteration.iter(items);
    for (Object v; (v = Iteration.next(it)) != null; ) {
      if (!Items.contains(container, v)) {
        return false;
      }
    }
    return true;
  }
}
