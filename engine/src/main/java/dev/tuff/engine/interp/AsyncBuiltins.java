package dev.tuff.engine.interp;

import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Method;

/** {@code aiter()} and {@code anext()}. */
public final class AsyncBuiltins {
  private AsyncBuiltins() {}

  public static Object aiter(Object o) {
    PyType t = Py.typeOf(o);
    Object f = t.slot(Special.AITER);
    if (f == null) {
      throw Errors.typeError("'" + t.name() + "' object is not an async iterable");
    }
    Object it = Call.method(f, o);
    if (Py.typeOf(it).slot(Special.ANEXT) == null) {
      throw Errors.typeError("aiter() returned not an async iterator of type '" + Py.typeOf(it).name() + "'");
    }
    return it;
  }

  public static Object anext(Object o, Object fallback) {
    PyType t = Py.typeOf(o);
    Object f = t.slot(Special.ANEXT);
    if (f == null) {
      throw Errors.typeError("'" + t.name() + "' object is not an async iterator");
    }
    Object awaitable = Call.method(f, o);
    return fallback == null ? awaitable : new AnextAwaitable(awaitable, fallback);
  }

  /** {@code anext_awaitable}: the default instead of StopAsyncIteration. */
  static final class AnextAwaitable extends PyIterator {
    static final PyType TYPE = PyType.builtin("anext_awaitable", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null,
        IteratorMethods.table(), new AsyncBuiltinsAnextAwaitableTable());

    private final Object awaitable;
    private final Object fallback;
    private Object iterator;

    AnextAwaitable(Object awaitable, Object fallback) {
      super(TYPE);
      this.awaitable = awaitable;
      this.fallback = fallback;
    }

    private Object iterator() {
      if (iterator == null) {
        iterator = Generators.awaitable(awaitable, 0);
        if (iterator instanceof PyCoroutine c) {
          iterator = PyCoroutine.__await__(c);
        }
      }
      return iterator;
    }

    private PyException mapped(PyException e) {
      return e.is(Exceptions.StopAsyncIteration) ? Suspendable.stopIteration(fallback) : e;
    }

    @Override
    public Object next() {
      try {
        return Call.method(Py.typeOf(iterator()).slot(Special.NEXT), iterator);
      } catch (PyException e) {
        throw mapped(e);
      }
    }

    @Method("__await__(self, /)")
    static Object __await__(AnextAwaitable self) {
      return self;
    }

    @Method("send(self, value, /)")
    static Object send(AnextAwaitable self, Object value) {
      try {
        return Call.attribute(self.iterator(), "send", value);
      } catch (PyException e) {
        throw self.mapped(e);
      }
    }

    @Method("throw(self, *args)")
    static Object raise(AnextAwaitable self, Object[] args) {
      try {
        return Call.attribute(self.iterator(), "throw", args);
      } catch (PyException e) {
        throw self.mapped(e);
      }
    }

    @Method("close(self, /)")
    static Object close(AnextAwaitable self) {
      return Call.attribute(self.iterator(), "close");
    }
  }
}
