package dev.tuff.stdlib.pickle;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.TypeMethods;
import dev.tuff.engine.exception.Exceptions;

/** The exceptions of pickle, and the notes that tell where in the object graph pickling failed. */
final class PickleErrors {
  static final PyType ERROR = PyType.builtin("_pickle.PickleError", Exceptions.Exception, PyType.BASE_LAYOUT, null);
  static final PyType PICKLING = PyType.builtin("_pickle.PicklingError", ERROR, PyType.BASE_LAYOUT, null);
  static final PyType UNPICKLING = PyType.builtin("_pickle.UnpicklingError", ERROR, PyType.BASE_LAYOUT, null);

  private PickleErrors() {}

  static PyException pickling(String message) {
    return Errors.make(PICKLING, Py.str(message));
  }

  static PyException unpickling(String message) {
    return Errors.make(UNPICKLING, Py.str(message));
  }

  /** {@code e} as raised while {@code earlier} was handled. */
  static PyException during(PyException e, PyException earlier) {
    e.value.context = earlier.value;
    e.chained = true;
    return e;
  }

  /** The class of an object as messages name it: with its module, unless that is builtins or __main__. */
  static String className(Object o) {
    String name = TypeMethods.qualifiedName(Py.typeOf(o));
    return name.startsWith("__main__.") ? name.substring(9) : name;
  }

  /** Adds to a failure that it happened in {@code part} of {@code o}. */
  static PyException noted(PyException e, Object o, String part) {
    Py.callMethod(e.value, "add_note", Py.str("when serializing " + className(o) + " " + part));
    return e;
  }
}
