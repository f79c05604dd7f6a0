package dev.tuff.engine.reference;

import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import java.lang.ref.WeakReference;

/** {@code weakref.ref}. */
public final class PyWeakref extends PyObject {
  public static final PyType TYPE = PyType.builtin("weakref.ReferenceType", PyType.OBJECT, 0, null);

  private final WeakReference<Object> reference;

  PyWeakref(PyType type, Object referent) {
    super(type);
    reference = new WeakReference<>(referent);
  }

  /** The object's first living weak reference without callback, or None. */
  public static Object firstOf(Object o) {
    return Py.None;
  }
}
