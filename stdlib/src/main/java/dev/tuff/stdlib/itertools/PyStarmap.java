package dev.tuff.stdlib.itertools;

import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.New;

/** {@code itertools.starmap}. */
final class PyStarmap extends PyIterator {
  static final PyType TYPE = PyType.builtin("itertools.starmap", PyType.OBJECT, 0,
      "Return an iterator whose values are returned from the function evaluated with an argument tuple taken "
          + "from the iterable.",
      IteratorMethods.table(), new PyStarmapTable());

  private final Object function;
  private final Object iterator;

  private PyStarmap(PyType type, Object function, Object iterator) {
    super(type);
    this.function = function;
    this.iterator = iterator;
  }

  @New("starmap(function, iterable, /)")
  static Object __new__(PyType cls, Object function, Object iterable) {
    return new PyStarmap(cls, function, Iteration.iter(iterable));
  }

  @Override
  public Object next() {
    Object args = Iteration.next(iterator);
    if (args == null) {
      return null;
    }
    Object[] a = Iteration.toArray(args);
    // the array may be the tuple's own
    return a.length == 2 ? Call.call(function, a[0], a[1]) : Call.call(function, a.clone(), null);
  }
}
