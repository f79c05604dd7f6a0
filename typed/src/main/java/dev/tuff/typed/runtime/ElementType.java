package dev.tuff.typed.runtime;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.typing.PyGenericAlias;
import dev.tuff.engine.typing.PyUnion;

/**
 * What may be in a checked container: instances of a class, or also None.
 *
 * @param plain {@link Py#plainClass} of the class
 */
public record ElementType(PyType type, boolean optional, Class<?> plain) {
  ElementType(PyType type, boolean optional) {
    this(type, optional, Py.plainClass(type));
  }

  /** What a type argument means: a class, a generic alias of one, or either in a union with None. */
  static ElementType of(Object argument) {
    if (argument instanceof PyType t) {
      return new ElementType(t.fullName().equals("Any") || t.fullName().equals("typing.Any") ? PyType.OBJECT : t, false);
    }
    if (argument instanceof PyGenericAlias a && a.origin() instanceof PyType t) {
      return new ElementType(t, false);
    }
    if (argument instanceof PyUnion u && u.args().size() == 2) {
      for (int i = 0; i < 2; i++) {
        if (u.args().get(i) == Py.typeOf(Py.None)) {
          return new ElementType(of(u.args().get(1 - i)).type, true);
        }
      }
    }
    throw Errors.typeError("the type argument of a checked container must be a class or Optional of one, not " + Py.javaRepr(argument));
  }

  public boolean accepts(Object value) {
    return value.getClass() == plain || acceptsType(value);
  }

  private boolean acceptsType(Object value) {
    PyType t = Py.typeOf(value);
    return t == type || type == PyType.OBJECT || optional && value == Py.None || t.isSubtype(type);
  }

  /** As in the name of the container's type. */
  String text() {
    return optional ? "Optional[" + type.name() + "]" : type.name();
  }

  /** The argument again, as it is written. */
  Object argument() {
    return optional ? PyUnion.or(type, Py.None) : type;
  }
}
