package dev.tuff.engine.core;

import java.math.BigInteger;

/** {@code id()}: unique among living objects. Numbers go by value, all others by a number drawn at first need. */
public final class Identity {
  private Identity() {}

  public static Object id(Object o) {
    if (o instanceof NumberedObject n && n.number != 0) {
      return IdentityTable.kept(n.number);
    }
    if (o instanceof Long l) {
      long v = l;
      return v << 4 >> 4 == v ? Py.box(v << 4 | 1) : marked(BigInteger.valueOf(v), 1);
    }
    if (o instanceof BigInteger i) {
      return marked(i, 1);
    }
    if (o instanceof Double d) {
      long bits = Double.doubleToRawLongBits(d);
      BigInteger low = BigInteger.valueOf(bits & Long.MAX_VALUE);
      return marked(bits < 0 ? low.setBit(63) : low, 2);
    }
    return Interpreter.current().identities.of(o);
  }

  /** The value, with the kind of number that it is in its last four bits. */
  private static Object marked(BigInteger value, int kind) {
    return Py.box(value.shiftLeft(4).or(BigInteger.valueOf(kind)));
  }

  /** The id of an object as it appears in reprs: hexadecimal without prefix. */
  public static String hex(Object o) {
    Object id = id(o);
    return id instanceof Long l ? Long.toHexString(l) : ((BigInteger) id).toString(16);
  }
}
