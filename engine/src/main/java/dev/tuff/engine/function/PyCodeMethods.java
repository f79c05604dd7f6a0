package dev.tuff.engine.function;

import dev.tuff.engine.core.Identity;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;

/** The attributes and methods of {@code code}. */
final class PyCodeMethods {
  private PyCodeMethods() {}

  @Method("__repr__(self, /)")
  static Object __repr__(PyCode self) {
    return Py.str("<code object " + self.code.name + " at 0x" + Identity.hex(self) + ", file \"" + self.code.filename + "\", line "
        + self.code.firstLine + ">");
  }

  @Getter(value = "co_name", member = true)
  static Object getName(PyCode self) {
    return Py.str(self.code.name);
  }
}
