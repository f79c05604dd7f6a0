package dev.tuff.engine.container;

import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.typing.PyGenericAlias;

/** The named methods that sets and frozensets share: none of them changes the set. */
final class SetMethods {
  private SetMethods() {}

  @Method(value = "union(self, /, *others)", doc = "Return a set with the elements of this one and all others.")
  static Object union(PySetBase self, Object[] others) {
    PySetBase out = SetAlgebra.copy(self);
    for (Object o : others) {
      if (o != self) {
        out.addAll(o);
      }
    }
    return out;
  }

  @Method(value = "intersection(self, /, *others)", doc = "Return a set with the elements that are in this one and all others.")
  static Object intersection(PySetBase self, Object[] others) {
    return SetAlgebra.intersection(self, others);
  }

  @Method(value = "difference(self, /, *others)", doc = "Return a set with the elements that are in none of the others.")
  static Object difference(PySetBase self, Object[] others) {
    if (others.length == 0) {
      return SetAlgebra.copy(self);
    }
    PySetBase out = SetAlgebra.difference(self, others[0]);
    for (int i = 1; i < others.length; i++) {
      SetAlgebra.subtract(out, others[i]);
    }
    return out;
  }

  @Method(value = "symmetric_difference(self, other, /)", doc = "Return a set with the elements that are in exactly one of the two.")
  static Object symmetric_difference(PySetBase self, Object other) {
    PySetBase out = SetAlgebra.empty(self);
    out.addAll(other);
    SetAlgebra.symmetric(out, self);
    return out;
  }

  @Method(value = "issubset(self, other, /)", doc = "Whether every element is in other.")
  static boolean issubset(PySetBase self, Object other) {
    if (other instanceof PySetBase o) {
      return self.isSubsetOf(o);
    }
    return SetAlgebra.intersection(self, other).size() == self.size();
  }

  @Method(value = "issuperset(self, other, /)", doc = "Whether every item of other is in this set.")
  static boolean issuperset(PySetBase self, Object other) {
    if (other instanceof PySetBase o) {
      return o.isSubsetOf(self);
    }
    Object it = Iteration.iter(other);
    for (Object k; (k = Iteration.next(it)) != null; ) {
      if (!self.contains(k)) {
        return false;
      }
    }
    return true;
  }

  @Method(value = "isdisjoint(self, other, /)", doc = "Whether no item of other is in this set.")
  static boolean isdisjoint(PySetBase self, Object other) {
    if (other == self) {
      return self.size() == 0;
    }
    if (other instanceof PySetBase o) {
      PySetBase small = o.size() > self.size() ? self : o;
      PySetBase large = small == self ? o : self;
      for (int i = -1; (i = small.nextSlot(i + 1)) >= 0; ) {
        Object k = small.at(i);
        if (k != null && large.contains(k)) {
          return false;
        }
      }
      return true;
    }
    Object it = Iteration.iter(other);
    for (Object k; (k = Iteration.next(it)) != null; ) {
      if (self.contains(k)) {
        return false;
      }
    }
    return true;
  }

  @Method(value = "__reduce__(self, /)", doc = "Return state information for pickling.")
  static Object __reduce__(PySetBase self) {
    Object state = Call.call(Attributes.get(self, "__getstate__"));
    return Py.tuple(self.type(), Py.tuple(PyList.of(self.toArray())), state);
  }

  @Method(value = "__sizeof__(self, /)", doc = "Return the size of the set in memory, in bytes.")
  static long __sizeof__(PySetBase self) {
    return 72 + self.tableBytes();
  }

  @ClassMethod(value = "__class_getitem__(type, object, /)", doc = "See PEP 585")
  static Object __class_getitem__(PyType cls, Object item) {
    return PyGenericAlias.of(cls, item);
  }
}
