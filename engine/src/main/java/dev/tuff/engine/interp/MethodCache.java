package dev.tuff.engine.interp;

import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;

/**
 * What LOAD_ATTR_METHOD remembers of the receivers that it saw. Immutable: replaced as a whole.
 *
 * @param shape of the receiver; null if it is no PyObject, but of a Java class
 * @param value the method, unbound
 * @param previous of another receiver, seen before; null if there was none
 * @param length the number of caches in the chain
 */
public record MethodCache(Shape shape, Class<?> javaClass, PyType type, Object version, Object value, MethodCache previous, int length) {
  private static final int MAX_LENGTH = 4;

  MethodCache(Shape shape, Class<?> javaClass, PyType type, Object version, Object value) {
    this(shape, javaClass, type, version, value, null, 1);
  }

  /** This, with what was known before. */
  MethodCache after(MethodCache known) {
    MethodCache rest = known.shape == shape && known.javaClass == javaClass ? known.previous : known;
    return rest == null || rest.length >= MAX_LENGTH ? this : new MethodCache(shape, javaClass, type, version, value, rest, rest.length + 1);
  }

  /** Whether this is about a receiver. */
  public boolean applies(Object o) {
    return (o instanceof PyObject p ? p.shape == shape : o.getClass() == javaClass) && type.version == version;
  }

  /** The method of an object; null if neither this nor those before know it. */
  public Object load(Object o) {
    return applies(o) ? value : previous == null ? null : previous.load(o);
  }
}
