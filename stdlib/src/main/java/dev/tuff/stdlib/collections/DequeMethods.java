package dev.tuff.stdlib.collections;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.typing.PyGenericAlias;

/** The named methods of {@code deque}. */
final class DequeMethods {
  private DequeMethods() {}

  @Method(value = "append(self, item, /)", doc = "Add an element to the right side of the deque.")
  static void append(PyDeque self, Object item) {
    self.append(item);
  }

  @Method(value = "appendleft(self, item, /)", doc = "Add an element to the left side of the deque.")
  static void appendleft(PyDeque self, Object item) {
    self.appendLeft(item);
  }

  @Method(value = "pop(self, /)", doc = "Remove and return the rightmost element.")
  static Object pop(PyDeque self) {
    return present(self.pop());
  }

  @Method(value = "popleft(self, /)", doc = "Remove and return the leftmost element.")
  static Object popleft(PyDeque self) {
    return present(self.popLeft());
  }

  private static Object present(Object v) {
    if (v == null) {
      throw Errors.indexError("pop from an empty deque");
    }
    return v;
  }

  @Method(value = "extend(self, iterable, /)", doc = "Extend the right side of the deque with elements from the iterable.")
  static void extend(PyDeque self, Object iterable) {
    self.extend(iterable);
  }

  @Method(value = "extendleft(self, iterable, /)", doc = "Extend the left side of the deque with elements from the iterable.")
  static void extendleft(PyDeque self, Object iterable) {
    if (iterable == self) {
      for (Object v : self.toArray()) {
        self.appendLeft(v);
      }
      return;
    }
    Object it = Iteration.iter(iterable);
    for (Object v; (v = Iteration.next(it)) != null; ) {
      self.appendLeft(v);
    }
  }

  @Method(value = "rotate(self, n=1, /)", doc = "Rotate the deque n steps to the right.  If n is negative, rotates left.")
  static void rotate(PyDeque self, long n) {
    self.rotate(n);
  }

  @Method(value = "clear(self, /)", doc = "Remove all elements from the deque.")
  static void clear(PyDeque self) {
    self.clear();
  }

  @Method(value = "reverse(self, /)", doc = "Reverse *IN PLACE*.")
  static void reverse(PyDeque self) {
    self.reverse();
  }

  @Method(value = "count(self, value, /)", doc = "Return number of occurrences of value.")
  static long count(PyDeque self, Object value) {
    int changes = self.changes();
    long n = 0;
    Object v;
    for (int i = 0; (v = self.get(i)) != null; i++) {
      boolean same = Py.eq(v, value);
      if (self.changes() != changes) {
        throw Errors.runtimeError("deque mutated during iteration");
      }
      if (same) {
        n++;
      }
    }
    return n;
  }

  @Method(value = "index(self, value, start=0, stop=<null>, /)", textSignature = false,
      doc = "Return first index of value.\n\nRaises ValueError if the value is not present.")
  static long index(PyDeque self, Object value, Object start, Object stop) {
    long n = self.size();
    long from = bound(start, n);
    long to = stop == null ? n : Math.min(n, bound(stop, n));
    int changes = self.changes();
    for (long i = from; i < to; i++) {
      boolean same = Py.eq(self.get((int) i), value);
      if (self.changes() != changes) {
        throw Errors.runtimeError("deque mutated during iteration");
      }
      if (same) {
        return i;
      }
    }
    throw Errors.valueError("deque.index(x): x not in deque");
  }

  private static long bound(Object o, long n) {
    if (Py.typeOf(o).slot(Special.INDEX) == null) {
      throw Errors.typeError("slice indices must be integers or have an __index__ method");
    }
    long i = Convert.toIndexClamped(o);
    return i < 0 ? Math.max(0, i + n) : i;
  }

  @Method(value = "insert(self, index, value, /)", doc = "Insert value before index.")
  static void insert(PyDeque self, long index, Object value) {
    synchronized (self) {
      int n = self.size();
      if (n == self.maxLength()) {
        throw Errors.indexError("deque already at its maximum size");
      }
      if (index >= n) {
        self.append(value);
      } else if (index <= -n || index == 0) {
        self.appendLeft(value);
      } else {
        self.insert((int) (index < 0 ? index + n : index), value);
      }
    }
  }

  @Method(value = "remove(self, value, /)", doc = "Remove first occurrence of value.")
  static void remove(PyDeque self, Object value) {
    int changes = self.changes();
    Object v;
    for (int i = 0; (v = self.get(i)) != null; i++) {
      boolean same = Py.eq(v, value);
      if (self.changes() != changes) {
        throw Errors.indexError("deque mutated during remove().");
      }
      if (same) {
        self.removeAt(i);
        return;
      }
    }
    throw Errors.valueError("deque.remove(x): x not in deque");
  }

  @Method(value = "copy(self, /)", doc = "Return a shallow copy of a deque.")
  static Object copy(PyDeque self) {
    if (self.type() == PyDeque.TYPE) {
      PyDeque d = new PyDeque(self.maxLength());
      d.extend(self);
      return d;
    }
    return self.maxLength() < 0
        ? Call.call(self.type(), self)
        : Call.call(self.type(), self, Py.box(self.maxLength()));
  }

  @Method(value = "__copy__(self, /)", doc = "Return a shallow copy of a deque.")
  static Object __copy__(PyDeque self) {
    return copy(self);
  }

  @Method(value = "__reversed__(self, /)", doc = "Return a reverse iterator over the deque.")
  static Object __reversed__(PyDeque self) {
    return PyDequeIterator.reverse(self);
  }

  @Method(value = "__reduce__(self, /)", doc = "Return state information for pickling.")
  static Object __reduce__(PyDeque self) {
    Object state = Call.call(Attributes.get(self, "__getstate__"));
    Object args = self.maxLength() < 0 ? PyTuple.EMPTY : Py.tuple(PyTuple.EMPTY, Py.box(self.maxLength()));
    return Py.tuple(self.type(), args, state, Iteration.iter(self));
  }

  @Method(value = "__sizeof__(self, /)", doc = "Return the size of the deque in memory, in bytes.")
  static long __sizeof__(PyDeque self) {
    return 96 + 8L * self.size();
  }

  @ClassMethod(value = "__class_getitem__(type, object, /)", doc = "See PEP 585")
  static Object __class_getitem__(PyType cls, Object item) {
    return PyGenericAlias.of(cls, item);
  }

  @Getter(value = "maxlen", doc = "maximum size of a deque or None if unbounded")
  static Object maxlen(PyDeque self) {
    return self.maxLength() < 0 ? Py.None : (Object) Py.box(self.maxLength());
  }
}
