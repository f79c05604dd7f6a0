package dev.tuff.engine.core;

import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;

/** {@code hash()}: CPython's numeric hash (modulo 2**61 - 1), SipHash for text, the object's own {@code __hash__} otherwise. */
public final class Hashing {
  /** The prime of numeric hashes ({@code sys.hash_info.modulus}). */
  public static final long MODULUS = (1L << 61) - 1;

  private Hashing() {}

  public static long hash(Object o) {
    if (o instanceof Long l) {
      return ofLong(l);
    }
    if (o instanceof String s) {
      return PyStr.hash(s);
    }
    if (o instanceof Boolean b) {
      return b ? 1 : 0;
    }
    if (o instanceof Double d) {
      return PyFloat.hash(d);
    }
    Object f = Py.typeOf(o).slot(Special.HASH);
    if (f == null || f == Py.None) {
      throw Errors.typeError("unhashable type: '" + Py.typeOf(o).fullName() + "'");
    }
    Object r = Call.method(f, o);
    if (r instanceof Long l) {
      return l == -1 ? -2 : l;
    }
    if (PyInt.isInt(r)) {
      return PyInt.hash(r);
    }
    throw Errors.typeError("__hash__ method should return an integer");
  }

  public static long ofLong(long v) {
    if (v >= MODULUS || v <= -MODULUS) {
      v %= MODULUS;
    }
    return v == -1 ? -2 : v;
  }

  /** The hash of an object by identity. */
  public static long identity(Object o) {
    if (o instanceof Double d) {
      // floats go by value, NaN too
      return PyFloat.hash(d);
    }
    return System.identityHashCode(o);
  }
}
