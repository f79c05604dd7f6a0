package dev.tuff.engine.core;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Setter;
import dev.tuff.engine.function.Descriptors;
import dev.tuff.engine.function.PyGetSetDescr;

/** {@code __dict__} and {@code __weakref__} of instances: the descriptors that a class statement adds to a class. */
final class InstanceAttributes {
  private InstanceAttributes() {}

  @Getter(value = "__dict__", doc = "dictionary for instance variables")
  static Object getDict(PyObject self) {
    Object own = ofBuiltinBase(self.type());
    if (own != null) {
      return Descriptors.get(own, self, self.type());
    }
    PyDict d = self.dict();
    if (d == null) {
      throw Errors.attributeError("This object has no __dict__");
    }
    return d;
  }

  /** The descriptor of a builtin base that has a dictionary of its own kind, as classes and modules have; null for none. */
  private static Object ofBuiltinBase(PyType t) {
    while (t.isHeap() && t.base() != null) {
      t = t.base();
    }
    Object d = t.lookup("__dict__");
    return d instanceof PyGetSetDescr g && !g.isTable(InstanceAttributesTable.class) ? d : null;
  }

  @Setter("__dict__")
  static void setDict(PyObject self, Object value) {
    Object own = ofBuiltinBase(self.type());
    if (own != null) {
      Descriptors.set(own, self, value);
    } else if (value == null) {
      if (self.type().layout().instancesHaveDict()) {
        // only a dictionary that a class statement gave may go
        throw Errors.typeError("cannot delete __dict__");
      }
      self.setDict(new PyDict());
    } else if (value instanceof PyDict d) {
      self.setDict(d);
    } else {
      throw Errors.typeError("__dict__ must be set to a dictionary, not a '" + Py.typeOf(value).name() + "'");
    }
  }

  @Getter(value = "__weakref__", doc = "list of weak references to the object")
  static Object getWeakref(Object self) {
    return dev.tuff.engine.reference.PyWeakref.firstOf(self);
  }
}
