package dev.tuff.engine.interp;

import dev.tuff.engine.core.PyType;

/** What static code demands of a value. */
public interface TypeCheck {
  /** The class whose instances it may be. */
  PyType type();

  /** The number of a primitive type in {@link dev.tuff.engine.primitive.TypeCodes}; {@code OBJECT} for all others. */
  int code();

  boolean accepts(Object value);

  /** A new object of the class, a checked container, with items that are known to be of its types; keys and values in turn. */
  Object container(Object[] items);

  /** Whether it accepts all that {@code other} accepts; false if that is not to be told at once. */
  boolean includes(TypeCheck other);

  /** Whether any instance of just that class is accepted. */
  boolean isPlain();
}
