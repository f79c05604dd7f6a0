package dev.tuff.engine.iter;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.primitive.StaticArray;

/** {@code iterator}: goes over an object that has {@code __getitem__} but no {@code __iter__}. */
public final class PySequenceIterator extends PyIterator {
  public static final PyType TYPE = PyType.builtin("iterator", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null,
      IteratorMethods.table(), new PySequenceIteratorTable());

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
    if (index == Long.MAX_VALUE) {
      throw Errors.overflowError("iter index too large");
    }
    if (sequence instanceof StaticArray a) {
      Object v = a.getOrNull(index);
      sequence = v == null ? null : a;
      index++;
      return v;
    }
    try {
      Object v = Items.get(sequence, Py.box(index));
      index++;
      return v;
    } catch (PyException e) {
      if (e.is(Exceptions.IndexError) || e.is(Exceptions.StopIteration)) {
        sequence = null;
        return null;
      }
      throw e;
    }
  }

  @Method(value = "__length_hint__(self, /)", doc = "Private method returning an estimate of len(list(it)).")
  static Object __length_hint__(PySequenceIterator self) {
    if (self.sequence == null) {
      return Py.box(0);
    }
    if (Py.typeOf(self.sequence).slot(Special.LEN) == null) {
      return Py.NotImplemented;
    }
    return Py.box(Math.max(0, Items.length(self.sequence) - self.index));
  }

  @Method(value = "__reduce__(self, /)", doc = "Return state information for pickling.")
  static Object __reduce__(PySequenceIterator self) {
    Object iter = BuiltinReference.get("iter");
    return self.sequence == null ? Py.tuple(iter, Py.tuple(PyTuple.EMPTY)) : Py.tuple(iter, Py.tuple(self.sequence), Py.box(self.index));
  }

  @Method(value = "__setstate__(self, state, /)", doc = "Set state information for unpickling.")
  static void __setstate__(PySequenceIterator self, Object state) {
    long i = Convert.toLong(state);
    if (self.sequence != null) {
      self.index = Math.max(0, i);
    }
  }
}
