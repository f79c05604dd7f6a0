package dev.tuff.stdlib.itertools;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.New;

/** {@code itertools.groupby}. Its groups share its iterator: a group is at its end as soon as the next one has begun. */
final class PyGroupBy extends PyIterator {
  static final PyType TYPE = PyType.builtin("itertools.groupby", PyType.OBJECT, 0,
      "make an iterator that returns consecutive keys and groups from the iterable\n\n  iterable\n    the "
          + "elements to divide into groups\n  key\n    computes the group of an element; without it, the element "
          + "itself is its group",
      IteratorMethods.table(), new PyGroupByTable());

  private final Object iterator;
  private final Object function;

  /** The key of the group that was given last; null before the first. */
  private Object target;

  /** The item read last and its key. */
  private Object value;
  private Object key;

  /** The group that may still read on. */
  private PyGrouper group;

  private PyGroupBy(PyType type, Object iterator, Object function) {
    super(type);
    this.iterator = iterator;
    this.function = function;
  }

  @New("groupby(iterable, key=None)")
  static Object __new__(PyType cls, Object iterable, Object key) {
    return new PyGroupBy(cls, Iteration.iter(iterable), key);
  }

  /** Reads the next item; false at the end. */
  private boolean step() {
    Object v = Iteration.next(iterator);
    if (v == null) {
      return false;
    }
    Object k = function == Py.None ? v : Call.call(function, v);
    value = v;
    key = k;
    return true;
  }

  @Override
  public Object next() {
    group = null;
    // skips the rest of the group before
    while (true) {
      if (key != null) {
        if (target == null) {
          break;
        }
        Object a = target;
        Object b = key;
        if (!Py.eq(a, b)) {
          break;
        }
      }
      if (!step()) {
        return null;
      }
    }
    target = key;
    group = new PyGrouper(this, target);
    return PyTuple.of(key, group);
  }

  /** The next item of group {@code g}, or null if another has begun. */
  Object nextOf(PyGrouper g) {
    if (group != g) {
      return null;
    }
    if (value == null && !step()) {
      return null;
    }
    Object a = g.target;
    Object b = key;
    if (!Py.eq(a, b)) {
      return null;
    }
    Object v = value;
    value = null;
    return v;
  }

  /** Makes {@code g} the group that may read on. */
  void adopt(PyGrouper g) {
    group = g;
  }
}
