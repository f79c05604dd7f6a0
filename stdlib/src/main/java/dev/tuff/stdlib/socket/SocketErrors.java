package dev.tuff.stdlib.socket;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.HostErrors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.host.HostException;
import dev.tuff.host.SocketFile;

/** The exceptions of sockets. */
final class SocketErrors {
  static final PyType HERROR = PyType.builtin("socket.herror", Exceptions.OSError, PyType.BASE_LAYOUT, null);
  static final PyType GAIERROR = PyType.builtin("socket.gaierror", Exceptions.OSError, PyType.BASE_LAYOUT, null);

  private SocketErrors() {}

  static PyException of(HostException e) {
    return e.errno() == SocketFile.TIMED_OUT ? Errors.make(Exceptions.TimeoutError, "timed out") : HostErrors.of(e);
  }

  static PyException unknownName() {
    return Errors.make(GAIERROR, Py.box(-2), "Name or service not known");
  }

  static PyException badFamily() {
    return Errors.make(GAIERROR, Py.box(-6), "ai_family not supported");
  }

  static PyException noAddress() {
    return Errors.make(GAIERROR, Py.box(-9), "Address family for hostname not supported");
  }

  static PyException service() {
    return Errors.make(GAIERROR, Py.box(-8), "Servname not supported for ai_socktype");
  }
}
