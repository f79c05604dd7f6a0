package dev.tuff.stdlib.itertools;

import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Operators;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.New;

/** {@code itertools.accumulate}. */
final class PyAccumulate extends PyIterator {
  static final PyType TYPE = PyType.builtin("itertools.accumulate", PyType.OBJECT, 0,
      "Return series of accumulated sums, or of the results of another binary function.",
      IteratorMethods.table(), new PyAccumulateTable());

  private final Object iterator;
  private final Object function;
  private Object initial;
  private Object total;

  private PyAccumulate(PyType type, Object iterator, Object function, Object initial) {
    super(type);
    this.iterator = iterator;
    this.function = function;
    this.initial = initial == Py.None ? null : initial;
  }

  @New("accumulate(iterable, func=None, *, initial=None)")
  static Object __new__(PyType cls, Object iterable, Object func, Object initial) {
    return new PyAccumulate(cls, Iteration.iter(iterable), func, initial);
  }

  @Override
  public Object next() {
    if (initial != null) {
      total = initial;
      initial = null;
      return total;
    }
    Object v = Iteration.next(iterator);
    if (v == null) {
      return null;
    }
    Object t = total;
    if (t != null) {
      v = function == Py.None ? Operators.binary(Special.ADD, t, v) : Call.call(function, t, v);
    }
    total = v;
    return v;
  }
}
