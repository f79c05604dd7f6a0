package dev.tuff.stdlib.itertools;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/** {@code itertools._tee}: one of several iterators over the same source. */
final class PyTee extends PyIterator {
  static final PyType TYPE = PyType.builtin("itertools._tee", PyType.OBJECT, PyType.WEAKREF,
      "Iterator wrapped to make it copyable.", IteratorMethods.table(), new PyTeeTable());

  /** A read item and what follows; the last one has no item yet. Shared by all copies. */
  private static final class Link {
    Object value;
    Link next;

    /** Set while the source runs, to find out that it asks for itself. */
    boolean running;
  }

  private final Object iterator;
  private Link link;

  private PyTee(PyType type, Object iterator, Link link) {
    super(type);
    this.iterator = iterator;
    this.link = link;
  }

  /** A tee of an iterable; one of a tee is its copy. */
  static PyTee of(PyType type, Object iterable) {
    Object it = Iteration.iter(iterable);
    return it instanceof PyTee t ? new PyTee(type, t.iterator, t.link) : new PyTee(type, it, new Link());
  }

  @New("_tee(iterable, /)")
  static Object __new__(PyType cls, Object iterable) {
    return of(cls, iterable);
  }

  @Override
  public Object next() {
    Link l = link;
    if (l.next == null) {
      if (l.running) {
        throw Errors.runtimeError("cannot re-enter the tee iterator");
      }
      l.running = true;
      try {
        Object v = Iteration.next(iterator);
        if (v == null) {
          return null;
        }
        l.value = v;
        l.next = new Link();
      } finally {
        l.running = false;
      }
    }
    link = l.next;
    return l.value;
  }

  @Method(value = "__copy__(self, /)", doc = "Returns an independent iterator.")
  static Object __copy__(PyTee self) {
    return new PyTee(self.type(), self.iterator, self.link);
  }
}
