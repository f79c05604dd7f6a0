package dev.tuff.engine.number;

import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.Special;
import java.math.BigInteger;

/** The short way of operators on exact ints and floats: no look-up of special methods. */
public final class Arithmetic {
  private Arithmetic() {}

  /** {@code a op b} if both are plain ints or floats and the operation has a short way; else null. */
  public static Object binary(int op, Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return ints(op, x, y);
    }
    if (a instanceof Double x) {
      if (b instanceof Double y) {
        return floats(op, x, y);
      }
      return b instanceof Long y ? floats(op, x, (double) (long) y) : null;
    }
    return a instanceof Long x && b instanceof Double y ? floats(op, (double) (long) x, y) : null;
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
      case Special.FLOORDIV:
        return b == 0 || b == -1 ? null : Py.box(Math.floorDiv(a, b));
      case Special.MOD:
        return b == 0 ? null : Py.box(Math.floorMod(a, b));
      case Special.RSHIFT:
        return b < 0 ? null : Py.box(b > 63 ? a >> 63 : a >> b);
      case Special.LSHIFT:
        return b >= 0 && b < 64 && a << b >> b == a ? Py.box(a << b) : null;
      case Special.TRUEDIV:
        // both exact as doubles: one rounding, as CPython
        return b != 0 && Math.abs(a) <= 1L << 53 && Math.abs(b) <= 1L << 53 ? (Object) ((double) a / (double) b) : null;
      default:
        return null;
    }
  }

  static Object floats(int op, double a, double b) {
    return switch (op) {
      case Special.ADD -> a + b;
      case Special.SUB -> a - b;
      case Special.MUL -> a * b;
      case Special.TRUEDIV -> b == 0 ? null : (Object) (a / b);
      default -> null;
    };
  }

  /** {@code a op b} (an operator of {@link Comparison}) if both are exact ints, floats or strings: 0 or 1; else -1. */
  public static int compare(int op, Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return ordered(op, Long.compare(x, y));
    }
    if (a instanceof Double x && b instanceof Double y) {
      double p = x;
      double q = y;
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
    if (a instanceof String s && b instanceof String t) {
      return op == Comparison.EQ ? (s.equals(t) ? 1 : 0) : op == Comparison.NE ? (s.equals(t) ? 0 : 1) : ordered(op, s.compareTo(t));
    }
    return -1;
  }

  private static int ordered(int op, int c) {
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
