package dev.tuff.stdlib.itertools;

import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.New;

/** {@code itertools.dropwhile}. */
final class PyDropWhile extends PyIterator {
  static final PyType TYPE = PyType.builtin("itertools.dropwhile", PyType.OBJECT, 0,
      "Drop items from the iterable while predicate(item) is true.\n\nAfterwards, return every element until "
          + "the iterable is exhausted.",
      IteratorMethods.table(), new PyDropWhileTable());

  private final Object function;
  private final Object iterator;

  /** Whether the predicate has been false. */
  private boolean over;

  private PyDropWhile(PyType type, Object function, Object iterator) {
    super(type);
    this.function = function;
    this.iterator = iterator;
  }

  @New("dropwhile(predicate, iterable, /)")
  static Object __new__(PyType cls, Object function, Object iterable) {
    return new PyDropWhile(cls, function, Iteration.iter(iterable));
  }

  @Override
  public Object next() {
    for (Object v; (v = Iteration.next(iterator)) != null; ) {
      if (over || !Py.truth(Call.call(function, v))) {
        over = true;
        return v;
      }
    }
    return null;
  }
}
