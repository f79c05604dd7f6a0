package dev.tuff.engine.interp;

import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.function.PyProperty;

/**
 * What LOAD_ATTR_OTHER remembers of an attribute that a class has: read from the class itself, or from an instance whose shape hides none of
 * it. Immutable: replaced as a whole.
 *
 * @param owner the class that was read from, or null
 * @param version of that class
 * @param shape else the shape of the instance
 * @param type the class of the instance, or the metaclass of the class, whose data descriptors come first
 * @param value the attribute; a property of an instance is still to be called
 * @param self the class that a class method, then {@code value}, is called with; else null
 * @param function of a property
 */
public record ClassAttributeCache(PyType owner, Object version, Shape shape, PyType type, Object typeVersion, Object value, PyType self,
    Object function) {
  /** Of a class. */
  static ClassAttributeCache ofClass(PyType owner, Object version, PyType metaclass, Object metaclassVersion, Object value, PyType self) {
    return new ClassAttributeCache(owner, version, null, metaclass, metaclassVersion, value, self, functionOf(value));
  }

  /** Of instances of a shape. */
  static ClassAttributeCache ofInstance(Shape shape, PyType type, Object version, Object value, PyType self) {
    return new ClassAttributeCache(null, null, shape, type, version, value, self, functionOf(value));
  }

  private static Object functionOf(Object value) {
    return value instanceof PyProperty p ? p.getter() : null;
  }

  /** The function of a property that {@link #applies}; null if there is none, or it has been given another. */
  public Object getter() {
    return value instanceof PyProperty p && p.getter() == function ? function : null;
  }

  public boolean applies(Object o) {
    return owner != null
        ? o == owner && owner.version == version && type.version == typeVersion && owner.type() == type
        : o instanceof PyObject p && p.shape == shape && type.version == typeVersion;
  }
}
