package dev.tuff.engine.interp;

import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;

/** What LOAD_ATTR_SLOT and STORE_ATTR_SLOT remember of the last object that they saw. Immutable: replaced as a whole. */
final class AttributeCache {
  final Shape shape;
  final PyType type;
  final Object version;

  /** Element of the slots. */
  final int index;

  /** For a store that adds the attribute: the shape after it. */
  final Shape next;

  AttributeCache(Shape shape, PyType type, Object version, int index, Shape next) {
    this.shape = shape;
    this.type = type;
    this.version = version;
    this.index = index;
    this.next = next;
  }
}
