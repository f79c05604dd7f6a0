package dev.tuff.engine.interp;

import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;

/** What LOAD_ATTR_METHOD remembers of the receivers that it saw. Immutable: replaced as a whole. */
public final class MethodCache {
  /** The shape of the receiver; null if it is no PyObject, but of a Java class. */
  public final Shape shape;
  public final Class<?> javaClass;
  public final PyType type;
  public final Object version;

  /** The method, unbound. */
  public final Object value;

  /** Of another receiver, seen before; null if there was none. */
  public final MethodCache previous;

  /** The number of caches in the chain. */
  private final int length;

  private static final int MAX_LENGTH = 4;

  MethodCache(Shape shape, Class<?> javaClass, PyType type, Object version, Object value) {
    this(shape, javaClass, type, version, value, null);
  }

  private MethodCache(Shape shape, Class<?> javaClass, PyType type, Object version, Object value, MethodCache previous) {
    this.shape = shape;
    this.javaClass = javaClass;
    this.type = type;
    this.version = version;
    this.value = value;
    this.previous = previous;
    length = previous == null ? 1 : previous.length + 1;
  }

  /** This, with what was known before. */
  MethodCache after(MethodCache known) {
    MethodCache rest = known.shape == shape && known.javaClass == javaClass ? known.previous : known;
    return rest == null || rest.length >= MAX_LENGTH ? this : new MethodCache(shape, javaClass, type, version, value, rest);
  }

  private boolean applies(Object o) {
    return (o instanceof PyObject p ? p.shape == shape : o.getClass() == javaClass) && type.version == version;
  }

  /** The method of an object; null if neither this nor those before know it. */
  public Object load(Object o) {
    for (MethodCache c = this; c != null; c = c.previous) {
      if (c.applies(o)) {
        return c.value;
      }
    }
    return null;
  }
}
