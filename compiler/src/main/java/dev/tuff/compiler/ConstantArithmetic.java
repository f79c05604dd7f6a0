package dev.tuff.compiler;

import dev.tuff.syntax.Const;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Operations on constants at compile time. Null means: not folded, because the operation fails, its result would be too large, or
 * it is left to run time.
 */
public final class ConstantArithmetic {
  private static final int MAX_INT_BITS = 128;
  private static final int MAX_COLLECTION_SIZE = 256;
  private static final int MAX_STR_SIZE = 4096;
  private static final int MAX_TOTAL_ITEMS = 1024;
  /** More than twice the digits of a double: rounding twice does no harm. */
  private static final MathContext QUOTIENT = new MathContext(60);

  private ConstantArithmetic() {}

  // The types are told apart by instanceof: a switch over types would cost start-up time to link.

  public static boolean isTrue(Object v) {
    if (v instanceof Boolean b) {
      return b;
    }
    if (v instanceof Long l) {
      return l != 0;
    }
    if (v instanceof String s) {
      return !s.isEmpty();
    }
    if (v instanceof Double d) {
      return d != 0;
    }
    if (v instanceof Const.Complex c) {
      return c.real() != 0 || c.imag() != 0;
    }
    return v != Const.None.NONE && !(v instanceof Const.Bytes b && b.value().length == 0)
        && !(v instanceof Const.Tuple t && t.items().isEmpty()) && !(v instanceof Const.FrozenSet f && f.items().isEmpty());
  }

  public static Object negative(Object v) {
    if (v instanceof Double d) {
      return -d;
    }
    if (v instanceof Const.Complex c) {
      return new Const.Complex(-c.real(), -c.imag());
    }
    BigInteger i = toInt(v);
    return i == null ? null : normalize(i.negate());
  }

  public static Object positive(Object v) {
    if (v instanceof Double || v instanceof Const.Complex) {
      return v;
    }
    BigInteger i = toInt(v);
    return i == null ? null : normalize(i);
  }

  /** Not of booleans: that warns, at run time. */
  public static Object invert(Object v) {
    BigInteger i = v instanceof Boolean ? null : toInt(v);
    return i == null ? null : normalize(i.not());
  }

  static Object normalize(BigInteger i) {
    return i.bitLength() < Long.SIZE ? (Object) i.longValue() : i;
  }

  private static BigInteger toInt(Object v) {
    if (v instanceof Long l) {
      return BigInteger.valueOf(l);
    }
    if (v instanceof BigInteger i) {
      return i;
    }
    return v instanceof Boolean b ? b ? BigInteger.ONE : BigInteger.ZERO : null;
  }

  /** As a key that is equal for what Python calls equal: 1, 1.0 and True are. */
  static Object equalityKey(Object v) {
    BigInteger i = toInt(v);
    if (i != null) {
      return i;
    }
    if (v instanceof Double d && d == Math.rint(d) && !d.isInfinite()) {
      return new BigDecimal(d).toBigInteger();
    }
    if (v instanceof Const.Complex c && c.imag() == 0) {
      return equalityKey(c.real());
    }
    return v instanceof Const.Bytes b ? java.nio.ByteBuffer.wrap(b.value()) : v;
  }

  public static Object binary(Object a, int op, Object b) {
    if (op == BinaryOp.NB_SUBSCR) {
      return subscript(a, b);
    }
    BigInteger i = toInt(a);
    BigInteger j = toInt(b);
    if (i != null && j != null) {
      return a instanceof Boolean x && b instanceof Boolean y && isBitwise(op) ? bits(x, op, y) : ints(i, op, j);
    }
    if (isNumber(a) && isNumber(b)) {
      return a instanceof Const.Complex || b instanceof Const.Complex ? complexes(a, op, b)
          : doubles(toDouble(a), op, toDouble(b));
    }
    if (op == BinaryOp.NB_ADD) {
      return concatenate(a, b);
    }
    if (op == BinaryOp.NB_MULTIPLY) {
      return i != null ? repeat(b, i) : j != null ? repeat(a, j) : null;
    }
    return null;
  }

