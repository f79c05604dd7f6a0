package dev.tuff.engine.function;

import dev.tuff.engine.core.Identity;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;

/** {@code method-wrapper}: a special method of a builtin type, bound. */
public final class PyMethodWrapper extends PyObject {
  public static final PyType TYPE = PyType.builtin("method-wrapper", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW,
      "A bound special method of a builtin type.", new PyMethodWrapperTable());

  private final PyMethodDescr descr;
  private final Object self;

  PyMethodWrapper(PyMethodDescr descr, Object self) {
    super(TYPE);
    this.descr = descr;
    this.self = self;
  }

  @Override
  public Object call(Object[] args, String[] kw) {
    return descr.bound(self, args, kw);
  }

  @Method("__call__(self, /, *args, **kwargs)")
  static Object __call__(PyMethodWrapper self, Object[] args, dev.tuff.engine.container.PyDict kwargs) {
    return self.call(Keywords.values(args, kwargs), Keywords.names(kwargs));
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyMethodWrapper self) {
    return "<method-wrapper '" + self.descr.definition().name() + "' of " + Py.typeOf(self.self).fullName() + " object at 0x"
        + Identity.hex(self.self) + ">";
  }

  @Method("__eq__(self, value, /)")
  static Object __eq__(PyMethodWrapper self, Object other) {
    return other instanceof PyMethodWrapper w ? (Object) (w.descr == self.descr && w.self == self.self) : Py.NotImplemented;
  }

  @Method("__hash__(self, /)")
  static long __hash__(PyMethodWrapper self) {
    return System.identityHashCode(self.descr) * 31L + System.identityHashCode(self.self);
  }

  @Method("__reduce__(self, /)")
  static Object __reduce__(PyMethodWrapper self) {
    Object getattr = dev.tuff.engine.core.Interpreter.current().builtins.dict().getStr("getattr");
    return Py.tuple(getattr, Py.tuple(self.self, self.descr.definition().name()));
  }

  @Getter("__self__")
  static Object getSelf(PyMethodWrapper self) {
    return self.self;
  }

  @Getter("__objclass__")
  static Object getOwner(PyMethodWrapper self) {
    return self.descr.owner();
  }

  @Getter("__name__")
  static Object getName(PyMethodWrapper self) {
    return self.descr.definition().name();
  }

  @Getter("__qualname__")
  static Object getQualname(PyMethodWrapper self) {
    return self.descr.owner().name() + "." + self.descr.definition().name();
  }

  @Getter("__doc__")
  static Object getDoc(PyMethodWrapper self) {
    return PyMethodDescr.getDoc(self.descr);
  }

  @Getter("__text_signature__")
  static Object getTextSignature(PyMethodWrapper self) {
    return PyMethodDescr.getTextSignature(self.descr);
  }
}
