package dev.tuff.stdlib.asyncio;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Warnings;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.exception.PyBaseException;
import dev.tuff.engine.exception.PyTraceback;
import dev.tuff.engine.expose.Method;

/** What {@code await} makes of a future: yields the future once, unless it is done, and returns its result. */
final class PyFutureIterator extends PyIterator {
  static final PyType TYPE = PyType.builtin("_asyncio.FutureIter", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null,
      IteratorMethods.table(), new PyFutureIteratorTable());

  /** Null once it has ended. */
  private PyFuture future;
  private Object result = Py.None;

  PyFutureIterator(PyFuture future) {
    super(TYPE);
    this.future = future;
  }

  @Override
  public boolean hasToClose() {
    return false;
  }

  @Override
  public Object next() {
    PyFuture f = future;
    if (f == null) {
      return null;
    }
    if (f.state == PyFuture.State.PENDING) {
      if (f.blocking) {
        throw Errors.runtimeError("await wasn't used with future");
      }
      f.blocking = true;
      return f;
    }
    future = null;
    result = f.takeResult();
    return null;
  }

  @Override
  public Object returned() {
    Object r = result;
    result = Py.None;
    return r;
  }

  @Override
  public PyException stop() {
    Object r = returned();
    return r == Py.None ? Errors.stopIteration() : new PyException(PyBaseException.create(Exceptions.StopIteration, r));
  }

  /** The future asks for nothing, so what is sent does not matter. */
  @Method(value = "send(self, arg, /)", doc = "The future, or StopIteration with its result.")
  static Object send(PyFutureIterator self, Object arg) {
    Object v = self.next();
    if (v == null) {
      throw self.stop();
    }
    return v;
  }

  @Method(value = "throw(self, type, value=<null>, traceback=<null>, /)", doc = "End the wait by raising an exception.", textSignature = false)
  static Object raise(PyFutureIterator self, Object type, Object value, Object traceback) {
    if (value != null || traceback != null) {
      Warnings.warn(Exceptions.DeprecationWarning,
          "the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.", 1);
    }
    if (traceback != null && traceback != Py.None && !(traceback instanceof PyTraceback)) {
      throw Errors.typeError("throw() third argument must be a traceback");
    }
    PyBaseException e;
    if (type instanceof PyType t && t.isSubtype(Exceptions.BaseException)) {
      e = value instanceof PyBaseException v && v.type().isSubtype(t) ? v : make(t, value);
    } else if (type instanceof PyBaseException v) {
      if (value != null && value != Py.None) {
        throw Errors.typeError("instance exception may not have a separate value");
      }
      e = v;
    } else {
      throw Errors.typeError("exceptions must be classes deriving BaseException or instances of such a class");
    }
    if (traceback instanceof PyTraceback tb) {
      e.traceback = tb;
    }
    self.future = null;
    throw new PyException(e);
  }

  private static PyBaseException make(PyType type, Object value) {
    if (value == null || value == Py.None) {
      return PyBaseException.create(type);
    }
    return value instanceof PyTuple args ? PyBaseException.create(type, args.array()) : PyBaseException.create(type, value);
  }

  @Method(value = "close(self, /)", doc = "Let go of the future.")
  static void close(PyFutureIterator self) {
    self.future = null;
  }
}
