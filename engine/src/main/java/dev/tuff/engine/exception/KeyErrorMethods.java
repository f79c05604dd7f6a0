package dev.tuff.engine.exception;

import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Method;

/** What {@code KeyError} has of its own: a single key is shown by its repr, so that an empty str can be seen. */
final class KeyErrorMethods {
  private KeyErrorMethods() {}

  @Method("__str__(self, /)")
  static Object __str__(PyBaseException self) {
    return self.args.size() == 1 ? Py.repr(self.args.get(0)) : PyBaseException.__str__(self);
  }
}
