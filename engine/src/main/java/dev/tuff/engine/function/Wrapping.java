package dev.tuff.engine.function;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;

/** What {@code staticmethod}, {@code classmethod} and {@code property} take over from the function that they wrap. */
final class Wrapping {
  private static final String[] COPIED = {"__module__", "__name__", "__qualname__", "__doc__"};

  private Wrapping() {}

  static void copyAttributes(PyObject to, Object from) {
    for (String name : COPIED) {
      Object v = Attributes.find(from, name);
      if (v != null) {
        to.dictSet(name, v);
      }
    }
  }

  static boolean isAbstract(Object function) {
    Object v = Attributes.find(function, "__isabstractmethod__");
    return v != null && Py.truth(v);
  }

  /** An attribute that is the function's until it is set here; it is kept from the first look on. */
  static Object wrapped(PyObject self, Object function, String name) {
    Object v = self.dictGet(name);
    if (v == null) {
      v = Attributes.get(function, name);
      self.dictSet(name, v);
    }
    return v;
  }

  static void setWrapped(PyObject self, String name, Object value) {
    if (value != null) {
      self.dictSet(name, value);
    } else if (!self.dictDel(name)) {
      throw Errors.attributeError(self, name);
    }
  }

  static void setDict(PyObject self, Object value) {
    if (value == null) {
      throw Errors.typeError("cannot delete __dict__");
    }
    if (!(value instanceof PyDict d)) {
      throw Errors.typeError("__dict__ must be set to a dictionary, not a '" + Py.typeOf(value).name() + "'");
    }
    self.setDict(d);
  }
}
