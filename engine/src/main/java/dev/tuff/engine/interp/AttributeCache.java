package dev.tuff.engine.interp;

import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;

/**
 * What LOAD_ATTR_SLOT and STORE_ATTR_SLOT remember of the objects that they saw. Immutable: replaced as a whole; and a record, as these caches are,
 * because HotSpot takes a record's fields for constants where compiled code has the record for one.
 *
 * @param index element of the slots
 * @param next for a store that adds the attribute: the shape after it
 * @param previous of an object of another shape, seen before; null if there was none
 * @param length the number of caches in the chain
 */
public record AttributeCache(Shape shape, PyType type, Object version, int index, Shape next, AttributeCache previous, int length) {
  private static final int MAX_LENGTH = 4;

  AttributeCache(Shape shape, PyType type, Object version, int index, Shape next) {
    this(shape, type, version, index, next, null, 1);
  }

  /** This, with what was known before. */
  AttributeCache after(AttributeCache known) {
    AttributeCache rest = known.shape == shape ? known.previous : known;
    return rest == null || rest.length >= MAX_LENGTH ? this : new AttributeCache(shape, type, version, index, next, rest, rest.length + 1);
  }

  /** Whether this is about an object. */
  public boolean applies(Object o) {
    return o instanceof PyObject p && p.shape == shape && type.version == version;
  }

  /** The attribute of an object; null if neither this nor those before know it. */
  public Object load(Object o) {
    return applies(o) ? ((PyObject) o).slots[index] : previous == null ? null : previous.load(o);
  }

  /** The same of an attribute that is there, if nothing was known before. */
  public boolean replace(Object o, Object value) {
    if (!applies(o)) {
      return false;
    }
    ((PyObject) o).slots[index] = value;
    return true;
  }

  /** Sets the attribute of an object, while there is but one thread; false if neither this nor those before know it. */
  public boolean store(Object o, Object value) {
    if (!applies(o)) {
      return previous != null && previous.store(o, value);
    }
    PyObject p = (PyObject) o;
    if (next == null) {
      p.slots[index] = value;
    } else {
      p.grow(shape, next, value);
    }
    return true;
  }
}
