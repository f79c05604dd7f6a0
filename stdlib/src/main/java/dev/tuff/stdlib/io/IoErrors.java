package dev.tuff.stdlib.io;

import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.exception.Exceptions;

/** The exceptions and the checks of arguments that all streams share. */
final class IoErrors {
  /** {@code io.UnsupportedOperation}. */
  static final PyType UnsupportedOperation =
      PyType.builtin("io.UnsupportedOperation", new PyType[] {Exceptions.OSError, Exceptions.ValueError}, PyType.BASE_LAYOUT, null);

  private IoErrors() {}

  static PyException unsupported(String message) {
    return Errors.make(UnsupportedOperation, message);
  }

  static PyException closed() {
    return Errors.valueError("I/O operation on closed file.");
  }

  /** The error of a raw or buffered file that is closed: without the full stop. */
  static PyException closedFile() {
    return Errors.valueError("I/O operation on closed file");
  }

  /** A size argument: an index, or None for "all" (-1). */
  static long size(Object o) {
    if (o instanceof Long l) {
      return l;
    }
    if (o == null || o == Py.None) {
      return -1;
    }
    if (Py.typeOf(o).slot(Special.INDEX) == null) {
      throw Errors.typeError("argument should be integer or None, not '" + Py.typeOf(o).name() + "'");
    }
    return Convert.toLong(o);
  }

  /** {@code BlockingIOError(EAGAIN, message, written)}. */
  static PyException wouldBlock(String message, long written) {
    return Errors.make(Exceptions.BlockingIOError, 11L, message, Py.box(written));
  }
}
