package dev.tuff.stdlib.itertools;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.typing.PyGenericAlias;

/** {@code itertools.chain}. */
final class PyChain extends PyIterator {
  static final PyType TYPE = PyType.builtin("itertools.chain", PyType.OBJECT, 0,
      "Return a chain object whose next values come from the first iterable until it is exhausted, then from "
          + "the next one.",
      IteratorMethods.table(), new PyChainTable());

  /** Gives the iterables; null at the end. */
  private Object sources;

  /** The iterator of the current one, or null. */
  private Object active;

  private PyChain(PyType type, Object sources) {
    super(type);
    this.sources = sources;
  }

  @New(value = "chain(*iterables)")
  static Object __new__(PyType cls, Object[] iterables) {
    return new PyChain(cls, Iteration.iter(PyTuple.of(iterables)));
  }

  @ClassMethod(value = "from_iterable(type, iterable, /)",
      doc = "Alternative chain() constructor taking a single iterable argument that evaluates lazily.")
  static Object from_iterable(PyType cls, Object iterable) {
    return new PyChain(cls, Iteration.iter(iterable));
  }

  @Override
  public Object next() {
    while (sources != null) {
      if (active == null) {
        Object source = Iteration.next(sources);
        if (source == null) {
          sources = null;
          return null;
        }
        try {
          active = Iteration.iter(source);
        } catch (PyException e) {
          sources = null;
          throw e;
        }
      }
      Object v = Iteration.next(active);
      if (v != null) {
        return v;
      }
      active = null;
    }
    return null;
  }

  @ClassMethod(value = "__class_getitem__(type, object, /)", doc = "See PEP 585")
  static Object __class_getitem__(PyType cls, Object item) {
    return PyGenericAlias.of(cls, item);
  }
}
