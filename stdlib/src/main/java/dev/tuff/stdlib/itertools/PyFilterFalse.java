package dev.tuff.stdlib.itertools;

import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.New;

/** {@code itertools.filterfalse}. */
final class PyFilterFalse extends PyIterator {
  static final PyType TYPE = PyType.builtin("itertools.filterfalse", PyType.OBJECT, 0,
      "Return those items of iterable for which function(item) is false.\n\nIf function is None, return the "
          + "items that are false.",
      IteratorMethods.table(), new PyFilterFalseTable());

  private final Object function;
  private final Object iterator;

  private PyFilterFalse(PyType type, Object function, Object iterator) {
    super(type);
    this.function = function;
    this.iterator = iterator;
  }

  @New("filterfalse(function, iterable, /)")
  static Object __new__(PyType cls, Object function, Object iterable) {
    return new PyFilterFalse(cls, function, Iteration.iter(iterable));
  }

  @Override
  public Object next() {
    for (Object v; (v = Iteration.next(iterator)) != null; ) {
      if (!Py.truth(function == Py.None ? v : Call.call(function, v))) {
        return v;
      }
    }
    return null;
  }
}
