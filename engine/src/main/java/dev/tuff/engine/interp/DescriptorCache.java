package dev.tuff.engine.interp;

import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.function.Descriptors;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.function.PyMemberDescr;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * What LOAD_ATTR_OTHER remembers of descriptors that it asked: attributes of builtin objects, methods that are bound but not called at once,
 * slots of static classes; those STORE_ATTR too. Immutable: replaced as a whole.
 */
public final class DescriptorCache {
  private static final int MAX_LENGTH = 4;

  private final PyType type;
  private final Object version;

  /** Of instances whose own attributes would come first: they have none of the name. Null if they could have none. */
  private final Shape shape;

  /** Functions weakly: as long as the version is the type's, the type has them, and later nobody should. */
  private final Object descriptor;

  /** Of another type, seen before; null if there was none. */
  private final DescriptorCache previous;
  private final int length;

  DescriptorCache(PyType type, Object version, Shape shape, Object descriptor, Object known) {
    this.type = type;
    this.version = version;
    this.shape = shape;
    this.descriptor = descriptor instanceof PyFunction fn ? new WeakReference<>(fn) : descriptor;
    DescriptorCache k = known instanceof DescriptorCache c ? c : null;
    DescriptorCache rest = k != null && k.type == type && k.shape == shape ? k.previous : k;
    previous = rest != null && rest.length >= MAX_LENGTH ? null : rest;
    length = previous == null ? 1 : previous.length + 1;
  }

  /** The attribute of an object; null if this does not know it. */
  Object load(Object o) {
    PyType t = Py.typeOf(o);
    for (DescriptorCache c = this; c != null; c = c.previous) {
      if (c.type == t && c.version == t.version && (c.shape == null || o instanceof PyObject p && p.shape == c.shape)) {
        if (c.descriptor instanceof PyMemberDescr m) {
          return m.getOrUnset((PyObject) o);
        }
        Object d = c.descriptor instanceof WeakReference<?> r ? r.get() : c.descriptor;
        // null if another thread has changed the type just now
        return d == null ? null : Descriptors.bind(d, o, t);
      }
    }
    return null;
  }

  /** Sets a slot of an object; false if this does not know it. */
  boolean store(PyObject o, Object value) {
    PyType t = o.type();
    for (DescriptorCache c = this; c != null; c = c.previous) {
      if (c.type == t && c.version == t.version && c.descriptor instanceof PyMemberDescr m) {
        m.put(o, m.guard() == null ? value : m.guard().check(m, value));
        return true;
      }
    }
    return false;
  }

  /** For each type the field that its instances have for the attribute; null if it is something else in one of them, or no longer known. */
  public List<StaticCallee> fields() {
    List<StaticCallee> fields = new ArrayList<>();
    for (DescriptorCache c = this; c != null; c = c.previous) {
      if (!(c.descriptor instanceof PyMemberDescr m) || !m.isField()) {
        return null;
      }
      if (c.version == c.type.version) {
        fields.add(StaticCallee.ofSlot(m, c.type, c.version, null));
      }
    }
    return fields.isEmpty() ? null : fields;
  }
}
