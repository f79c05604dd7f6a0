package dev.tuff.embed;

import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;

/** A Java object in Python's hands: it can be kept, compared, printed and given back, and no more. */
final class JavaObject extends PyObject {
  static final PyType TYPE = PyType.builtin("java.object", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, "An object of the Java program.",
      new JavaObjectTable());

  final Object value;

  JavaObject(Object value) {
    super(TYPE);
    this.value = value;
  }

  @Method("__repr__(self, /)")
  static Object __repr__(JavaObject self) {
    return Py.str("<java " + self.value.getClass().getName() + ": " + self.value + ">");
  }

  @Method("__str__(self, /)")
  static Object __str__(JavaObject self) {
    return Py.str(String.valueOf(self.value));
  }

  @Method("__eq__(self, value, /)")
  static Object __eq__(JavaObject self, Object other) {
    return other instanceof JavaObject o ? (Object) self.value.equals(o.value) : Py.NotImplemented;
  }

  @Method("__hash__(self, /)")
  static long __hash__(JavaObject self) {
    return self.value.hashCode();
  }
}
