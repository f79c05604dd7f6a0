package dev.tuff.engine.number;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.text.NumberFormat;
import dev.tuff.engine.text.PyStr;

/** {@code __format__} of the number types: the format specification mini-language lies with text. */
final class NumberFormats {
  private NumberFormats() {}

  static Object format(Object self, Object spec) {
    if (!PyStr.isStr(spec)) {
      throw Errors.typeError("__format__() argument must be str, not " + Py.typeOf(spec).name());
    }
    if (PyStr.length(spec) == 0) {
      return PyStr.value(Py.str(self));
    }
    if (self instanceof PyComplex c) {
      return NumberFormat.formatComplex(self, c.real, c.imag, spec);
    }
    return PyFloat.isFloat(self) ? NumberFormat.formatFloat(self, spec) : NumberFormat.formatInt(self, spec);
  }
}
