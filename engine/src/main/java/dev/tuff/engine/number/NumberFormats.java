package dev.tuff.engine.number;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.text.PyStr;

/** {@code __format__} of the number types: the format specification mini-language lies with text. */
final class NumberFormats {
  private NumberFormats() {}

  static Object format(Object plain, Object self, Object spec) {
    if (!PyStr.isStr(spec)) {
      throw Errors.typeError("__format__() argument must be str, not " + Py.typeOf(spec).name());
    }
    if (PyStr.java(spec).isEmpty()) {
      return Py.str(self);
    }
    throw Errors.notImplementedError("format specification of numbers");
  }
}
