package dev.tuff.engine.interp;

import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;

/** What LOAD_ATTR_METHOD remembers. Immutable: replaced as a whole. */
public final class MethodCache {
  /** The shape of the receiver; null if it is no PyObject, but of a Java class. */
  public final Shape shape;
  public final Class<?> javaClass;
  public final PyType type;
  public final Object version;

  /** The method, unbound. */
  public final Object value;

  MethodCache(Shape shape, Class<?> javaClass, PyType type, Object version, Object value) {
    this.shape = shape;
    this.javaClass = javaClass;
    this.type = type;
    this.version = version;
    this.value = value;
  }
}
