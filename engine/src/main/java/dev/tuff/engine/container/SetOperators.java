package dev.tuff.engine.container;

import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.text.PyStr;

/** The operators that sets and frozensets share. They want sets on both sides; the result has the builtin type of the left one. */
final class SetOperators {
  private SetOperators() {}

  @Method(value = "__len__(self, /)", doc = "Return len(self).")
  static long __len__(PySetBase self) {
    return self.size();
  }

  @Method(value = "__iter__(self, /)", doc = "Implement iter(self).")
  static Object __iter__(PySetBase self) {
    return new PySetIterator(self);
  }

  @Method(value = "__contains__(self, object, /)", doc = "x.__contains__(y) <==> y in x.")
  static boolean __contains__(PySetBase self, Object object) {
    return self.containsAny(object);
  }

  @Method(value = "__and__(self, value, /)", doc = "Return self&value.")
  static Object __and__(PySetBase self, Object value) {
    return value instanceof PySetBase ? SetAlgebra.intersection(self, value) : Py.NotImplemented;
  }

  @Method(value = "__rand__(self, value, /)", doc = "Return value&self.")
  static Object __rand__(PySetBase self, Object value) {
    return value instanceof PySetBase v ? SetAlgebra.intersection(v, self) : Py.NotImplemented;
  }

  @Method(value = "__or__(self, value, /)", doc = "Return self|value.")
  static Object __or__(PySetBase self, Object value) {
    if (!(value instanceof PySetBase v)) {
      return Py.NotImplemented;
    }
    PySetBase out = SetAlgebra.copy(self);
    out.addSet(v);
    return out;
  }

  @Method(value = "__ror__(self, value, /)", doc = "Return value|self.")
  static Object __ror__(PySetBase self, Object value) {
    return value instanceof PySetBase v ? __or__(v, self) : Py.NotImplemented;
  }

  @Method(value = "__sub__(self, value, /)", doc = "Return self-value.")
  static Object __sub__(PySetBase self, Object value) {
    return value instanceof PySetBase ? SetAlgebra.difference(self, value) : Py.NotImplemented;
  }

  @Method(value = "__rsub__(self, value, /)", doc = "Return value-self.")
  static Object __rsub__(PySetBase self, Object value) {
    return value instanceof PySetBase v ? SetAlgebra.difference(v, self) : Py.NotImplemented;
  }

  @Method(value = "__xor__(self, value, /)", doc = "Return self^value.")
  static Object __xor__(PySetBase self, Object value) {
    return value instanceof PySetBase ? SetMethods.symmetric_difference(self, value) : Py.NotImplemented;
  }

  @Method(value = "__rxor__(self, value, /)", doc = "Return value^self.")
  static Object __rxor__(PySetBase self, Object value) {
    return value instanceof PySetBase v ? SetMethods.symmetric_difference(v, self) : Py.NotImplemented;
  }

  private static boolean equal(PySetBase a, PySetBase b) {
    return a.size() == b.size() && a.isSubsetOf(b);
  }

  @Method(value = "__eq__(self, value, /)", doc = "Return self==value.")
  static Object __eq__(PySetBase self, Object value) {
    return value instanceof PySetBase v ? (Object) equal(self, v) : Py.NotImplemented;
  }

  @Method(value = "__ne__(self, value, /)", doc = "Return self!=value.")
  static Object __ne__(PySetBase self, Object value) {
    return value instanceof PySetBase v ? (Object) !equal(self, v) : Py.NotImplemented;
  }

  @Method(value = "__lt__(self, value, /)", doc = "Return self<value.")
  static Object __lt__(PySetBase self, Object value) {
    return value instanceof PySetBase v ? (Object) (self.size() < v.size() && self.isSubsetOf(v)) : Py.NotImplemented;
  }

  @Method(value = "__le__(self, value, /)", doc = "Return self<=value.")
  static Object __le__(PySetBase self, Object value) {
    return value instanceof PySetBase v ? (Object) self.isSubsetOf(v) : Py.NotImplemented;
  }

  @Method(value = "__gt__(self, value, /)", doc = "Return self>value.")
  static Object __gt__(PySetBase self, Object value) {
    return value instanceof PySetBase v ? (Object) (v.size() < self.size() && v.isSubsetOf(self)) : Py.NotImplemented;
  }

  @Method(value = "__ge__(self, value, /)", doc = "Return self>=value.")
  static Object __ge__(PySetBase self, Object value) {
    return value instanceof PySetBase v ? (Object) v.isSubsetOf(self) : Py.NotImplemented;
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(PySetBase self) {
    String name = self.type().name();
    if (self.size() == 0) {
      return Py.str(name + "()");
    }
    ThreadState thread = ThreadState.current();
    if (!thread.enterRepr(self)) {
      return Py.str(name + "(...)");
    }
    try {
      StringBuilder b = new StringBuilder("{");
      for (Object k : self.toArray()) {
        b.append(b.length() > 1 ? ", " : "").append(PyStr.java(Py.repr(k)));
      }
      b.append('}');
      return Py.str(self.type() == PySet.TYPE ? b.toString() : name + "(" + b + ")");
    } finally {
      thread.leaveRepr(self);
    }
  }
}
