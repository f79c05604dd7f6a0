package dev.tuff.engine.core;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.iter.PySequenceIterator;
import dev.tuff.engine.text.StrIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The iterator protocol. */
public final class Iteration {
  private Iteration() {}

  /** {@code iter(o)}. */
  public static Object iter(Object o) {
    if (o instanceof String s) {
      return StrIterator.of(s);
    }
    PyType t = Py.typeOf(o);
    Object f = t.slot(Special.ITER);
    if (f == null) {
      // a builtin type with the method but without __iter__ is a mapping
      Object item = t.slot(Special.GETITEM);
      if (item != null && !(item instanceof dev.tuff.engine.function.PyMethodDescr)) {
        return new PySequenceIterator(o);
      }
      throw Errors.typeError("'" + t.fullName() + "' object is not iterable");
    }
    if (f == Py.None) {
      throw Errors.typeError("'" + t.fullName() + "' object is not iterable");
    }
    Object it = Call.method(f, o);
    if (!(it instanceof PyIterator) && Py.typeOf(it).slot(Special.NEXT) == null) {
      throw Errors.typeError("iter() returned non-iterator of type '" + Py.typeOf(it).fullName() + "'");
    }
    return it;
  }

  /** The next item of an iterator, or null at its end. */
  public static Object next(Object it) {
    if (it instanceof PyIterator i && (!i.type().isHeap() || ownNext(i))) {
      return i.next();
    }
    Object f = Py.typeOf(it).slot(Special.NEXT);
    if (f == null || f == Py.None) {
      throw Errors.typeError("'" + Py.typeOf(it).fullName() + "' object is not an iterator");
    }
    try {
      return Call.method(f, it);
    } catch (PyException e) {
      if (e.is(Exceptions.StopIteration)) {
        return null;
      }
      throw e;
    }
  }

  /** Whether a Python subclass of a builtin iterator keeps the builtin's {@code __next__}. */
  private static boolean ownNext(PyIterator i) {
    return i.type().slot(Special.NEXT) instanceof dev.tuff.engine.function.PyMethodDescr;
  }

  /** All items of an iterable. The array may be the iterable's own storage only if it is a tuple: do not write to it. */
  public static Object[] toArray(Object iterable) {
    if (iterable instanceof PyTuple t && t.type().slot(Special.ITER) == PyTuple.TYPE.slot(Special.ITER)) {
      return t.array();
    }
    if (iterable instanceof PyList l && l.type() == PyList.TYPE) {
      return l.toArray();
    }
    Object it = iter(iterable);
    Object[] out = new Object[(int) Math.min(1 << 16, Math.max(4, Items.lengthHint(iterable, 8)))];
    int n = 0;
    for (Object v; (v = next(it)) != null; ) {
      if (n == out.length) {
        out = Arrays.copyOf(out, n + (n >> 1) + 4);
      }
      out[n++] = v;
    }
    return n == out.length ? out : Arrays.copyOf(out, n);
  }

  /** All items of an iterable, in a Java list. */
  public static List<Object> toList(Object iterable) {
    return new ArrayList<>(Arrays.asList(toArray(iterable)));
  }
}