  private static boolean isNumber(Object v) {
    return v instanceof Double || v instanceof Const.Complex || toInt(v) != null;
  }

  private static boolean isBitwise(int op) {
    return op == BinaryOp.NB_AND || op == BinaryOp.NB_OR || op == BinaryOp.NB_XOR;
  }

  private static Object bits(boolean a, int op, boolean b) {
    return op == BinaryOp.NB_AND ? a & b : op == BinaryOp.NB_OR ? a | b : a ^ b;
  }

  // ---- int ----

  private static Object ints(BigInteger a, int op, BigInteger b) {
    return switch (op) {
      case BinaryOp.NB_ADD -> normalize(a.add(b));
      case BinaryOp.NB_SUBTRACT -> normalize(a.subtract(b));
      case BinaryOp.NB_MULTIPLY ->
          a.signum() != 0 && b.signum() != 0 && bitLength(a) + bitLength(b) > MAX_INT_BITS ? null : normalize(a.multiply(b));
      case BinaryOp.NB_TRUE_DIVIDE -> divide(a, b);
      case BinaryOp.NB_FLOOR_DIVIDE -> b.signum() == 0 ? null : normalize(floorDivide(a, b));
      case BinaryOp.NB_REMAINDER -> b.signum() == 0 ? null : normalize(a.subtract(floorDivide(a, b).multiply(b)));
      case BinaryOp.NB_POWER -> power(a, b);
      case BinaryOp.NB_LSHIFT -> shiftLeft(a, b);
      case BinaryOp.NB_RSHIFT -> b.signum() < 0 ? null : normalize(b.bitLength() > 31 ? sign(a) : a.shiftRight(b.intValue()));
      case BinaryOp.NB_OR -> normalize(a.or(b));
      case BinaryOp.NB_XOR -> normalize(a.xor(b));
      case BinaryOp.NB_AND -> normalize(a.and(b));
      default -> null;
    };
  }

  private static int bitLength(BigInteger i) {
    return i.abs().bitLength();
  }

  private static BigInteger sign(BigInteger a) {
    return a.signum() < 0 ? BigInteger.ONE.negate() : BigInteger.ZERO;
  }

  private static BigInteger floorDivide(BigInteger a, BigInteger b) {
    BigInteger[] parts = a.divideAndRemainder(b);
    return parts[1].signum() != 0 && parts[1].signum() != b.signum() ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  private static Object divide(BigInteger a, BigInteger b) {
    if (b.signum() == 0) {
      return null;
    }
    double quotient =
        bitLength(a) <= 53 && bitLength(b) <= 53
            ? a.doubleValue() / b.doubleValue()
            : new BigDecimal(a).divide(new BigDecimal(b), QUOTIENT).doubleValue();
    return Double.isInfinite(quotient) ? null : (Object) quotient;
  }

  private static Object power(BigInteger a, BigInteger b) {
    if (b.signum() < 0) {
      return a.signum() == 0 ? null : doubles(a.doubleValue(), BinaryOp.NB_POWER, b.doubleValue());
    }
    if (a.signum() != 0 && b.signum() > 0 && (b.bitLength() > 31 || bitLength(a) > MAX_INT_BITS / b.intValue())) {
      return null;
    }
    return b.bitLength() > 31 ? null : normalize(a.pow(b.intValue()));
  }

  private static Object shiftLeft(BigInteger a, BigInteger b) {
    if (b.signum() < 0 || a.signum() != 0 && (b.bitLength() > 31 || bitLength(a) > MAX_INT_BITS - b.intValue())) {
      return null;
    }
    return a.signum() == 0 ? (Object) 0L : normalize(a.shiftLeft(b.intValue()));
  }

  // ---- float and complex ----

  /** NaN where the int is too large for a double, which Python reports. */
  private static double toDouble(Object v) {
    if (v instanceof Double d) {
      return d;
    }
    double d = toInt(v).doubleValue();
    return Double.isInfinite(d) ? Double.NaN : d;
  }

  private static Object doubles(double a, int op, double b) {
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return null;
    }
    return switch (op) {
      case BinaryOp.NB_ADD -> a + b;
      case BinaryOp.NB_SUBTRACT -> a - b;
      case BinaryOp.NB_MULTIPLY -> a * b;
      case BinaryOp.NB_TRUE_DIVIDE -> b == 0 ? null : (Object) (a / b);
      case BinaryOp.NB_FLOOR_DIVIDE -> b == 0 || !finite(a, b) ? null : (Object) floorDivide(a, b);
      case BinaryOp.NB_REMAINDER -> b == 0 || !finite(a, b) ? null : (Object) remainder(a, b);
      case BinaryOp.NB_POWER -> power(a, b);
      default -> null;
    };
  }

