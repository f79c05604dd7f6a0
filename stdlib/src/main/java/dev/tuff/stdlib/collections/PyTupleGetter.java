package dev.tuff.stdlib.collections;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.expose.Setter;

/** {@code _tuplegetter}: the descriptor of a named tuple's field. */
public final class PyTupleGetter extends PyObject {
  static final PyType TYPE = PyType.builtin("collections._tuplegetter", PyType.OBJECT, 0, null, new PyTupleGetterTable());

  private final int index;
  private Object doc;

  private PyTupleGetter(PyType type, int index, Object doc) {
    super(type);
    this.index = index;
    this.doc = doc;
  }

  @New(value = "_tuplegetter(index, doc, /)", textSignature = false)
  static Object __new__(PyType cls, long index, Object doc) {
    return new PyTupleGetter(cls, (int) index, doc);
  }

  /** The field's index. */
  public int index() {
    return index;
  }

  @Method(value = "__get__(self, instance, owner=None, /)", doc = "Return an attribute of instance, which is of type owner.")
  static Object __get__(PyTupleGetter self, Object instance, Object owner) {
    if (instance instanceof PyTuple t) {
      if (self.index >= 0 && self.index < t.size()) {
        return t.get(self.index);
      }
      throw Errors.indexError("tuple index out of range");
    }
    if (instance == Py.None) {
      if (owner == Py.None) {
        throw Errors.typeError("__get__(None, None) is invalid");
      }
      return self;
    }
    throw Errors.typeError("descriptor for index '" + self.index + "' for tuple subclasses doesn't apply to '"
        + Py.typeOf(instance).name() + "' object");
  }

  @Method(value = "__set__(self, instance, value, /)", doc = "Set an attribute of instance to value.")
  static void __set__(PyTupleGetter self, Object instance, Object value) {
    throw Errors.attributeError("can't set attribute");
  }

  @Method(value = "__delete__(self, instance, /)", doc = "Delete an attribute of instance.")
  static void __delete__(PyTupleGetter self, Object instance) {
    throw Errors.attributeError("can't delete attribute");
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(PyTupleGetter self) {
    return Py.str("_tuplegetter(" + self.index + ", " + Py.javaRepr(self.doc) + ")");
  }

  @Method(value = "__reduce__(self, /)")
  static Object __reduce__(PyTupleGetter self) {
    return Py.tuple(self.type(), Py.tuple(Py.box(self.index), self.doc));
  }

  @Getter(value = "__doc__", member = true)
  static Object doc(PyTupleGetter self) {
    return self.doc;
  }

  @Setter("__doc__")
  static void setDoc(PyTupleGetter self, Object value) {
    self.doc = value == null ? Py.None : value;
  }
}
