package dev.tuff.engine.interp;

import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;

/** What LOAD_ATTR_SLOT and STORE_ATTR_SLOT remember of the objects that they saw. Immutable: replaced as a whole. */
public final class AttributeCache {
  public final Shape shape;
  public final PyType type;
  public final Object version;

  /** Element of the slots. */
  public final int index;

  /** For a store that adds the attribute: the shape after it. */
  public final Shape next;

  /** Of an object of another shape, seen before; null if there was none. Loads have this. */
  public final AttributeCache previous;

  /** The number of caches in the chain. */
  private final int length;

  private static final int MAX_LENGTH = 4;

  AttributeCache(Shape shape, PyType type, Object version, int index, Shape next) {
    this(shape, type, version, index, next, null);
  }

  private AttributeCache(Shape shape, PyType type, Object version, int index, Shape next, AttributeCache previous) {
    this.shape = shape;
    this.type = type;
    this.version = version;
    this.index = index;
    this.next = next;
    this.previous = previous;
    length = previous == null ? 1 : previous.length + 1;
  }

  /** This, with what was known before. */
  AttributeCache after(AttributeCache known) {
    AttributeCache rest = known.shape == shape ? known.previous : known;
    return rest == null || rest.length >= MAX_LENGTH ? this : new AttributeCache(shape, type, version, index, next, rest);
  }

  /** The attribute of an object; null if neither this nor those before know it. */
  public Object load(Object o) {
    if (o instanceof PyObject p) {
      for (AttributeCache c = this; c != null; c = c.previous) {
        if (p.shape == c.shape && c.type.version == c.version) {
          return p.slots[c.index];
        }
      }
    }
    return null;
  }
}