  private static boolean finite(double a, double b) {
    return !Double.isInfinite(a) && !Double.isInfinite(b);
  }

  private static double remainder(double a, double b) {
    double r = a % b;
    if (r == 0) {
      return Math.copySign(0.0, b);
    }
    return r < 0 != b < 0 ? r + b : r;
  }

  private static double floorDivide(double a, double b) {
    double r = a % b;
    double quotient = (a - r) / b;
    if (r != 0 && b < 0 != r < 0) {
      quotient -= 1;
    }
    if (quotient == 0) {
      return Math.copySign(0.0, a / b);
    }
    double floor = Math.floor(quotient);
    return quotient - floor > 0.5 ? floor + 1 : floor;
  }

  /** A negative base with a fraction gives a complex number: left to run time, as are errors. */
  private static Object power(double a, double b) {
    if (!finite(a, b) || a == 0 && b < 0 || a < 0 && b != Math.rint(b)) {
      return null;
    }
    double result = Math.pow(a, b);
    return Double.isInfinite(result) ? null : (Object) result;
  }

  private static Object complexes(Object a, int op, Object b) {
    if (!(a instanceof Const.Complex) && Double.isNaN(toDouble(a))
        || !(b instanceof Const.Complex) && Double.isNaN(toDouble(b))) {
      return null;
    }
    if (!(b instanceof Const.Complex y)) {
      return ComplexArithmetic.binary((Const.Complex) a, op, toDouble(b));
    }
    return a instanceof Const.Complex x ? ComplexArithmetic.binary(x, op, y) : ComplexArithmetic.binary(toDouble(a), op, y);
  }

  // ---- sequences ----

  private static Object concatenate(Object a, Object b) {
    if (a instanceof String x && b instanceof String y) {
      return joinSurrogates(x, y) ? null : x.concat(y);
    }
    if (a instanceof Const.Bytes x && b instanceof Const.Bytes y) {
      byte[] joined = java.util.Arrays.copyOf(x.value(), x.value().length + y.value().length);
      System.arraycopy(y.value(), 0, joined, x.value().length, y.value().length);
      return new Const.Bytes(joined);
    }
    if (a instanceof Const.Tuple x && b instanceof Const.Tuple y) {
      List<Object> joined = new ArrayList<>(x.items());
      joined.addAll(y.items());
      return new Const.Tuple(joined);
    }
    return null;
  }

  /** Two surrogates that would become one character when put side by side. */
  private static boolean joinSurrogates(String x, String y) {
    return !x.isEmpty() && !y.isEmpty() && Character.isSurrogatePair(x.charAt(x.length() - 1), y.charAt(0));
  }

