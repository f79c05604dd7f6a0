package dev.tuff.engine.text;

import dev.tuff.engine.core.Errors;

/** {@code str.__format__}. */
final class TextFormat {
  private TextFormat() {}

  static Object format(Object value, FormatSpec spec) {
    if (spec.type != 's') {
      throw spec.unknownType(value);
    }
    if (spec.sign != 0) {
      throw Errors.valueError((spec.sign == ' ' ? "Space" : "Sign") + " not allowed in string format specifier");
    }
    if (spec.noNegativeZero) {
      throw Errors.valueError("Negative zero coercion (z) not allowed in string format specifier");
    }
    if (spec.alternate) {
      throw Errors.valueError("Alternate form (#) not allowed in string format specifier");
    }
    if (spec.align == '=' && spec.alignGiven) {
      throw Errors.valueError("'=' alignment not allowed in string format specifier");
    }
    int n = PyStr.length(value);
    return spec.pad(spec.precision >= 0 && spec.precision < n ? PyStr.slice(value, 0, spec.precision) : value);
  }
}
