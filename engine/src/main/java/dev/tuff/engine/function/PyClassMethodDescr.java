package dev.tuff.engine.function;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.BuiltinTable;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.MethodDef;

/** {@code classmethod_descriptor}: a class method of a builtin type, such as {@code dict.fromkeys}. */
public final class PyClassMethodDescr extends PyObject {
  public static final PyType TYPE = PyType.builtin("classmethod_descriptor", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW,
      "A class method of a builtin type.", new PyClassMethodDescrTable());

  private final PyType owner;
  private final BuiltinTable table;
  private final MethodDef def;

  public PyClassMethodDescr(PyType owner, BuiltinTable table, MethodDef def) {
    super(TYPE);
    this.owner = owner;
    this.table = table;
    this.def = def;
  }

  PyObject bind(PyType cls) {
    return new PyBuiltinFunction(table, def, cls, Py.None);
  }

  @Override
  public Object call(Object[] args, String[] kw) {
    if (args.length - (kw == null ? 0 : kw.length) == 0) {
      throw Errors.typeError("descriptor '" + def.name() + "' of '" + owner.name() + "' object needs an argument");
    }
    Object bound = __get__(this, Py.None, args[0]);
    return ((PyObject) bound).call(java.util.Arrays.copyOfRange(args, 1, args.length), kw);
  }

  @Method("__get__(self, instance, owner=None, /)")
  static Object __get__(PyClassMethodDescr self, Object instance, Object owner) {
    Object cls = owner == Py.None ? Py.typeOf(instance) : owner;
    if (!(cls instanceof PyType t)) {
      throw Errors.typeError("descriptor '" + self.def.name() + "' for type '" + self.owner.name() + "' needs a type, not a '"
          + Py.typeOf(cls).name() + "' as arg 2");
    }
    if (!t.isSubtype(self.owner)) {
      throw Errors.typeError("descriptor '" + self.def.name() + "' requires a subtype of '" + self.owner.name() + "' but received '"
          + t.name() + "'");
    }
    return self.bind(t);
  }

  @Method("__call__(self, /, *args, **kwargs)")
  static Object __call__(PyClassMethodDescr self, Object[] args, dev.tuff.engine.container.PyDict kwargs) {
    return self.call(Keywords.values(args, kwargs), Keywords.names(kwargs));
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyClassMethodDescr self) {
    return "<method '" + self.def.name() + "' of '" + self.owner.name() + "' objects>";
  }

  @Getter(value = "__objclass__", member = true)
  static Object getOwner(PyClassMethodDescr self) {
    return self.owner;
  }

  @Getter(value = "__name__", member = true)
  static Object getName(PyClassMethodDescr self) {
    return self.def.name();
  }

  @Getter("__qualname__")
  static Object getQualname(PyClassMethodDescr self) {
    return self.owner.name() + "." + self.def.name();
  }

  @Getter("__doc__")
  static Object getDoc(PyClassMethodDescr self) {
    return self.def.doc() == null ? Py.None : self.def.doc();
  }

  @Getter("__text_signature__")
  static Object getTextSignature(PyClassMethodDescr self) {
    return self.def.textSignature() == null ? Py.None : self.def.textSignature();
  }
}
