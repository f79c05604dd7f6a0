package dev.tuff.jit.operations;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PySet;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.number.Arithmetic;
import dev.tuff.engine.number.ComplexMath;
import dev.tuff.engine.number.ComplexMethods;
import dev.tuff.engine.number.FloatMath;
import dev.tuff.engine.number.PyComplex;
import java.math.BigInteger;

/**
 * Operations on numbers, and truth, identity and comparison. Where the guard fails they give what {@link Operations} says; a number that
 * fails is {@link Operations#NO_LONG} or NaN.
 */
public final class NumberOperations {
  private static final double EXACT = 1L << 53;

  /** Shifts and powers beyond this are the interpreter's: they may want more memory than there is. */
  private static final long MAX_SHIFT = 100_000;

  private NumberOperations() {}

  // ---- ints

  public static long lshiftLong(long a, long b) {
    long r = a << b;
    return b >= 0 && b < 64 && r >> b == a ? r : Operations.NO_LONG;
  }

  public static long powerLong(long a, long b) {
    if (b < 0) {
      return Operations.NO_LONG;
    }
    long r = 1;
    while (true) {
      if ((b & 1) != 0) {
        if (Math.multiplyHigh(r, a) != r * a >> 63) {
          return Operations.NO_LONG;
        }
        r *= a;
      }
      b >>= 1;
      if (b == 0) {
        return r;
      }
      if (Math.multiplyHigh(a, a) != a * a >> 63) {
        return Operations.NO_LONG;
      }
      a *= a;
    }
  }

  /** The least int has no absolute value; it is what fails, as it is. */
  public static long absLong(long a) {
    return Math.abs(a);
  }

  public static double divideLong(long a, long b) {
    return b != 0 && isExact(a) && isExact(b) ? (double) a / (double) b : Double.NaN;
  }

  private static boolean isExact(long n) {
    return n >= -(1L << 53) && n <= 1L << 53;
  }

  public static long minLong(long a, long b) {
    return Math.min(a, b);
  }

  public static long maxLong(long a, long b) {
    return Math.max(a, b);
  }

  public static double exactDouble(long n) {
    return isExact(n) ? n : Double.NaN;
  }

  // ---- floats

  public static double floorDivideDouble(double a, double b) {
    return FloatMath.floorDivide(a, b);
  }

  public static double remainderDouble(double a, double b) {
    return FloatMath.modulo(a, b);
  }

  public static double powerDouble(double a, double b) {
    if (b == 2) {
      double r = a * a;
      return Math.abs(r) < Double.POSITIVE_INFINITY ? r : Double.NaN;
    }
    if (a > 0 && a < Double.POSITIVE_INFINITY && Math.abs(b) < 1_000) {
      double r = dev.tuff.engine.number.Power.pow(a, b);
      return b == 0 || a == 1 ? 1.0 : r < Double.POSITIVE_INFINITY ? r : Double.NaN;
    }
    return Double.NaN;
  }

  public static double absDouble(double a) {
    return Math.abs(a);
  }

  /** As Python's: the first unless the second is less, which has its say on NaN and zeros. */
  public static double minDouble(double a, double b) {
    return b < a ? b : a;
  }

  public static double maxDouble(double a, double b) {
    return b > a ? b : a;
  }

  public static double toDouble(Object o) {
    return o instanceof Double d ? d : o instanceof Long l ? (double) (long) l : Double.NaN;
  }

  public static long truncate(double a) {
    return Math.abs(a) < 0x1p63 ? (long) a : Operations.NO_LONG;
  }

  // ---- any plain numbers

  public static Object arithmetic(Object a, Object b, int operator) {
    // a big int may be out of a float's reach
    boolean big = a instanceof BigInteger || b instanceof BigInteger;
    if (!isNumber(a) || !isNumber(b) || big && (a instanceof Double || b instanceof Double)) {
      return null;
    }
    switch (operator) {
      case Special.ADD, Special.SUB, Special.MUL, Special.AND, Special.OR, Special.XOR:
        break;
      case Special.LSHIFT, Special.RSHIFT:
        if (!(b instanceof Long n) || n < 0 || n > MAX_SHIFT || a instanceof Boolean) {
          return null;
        }
        break;
      case Special.TRUEDIV, Special.FLOORDIV, Special.MOD:
        if (b instanceof Long n && n == 0 || b instanceof Double d && d == 0 || b == Boolean.FALSE || operator == Special.TRUEDIV && big) {
          return null;
        }
        break;
      default:
        return null;
    }
    return Arithmetic.binary(operator, a, b);
  }

  private static boolean isNumber(Object o) {
    return o instanceof Long || o instanceof Double || o instanceof BigInteger || o instanceof Boolean;
  }

  public static Object complex(Object a, Object b, int operator) {
    return ComplexMethods.arithmetic(operator, a, b);
  }

  public static long boolToLong(boolean b) {
    return b ? 1 : 0;
  }

  public static Object abs(Object o) {
    if (o instanceof PyComplex c && c.type() == PyComplex.TYPE) {
      double r = ComplexMath.abs(c.real, c.imag);
      return r < Double.POSITIVE_INFINITY ? r : null;
    }
    return o instanceof Long n && n != Long.MIN_VALUE ? Py.box(Math.abs(n)) : o instanceof Double d ? Math.abs(d) : null;
  }

