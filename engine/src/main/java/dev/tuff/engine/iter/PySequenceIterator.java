package dev.tuff.engine.iter;

import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Method;

/** {@code iterator}: goes over an object that has {@code __getitem__} but no {@code __iter__}. */
public final class PySequenceIterator extends PyIterator {
  public static final PyType TYPE = PyType.builtin("iterator", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null,
      dev.tuff.engine.core.IteratorMethods.table(), new PySequenceIteratorTable());

  private Object sequence;
  private long index;

  public PySequenceIterator(Object sequence) {
    super(TYPE);
    this.sequence = sequence;
  }

  @Override
  public Object next() {
    if (sequence == null) {
      return null;
    }
    try {
      return Items.get(sequence, Py.box(index++));
    } catch (PyException e) {
      if (e.is(Exceptions.IndexError) || e.is(Exceptions.StopIteration)) {
        sequence = null;
        return null;
      }
      throw e;
    }
  }

  @Method("__setstate__(self, state, /)")
  static void __setstate__(PySequenceIterator self, long state) {
    self.index = Math.max(0, state);
  }
}
