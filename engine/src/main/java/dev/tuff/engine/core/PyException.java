package dev.tuff.engine.core;

import dev.tuff.engine.exception.PyBaseException;
import dev.tuff.engine.interp.PyFrame;

/** Carries a Python exception through Java. It has no Java stack trace: the Python traceback is the exception's own. */
public final class PyException extends RuntimeException {
  public final transient PyBaseException value;

  /** Whether {@code __context__} has been set: once, where the exception was raised. */
  public boolean chained;

  /** The exception is raised again by the frame that handled it: that frame is in the traceback already. */
  public boolean reraised;

  /** The frame whose handlers have been asked already, by compiled code; or null. */
  public transient PyFrame asked;

  public PyException(PyBaseException value) {
    super(null, null, false, false);
    this.value = value;
  }

  /** Whether the exception is an instance of {@code type}. */
  public boolean is(PyType type) {
    return value.type().isSubtype(type);
  }

  @Override
  public String getMessage() {
    String type = value.type().name();
    try {
      return type + ": " + Py.javaString(value);
    } catch (IllegalStateException outside) {
      // the text takes Python code, and the thread has left the interpreter
      return type;
    }
  }
}
