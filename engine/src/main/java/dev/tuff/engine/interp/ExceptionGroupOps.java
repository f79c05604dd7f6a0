package dev.tuff.engine.interp;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Classes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.ExceptionGroups;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.exception.PyBaseException;

/** {@code except*} (PEP 654). */
final class ExceptionGroupOps {
  private ExceptionGroupOps() {}

  /** CHECK_EG_MATCH: what is left of the group and what matched, None for nothing. */
  static Object[] match(Object exception, Object type) {
    ExceptionOps.checkCatchable(type, "catching classes that do not inherit from BaseException is not allowed");
    checkNoGroups(type);
    PyBaseException[] parts = ExceptionGroups.match(exception, type);
    return new Object[] {orNone(parts[1]), orNone(parts[0])};
  }

  private static Object orNone(PyBaseException e) {
    return e == null ? Py.None : e;
  }

  private static void checkNoGroups(Object type) {
    Object[] types = type instanceof PyTuple t ? t.array() : new Object[] {type};
    for (Object t : types) {
      if (t instanceof PyType c && Classes.isSubclass(c, Exceptions.BaseExceptionGroup)) {
        throw Errors.typeError("catching ExceptionGroup with except* is not allowed. Use except instead.");
      }
    }
  }

  /** PREP_RERAISE_STAR: what to raise at the end, given the original exception and the list of what handlers raised or left. */
  static Object prepareReraise(Object original, Object list) {
    return orNone(ExceptionGroups.prepareReraise(original, ((PyList) list).toArray()));
  }
}
