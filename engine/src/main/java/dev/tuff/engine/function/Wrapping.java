package dev.tuff.engine.function;

import dev.tuff.engine.core.Attributes;
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
}
