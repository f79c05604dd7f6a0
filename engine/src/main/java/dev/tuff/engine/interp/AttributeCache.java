package dev.tuff.engine.interp;

import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;

/** What an attribute instruction remembers of the last object that it saw. Immutable: replaced as a whole. */
final class AttributeCache {
  final Shape shape;
  final PyType type;
  final Object version;

  /** Element of the slots. */
  final int index;

  /** For a store that adds the attribute: the shape after it. */
  final Shape next;

  /** A method, unbound. */
  final Object value;

  /** Instead of a shape: the Java class of values that are no PyObject. */
  final Class<?> javaClass;

  /** A method of values that are no PyObject. */
  AttributeCache(Class<?> javaClass, PyType type, Object version, Object value) {
    shape = null;
    this.type = type;
    this.version = version;
    index = 0;
    next = null;
    this.value = value;
    this.javaClass = javaClass;
  }

  AttributeCache(Shape shape, PyType type, Object version, int index, Shape next, Object value) {
    this.shape = shape;
    this.type = type;
    this.version = version;
    this.index = index;
    this.next = next;
    this.value = value;
    javaClass = null;
  }
}
