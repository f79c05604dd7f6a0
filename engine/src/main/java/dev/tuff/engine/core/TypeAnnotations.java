package dev.tuff.engine.core;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.function.Descriptors;

/** {@code __annotate__} and {@code __annotations__} of classes (PEP 649 and 749): evaluated at first use, then kept in the class dict. */
final class TypeAnnotations {
  private static final String FUNCTION = "__annotate_func__";
  private static final String CACHE = "__annotations_cache__";

  private TypeAnnotations() {}

  static Object getAnnotate(PyType self) {
    if (!self.isHeap()) {
      throw Errors.attributeError("type object '" + self.name() + "' has no attribute '__annotate__'", self, "__annotate__");
    }
    PyDict d = self.dictOfType();
    // One that the class body defines under the public name comes first.
    Object f = d.getStr("__annotate__");
    if (f == null) {
      f = d.getStr(FUNCTION);
    }
    return f == null ? Py.None : Descriptors.get(f, null, self);
  }

  static void setAnnotate(PyType self, Object value) {
    if (value == null) {
      throw Errors.typeError("cannot delete __annotate__ attribute");
    }
    checkHeap(self, "__annotate__");
    if (value != Py.None && Attributes.find(value, "__call__") == null) {
      throw Errors.typeError("__annotate__ must be callable or None");
    }
    self.setAttribute(FUNCTION, value);
    if (value != Py.None) {
      self.setAttribute(CACHE, null);
      self.setAttribute("__annotations__", null);
    }
  }

  static Object get(PyType self) {
    if (!self.isHeap()) {
      throw Errors.attributeError("type object '" + self.name() + "' has no attribute '__annotations__'", self, "__annotations__");
    }
    PyDict d = self.dictOfType();
    Object a = d.getStr("__annotations__");
    if (a == null) {
      a = d.getStr(CACHE);
    }
    if (a != null) {
      return Descriptors.get(a, null, self);
    }
    Object f = getAnnotate(self);
    Object made;
    if (f == Py.None) {
      made = new PyDict();
    } else {
      made = Call.call(f, Py.box(1));
      if (!(made instanceof PyDict)) {
        throw Errors.typeError("__annotate__ returned non-dict of type '" + Py.typeOf(made).name() + "'");
      }
    }
    self.setAttribute(CACHE, made);
    return made;
  }

  static void set(PyType self, Object value) {
    checkHeap(self, "__annotations__");
    PyDict d = self.dictOfType();
    if (value != null) {
      self.setAttribute(d.getStr("__annotations__") != null ? "__annotations__" : CACHE, value);
    } else if (d.getStr("__annotations__") != null) {
      self.setAttribute("__annotations__", null);
    } else if (d.getStr(CACHE) != null) {
      self.setAttribute(CACHE, null);
    } else {
      throw Errors.attributeError("__annotations__");
    }
    self.setAttribute(FUNCTION, null);
    self.setAttribute("__annotate__", null);
  }

  private static void checkHeap(PyType self, String name) {
    if (!self.isMutable()) {
      throw Errors.typeError("cannot set '" + name + "' attribute of immutable type '" + self.fullName() + "'");
    }
  }
}
