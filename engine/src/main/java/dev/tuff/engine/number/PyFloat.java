package dev.tuff.engine.number;

import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Hashing;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.Warnings;

/** {@code float}: a {@code Double}; instances of subclasses are {@link PyFloatSub}s around one. */
public final class PyFloat {
  public static final PyType TYPE = PyType.builtin("float", PyType.OBJECT, PyType.MATCH_SELF,
      "Convert a string or number to a floating-point number, if possible.", new FloatMethodsTable(), new FloatConversionTable());

  private static final int HASH_BITS = 61;
  private static final long HASH_INF = 314159;

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
    double[] r = byProtocol(o);
    if (r == null) {
      throw Errors.typeError("must be real number, not " + Py.typeOf(o).name());
    }
    return r[0];
  }

  /** The value by {@code __float__} or {@code __index__}; null if the type has neither. */
  static double[] byProtocol(Object o) {
    PyType t = Py.typeOf(o);
    Object f = t.slot(Special.FLOAT);
    if (f != null) {
      Object r = Call.method(f, o);
      if (r instanceof Double d) {
        return new double[] {d};
      }
      String text = t.name() + ".__float__ returned non-float (type " + Py.typeOf(r).name() + ")";
      if (!isFloat(r)) {
        throw Errors.typeError(text);
      }
      Warnings.deprecation(text + ".  The ability to return an instance of a strict subclass of float is deprecated, and may be removed "
          + "in a future version of Python.");
      return new double[] {value(r)};
    }
    return t.slot(Special.INDEX) == null ? null : new double[] {PyInt.toDouble(PyInt.index(o))};
  }

  /** CPython's hash of a float: equal to that of an equal int. NaN hashes by identity there; here all NaNs share one. */
  public static long hash(double d) {
    if (d == Math.rint(d) && Math.abs(d) < 1e18) {
      return Hashing.ofLong((long) d);
    }
    if (Double.isNaN(d)) {
      return 0;
    }
    if (Double.isInfinite(d)) {
      return d > 0 ? HASH_INF : -HASH_INF;
    }
    int e = Math.getExponent(d) + 1;
    double m = Math.abs(d);
    if (e <= -1022) {
      // a subnormal: scaled into the normal range first
      m *= 0x1p54;
      e = Math.getExponent(m) + 1;
      m = Math.scalb(m, -e);
      e -= 54;
    } else {
      m = Math.scalb(m, -e);
    }
    long x = 0;
    while (m != 0) {
      x = x << 28 & Hashing.MODULUS | x >>> HASH_BITS - 28;
      m *= 1 << 28;
      e -= 28;
      long y = (long) m;
      m -= y;
      x += y;
      if (x >= Hashing.MODULUS) {
        x -= Hashing.MODULUS;
      }
    }
    e = e >= 0 ? e % HASH_BITS : HASH_BITS - 1 - (-1 - e) % HASH_BITS;
    x = x << e & Hashing.MODULUS | x >>> HASH_BITS - e;
    x = d < 0 ? -x : x;
    return x == -1 ? -2 : x;
  }

  /** The float of class {@code type} with this value. */
  static Object make(PyType type, double value) {
    return type == TYPE ? (Object) value : new PyFloatSub(type, value);
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
