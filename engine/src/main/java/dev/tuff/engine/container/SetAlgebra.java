package dev.tuff.engine.container;

import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;

/** Union, intersection, differences of sets with sets and with any iterable. */
final class SetAlgebra {
  private SetAlgebra() {}

  /** An empty set of the builtin type that {@code like} is or derives from. */
  static PySetBase empty(PySetBase like) {
    return like instanceof PySet ? new PySet() : new PyFrozenSet(PyFrozenSet.TYPE);
  }

  /** A copy of the builtin type that {@code s} is or derives from. */
  static PySetBase copy(PySetBase s) {
    PySetBase out = empty(s);
    out.addSet(s);
    return out;
  }

  static boolean exact(Object o, PyType type) {
    return o instanceof PySetBase s && s.type() == type;
  }

  static PySetBase intersection(PySetBase s, Object other) {
    PySetBase out = empty(s);
    if (other == s) {
      out.addSet(s);
      return out;
    }
    if (other instanceof PySetBase o) {
      PySetBase small = o.size() > s.size() ? s : o;
      PySetBase large = small == s ? o : s;
      for (int i = -1; (i = small.nextSlot(i + 1)) >= 0; ) {
        Object k = small.at(i);
        if (k != null && large.contains(k)) {
          out.insert(k);
        }
      }
      return out;
    }
    Object it = Iteration.iter(other);
    for (Object k; (k = Iteration.next(it)) != null; ) {
      if (!(k instanceof String || k instanceof Long)) {
        // what is not hashable is said without mention of sets
        Py.hash(k);
      }
      if (s.contains(k)) {
        out.insert(k);
      }
    }
    return out;
  }

  static PySetBase intersection(PySetBase s, Object[] others) {
    if (others.length == 0) {
      return copy(s);
    }
    PySetBase out = s;
    for (Object o : others) {
      out = intersection(out, o);
    }
    return out;
  }

  /** {@code s - other} for a set or dict; others are subtracted from a copy. */
  static PySetBase difference(PySetBase s, Object other) {
    int n = other instanceof PySetBase o ? o.size() : other instanceof PyDict d && d.type() == PyDict.TYPE ? d.size() : -1;
    if (n < 0 || s.size() >> 2 > n) {
      PySetBase out = copy(s);
      subtract(out, other);
      return out;
    }
    PySetBase out = empty(s);
    for (int i = -1; (i = s.nextSlot(i + 1)) >= 0; ) {
      Object k = s.at(i);
      if (k != null && !(other instanceof PySetBase o ? o.contains(k) : ((PyDict) other).containsKey(k))) {
        out.insert(k);
      }
    }
    return out;
  }

  /** {@code s -= other}. */
  static void subtract(PySetBase s, Object other) {
    if (other == s) {
      s.reset();
      return;
    }
    if (other instanceof PySetBase o) {
      if (o.size() >> 3 > s.size()) {
        o = intersection(s, o);
      }
      for (int i = -1; (i = o.nextSlot(i + 1)) >= 0; ) {
        Object k = o.at(i);
        if (k != null) {
          s.delete(k);
        }
      }
    } else {
      Object it = Iteration.iter(other);
      for (Object k; (k = Iteration.next(it)) != null; ) {
        s.delete(k);
      }
    }
    s.sweep();
  }

  /** {@code s ^= other}. */
  static void symmetric(PySetBase s, Object other) {
    if (other == s) {
      s.reset();
      return;
    }
    Object[] items;
    if (other instanceof PyDict d && d.type() == PyDict.TYPE) {
      items = d.keysArray();
    } else if (other instanceof PySetBase o) {
      items = o.toArray();
    } else {
      PySet distinct = new PySet();
      distinct.addAll(other);
      items = distinct.toArray();
    }
    for (Object k : items) {
      if (!s.delete(k)) {
        s.insert(k);
      }
    }
  }
}
