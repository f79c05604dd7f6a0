package dev.tuff.engine.interp;

import dev.tuff.engine.core.Py;
import dev.tuff.engine.text.PyInterpolation;
import dev.tuff.engine.text.PyTemplate;

/** BUILD_TEMPLATE and BUILD_INTERPOLATION (PEP 750). */
final class TemplateOps {
  private TemplateOps() {}

  static Object template(Object strings, Object interpolations) {
    return new PyTemplate(
        (dev.tuff.engine.container.PyTuple) strings, (dev.tuff.engine.container.PyTuple) interpolations);
  }

  static Object interpolation(Object value, Object text, int conversion, Object spec) {
    Object c = switch (conversion) {
      case 1 -> "s";
      case 2 -> "r";
      case 3 -> "a";
      default -> Py.None;
    };
    return new PyInterpolation(value, text, c, spec);
  }
}
