package dev.tuff.engine.core;

/** {@code id()}: unique among living objects. Numbers go by value, all others by a number drawn at first need. */
public final class Identity {
  private Identity() {}

  public static Object id(Object o) {
    if (o instanceof Long l) {
      return Py.box(java.math.BigInteger.valueOf(l).shiftLeft(4).or(java.math.BigInteger.ONE));
    }
    if (o instanceof java.math.BigInteger i) {
      return Py.box(i.shiftLeft(4).or(java.math.BigInteger.ONE));
    }
    if (o instanceof Double d) {
      return Py.box(new java.math.BigInteger(Long.toUnsignedString(Double.doubleToRawLongBits(d))).shiftLeft(4)
          .or(java.math.BigInteger.valueOf(2)));
    }
    return Interpreter.current().identities.of(o);
  }

  /** The id of an object as it appears in reprs: hexadecimal without prefix. */
  public static String hex(Object o) {
    Object id = id(o);
    return id instanceof Long l ? Long.toHexString(l) : ((java.math.BigInteger) id).toString(16);
  }
}
