package dev.tuff.embed;

import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.module.ExceptionDisplay;

/** An exception that Python code raised and did not catch. */
public final class PythonException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The name of its class, such as {@code ValueError}. */
  private final String type;
  private final String traceback;
  private final transient PythonValue value;

  private PythonException(String type, String message, String traceback, PythonValue value) {
    super(message);
    this.type = type;
    this.traceback = traceback;
    this.value = value;
  }

  static PythonException of(Python python, PyException e) {
    String text;
    try {
      text = Py.javaString(e.value);
    } catch (PyException unprintable) {
      text = "<exception str() failed>";
    }
    String type = e.value.type().name();
    return new PythonException(type, text.isEmpty() ? type : type + ": " + text, ExceptionDisplay.plain(e.value), new PythonValue(python, e.value));
  }

  public String type() {
    return type;
  }

  /** The Python traceback with the exception, one line for each frame. */
  public String traceback() {
    return traceback;
  }

  /** The exception object. */
  public PythonValue value() {
    return value;
  }
}
