package dev.tuff.stdlib.itertools;

import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.New;

/** {@code itertools.takewhile}. */
final class PyTakeWhile extends PyIterator {
  static final PyType TYPE = PyType.builtin("itertools.takewhile", PyType.OBJECT, 0,
      "Return successive entries from an iterable as long as the predicate evaluates to true for each entry.",
      IteratorMethods.table(), new PyTakeWhileTable());

  private final Object function;
  private final Object iterator;

  /** Whether the predicate has been false. */
  private boolean over;

  private PyTakeWhile(PyType type, Object function, Object iterator) {
    super(type);
    this.function = function;
    this.iterator = iterator;
  }

  @New("takewhile(predicate, iterable, /)")
  static Object __new__(PyType cls, Object function, Object iterable) {
    return new PyTakeWhile(cls, function, Iteration.iter(iterable));
  }

  @Override
  public Object next() {
    Object v = over ? null : Iteration.next(iterator);
    if (v == null) {
      return null;
    }
    if (Py.truth(Call.call(function, v))) {
      return v;
    }
    over = true;
    return null;
  }
}
