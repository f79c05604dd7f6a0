package dev.tuff.engine.function;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.BuiltinTable;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.MethodDef;

/** {@code getset_descriptor}, or {@code member_descriptor} where C has a struct member: a computed attribute of a builtin type. */
public final class PyGetSetDescr extends PyObject {
  public static final PyType TYPE = PyType.builtin("getset_descriptor", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW,
      "A computed attribute of a builtin type.", new PyGetSetDescrTable());

  private final PyType owner;
  private final BuiltinTable table;
  private final MethodDef getter;
  private final MethodDef setter;

  public PyGetSetDescr(PyType owner, BuiltinTable table, MethodDef getter, MethodDef setter) {
    super(getter.kind() == MethodDef.Kind.MEMBER_GETTER ? PyMemberDescr.TYPE : TYPE);
    this.owner = owner;
    this.table = table;
    this.getter = getter;
    this.setter = setter;
  }

  /** The attribute {@code name} of {@code table} as a descriptor of a class of the program. */
  public static PyGetSetDescr ofClass(PyType owner, BuiltinTable table, String name) {
    MethodDef get = null;
    MethodDef set = null;
    for (MethodDef def : table.defs()) {
      if (def.name().equals(name)) {
        if (def.kind() == MethodDef.Kind.SETTER) {
          set = def;
        } else {
          get = def;
        }
      }
    }
    return new PyGetSetDescr(owner, table, get, set);
  }

  /** Whether the attribute is exposed by that table. */
  public boolean isTable(Class<? extends BuiltinTable> type) {
    return table.getClass() == type;
  }

  private void check(Object self) {
    if (!Py.isInstance(self, owner)) {
      throw Errors.typeError("descriptor '" + getter.name() + "' for '" + owner.fullName() + "' objects doesn't apply to a '"
          + Py.typeOf(self).name() + "' object");
    }
  }

  Object get(Object self) {
    check(self);
    return table.call1(getter.id(), self);
  }

  void set(Object self, Object value) {
    check(self);
    if (setter == null) {
      if (getter.kind() == MethodDef.Kind.MEMBER_GETTER) {
        throw Errors.attributeError("readonly attribute");
      }
      throw Errors.attributeError("attribute '" + getter.name() + "' of '" + owner.fullName() + "' objects is not writable");
    }
    table.call2(setter.id(), self, value);
  }

  @Method("__get__(self, instance, owner=None, /)")
  static Object __get__(PyGetSetDescr self, Object instance, Object owner) {
    return instance == Py.None && self.owner != Py.None.type() ? self : self.get(instance);
  }

  @Method("__set__(self, instance, value, /)")
  static void __set__(PyGetSetDescr self, Object instance, Object value) {
    self.set(instance, value);
  }

  @Method("__delete__(self, instance, /)")
  static void __delete__(PyGetSetDescr self, Object instance) {
    self.set(instance, null);
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyGetSetDescr self) {
    return "<attribute '" + self.getter.name() + "' of '" + self.owner.fullName() + "' objects>";
  }

  @Getter(value = "__objclass__", member = true)
  static Object getOwner(PyGetSetDescr self) {
    return self.owner;
  }

  @Getter(value = "__name__", member = true)
  static Object getName(PyGetSetDescr self) {
    return self.getter.name();
  }

  @Getter("__qualname__")
  static Object getQualname(PyGetSetDescr self) {
    return self.owner.name() + "." + self.getter.name();
  }

  @Getter("__doc__")
  static Object getDoc(PyGetSetDescr self) {
    return self.getter.doc() == null ? Py.None : self.getter.doc();
  }
}
