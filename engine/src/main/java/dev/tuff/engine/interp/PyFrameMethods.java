package dev.tuff.engine.interp;

import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Getter;

/** The attributes and methods of {@code frame}. */
final class PyFrameMethods {
  private PyFrameMethods() {}

  @Getter("f_back")
  static Object getBack(PyFrame self) {
    return self.back == null ? Py.None : self.back;
  }
}
