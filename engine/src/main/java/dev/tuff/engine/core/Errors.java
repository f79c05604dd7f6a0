package dev.tuff.engine.core;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.exception.PyAttributeError;
import dev.tuff.engine.exception.PyBaseException;
import dev.tuff.engine.exception.PyImportError;
import dev.tuff.engine.exception.PyNameError;

/** Short ways to make the exceptions that Java code raises: {@code throw Errors.typeError("…")}. */
public final class Errors {
  private Errors() {}

  /** An exception of a builtin type with one message, or with {@code args}. */
  public static PyException make(PyType type, Object... args) {
    return new PyException(PyBaseException.create(type, args));
  }

  public static PyException typeError(String message) {
    return make(Exceptions.TypeError, Py.str(message));
  }

  public static PyException valueError(String message) {
    return make(Exceptions.ValueError, Py.str(message));
  }

  public static PyException indexError(String message) {
    return make(Exceptions.IndexError, message);
  }

  public static PyException keyError(Object key) {
    return make(Exceptions.KeyError, key);
  }

  public static PyException overflowError(String message) {
    return make(Exceptions.OverflowError, message);
  }

  public static PyException zeroDivisionError(String message) {
    return make(Exceptions.ZeroDivisionError, message);
  }

  public static PyException runtimeError(String message) {
    return make(Exceptions.RuntimeError, Py.str(message));
  }

  public static PyException notImplementedError(String message) {
    return make(Exceptions.NotImplementedError, message);
  }

  public static PyException recursionError(String message) {
    return make(Exceptions.RecursionError, message);
  }

  public static PyException memoryError() {
    return make(Exceptions.MemoryError);
  }

  public static PyException stopIteration() {
    return make(Exceptions.StopIteration);
  }

  public static PyException stopIteration(Object value) {
    return value == null || value == Py.None ? stopIteration() : make(Exceptions.StopIteration, value);
  }

  public static PyException systemError(String message) {
    return make(Exceptions.SystemError, message);
  }

  public static PyException bufferError(String message) {
    return make(Exceptions.BufferError, message);
  }

  public static PyException eofError(String message) {
    return make(Exceptions.EOFError, message);
  }

  /** {@code OSError(errno, strerror[, filename[, None, filename2]])}: the subclass follows from errno. */
  public static PyException osError(int errno, String strerror, Object... filenames) {
    Object[] args = filenames.length == 0
        ? new Object[] {Py.box(errno), strerror}
        : filenames.length == 1
            ? new Object[] {Py.box(errno), strerror, filenames[0]}
            : new Object[] {Py.box(errno), strerror, filenames[0], Py.None, filenames[1]};
    return make(Exceptions.OSError, args);
  }

  public static PyException importError(String message, Object name, Object path) {
    return new PyException(new PyImportError(Exceptions.ImportError, Py.str(message), name, path, null));
  }

  /** {@code AttributeError} with its {@code name} and {@code obj} attributes, from which suggestions are made. */
  public static PyException attributeError(Object o, String name) {
    String what = o instanceof PyType t
        ? "type object '" + t.fullName() + "'"
        : "'" + Py.typeOf(o).fullName() + "' object";
    return attributeError(what + " has no attribute '" + name + "'", o, name);
  }

  public static PyException attributeError(String message, Object o, String name) {
    return new PyException(new PyAttributeError(Py.str(message), o, Py.str(name)));
  }

  public static PyException attributeError(String message) {
    return make(Exceptions.AttributeError, Py.str(message));
  }

  public static PyException nameError(String message, String name) {
    return new PyException(new PyNameError(Exceptions.NameError, Py.str(message), Py.str(name)));
  }

  public static PyException unboundLocalError(String message) {
    return make(Exceptions.UnboundLocalError, message);
  }

  /** Raises what Python's {@code raise value} would, given an exception instance or class. */
  public static PyException from(Object value) {
    if (value instanceof PyBaseException e) {
      return new PyException(e);
    }
    if (value instanceof PyType t && t.isSubtype(Exceptions.BaseException)) {
      Object made = t.call0();
      if (made instanceof PyBaseException e) {
        return new PyException(e);
      }
      return typeError("calling " + Py.javaRepr(t) + " should have returned an instance of BaseException, not "
          + Py.typeOf(made).fullName());
    }
    return typeError("exceptions must derive from BaseException");
  }

  /** A tuple of arguments for an exception of more than one. */
  static PyTuple args(Object... args) {
    return PyTuple.of(args);
  }
}
