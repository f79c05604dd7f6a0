package dev.tuff.typed.runtime;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;

/** CAST: a value of which nothing is known where one of a type is wanted. */
final class Casts {
  private Casts() {}

  static Object cast(Descriptor to, Object value) {
    if (to.accepts(value)) {
      return value;
    }
    if (to.literal() != null) {
      throw Errors.typeError("expected " + Py.javaRepr(to.literal()) + ", got " + Py.javaString(value));
    }
    if (to.type() == PyFloat.TYPE && PyInt.isInt(value)) {
      return PyFloat.toDouble(value);
    }
    throw Errors.typeError((to.exact() ? "expected exactly '" : "expected '") + to.type().fullName() + "', got '"
        + Py.typeOf(value).fullName() + "'");
  }
}