  private static Object repeat(Object v, BigInteger times) {
    int size = length(v);
    if (size < 0) {
      return null;
    }
    int limit = v instanceof Const.Tuple ? MAX_COLLECTION_SIZE : MAX_STR_SIZE;
    if (size > 0 && (times.signum() < 0 || times.bitLength() > 31 || times.intValue() > limit / size)) {
      return null;
    }
    int n = size == 0 ? 0 : times.intValue();
    if (v instanceof String s) {
      return joinSurrogates(s, s) ? null : s.repeat(n);
    }
    if (v instanceof Const.Bytes b) {
      byte[] repeated = new byte[size * n];
      for (int i = 0; i < n; i++) {
        System.arraycopy(b.value(), 0, repeated, i * size, size);
      }
      return new Const.Bytes(repeated);
    }
    if (n > 0 && itemsLeft(v, MAX_TOTAL_ITEMS / n) < 0) {
      return null;
    }
    List<Object> repeated = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      repeated.addAll(((Const.Tuple) v).items());
    }
    return new Const.Tuple(repeated);
  }

  /** How much of {@code limit} is left after the items of nested tuples. */
  private static int itemsLeft(Object v, int limit) {
    if (v instanceof Const.Tuple t) {
      limit -= t.items().size();
      for (int i = 0; limit >= 0 && i < t.items().size(); i++) {
        limit = itemsLeft(t.items().get(i), limit);
      }
    }
    return limit;
  }

  /** -1 for what is no sequence. */
  private static int length(Object v) {
    return v instanceof String s ? s.codePointCount(0, s.length())
        : v instanceof Const.Bytes b ? b.value().length : v instanceof Const.Tuple t ? t.items().size() : -1;
  }

  private static Object subscript(Object v, Object key) {
    int size = length(v);
    if (size < 0) {
      return null;
    }
    if (key instanceof Const.Slice s) {
      return slice(v, size, s);
    }
    BigInteger big = toInt(key);
    if (big == null || big.bitLength() > 31) {
      return null;
    }
    int i = big.intValue() < 0 ? big.intValue() + size : big.intValue();
    return i < 0 || i >= size ? null : item(v, i);
  }

  private static Object item(Object v, int i) {
    if (v instanceof String s) {
      return Character.toString(s.codePointAt(s.offsetByCodePoints(0, i)));
    }
    return v instanceof Const.Bytes b ? (Object) (b.value()[i] & 0xFFL) : ((Const.Tuple) v).items().get(i);
  }

  private static Object slice(Object v, int size, Const.Slice s) {
    Integer step = bound(s.step(), 1);
    if (step == null || step == 0) {
      return null;
    }
    Integer start = bound(s.lower(), step < 0 ? size - 1 : 0);
    Integer stop = bound(s.upper(), step < 0 ? -size - 1 : size);
    if (start == null || stop == null) {
      return null;
    }
    long from = clip(start, size, step);
    long to = clip(stop, size, step);
    List<Object> items = new ArrayList<>();
    for (long i = from; step > 0 ? i < to : i > to; i += step) {
      items.add(item(v, (int) i));
    }
    if (v instanceof Const.Tuple) {
      return new Const.Tuple(items);
    }
    if (v instanceof String) {
      StringBuilder text = new StringBuilder();
      for (Object item : items) {
        text.append((String) item);
      }
      return text.codePointCount(0, text.length()) == items.size() ? text.toString() : null;
    }
    byte[] bytes = new byte[items.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = ((Long) items.get(i)).byteValue();
    }
    return new Const.Bytes(bytes);
  }

  private static Integer bound(Object v, int absent) {
    if (v == Const.None.NONE) {
      return absent;
    }
    BigInteger i = toInt(v);
    return i == null || i.bitLength() > 30 ? null : (Integer) i.intValue();
  }

  private static long clip(int at, int size, int step) {
    long i = at < 0 ? (long) at + size : at;
    return step < 0 ? Math.clamp(i, -1L, size - 1L) : Math.clamp(i, 0L, (long) size);
  }
}
