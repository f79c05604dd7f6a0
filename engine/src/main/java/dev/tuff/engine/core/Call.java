package dev.tuff.engine.core;

import dev.tuff.engine.function.Descriptors;

/**
 * Calling objects and unbound special methods. A special method found on a type is called with the receiver in front if its type says that
 * this is the same as binding it ({@link PyType#METHOD_DESCRIPTOR}), and bound by {@code __get__} otherwise.
 */
public final class Call {
  private Call() {}

  public static Object call(Object f, Object[] args, String[] kw) {
    return object(f).call(args, kw);
  }

  public static Object call(Object f) {
    return object(f).call0();
  }

  public static Object call(Object f, Object a) {
    return object(f).call1(a);
  }

  public static Object call(Object f, Object a, Object b) {
    return object(f).call2(a, b);
  }

  public static Object call(Object f, Object a, Object b, Object c) {
    return object(f).call3(a, b, c);
  }

  public static Object call(Object f, Object a, Object b, Object c, Object d) {
    return object(f).call4(a, b, c, d);
  }

  /** Every callable is a {@code PyObject}; what is not has no {@code __call__}. */
  public static PyObject object(Object f) {
    if (f instanceof PyObject o) {
      return o;
    }
    throw Errors.typeError("'" + Py.typeOf(f).fullName() + "' object is not callable");
  }

  public static Object method(Object f, Object self) {
    if (f instanceof PyObject o && o.type().has(PyType.METHOD_DESCRIPTOR)) {
      return o.call1(self);
    }
    return call(Descriptors.bind(f, self, Py.typeOf(self)));
  }

  public static Object method(Object f, Object self, Object a) {
    if (f instanceof PyObject o && o.type().has(PyType.METHOD_DESCRIPTOR)) {
      return o.call2(self, a);
    }
    return call(Descriptors.bind(f, self, Py.typeOf(self)), a);
  }

  public static Object method(Object f, Object self, Object a, Object b) {
    if (f instanceof PyObject o && o.type().has(PyType.METHOD_DESCRIPTOR)) {
      return o.call3(self, a, b);
    }
    return call(Descriptors.bind(f, self, Py.typeOf(self)), a, b);
  }

  public static Object method(Object f, Object self, Object a, Object b, Object c) {
    if (f instanceof PyObject o && o.type().has(PyType.METHOD_DESCRIPTOR)) {
      return o.call4(self, a, b, c);
    }
    return call(Descriptors.bind(f, self, Py.typeOf(self)), a, b, c);
  }

  public static Object method(Object f, Object self, Object[] args, String[] kw) {
    if (f instanceof PyObject o && o.type().has(PyType.METHOD_DESCRIPTOR)) {
      return o.call(prepend(self, args), kw);
    }
    return call(Descriptors.bind(f, self, Py.typeOf(self)), args, kw);
  }

  public static Object[] prepend(Object first, Object[] rest) {
    Object[] all = new Object[rest.length + 1];
    all[0] = first;
    System.arraycopy(rest, 0, all, 1, rest.length);
    return all;
  }

  /** {@code o.name(args…)}, by the full attribute protocol. */
  public static Object attribute(Object o, String name, Object... args) {
    return call(Attributes.get(o, name), args, null);
  }
}
