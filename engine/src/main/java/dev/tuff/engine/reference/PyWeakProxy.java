package dev.tuff.engine.reference;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Identity;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.function.Keywords;

/** {@code weakref.proxy}: does what its object does while that lives, and raises ReferenceError after. */
public final class PyWeakProxy extends PyObject {
  private static final int FLAGS = PyType.FINAL | PyType.NO_NEW | PyType.UNHASHABLE;
  public static final PyType TYPE =
      PyType.builtin("weakref.ProxyType", PyType.OBJECT, FLAGS, null, new PyWeakProxyTable(), new ProxyOperatorsTable());
  public static final PyType CALLABLE = PyType.builtin("weakref.CallableProxyType", PyType.OBJECT, FLAGS, null, new PyWeakProxyTable(),
      new ProxyOperatorsTable(), new PyWeakProxyCallingTable());

  private final References.Link link;

  private PyWeakProxy(PyType type, Object referent, Object callback) {
    super(type);
    link = Interpreter.current().references().link(this, referent, callback);
  }

  /** {@code weakref.proxy(o, callback)}; null for no callback. */
  public static PyWeakProxy of(Object o, Object callback) {
    PyWeakref.checkReferent(o);
    PyType type = Py.typeOf(o).slot(Special.CALL) == null ? TYPE : CALLABLE;
    if (callback == null) {
      for (Object r : Interpreter.current().references().of(o)) {
        if (r instanceof PyWeakProxy p && p.link.callback() == null) {
          return p;
        }
      }
    }
    return new PyWeakProxy(type, o, callback);
  }

  boolean isCanonical() {
    return link.callback() == null;
  }

  /** The object behind a proxy; what is no proxy stays itself. */
  static Object unwrap(Object o) {
    if (!(o instanceof PyWeakProxy p)) {
      return o;
    }
    Object referent = p.link.get();
    if (referent == null) {
      throw Errors.make(Exceptions.ReferenceError, "weakly-referenced object no longer exists");
    }
    return referent;
  }

  /** The call operator, which proxies of callable objects alone have. */
  static final class Calling {
    private Calling() {}

    @Method("__call__(self, /, *args, **kwargs)")
    static Object __call__(Object self, Object[] args, PyDict kwargs) {
      return Call.call(unwrap(self), Keywords.values(args, kwargs), Keywords.names(kwargs));
    }
  }

  @Method("__getattribute__(self, name, /)")
  static Object __getattribute__(Object self, Object name) {
    return Attributes.get(unwrap(self), Attributes.name(name));
  }

  @Method("__setattr__(self, name, value, /)")
  static void __setattr__(Object self, Object name, Object value) {
    Attributes.set(unwrap(self), Attributes.name(name), value);
  }

  @Method("__delattr__(self, name, /)")
  static void __delattr__(Object self, Object name) {
    Attributes.delete(unwrap(self), Attributes.name(name));
  }

  @Method("__str__(self, /)")
  static Object __str__(Object self) {
    return Py.str(unwrap(self));
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyWeakProxy self) {
    Object o = self.link.get();
    String head = "<weakproxy at 0x" + Identity.hex(self) + "; ";
    return o == null ? head + "dead>" : Py.str(head + "to '" + Py.typeOf(o).fullName() + "' at 0x" + Identity.hex(o) + ">");
  }

  @Method(value = "__bytes__(self, /)", textSignature = false)
  static Object __bytes__(Object self) {
    return Call.attribute(unwrap(self), "__bytes__");
  }

  @Method(value = "__reversed__(self, /)", textSignature = false)
  static Object __reversed__(Object self) {
    return Call.attribute(unwrap(self), "__reversed__");
  }

  @Method("__len__(self, /)")
  static long __len__(Object self) {
    return Items.length(unwrap(self));
  }

  @Method("__getitem__(self, key, /)")
  static Object __getitem__(Object self, Object key) {
    return Items.get(unwrap(self), unwrap(key));
  }

  @Method("__setitem__(self, key, value, /)")
  static void __setitem__(Object self, Object key, Object value) {
    Items.set(unwrap(self), unwrap(key), value);
  }

  @Method("__delitem__(self, key, /)")
  static void __delitem__(Object self, Object key) {
    Items.delete(unwrap(self), unwrap(key));
  }

  @Method("__contains__(self, key, /)")
  static boolean __contains__(Object self, Object key) {
    return Items.contains(unwrap(self), unwrap(key));
  }

  @Method("__iter__(self, /)")
  static Object __iter__(Object self) {
    return Iteration.iter(unwrap(self));
  }

  @Method("__next__(self, /)")
  static Object __next__(Object self) {
    Object o = unwrap(self);
    if (!(o instanceof PyIterator) && Py.typeOf(o).slot(Special.NEXT) == null) {
      throw Errors.typeError("Weakref proxy referenced a non-iterator '" + Py.typeOf(o).name() + "' object");
    }
    Object v = Iteration.next(o);
    if (v == null) {
      throw Errors.stopIteration();
    }
    return v;
  }

  @Method("__lt__(self, value, /)")
  static Object __lt__(Object self, Object value) {
    return Comparison.compare(Comparison.LT, unwrap(self), unwrap(value));
  }

  @Method("__le__(self, value, /)")
  static Object __le__(Object self, Object value) {
    return Comparison.compare(Comparison.LE, unwrap(self), unwrap(value));
  }

  @Method("__eq__(self, value, /)")
  static Object __eq__(Object self, Object value) {
    return Comparison.compare(Comparison.EQ, unwrap(self), unwrap(value));
  }

  @Method("__ne__(self, value, /)")
  static Object __ne__(Object self, Object value) {
    return Comparison.compare(Comparison.NE, unwrap(self), unwrap(value));
  }

  @Method("__gt__(self, value, /)")
  static Object __gt__(Object self, Object value) {
    return Comparison.compare(Comparison.GT, unwrap(self), unwrap(value));
  }

  @Method("__ge__(self, value, /)")
  static Object __ge__(Object self, Object value) {
    return Comparison.compare(Comparison.GE, unwrap(self), unwrap(value));
  }
}
