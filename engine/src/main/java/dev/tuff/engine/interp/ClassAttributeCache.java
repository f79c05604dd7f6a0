package dev.tuff.engine.interp;

import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.function.PyProperty;

/**
 * What LOAD_ATTR_OTHER remembers of an attribute that a class has: read from the class itself, or from an instance whose shape hides none of
 * it. Immutable: replaced as a whole.
 */
public final class ClassAttributeCache {
  /** The class that was read from, or null. */
  private final PyType owner;

  /** Else the shape of the instance. */
  private final Shape shape;

  /** Versions of the class, and of its metaclass, whose data descriptors come first. */
  private final Object version;
  private final PyType type;
  private final Object typeVersion;

  /** The attribute; a property of an instance is still to be called. */
  public final Object value;

  /** The class that a class method, then {@link #value}, is called with; else null. */
  public final PyType self;

  /** Of a property. */
  private final Object getter;

  /** Of the class {@code owner}. */
  ClassAttributeCache(PyType owner, Object version, PyType metaclass, Object metaclassVersion, Object value, PyType self) {
    this.self = self;
    this.owner = owner;
    shape = null;
    this.version = version;
    type = metaclass;
    typeVersion = metaclassVersion;
    this.value = value;
    getter = value instanceof PyProperty p ? p.getter() : null;
  }

  /** Of an instance of this shape. */
  ClassAttributeCache(Shape shape, PyType type, Object version, Object value) {
    this(shape, type, version, value, null);
  }

  ClassAttributeCache(Shape shape, PyType type, Object version, Object value, PyType self) {
    this.self = self;
    owner = null;
    this.shape = shape;
    this.version = null;
    this.type = type;
    typeVersion = version;
    this.value = value;
    getter = value instanceof PyProperty p ? p.getter() : null;
  }

  /** The function of a property that {@link #applies}; null if there is none, or it has been given another. */
  public Object getter() {
    return value instanceof PyProperty p && p.getter() == getter ? getter : null;
  }

  public boolean applies(Object o) {
    return owner != null
        ? o == owner && owner.version == version && type.version == typeVersion && owner.type() == type
        : o instanceof PyObject p && p.shape == shape && type.version == typeVersion;
  }
}
