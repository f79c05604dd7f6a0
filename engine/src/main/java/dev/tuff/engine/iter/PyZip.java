package dev.tuff.engine.iter;

import dev.tuff.engine.bytes.PyBytesIterator;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyListIterator;
import dev.tuff.engine.container.PyRangeIterator;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.container.PyTupleIterator;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.text.StrIterator;

/** {@code zip}. */
public final class PyZip extends PyIterator {
  public static final PyType TYPE = PyType.builtin("zip", PyType.OBJECT, 0,
      "An iterator over tuples of the i-th items of all the iterables.\n\nIt ends with the shortest of them; if strict is true and one ends before"
      + "\nthe others, it raises ValueError.\n\n>>> list(zip('ab', range(9)))\n[('a', 0), ('b', 1)]", IteratorMethods.table(), new PyZipTable());

  /** The shape of instances of the type itself: a constant for the compilers, which a field of the type is not. */
  public static final Shape SHAPE = TYPE.rootShape;

  private final Object[] iterators;
  private boolean strict;

  /** Whether {@link #quickNext} knows how to go on. */
  private boolean isPlain;
  private Object second;

  private PyZip(PyType type, Object[] iterators, boolean strict) {
    super(type);
    this.iterators = iterators;
    this.strict = strict;
    isPlain = !strict && shape == SHAPE && arePlain(iterators);
  }

  @New(value = "zip(*iterables, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] iterables, PyDict kwargs) {
    boolean strict = false;
    if (kwargs.size() > 0) {
      if (kwargs.size() > 1) {
        throw Errors.typeError("zip() takes at most 1 keyword argument (" + kwargs.size() + " given)");
      }
      Object v = kwargs.getStr("strict");
      if (v == null) {
        throw Errors.typeError("zip() got an unexpected keyword argument '" + Py.javaString(kwargs.keysArray()[0]) + "'");
      }
      strict = Py.truth(v);
    }
    return new PyZip(cls, StrictLengths.iterators(iterables, 0), strict);
  }

  @Override
  public Object next() {
    Object[] its = iterators;
    int n = its.length;
    if (n == 0) {
      return null;
    }
    if (n == 2 && !strict) {
      Object a = Iteration.next(its[0]);
      Object b = a == null ? null : Iteration.next(its[1]);
      return b == null ? null : PyTuple.of(a, b);
    }
    Object[] out = new Object[n];
    for (int i = 0; i < n; i++) {
      Object v = Iteration.next(its[i]);
      if (v == null) {
        if (strict) {
          StrictLengths.check("zip", its, i);
        }
        return null;
      }
      out[i] = v;
    }
    return PyTuple.of(out);
  }

  @Override
  public Object quickNext() {
    Object first = quickFirst();
    return first == null || first == ASK ? first : PyTuple.of(first, takeSecond());
  }

  /** The first item of the next pair as {@link #quickNext} would give it; {@link #takeSecond} has the other. */
  public Object quickFirst() {
    if (!isPlain) {
      return ASK;
    }
    Object a = next(iterators[0]);
    if (a == null) {
      return null;
    }
    second = next(iterators[1]);
    return second == null ? null : a;
  }

  /** The item that belongs to the one that {@link #quickFirst} has just given. */
  public Object takeSecond() {
    Object v = second;
    second = null;
    return v;
  }

  private static Object next(Object it) {
    return it instanceof PyListIterator l ? l.next() : ((PyIterator) it).quickNext();
  }

  /** Whether the iterators are two of the kinds that never ask. */
  private static boolean arePlain(Object[] iterators) {
    for (Object it : iterators) {
      if (!(it instanceof PyListIterator || it instanceof PyTupleIterator || it instanceof PyRangeIterator || it instanceof StrIterator
          || it instanceof PyBytesIterator)) {
        return false;
      }
    }
    return iterators.length == 2;
  }

  @Method(value = "__reduce__(self, /)", doc = "Return state information for pickling.")
  static Object __reduce__(PyZip self) {
    PyTuple its = PyTuple.of(self.iterators.clone());
    return self.strict ? Py.tuple(self.type(), its, Boolean.TRUE) : Py.tuple(self.type(), its);
  }

  @Method(value = "__setstate__(self, state, /)", doc = "Set state information for unpickling.")
  static void __setstate__(PyZip self, Object state) {
    self.strict = Py.truth(state);
    self.isPlain &= !self.strict;
  }
}
