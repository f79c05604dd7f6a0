package dev.tuff.stdlib.collections;

import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/** {@code _deque_iterator} and {@code _deque_reverse_iterator}. A deque that changes under one makes it raise. */
final class PyDequeIterator extends PyIterator {
  static final PyType TYPE = PyType.builtin("collections._deque_iterator", PyType.OBJECT, PyType.FINAL, null, IteratorMethods.table(),
      new PyDequeIteratorTable());
  static final PyType REVERSE = PyType.builtin("collections._deque_reverse_iterator", PyType.OBJECT, PyType.FINAL, null,
      IteratorMethods.table(), new PyDequeIteratorTable());

  private final PyDeque deque;
  private final int changes;

  /** Items given so far. */
  private int given;
  private int left;

  PyDequeIterator(PyDeque deque, int given) {
    this(TYPE, deque, given);
  }

  private PyDequeIterator(PyType type, PyDeque deque, int given) {
    super(type);
    this.deque = deque;
    this.given = given;
    changes = deque.changes();
    left = deque.size() - given;
  }

  static PyDequeIterator reverse(PyDeque deque) {
    return new PyDequeIterator(REVERSE, deque, 0);
  }

  @New(value = "_deque_iterator(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, dev.tuff.engine.container.PyDict kwargs) {
    if (args.length == 0) {
      throw Errors.typeError("function takes at least 1 argument (0 given)");
    }
    Convert.toInstance(args[0], PyDeque.TYPE, cls.name(), 1);
    PyDeque d = (PyDeque) args[0];
    long index = args.length > 1 ? Convert.toLong(args[1]) : 0;
    return new PyDequeIterator(cls, d, (int) Math.max(0, Math.min(index, d.size())));
  }

  @Override
  public Object next() {
    if (deque.changes() != changes) {
      left = 0;
      throw Errors.runtimeError("deque mutated during iteration");
    }
    if (left <= 0) {
      return null;
    }
    left--;
    int i = given++;
    return deque.get(type() == TYPE ? i : deque.size() - 1 - i);
  }

  @Method(value = "__length_hint__(self, /)", doc = "Private method returning an estimate of len(list(it)).")
  static long __length_hint__(PyDequeIterator self) {
    return self.left;
  }

  @Method(value = "__reduce__(self, /)", doc = "Return state information for pickling.")
  static Object __reduce__(PyDequeIterator self) {
    return Py.tuple(self.type(), Py.tuple(self.deque, Py.box(self.deque.size() - self.left)));
  }
}
