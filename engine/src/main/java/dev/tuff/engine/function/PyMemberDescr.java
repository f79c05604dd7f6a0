package dev.tuff.engine.function;

import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyInstance;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;

/** {@code member_descriptor} of a {@code __slots__} item: an element of the object's slots, the same in all shapes of the class. */
public final class PyMemberDescr extends PyObject {
  public static final PyType TYPE = PyType.builtin("member_descriptor", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW,
      "An attribute of fixed place.", new PyGetSetMemberTable());

  private final PyType owner;
  private final String name;
  private final int index;

  /** Whether it is a field of the object's Java class. */
  private final boolean isField;

  /** Says what may be in the slot; null for anything. */
  private final MemberGuard guard;

  public PyMemberDescr(PyType owner, String name, int index, boolean isField) {
    this(owner, name, index, isField, null);
  }

  private PyMemberDescr(PyType owner, String name, int index, boolean isField, MemberGuard guard) {
    super(guard == null ? TYPE : guard.kind());
    this.owner = owner;
    this.name = name;
    this.index = index;
    this.isField = isField;
    this.guard = guard;
  }

  /** A type of descriptors of guarded slots. */
  public static PyType kind(String name, String doc) {
    return PyType.builtin(name, PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, doc, new PyGetSetMemberTable());
  }

  /** The same slot with a guard. */
  public PyMemberDescr guarded(MemberGuard by) {
    return new PyMemberDescr(owner, name, index, isField, by);
  }

  /** Null for none. */
  public MemberGuard guard() {
    return guard;
  }

  public String name() {
    return name;
  }

  public int index() {
    return index;
  }

  /** The value, or null if it is not set. */
  public Object get(PyObject self) {
    return isField ? ((PyInstance) self).field(index) : self.slots[index];
  }

  /** The value, or what the slot reads as where it is not set; null: AttributeError. */
  public Object getOrUnset(PyObject self) {
    Object v = get(self);
    return v == null && guard != null ? guard.unset() : v;
  }

  /** Puts a value there; the guard has seen it. */
  public void put(PyObject self, Object value) {
    if (isField) {
      ((PyInstance) self).setField(index, value);
    } else {
      self.slots[index] = value;
    }
  }

  /** Whether it is a field of the object's Java class: see {@link dev.tuff.engine.core.Species}. */
  public boolean isField() {
    return isField;
  }

  Object getChecked(Object self) {
    check(self);
    Object v = getOrUnset((PyObject) self);
    if (v == null) {
      throw Errors.attributeError(self, name);
    }
    return v;
  }

  void set(Object self, Object value) {
    check(self);
    PyObject o = (PyObject) self;
    if (guard != null) {
      value = guard.check(this, value);
    }
    if (value == null && get(o) == null) {
      throw Errors.make(dev.tuff.engine.exception.Exceptions.AttributeError, name);
    }
    put(o, value);
  }

  public boolean applies(Object self) {
    return Py.isInstance(self, owner);
  }

  private void check(Object self) {
    if (!applies(self)) {
      throw Errors.typeError("descriptor '" + name + "' for '" + owner.name() + "' objects doesn't apply to a '" + Py.typeOf(self).name()
          + "' object");
    }
  }

  static Object owner(Object descr) {
    return descr instanceof PyMemberDescr m ? m.owner : PyGetSetDescr.getOwner((PyGetSetDescr) descr);
  }

  static String name(Object descr) {
    return descr instanceof PyMemberDescr m ? m.name : (String) PyGetSetDescr.getName((PyGetSetDescr) descr);
  }

  static Object doc(Object descr) {
    return descr instanceof PyMemberDescr ? Py.None : PyGetSetDescr.getDoc((PyGetSetDescr) descr);
  }

  static Object qualname(Object descr) {
    return Py.javaString(Attributes.get(owner(descr), "__qualname__")) + "." + name(descr);
  }
}

/** The methods of {@code member_descriptor}, which two Java classes share. */
final class PyGetSetMember {
  private PyGetSetMember() {}

  @Method("__get__(self, instance, owner=None, /)")
  static Object __get__(Object self, Object instance, Object owner) {
    if (instance == Py.None && self instanceof PyMemberDescr m && m.guard() != null) {
      Object v = m.guard().ofClass();
      return v == null ? self : v;
    }
    return instance == Py.None ? self : Descriptors.get(self, instance, Py.typeOf(instance));
  }

  @Method("__set__(self, instance, value, /)")
  static void __set__(Object self, Object instance, Object value) {
    Descriptors.set(self, instance, value);
  }

  @Method("__delete__(self, instance, /)")
  static void __delete__(Object self, Object instance) {
    Descriptors.set(self, instance, null);
  }

  @Method("__repr__(self, /)")
  static Object __repr__(Object self) {
    return "<member '" + PyMemberDescr.name(self) + "' of '" + ((PyType) PyMemberDescr.owner(self)).fullName() + "' objects>";
  }

  @Method("__reduce__(self, /)")
  static Object __reduce__(Object self) {
    Object getattr = dev.tuff.engine.core.Interpreter.current().builtins.dict().getStr("getattr");
    return Py.tuple(getattr, Py.tuple(PyMemberDescr.owner(self), PyMemberDescr.name(self)));
  }

  @Getter("__objclass__")
  static Object getOwner(Object self) {
    return PyMemberDescr.owner(self);
  }

  @Getter("__name__")
  static Object getName(Object self) {
    return PyMemberDescr.name(self);
  }

  @Getter("__qualname__")
  static Object getQualname(Object self) {
    return PyMemberDescr.qualname(self);
  }

  @Getter("__doc__")
  static Object getDoc(Object self) {
    return PyMemberDescr.doc(self);
  }
}
