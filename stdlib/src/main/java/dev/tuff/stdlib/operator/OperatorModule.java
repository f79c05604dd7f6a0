package dev.tuff.stdlib.operator;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Operators;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.function.Keywords;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;

/** {@code _operator}: what is no single operator, and the module itself. */
public final class OperatorModule {
  private OperatorModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_operator", new OperatorFunctionsTable());
    Exposed.define(m, "_operator", new OperatorModuleTable());
    m.set("itemgetter", PyItemGetter.TYPE);
    m.set("attrgetter", PyAttrGetter.TYPE);
    m.set("methodcaller", PyMethodCaller.TYPE);
  }

  @Function(value = "truth(a, /)", doc = "Return True if a is true, False otherwise.")
  static boolean truth(Object a) {
    return Py.truth(a);
  }

  @Function(value = "not_(a, /)", doc = "Same as not a.")
  static boolean not_(Object a) {
    return !Py.truth(a);
  }

  @Function(value = "is_(a, b, /)", doc = "Same as a is b.")
  static boolean is_(Object a, Object b) {
    return Py.is(a, b);
  }

  @Function(value = "is_not(a, b, /)", doc = "Same as a is not b.")
  static boolean is_not(Object a, Object b) {
    return !Py.is(a, b);
  }

  @Function(value = "is_none(a, /)", doc = "Same as a is None.")
  static boolean is_none(Object a) {
    return a == Py.None;
  }

  @Function(value = "is_not_none(a, /)", doc = "Same as a is not None.")
  static boolean is_not_none(Object a) {
    return a != Py.None;
  }

  @Function(value = "index(a, /)", doc = "Same as a.__index__()")
  static Object index(Object a) {
    return PyInt.index(a);
  }

  @Function(value = "getitem(a, b, /)", doc = "Same as a[b].")
  static Object getitem(Object a, Object b) {
    return Items.get(a, b);
  }

  @Function(value = "setitem(a, b, c, /)", doc = "Same as a[b] = c.")
  static void setitem(Object a, Object b, Object c) {
    Items.set(a, b, c);
  }

  @Function(value = "delitem(a, b, /)", doc = "Same as del a[b].")
  static void delitem(Object a, Object b) {
    Items.delete(a, b);
  }

  @Function(value = "contains(a, b, /)", doc = "Same as b in a (note reversed operands).")
  static boolean contains(Object a, Object b) {
    return Items.contains(a, b);
  }

  @Function(value = "concat(a, b, /)", doc = "Same as a + b, for a and b sequences.")
  static Object concat(Object a, Object b) {
    checkSequence(a);
    return Operators.binary(Special.ADD, a, b);
  }

  @Function(value = "iconcat(a, b, /)", doc = "Same as a += b, for a and b sequences.")
  static Object iconcat(Object a, Object b) {
    checkSequence(a);
    return Operators.inPlace(Special.ADD, a, b);
  }

  private static void checkSequence(Object a) {
    if (Py.typeOf(a).slot(Special.GETITEM) == null || a instanceof PyDict) {
      throw Errors.typeError("'" + Py.typeOf(a).name() + "' object can't be concatenated");
    }
  }

  private static Object iter(Object a) {
    try {
      return Iteration.iter(a);
    } catch (PyException e) {
      if (e.is(Exceptions.TypeError)) {
        throw Errors.typeError("argument of type '" + Py.typeOf(a).name() + "' is not iterable");
      }
      throw e;
    }
  }

  @Function(value = "countOf(a, b, /)", doc = "Return the number of items in a which are, or which equal, b.")
  static long countOf(Object a, Object b) {
    Object it = iter(a);
    long n = 0;
    for (Object v; (v = Iteration.next(it)) != null; ) {
      if (Py.eq(v, b)) {
        n++;
      }
    }
    return n;
  }

  @Function(value = "indexOf(a, b, /)", doc = "Return the first index of b in a.")
  static long indexOf(Object a, Object b) {
    Object it = iter(a);
    long n = 0;
    for (Object v; (v = Iteration.next(it)) != null; n++) {
      if (Py.eq(v, b)) {
        return n;
      }
    }
    throw Errors.valueError("sequence.index(x): x not in sequence");
  }

  @Function(value = "length_hint(obj, default=0, /)", doc = "Return an estimate of the number of items in obj, or default if there is none.")
  static long length_hint(Object obj, Object fallback) {
    if (!PyInt.isInt(fallback)) {
      throw Errors.typeError("'" + Py.typeOf(fallback).name() + "' object cannot be interpreted as an integer");
    }
    return Items.lengthHint(obj, Convert.toLong(fallback));
  }

  @Function(value = "call(obj, /, *args, **kwargs)", doc = "Same as obj(*args, **kwargs).")
  static Object call(Object f, Object[] args, PyDict kwargs) {
    return Call.call(f, Keywords.values(args, kwargs), Keywords.names(kwargs));
  }

  @Function(value = "_compare_digest(a, b, /)", doc = "Return 'a == b' in a time that does not depend on where they differ.")
  static boolean compareDigest(Object a, Object b) {
    if (PyStr.isStr(a) && PyStr.isStr(b)) {
      return java.security.MessageDigest.isEqual(ascii(a), ascii(b));
    }
    return java.security.MessageDigest.isEqual(bytes(a), bytes(b));
  }

  private static byte[] ascii(Object s) {
    String t = PyStr.java(s);
    for (int i = 0; i < t.length(); i++) {
      if (t.charAt(i) > 127) {
        throw Errors.typeError("comparing strings with non-ASCII characters is not supported");
      }
    }
    return t.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }

  private static byte[] bytes(Object o) {
    if (Py.typeOf(o).slot(Special.BUFFER) == null) {
      throw Errors.typeError("a bytes-like object is required, not '" + Py.typeOf(o).name() + "'");
    }
    return ((PyBytes) Call.call(PyBytes.TYPE, o)).array();
  }

  /** A subclass with a {@code __call__} of its own, in Python. */
  static boolean overridesCall(PyType type, PyType own) {
    return type != own && type.slot(Special.CALL) != own.slot(Special.CALL);
  }
}
