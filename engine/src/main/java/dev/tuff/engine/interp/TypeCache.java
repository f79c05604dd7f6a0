package dev.tuff.engine.interp;

import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;

/** What LOAD_SPECIAL and LOAD_SUPER_ATTR remember of the types whose methods they loaded. Immutable: replaced as a whole. */
public final class TypeCache {
  private static final int MAX_LENGTH = 4;

  private final PyType type;
  private final Object version;

  /** The class of the method that says {@code super()}; null for LOAD_SPECIAL. */
  public final PyType owner;

  /** The method, unbound. */
  public final Object value;

  /** Of another type, seen before; null if there was none. */
  private final TypeCache previous;
  private final int length;

  TypeCache(PyType type, Object version, PyType owner, Object value, Object known) {
    this.type = type;
    this.version = version;
    this.owner = owner;
    this.value = value;
    TypeCache k = known instanceof TypeCache c ? c : null;
    TypeCache rest = k == null ? null : k.type == type ? k.previous : k;
    previous = rest != null && rest.length >= MAX_LENGTH ? null : rest;
    length = previous == null ? 1 : previous.length + 1;
  }

  /** The method for an object in a method of {@code owner}; null if this does not know it. */
  Object load(Object o, Object owner) {
    PyType t = Py.typeOf(o);
    for (TypeCache c = this; c != null; c = c.previous) {
      if (c.type == t && c.version == t.version && c.owner == owner) {
        return c.value;
      }
    }
    return null;
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
