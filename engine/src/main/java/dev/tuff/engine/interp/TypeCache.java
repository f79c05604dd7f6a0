package dev.tuff.engine.interp;

import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;

/**
 * What LOAD_SPECIAL and LOAD_SUPER_ATTR remember of the types whose methods they loaded. Immutable: replaced as a whole.
 *
 * @param owner the class of the method that says {@code super()}; null for LOAD_SPECIAL
 * @param value the method, unbound
 * @param previous of another type, seen before; null if there was none
 * @param length the number of caches in the chain
 */
public record TypeCache(PyType type, Object version, PyType owner, Object value, TypeCache previous, int length) {
  private static final int MAX_LENGTH = 4;

  static TypeCache of(PyType type, Object version, PyType owner, Object value, Object known) {
    TypeCache k = known instanceof TypeCache c ? c : null;
    TypeCache rest = k == null ? null : k.type == type ? k.previous : k;
    TypeCache previous = rest != null && rest.length >= MAX_LENGTH ? null : rest;
    return new TypeCache(type, version, owner, value, previous, previous == null ? 1 : previous.length + 1);
  }

  /** The method for an object in a method of {@code owner}; null if this does not know it. */
  Object load(Object o, Object owner) {
    return type == Py.typeOf(o) && version == type.version && this.owner == owner ? value : previous == null ? null : previous.load(o, owner);
  }

  /** Whether all types that were seen have the same method for the same class. */
  public boolean isSame() {
    for (TypeCache c = previous; c != null; c = c.previous) {
      if (c.value != value || c.owner != owner) {
        return false;
      }
    }
    return true;
  }

  /** Whether an object's type is one of those. */
  public boolean applies(Object o) {
    return load(o, owner) != null;
  }
}
