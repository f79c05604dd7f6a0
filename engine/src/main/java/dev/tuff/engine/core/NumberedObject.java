package dev.tuff.engine.core;

/**
 * An object that keeps the number which {@code id()} gives it: containers and instances, of which memo tables ask most. Others have no room for it
 * and are in a table ({@link IdentityTable}).
 */
public abstract class NumberedObject extends PyObject {
  /** 0 if none was drawn yet. Written by {@link IdentityTable} alone. */
  int number;

  protected NumberedObject(PyType type) {
    super(type);
  }

  /** For objects made often: the shape is known, and has no members. */
  protected NumberedObject(Shape shape) {
    super(shape);
  }

  protected NumberedObject(Shape shape, Object[] slots) {
    super(shape, slots);
  }
}
