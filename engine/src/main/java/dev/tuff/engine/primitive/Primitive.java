package dev.tuff.engine.primitive;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.number.Power;
import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;
import java.math.BigInteger;

/**
 * Arithmetic of primitive types on the interpreter's stack. There an integer is a {@code Long} (the bits of an unsigned one of 64), a double a
 * {@code Double}, a cbool a {@code Boolean}; values are always wrapped to their type.
 */
public final class Primitive {
  private Primitive() {}

  public static long bits(Object v) {
    return v instanceof Long l ? l : v instanceof Boolean b ? (b ? 1 : 0) : ((BigInteger) v).longValue();
  }

  /** Cuts to the width of an integer type. */
  public static long wrap(int code, long v) {
    return switch (code) {
      case TypeCodes.INT8, TypeCodes.CHAR -> (byte) v;
      case TypeCodes.INT16 -> (short) v;
      case TypeCodes.INT32 -> (int) v;
      case TypeCodes.UINT8 -> v & 0xFF;
      case TypeCodes.UINT16 -> v & 0xFFFF;
      case TypeCodes.UINT32 -> v & 0xFFFFFFFFL;
      default -> v;
    };
  }

  private static Object value(int code, long v) {
    return code == TypeCodes.BOOL ? (Object) (v != 0) : Py.box(wrap(code, v));
  }

  // ---- to and from objects

  /** The Python object of a primitive. */
  public static Object box(int code, Object v) {
    return code == TypeCodes.UINT64 && v instanceof Long l ? boxUnsigned(l) : v;
  }

  /** The int that 64 bits are without a sign. */
  public static Object boxUnsigned(long bits) {
    return bits < 0 ? Py.box(new BigInteger(Long.toUnsignedString(bits))) : (Object) Py.box(bits);
  }

  /** The primitive of an object: TypeError if it is none, OverflowError if it is too large. */
  public static Object unbox(int code, Object o) {
    switch (code) {
      case TypeCodes.BOOL:
        if (o instanceof Boolean) {
          return o;
        }
        throw expected("bool", o);
      case TypeCodes.DOUBLE, TypeCodes.SINGLE:
        if (o instanceof Double) {
          return o;
        }
        if (PyFloat.isFloat(o) || PyInt.isInt(o)) {
          return PyFloat.toDouble(o);
        }
        throw expected("float", o);
      default:
        return integer(code, o);
    }
  }

  private static Object integer(int code, Object o) {
    if (!PyInt.isInt(o)) {
      throw expected("int", o);
    }
    Object n = o instanceof Long ? o : o instanceof Boolean b ? (Object) (b ? 1L : 0L) : PyInt.index(o);
    if (!fits(code, n)) {
      throw Errors.overflowError("int overflow");
    }
    return n instanceof Long ? n : Py.box(((BigInteger) n).longValue());
  }

  /** Whether an int, not a subclass of it, is in the range of an integer type. */
  public static boolean fits(int code, Object n) {
    if (n instanceof Long l) {
      return code == TypeCodes.UINT64 ? l >= 0 : wrap(code, l) == l;
    }
    return code == TypeCodes.UINT64 && n instanceof BigInteger b && b.signum() >= 0 && b.bitLength() <= 64;
  }

  private static PyException expected(String type, Object o) {
    return Errors.typeError("expected '" + type + "', got '" + Py.typeOf(o).fullName() + "'");
  }

  /** From one primitive type to another: ints of all kinds to each other, and to double. */
  public static Object convert(int from, int to, Object v) {
    if (to == TypeCodes.DOUBLE) {
      return from == TypeCodes.UINT64 ? unsigned(bits(v)) : (double) bits(v);
    }
    return value(to, wrap(from == TypeCodes.BOOL ? TypeCodes.INT64 : from, bits(v)));
  }

  // ---- operators; ORDER: the numbers of PRIM_OP_* in _static

  public static Object binary(int op, int code, Object a, Object b) {
    if (op >= 14 && op <= 19) {
      return binary(op, (double) (Double) a, (double) (Double) b);
    }
    long x = bits(a);
    long y = bits(b);
    return switch (op) {
      case 0 -> value(code, x + y);
      case 1 -> value(code, x - y);
      case 2 -> value(code, x * y);
      case 3 -> value(code, x / nonzero(y));
      case 4 -> value(code, Long.divideUnsigned(x, nonzero(y)));
      case 5 -> value(code, x % nonzero(y));
      case 6 -> value(code, Long.remainderUnsigned(x, nonzero(y)));
      case 7 -> Power.pow(x, y);
      case 8 -> value(code, x << y);
      case 9 -> value(code, x >> y);
      case 10 -> value(code, x >>> y);
      case 11 -> value(code, x ^ y);
      case 12 -> value(code, x | y);
      case 13 -> value(code, x & y);
      case 20 -> Power.pow(unsigned(x), unsigned(y));
      default -> throw Errors.systemError("no primitive operation " + op);
    };
  }

  public static double unsigned(long v) {
    return v >= 0 ? v : (v >>> 1) * 2.0 + (v & 1);
  }

  private static long nonzero(long v) {
    if (v == 0) {
      throw Errors.zeroDivisionError("division by zero");
    }
    return v;
  }

  private static Object binary(int op, double x, double y) {
    return switch (op) {
      case 14 -> x + y;
      case 15 -> x - y;
      case 16 -> x * y;
      case 17 -> divide(x, y);
      case 18 -> modulo(x, y);
      default -> Power.pow(x, y);
    };
  }

  private static double divide(double x, double y) {
    if (y == 0) {
      throw Errors.zeroDivisionError("float division by zero");
    }
    return x / y;
  }

  /** As Python's: the sign of the divisor. */
  private static double modulo(double x, double y) {
    if (y == 0) {
      throw Errors.zeroDivisionError("float modulo");
    }
    double r = x % y;
    return r != 0 && r < 0 != y < 0 ? r + y : r == 0 ? Math.copySign(0.0, y) : r;
  }

  public static Object compare(int op, Object a, Object b) {
    if (op >= 10) {
      return compare(op, (double) (Double) a, (double) (Double) b);
    }
    long x = bits(a);
    long y = bits(b);
    return switch (op) {
      case 0 -> x == y;
      case 1 -> x != y;
      case 2 -> x < y;
      case 3 -> x <= y;
      case 4 -> x > y;
      case 5 -> x >= y;
      case 6 -> Long.compareUnsigned(x, y) < 0;
      case 7 -> Long.compareUnsigned(x, y) <= 0;
      case 8 -> Long.compareUnsigned(x, y) > 0;
      default -> Long.compareUnsigned(x, y) >= 0;
    };
  }

  private static Object compare(int op, double x, double y) {
    return switch (op) {
      case 10 -> x == y;
      case 11 -> x != y;
      case 12 -> x < y;
      case 13 -> x <= y;
      case 14 -> x > y;
      default -> x >= y;
    };
  }

  public static Object unary(int op, int code, Object a) {
    return switch (op) {
      case 0 -> value(code, -bits(a));
      case 1 -> value(code, ~bits(a));
      case 2 -> -(double) (Double) a;
      default -> a instanceof Double d ? (Object) (d == 0) : (Object) (bits(a) == 0);
    };
  }
}
