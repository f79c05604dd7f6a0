package dev.tuff.engine.number;

import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.Special;
import java.math.BigInteger;

/** The short way of operators on exact ints, bools and floats: no look-up of special methods. */
public final class Arithmetic {
  private static final double EXACT = 1L << 53;

  private Arithmetic() {}

  /** {@code a op b} if both are plain numbers and the operation has a short way; else null. */
  public static Object binary(int op, Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return ints(op, x, y);
    }
    if (a instanceof Double x) {
      if (b instanceof Double y) {
        return floats(op, x, y);
      }
      return b instanceof Long y ? floats(op, x, (double) (long) y) : mixed(op, a, b);
    }
    if (a instanceof Long x && b instanceof Double y) {
      return floats(op, (double) (long) x, y);
    }
    return a instanceof Number || a instanceof Boolean ? mixed(op, a, b) : null;
  }

  /** The pairs with a big int or a bool in them. */
  private static Object mixed(int op, Object a, Object b) {
    if (!(b instanceof Number || b instanceof Boolean) || a instanceof Boolean && b instanceof Boolean) {
      return null;
    }
    Object x = a instanceof Boolean ? PyInt.value(a) : a;
    Object y = b instanceof Boolean ? PyInt.value(b) : b;
    if (x instanceof Double || y instanceof Double) {
      return floats(op, PyFloat.toDouble(x), PyFloat.toDouble(y));
    }
    return integers(op, x, y);
  }

  /** {@code a op b} of plain ints; null for an operator that ints do not have. */
  static Object integers(int op, Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return ints(op, x, y);
    }
    try {
      return BigMath.binary(op, a, b);
    } catch (ArithmeticException e) {
      // beyond what BigInteger can hold
      throw Errors.memoryError();
    }
  }

  static Object ints(int op, long a, long b) {
    switch (op) {
      case Special.ADD: {
        long r = a + b;
        return ((a ^ r) & (b ^ r)) < 0 ? (Object) BigInteger.valueOf(a).add(BigInteger.valueOf(b)) : Py.box(r);
      }
      case Special.SUB: {
        long r = a - b;
        return ((a ^ b) & (a ^ r)) < 0 ? (Object) BigInteger.valueOf(a).subtract(BigInteger.valueOf(b)) : Py.box(r);
      }
      case Special.MUL: {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        return high == low >> 63 ? Py.box(low) : (Object) BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
      }
      case Special.AND:
        return Py.box(a & b);
      case Special.OR:
        return Py.box(a | b);
      case Special.XOR:
        return Py.box(a ^ b);
      default:
        return intsSlow(op, a, b);
    }
  }

  private static Object intsSlow(int op, long a, long b) {
    switch (op) {
      case Special.FLOORDIV:
        if (b == 0) {
          throw divisionByZero();
        }
        return b == -1 && a == Long.MIN_VALUE ? (Object) BigInteger.valueOf(a).negate() : Py.box(Math.floorDiv(a, b));
      case Special.MOD:
        if (b == 0) {
          throw divisionByZero();
        }
        return Py.box(Math.floorMod(a, b));
      case Special.RSHIFT:
        if (b < 0) {
          throw Errors.valueError("negative shift count");
        }
        return Py.box(b > 63 ? a >> 63 : a >> b);
      case Special.LSHIFT:
        if (b >= 0 && b < 64 && a << b >> b == a) {
          return Py.box(a << b);
        }
        return BigMath.shiftLeft(a, b);
      case Special.TRUEDIV:
        // both exact as doubles: one rounding, as CPython
        if (b != 0 && Math.abs(a) <= 1L << 53 && Math.abs(b) <= 1L << 53 && a != Long.MIN_VALUE && b != Long.MIN_VALUE) {
          return (double) a / (double) b;
        }
        return BigMath.trueDivide(BigInteger.valueOf(a), BigInteger.valueOf(b));
      case Special.POW:
        return BigMath.power(a, b);
      default:
        return null;
    }
  }

  /** What an operation on plain numbers raises, if that is the division by zero; else null. */
  public static PyException refusal(int op, Object a, Object b) {
    boolean zero = b instanceof Long n ? n == 0 : b instanceof Double d && d == 0;
    boolean divides = op == Special.TRUEDIV || op == Special.FLOORDIV || op == Special.MOD;
    return zero && divides && (a instanceof Long || a instanceof Double) ? divisionByZero() : null;
  }

  static PyException divisionByZero() {
    return Errors.zeroDivisionError("division by zero");
  }

  static Object floats(int op, double a, double b) {
    switch (op) {
      case Special.ADD:
        return a + b;
      case Special.SUB:
        return a - b;
      case Special.MUL:
        return a * b;
      case Special.TRUEDIV:
        if (b == 0) {
          throw divisionByZero();
        }
        return a / b;
      case Special.FLOORDIV:
        return FloatMath.floorDivide(a, b);
      case Special.MOD:
        return FloatMath.modulo(a, b);
      case Special.POW:
        return FloatMath.power(a, b);
      default:
        return null;
    }
  }

  /** {@code a op b} (an operator of {@link Comparison}) if both are exact ints, floats or strings: 0 or 1; else -1. */
  public static int compare(int op, Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return ordered(op, Long.compare(x, y));
    }
    if (a instanceof Double x && b instanceof Double y) {
      return doubles(op, x, y);
    }
    if (a instanceof String s && b instanceof String t) {
      return op == Comparison.EQ ? (s.equals(t) ? 1 : 0) : op == Comparison.NE ? (s.equals(t) ? 0 : 1) : ordered(op, s.compareTo(t));
    }
    return a instanceof Number && b instanceof Number ? mixedCompare(op, a, b) : -1;
  }

  /** Comparison of plain numbers of which one is a big int, or of an int and a float: by exact value. */
  static int mixedCompare(int op, Object a, Object b) {
    if (a instanceof Double x) {
      double d = x;
      return d != d ? doubles(op, d, d) : ordered(op, compareExact(d, b));
    }
    if (b instanceof Double y) {
      double d = y;
      return d != d ? doubles(op, d, d) : ordered(op, -compareExact(d, a));
    }
    return ordered(op, compareInts(a, b));
  }

  private static int doubles(int op, double p, double q) {
    boolean r = switch (op) {
      case Comparison.LT -> p < q;
      case Comparison.LE -> p <= q;
      case Comparison.EQ -> p == q;
      case Comparison.NE -> p != q;
      case Comparison.GT -> p > q;
      default -> p >= q;
    };
    return r ? 1 : 0;
  }

  /** Order of two plain ints. */
  public static int compareInts(Object a, Object b) {
    if (a instanceof Long x) {
      return b instanceof Long y ? Long.compare(x, y) : -((BigInteger) b).signum();
    }
    return b instanceof Long ? ((BigInteger) a).signum() : ((BigInteger) a).compareTo((BigInteger) b);
  }

  /** Order of a float other than NaN and a plain int, by exact value. */
  static int compareExact(double d, Object i) {
    if (i instanceof Long l) {
      double x = l;
      if (x != d || Math.abs(x) < EXACT) {
        return Double.compare(d + 0.0, x + 0.0);
      }
      // rounding l to a double met d: compare as ints; 2**63 itself is above every Long
      return d == 0x1p63 ? 1 : Long.compare((long) d, l);
    }
    BigInteger b = (BigInteger) i;
    if (Double.isInfinite(d)) {
      return d > 0 ? 1 : -1;
    }
    if (Math.abs(d) < 0x1p63) {
      return -b.signum();
    }
    return BigMath.fromDouble(d).compareTo(b);
  }

  static int ordered(int op, int c) {
    boolean r = switch (op) {
      case Comparison.LT -> c < 0;
      case Comparison.LE -> c <= 0;
      case Comparison.EQ -> c == 0;
      case Comparison.NE -> c != 0;
      case Comparison.GT -> c > 0;
      default -> c >= 0;
    };
    return r ? 1 : 0;
  }
}
