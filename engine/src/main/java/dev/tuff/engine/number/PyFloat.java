package dev.tuff.engine.number;

import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.Method;

/** {@code float}: a {@code Double}; instances of subclasses are {@link PyFloatSub}s around one. */
public final class PyFloat {
  public static final PyType TYPE = PyType.builtin("float", PyType.OBJECT, PyType.MATCH_SELF, "Double precision number.", new PyFloatTable());

  private PyFloat() {}

  public static boolean isFloat(Object o) {
    return o instanceof Double || o instanceof PyFloatSub;
  }

  /** The value of a float of any class. */
  public static double value(Object o) {
    return o instanceof Double d ? d : ((PyFloatSub) o).value;
  }

  /** {@code float(o)} for arguments that must be real numbers: by {@code __float__}, else {@code __index__}. */
  public static double toDouble(Object o) {
    if (o instanceof Double d) {
      return d;
    }
    if (o instanceof Long l) {
      return l;
    }
    if (isFloat(o)) {
      return value(o);
    }
    Object f = Py.typeOf(o).slot(Special.FLOAT);
    if (f != null) {
      Object r = Call.method(f, o);
      if (!isFloat(r)) {
        throw Errors.typeError(Py.typeOf(o).name() + ".__float__() must return a float, not " + Py.typeOf(r).name());
      }
      return value(r);
    }
    if (Py.typeOf(o).slot(Special.INDEX) != null) {
      Object i = PyInt.index(o);
      double d = i instanceof Long l ? (double) l : ((java.math.BigInteger) i).doubleValue();
      if (Double.isInfinite(d)) {
        throw Errors.overflowError("int too large to convert to float");
      }
      return d;
    }
    throw Errors.typeError("must be real number, not " + Py.typeOf(o).name());
  }

  /** CPython's hash of a float: equal to that of an equal int. NaN hashes by identity there; here all NaNs share one. */
  public static long hash(double d) {
    if (d == Math.rint(d) && Math.abs(d) < 1e18) {
      return dev.tuff.engine.core.Hashing.ofLong((long) d);
    }
    if (Double.isNaN(d)) {
      return 0;
    }
    if (Double.isInfinite(d)) {
      return d > 0 ? 314159 : -314159;
    }
    int e = Math.getExponent(d) + 1;
    double m = Math.abs(Math.scalb(d, -e));
    long x = 0;
    while (m != 0) {
      x = x << 28 & dev.tuff.engine.core.Hashing.MODULUS | x >>> 61 - 28;
      m *= 1 << 28;
      e -= 28;
      long y = (long) m;
      m -= y;
      x += y;
      if (x >= dev.tuff.engine.core.Hashing.MODULUS) {
        x -= dev.tuff.engine.core.Hashing.MODULUS;
      }
    }
    e = e >= 0 ? e % 61 : 60 - (-1 - e) % 61;
    x = x << e & dev.tuff.engine.core.Hashing.MODULUS | x >>> 61 - e;
    x = d < 0 ? -x : x;
    return x == -1 ? -2 : x;
  }

  @Method("__hash__(self, /)")
  static long __hash__(Object self) {
    return hash(value(self));
  }

  /** An instance of a subclass of float. */
  public static final class PyFloatSub extends PyObject {
    public final double value;

    public PyFloatSub(PyType type, double value) {
      super(type);
      this.value = value;
    }
  }
}
