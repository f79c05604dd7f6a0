package dev.tuff.engine.iter;

import dev.tuff.engine.container.Arguments;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
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
import dev.tuff.engine.expose.New;

/** {@code reversed}, for sequences without a {@code __reversed__} of their own. */
public final class PyReversed extends PyIterator {
  public static final PyType TYPE = PyType.builtin("reversed", PyType.OBJECT, 0,
      "Return a reverse iterator over the values of the given sequence.", IteratorMethods.table(), new PyReversedTable());

  private Object sequence;
  private long index;

  private PyReversed(PyType type, Object sequence, long index) {
    super(type);
    this.sequence = sequence;
    this.index = index;
  }

  @New(value = "reversed(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    Arguments.noKeywordsToNew("reversed", cls, TYPE, kwargs);
    if (args.length != 1) {
      throw Errors.typeError("reversed expected 1 argument, got " + args.length);
    }
    Object seq = args[0];
    PyType t = Py.typeOf(seq);
    Object f = t.slot(Special.REVERSED);
    if (f == Py.None || f == null && (t.slot(Special.GETITEM) == null || seq instanceof PyDict)) {
      throw Errors.typeError("'" + t.name() + "' object is not reversible");
    }
    return f != null ? Call.method(f, seq) : new PyReversed(cls, seq, Items.length(seq) - 1);
  }

  @Override
  public Object next() {
    Object s = sequence;
    if (s == null) {
      return null;
    }
    if (index >= 0) {
      if (s instanceof PyTuple t && t.type() == PyTuple.TYPE) {
        return t.get((int) index--);
      }
      try {
        Object v = Items.get(s, Py.box(index));
        index--;
        return v;
      } catch (PyException e) {
        if (!e.is(Exceptions.IndexError) && !e.is(Exceptions.StopIteration)) {
          throw e;
        }
      }
    }
    index = -1;
    sequence = null;
    return null;
  }

  @Method(value = "__length_hint__(self, /)", doc = "Private method returning an estimate of len(list(it)).")
  static long __length_hint__(PyReversed self) {
    if (self.sequence == null) {
      return 0;
    }
    long n = self.index + 1;
    return Items.length(self.sequence) < n ? 0 : n;
  }

  @Method(value = "__reduce__(self, /)", doc = "Return state information for pickling.")
  static Object __reduce__(PyReversed self) {
    return self.sequence == null
        ? Py.tuple(self.type(), Py.tuple(PyTuple.EMPTY))
        : Py.tuple(self.type(), Py.tuple(self.sequence), Py.box(self.index));
  }

  @Method(value = "__setstate__(self, state, /)", doc = "Set state information for unpickling.")
  static void __setstate__(PyReversed self, Object state) {
    long i = Convert.toLong(state);
    if (self.sequence != null) {
      self.index = Math.min(Math.max(i, -1), Items.length(self.sequence) - 1);
    }
  }
}
