package dev.tuff.typed.runtime;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;

/** The exception types of Static Python. */
public final class TypedErrors {
  private static final PyType STATIC_TYPE_ERROR = PyType.builtin("cinderx.StaticTypeError", Exceptions.TypeError, PyType.BASE_LAYOUT,
      "A value is not of the type that static code declares.");
  private static final PyType TYPED_SYNTAX_ERROR = PyType.builtin("cinderx.compiler.errors.TypedSyntaxError", Exceptions.SyntaxError,
      PyType.BASE_LAYOUT, "The types of a static module do not fit.");

  private TypedErrors() {}

  /** Raised at run time where untyped code meets static code. */
  public static PyType staticTypeError() {
    return STATIC_TYPE_ERROR;
  }

  /** Raised when static code is compiled. */
  public static PyType typedSyntaxError() {
    return TYPED_SYNTAX_ERROR;
  }

  public static PyException staticTypeError(String message) {
    return Errors.make(STATIC_TYPE_ERROR, message);
  }
}
