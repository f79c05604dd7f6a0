package dev.tuff.engine.interp;

import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;

/** What LOAD_ATTR_SLOT and STORE_ATTR_SLOT remember of the last object that they saw. Immutable: replaced as a whole. */
public final class AttributeCache {
  public final Shape shape;
  public final PyType type;
  public final Object version;

  /** Element of the slots. */
  public final int index;

  /** For a store that adds the attribute: the shape after it. */
  public final Shape next;

  AttributeCache(Shape shape, PyType type, Object version, int index, Shape next) {
    this.shape = shape;
    this.type = type;
    this.version = version;
    this.index = index;
    this.next = next;
  }
}
