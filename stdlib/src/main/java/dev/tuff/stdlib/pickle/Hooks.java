package dev.tuff.stdlib.pickle;

import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;

/**
 * {@code persistent_id} and {@code persistent_load}: methods that a subclass overrides or that are set on the object, which
 * need not have a {@code __dict__} for that.
 */
final class Hooks {
  private Hooks() {}

  /** What is to be called; null if it is the method of the builtin type. */
  static Object find(PyObject self, PyType builtin, String name, Object own) {
    if (own != null) {
      return own;
    }
    PyType t = self.type();
    if (t == builtin || t.lookup(name) == builtin.lookup(name)) {
      return null;
    }
    return Attributes.find(self, name);
  }

  /** {@code self.name}, of which {@code hook} may have been set on the object to {@code own}. */
  static Object get(PyObject self, String name, String hook, Object own) {
    if (own != null && name.equals(hook)) {
      return own;
    }
    Object v = Attributes.generic(self, self.type(), name);
    if (v == null) {
      throw Errors.attributeError(self, name);
    }
    return v;
  }
}
