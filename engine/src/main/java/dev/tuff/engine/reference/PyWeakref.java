package dev.tuff.engine.reference;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Identity;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.typing.PyGenericAlias;

/** {@code weakref.ref}, and what proxies have in common with it. */
public final class PyWeakref extends PyObject {
  public static final PyType TYPE = PyType.builtin("weakref.ReferenceType", PyType.OBJECT, 0, "A weak reference to an object.",
      new PyWeakrefTable());

  final References.Link link;

  /** The hash of the referent, once it has been asked for. */
  private Object hash;

  PyWeakref(PyType type, Object referent, Object callback) {
    super(type);
    link = Interpreter.current().references().link(this, referent, callback);
  }

  /** The object, or null when it is gone. */
  public Object get() {
    return link.get();
  }

  /** A weak reference without callback to {@code o}: the one that there is, or a new one. */
  public static PyWeakref of(Object o) {
    return create(TYPE, o, null);
  }

  /** The object's first living weak reference, or None. */
  public static Object firstOf(Object o) {
    Object[] all = Interpreter.current().references().of(o);
    return all.length == 0 ? Py.None : all[0];
  }

  static PyWeakref create(PyType cls, Object o, Object callback) {
    checkReferent(o);
    if (callback == null && cls == TYPE) {
      for (Object r : Interpreter.current().references().of(o)) {
        if (r instanceof PyWeakref w && w.type() == TYPE && w.link.callback() == null) {
          return w;
        }
      }
    }
    return new PyWeakref(cls, o, callback);
  }

  static void checkReferent(Object o) {
    PyType t = Py.typeOf(o);
    if (!(o instanceof PyObject) || !t.supportsWeakref()) {
      throw Errors.typeError("cannot create weak reference to '" + t.name() + "' object");
    }
  }

  @New(value = "ReferenceType(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    if (args.length < 1 || args.length > 2) {
      throw Errors.typeError("__new__ expected at " + (args.length < 1 ? "least 1 argument" : "most 2 arguments") + ", got " + args.length);
    }
    return create(cls, args[0], args.length == 2 && args[1] != Py.None ? args[1] : null);
  }

  @Method(value = "__init__(self, /, *args, **kwargs)", textSignature = false)
  static void __init__(PyWeakref self, Object[] args, PyDict kwargs) {
    if (kwargs.size() > 0) {
      throw Errors.typeError("ref() takes no keyword arguments");
    }
    if (args.length < 1 || args.length > 2) {
      throw Errors.typeError("__init__ expected at " + (args.length < 1 ? "least 1 argument" : "most 2 arguments") + ", got " + args.length);
    }
  }

  @Override
  public Object call0() {
    Object o = get();
    return type() == TYPE ? o == null ? Py.None : o : super.call0();
  }

  @Method("__call__(self, /)")
  static Object __call__(PyWeakref self) {
    Object o = self.get();
    return o == null ? Py.None : o;
  }

  @Method("__hash__(self, /)")
  static Object __hash__(PyWeakref self) {
    if (self.hash == null) {
      Object o = self.get();
      if (o == null) {
        throw Errors.typeError("weak object has gone away");
      }
      self.hash = Py.box(Py.hash(o));
    }
    return self.hash;
  }

  private static Object compare(PyWeakref self, Object other, int op) {
    if (!(other instanceof PyWeakref w)) {
      return Py.NotImplemented;
    }
    Object a = self.get();
    Object b = w.get();
    if (a == null || b == null) {
      return (self == w) == (op == Comparison.EQ);
    }
    return a == b && op == Comparison.EQ ? (Object) true : Comparison.compare(op, a, b);
  }

  @Method("__eq__(self, value, /)")
  static Object __eq__(PyWeakref self, Object other) {
    return compare(self, other, Comparison.EQ);
  }

  @Method("__ne__(self, value, /)")
  static Object __ne__(PyWeakref self, Object other) {
    return compare(self, other, Comparison.NE);
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyWeakref self) {
    Object o = self.get();
    String head = "<weakref at 0x" + Identity.hex(self) + "; ";
    if (o == null) {
      return head + "dead>";
    }
    Object name = Attributes.special(o, "__name__");
    return Py.str(head + "to '" + Py.typeOf(o).fullName() + "' at 0x" + Identity.hex(o)
        + (name != null && PyStr.isStr(name) ? " (" + PyStr.java(name) + ")>" : ">"));
  }

  @ClassMethod(value = "__class_getitem__(type, object, /)", doc = "See PEP 585")
  static Object __class_getitem__(PyType cls, Object item) {
    return PyGenericAlias.of(cls, item);
  }

  @Getter(value = "__callback__", member = true)
  static Object getCallback(PyWeakref self) {
    Object c = self.get() == null ? null : self.link.callback();
    return c == null ? Py.None : c;
  }
}
