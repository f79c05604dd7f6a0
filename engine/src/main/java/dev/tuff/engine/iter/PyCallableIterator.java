package dev.tuff.engine.iter;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Method;

/** {@code callable_iterator}, what {@code iter(function, sentinel)} makes: calls until the sentinel comes. */
public final class PyCallableIterator extends PyIterator {
  public static final PyType TYPE = PyType.builtin("callable_iterator", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null,
      IteratorMethods.table(), new PyCallableIteratorTable());

  private Object function;
  private Object sentinel;

  public PyCallableIterator(Object function, Object sentinel) {
    super(TYPE);
    this.function = function;
    this.sentinel = sentinel;
  }

  @Override
  public Object next() {
    Object f = function;
    Object end = sentinel;
    if (f == null) {
      return null;
    }
    Object v;
    try {
      v = Call.call(f);
    } catch (PyException e) {
      if (!e.is(Exceptions.StopIteration)) {
        throw e;
      }
      v = null;
    }
    // the function may have used this iterator up itself
    if (v != null && function != null && !Py.eq(end, v)) {
      return v;
    }
    function = null;
    sentinel = null;
    return null;
  }

  @Method(value = "__reduce__(self, /)", doc = "Return state information for pickling.")
  static Object __reduce__(PyCallableIterator self) {
    Object iter = BuiltinReference.get("iter");
    return self.function == null ? Py.tuple(iter, Py.tuple(PyTuple.EMPTY)) : Py.tuple(iter, Py.tuple(self.function, self.sentinel));
  }
}
