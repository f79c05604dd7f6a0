package dev.tuff.engine.number;

import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Hashing;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.Method;
import java.math.BigInteger;

/**
 * {@code int}. A value is a {@code Long} if it fits 64 bits, else a {@code BigInteger}: never a BigInteger that would fit. Instances of
 * subclasses are {@link PyIntSub}s around such a value; {@code bool} is {@code Boolean}.
 */
public final class PyInt {
  public static final PyType TYPE = PyType.builtin("int", PyType.OBJECT, PyType.MATCH_SELF | PyType.VARIABLE_SIZE,
      "Integer of any size.", new PyIntTable());

  private PyInt() {}

  /** Whether {@code o} is an int: bools and subclasses included. */
  public static boolean isInt(Object o) {
    return o instanceof Long || o instanceof Boolean || o instanceof BigInteger || o instanceof PyIntSub;
  }

  /** The plain value ({@code Long} or {@code BigInteger}) of an int of any class. */
  public static Object value(Object o) {
    if (o instanceof Long || o instanceof BigInteger) {
      return o;
    }
    if (o instanceof Boolean b) {
      return b ? Py.box(1) : Py.box(0);
    }
    return ((PyIntSub) o).value;
  }

  /** The value of an int of any class. */
  public static BigInteger big(Object o) {
    Object v = value(o);
    return v instanceof Long l ? BigInteger.valueOf(l) : (BigInteger) v;
  }

  /** {@code operator.index(o)}, as a plain value. */
  public static Object index(Object o) {
    if (isInt(o)) {
      return value(o);
    }
    Object f = Py.typeOf(o).slot(Special.INDEX);
    if (f == null) {
      throw Errors.typeError("'" + Py.typeOf(o).name() + "' object cannot be interpreted as an integer");
    }
    Object r = Call.method(f, o);
    if (!isInt(r)) {
      throw Errors.typeError("__index__ returned non-int (type " + Py.typeOf(r).name() + ")");
    }
    return value(r);
  }

  /** CPython's hash of an int. */
  public static long hash(Object o) {
    Object v = value(o);
    if (v instanceof Long l) {
      return Hashing.ofLong(l);
    }
    long h = ((BigInteger) v).abs().mod(BigInteger.valueOf(Hashing.MODULUS)).longValue();
    h = ((BigInteger) v).signum() < 0 ? -h : h;
    return h == -1 ? -2 : h;
  }

  @Method("__hash__(self, /)")
  static long __hash__(Object self) {
    return hash(self);
  }

  @Method("__repr__(self, /)")
  static Object __repr__(Object self) {
    return value(self).toString();
  }

  /** An instance of a subclass of int other than bool. */
  public static final class PyIntSub extends PyObject {
    public final Object value;

    public PyIntSub(PyType type, Object value) {
      super(type);
      this.value = value;
    }
  }
}