  public static Object min(Object a, Object b) {
    int less = Arithmetic.compare(Comparison.LT, b, a);
    return less < 0 ? null : less != 0 ? b : a;
  }

  public static Object max(Object a, Object b) {
    int greater = Arithmetic.compare(Comparison.GT, b, a);
    return greater < 0 ? null : greater != 0 ? b : a;
  }

  public static Object intOf(Object o) {
    if (o instanceof Long) {
      return o;
    }
    if (o instanceof Double d) {
      long n = truncate(d);
      return n == Operations.NO_LONG ? null : Py.box(n);
    }
    return o instanceof Boolean b ? Py.box(b ? 1 : 0) : o instanceof String s ? digits(s) : null;
  }

  /** A short run of plain digits. */
  private static Object digits(String s) {
    int n = s.length();
    if (n == 0 || n > 18) {
      return null;
    }
    long r = 0;
    for (int i = 0; i < n; i++) {
      int d = s.charAt(i) - '0';
      if (d < 0 || d > 9) {
        return null;
      }
      r = r * 10 + d;
    }
    return Py.box(r);
  }

  /** Comparison of plain numbers or strs, and equality of objects that go by identity: 1 or 0, negative for others. */
  public static int compare(Object a, Object b, int operator) {
    int r = Arithmetic.compare(operator, a, b);
    if (r < 0 && a instanceof PyTuple t && t.shape == PyTuple.SHAPE && b instanceof PyTuple u && u.shape == PyTuple.SHAPE) {
      return tuples(operator, t.array(), u.array());
    }
    return r >= 0 || operator != Comparison.EQ && operator != Comparison.NE ? r : identical(a, b, operator);
  }

  private static int identical(Object a, Object b, int operator) {
    return a instanceof PyObject p && b instanceof PyObject q && byIdentity(p) && byIdentity(q) ? (a == b) == (operator == Comparison.EQ) ? 1 : 0 : -1;
  }

  /** Goes as far as the items are numbers and strs. */
  private static int tuples(int operator, Object[] a, Object[] b) {
    int n = Math.min(a.length, b.length);
    for (int i = 0; i < n; i++) {
      if (a[i] != b[i]) {
        int same = Arithmetic.compare(Comparison.EQ, a[i], b[i]);
        if (same < 0) {
          return -1;
        }
        // a NaN is the same as itself
        if (same == 0 && !(a[i] instanceof Double d && d.equals(b[i]))) {
          return operator == Comparison.EQ ? 0 : operator == Comparison.NE ? 1 : Arithmetic.compare(operator, a[i], b[i]);
        }
      }
    }
    return Arithmetic.compare(operator, (long) a.length, (long) b.length);
  }

  /** Whether two objects, which are not the same and not both ints or both strs, surely differ. */
  public static boolean differ(Object a, Object b) {
    return a instanceof PyObject p ? byIdentity(p) && (b instanceof Long || b instanceof String || b instanceof PyObject q && byIdentity(q))
        : (a instanceof Long || a instanceof String) && (b instanceof Long || b instanceof String || b instanceof PyObject q && byIdentity(q));
  }

  private static boolean byIdentity(PyObject o) {
    PyType t = o.shape.type;
    return t.slot(Special.EQ) == PyType.OBJECT.slot(Special.EQ) && t.slot(Special.NE) == PyType.OBJECT.slot(Special.NE);
  }

  public static int compareStr(Object a, Object b, int operator) {
    if (a instanceof String s && b instanceof String t) {
      return switch (operator) {
        case Comparison.EQ -> s.equals(t) ? 1 : 0;
        case Comparison.NE -> s.equals(t) ? 0 : 1;
        default -> Arithmetic.compare(operator, a, b);
      };
    }
    return -1;
  }

  // ---- truth and identity

  public static boolean is(Object a, Object b) {
    return a == b || !(a instanceof PyObject) && !(b instanceof PyObject) && Py.is(a, b);
  }

  public static int toBool(Object o) {
    if (o instanceof PyObject p) {
      return toBoolObject(p);
    }
    if (o instanceof Boolean b) {
      return b ? 1 : 0;
    }
    if (o instanceof Long n) {
      return n != 0 ? 1 : 0;
    }
    if (o instanceof String s) {
      return s.isEmpty() ? 0 : 1;
    }
    return o instanceof Double d ? d != 0 ? 1 : 0 : 1;
  }

  private static int toBoolObject(PyObject p) {
    if (p == Py.None) {
      return 0;
    }
    if (p instanceof PyList l && l.shape == PyList.SHAPE) {
      return l.size() != 0 ? 1 : 0;
    }
    if (p instanceof PyDict d && d.shape == PyDict.SHAPE) {
      return d.size() != 0 ? 1 : 0;
    }
    if (p instanceof PyTuple t && t.shape == PyTuple.SHAPE) {
      return t.size() != 0 ? 1 : 0;
    }
    if (p instanceof PySet s && s.shape == PySet.SHAPE) {
      return s.size() != 0 ? 1 : 0;
    }
    PyType t = p.shape.type;
    return t.slot(Special.BOOL) == null && t.slot(Special.LEN) == null ? 1 : -1;
  }
}
