package dev.tuff.engine.function;

import dev.tuff.engine.container.PyFrozenSet;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.number.PyComplex;

/** Equality of constants of code: as {@code ==}, but by type as well, so that {@code 1}, {@code 1.0}, {@code True} and {@code -0.0} differ. */
final class ConstantKey {
  private ConstantKey() {}

  static boolean equal(Object a, Object b) {
    if (a == b) {
      return true;
    }
    if (Py.typeOf(a) != Py.typeOf(b)) {
      return false;
    }
    if (a instanceof Double x) {
      return x.equals(b);
    }
    if (a instanceof PyComplex) {
      return Py.javaRepr(a).equals(Py.javaRepr(b));
    }
    if (a instanceof PyTuple x) {
      PyTuple y = (PyTuple) b;
      if (x.size() != y.size()) {
        return false;
      }
      for (int i = 0; i < x.size(); i++) {
        if (!equal(x.get(i), y.get(i))) {
          return false;
        }
      }
      return true;
    }
    if (a instanceof PyFrozenSet) {
      Object[] x = Iteration.toArray(a);
      return Py.eq(a, b) && java.util.Arrays.stream(x).allMatch(v -> any(Iteration.toArray(b), v));
    }
    return Py.eq(a, b);
  }

  private static boolean any(Object[] items, Object v) {
    for (Object item : items) {
      if (equal(item, v)) {
        return true;
      }
    }
    return false;
  }

  static int hash(Object o) {
    if (o instanceof PyTuple t) {
      int h = 1;
      for (int i = 0; i < t.size(); i++) {
        h = 31 * h + hash(t.get(i));
      }
      return h;
    }
    try {
      return Long.hashCode(Py.hash(o));
    } catch (PyException e) {
      return System.identityHashCode(o);
    }
  }
}
