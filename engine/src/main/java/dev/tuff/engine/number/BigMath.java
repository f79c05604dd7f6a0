package dev.tuff.engine.number;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.Special;
import java.math.BigInteger;

/** Operators on ints that do not fit 64 bits, or whose result may not. Operands and results are plain ints. */
public final class BigMath {
  private static final int MANTISSA = 53;
  private static final int MIN_EXPONENT = -1021;
  private static final int MAX_EXPONENT = 1024;

  /** Leading bits of a dividend from which a quotient of at most {@link #SHORT_QUOTIENT} bits is seen. */
  private static final int LEADING = 62;

  private static final int SHORT_QUOTIENT = 24;

  private BigMath() {}

  static BigInteger big(Object i) {
    return i instanceof Long l ? BigInteger.valueOf(l) : (BigInteger) i;
  }

  static Object binary(int op, Object a, Object b) {
    switch (op) {
      case Special.LSHIFT:
        return shiftLeft(a, b);
      case Special.RSHIFT:
        return shiftRight(a, b);
      case Special.POW:
        return power(a, b);
      default:
        break;
    }
    BigInteger x = big(a);
    BigInteger y = big(b);
    return switch (op) {
      case Special.ADD -> Py.box(x.add(y));
      case Special.SUB -> Py.box(x.subtract(y));
      case Special.MUL -> Py.box(x.multiply(y));
      case Special.AND -> Py.box(x.and(y));
      case Special.OR -> Py.box(x.or(y));
      case Special.XOR -> Py.box(x.xor(y));
      case Special.FLOORDIV -> floorDivide(x, y);
      case Special.MOD -> Py.box(floorMod(x, y));
      case Special.TRUEDIV -> trueDivide(x, y);
      default -> null;
    };
  }

  static Object floorDivide(BigInteger a, BigInteger b) {
    long q = shortQuotient(a, b);
    return Py.box(q >= 0 ? BigInteger.valueOf(q) : divmod(a, b)[0]);
  }

  static BigInteger floorMod(BigInteger a, BigInteger b) {
    if (b.signum() == 0) {
      throw Arithmetic.divisionByZero();
    }
    long q = shortQuotient(a, b);
    if (q >= 0) {
      return q == 0 ? a : a.subtract(b.multiply(BigInteger.valueOf(q)));
    }
    BigInteger r = a.remainder(b);
    return r.signum() != 0 && r.signum() != b.signum() ? r.add(b) : r;
  }

  /**
   * The quotient of two long positive numbers of about the same length, -1 if it is not short or not sure. With {@code x} and {@code y} the bits
   * of both from the same place on, what is left out moves the quotient to between {@code x / (y + 1)} and {@code (x + 1) / y}, both excluded:
   * unless an integer lies there, some sixty bits tell it, where a division would walk over both numbers five times.
   */
  private static long shortQuotient(BigInteger a, BigInteger b) {
    int n = a.bitLength();
    int more = n - b.bitLength();
    if (more < 0 || more > SHORT_QUOTIENT || n <= 2 * LEADING || a.signum() <= 0 || b.signum() <= 0) {
      return -1;
    }
    long x = a.shiftRight(n - LEADING).longValue();
    long y = b.shiftRight(n - LEADING).longValue();
    long q = x / (y + 1);
    return q == x / y ? q : -1;
  }

  /** Quotient rounded towards minus infinity, and the remainder of the divisor's sign. */
  public static BigInteger[] divmod(BigInteger a, BigInteger b) {
    if (b.signum() == 0) {
      throw Arithmetic.divisionByZero();
    }
    BigInteger[] qr = a.divideAndRemainder(b);
    if (qr[1].signum() != 0 && qr[1].signum() != b.signum()) {
      qr[0] = qr[0].subtract(BigInteger.ONE);
      qr[1] = qr[1].add(b);
    }
    return qr;
  }

  static Object shiftLeft(Object a, Object n) {
    if (n instanceof Long l ? l < 0 : ((BigInteger) n).signum() < 0) {
      throw Errors.valueError("negative shift count");
    }
    if (a instanceof Long x && x == 0) {
      return a;
    }
    if (!(n instanceof Long l) || l > Integer.MAX_VALUE) {
      throw Errors.overflowError("too many digits in integer");
    }
    try {
      return Py.box(big(a).shiftLeft((int) (long) l));
    } catch (ArithmeticException e) {
      throw Errors.memoryError();
    }
  }

  private static Object shiftRight(Object a, Object n) {
    if (n instanceof Long l ? l < 0 : ((BigInteger) n).signum() < 0) {
      throw Errors.valueError("negative shift count");
    }
    BigInteger x = big(a);
    if (!(n instanceof Long l) || l > Integer.MAX_VALUE) {
      return Py.box(x.signum() < 0 ? -1 : 0);
    }
    return Py.box(x.shiftRight((int) (long) l));
  }

  /** {@code a / b}, correctly rounded. */
  static Double trueDivide(BigInteger a, BigInteger b) {
    double r = quotient(a, b);
    if (Double.isInfinite(r)) {
      throw Errors.overflowError("integer division result too large for a float");
    }
    return r;
  }

  /** The float nearest to {@code a / b}; an infinity if it is too large. */
  public static double quotient(BigInteger a, BigInteger b) {
    if (b.signum() == 0) {
      throw Arithmetic.divisionByZero();
    }
    if (a.signum() == 0) {
      return b.signum() < 0 ? -0.0 : 0.0;
    }
    boolean negative = a.signum() != b.signum();
    BigInteger x = a.abs();
    BigInteger y = b.abs();
    long diff = (long) x.bitLength() - y.bitLength();
    if (diff > MAX_EXPONENT) {
      return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (diff < MIN_EXPONENT - MANTISSA - 1) {
      return negative ? -0.0 : 0.0;
    }
    // a quotient of 55 to 57 bits whose lowest bit tells whether anything is lost, then one rounding to even
    int shift = (int) Math.max(diff, MIN_EXPONENT) - (MANTISSA + 2);
    BigInteger[] qr = shift <= 0 ? x.shiftLeft(-shift).divideAndRemainder(y) : x.divideAndRemainder(y.shiftLeft(shift));
    long q = qr[0].longValue();
    if (qr[1].signum() != 0) {
      q |= 1;
    }
    int bits = 64 - Long.numberOfLeadingZeros(q);
    int extra = Math.max(bits, MIN_EXPONENT - shift) - MANTISSA;
    long mask = 1L << extra - 1;
    long low = q;
    if ((low & mask) != 0 && (low & (3 * mask - 1)) != 0) {
      low += mask;
    }
    low &= ~(2 * mask - 1);
    double r = Math.scalb((double) low, shift);
    return negative ? -r : r;
  }

  /** The int nearest to the float towards zero; the float is finite. */
  public static BigInteger fromDouble(double d) {
    if (Math.abs(d) < 0x1p63) {
      return BigInteger.valueOf((long) d);
    }
    int e = Math.getExponent(d) - 52;
    BigInteger m = BigInteger.valueOf(Double.doubleToRawLongBits(d) & (1L << 52) - 1 | 1L << 52).shiftLeft(e);
    return d < 0 ? m.negate() : m;
  }

  static Object power(Object a, Object b) {
    int sign = b instanceof Long l ? Long.signum(l) : ((BigInteger) b).signum();
    if (sign < 0) {
      return FloatMath.power(PyFloat.toDouble(a), PyFloat.toDouble(b));
    }
    if (a instanceof Long x) {
      long v = x;
      if (sign == 0 || v == 1) {
        return Py.box(1);
      }
      if (v == 0) {
        return a;
      }
      if (v == -1) {
        boolean odd = b instanceof Long l ? (l & 1) != 0 : ((BigInteger) b).testBit(0);
        return Py.box(odd ? -1 : 1);
      }
      if (b instanceof Long l && l < 64) {
        Object r = smallPower(v, (int) (long) l);
        if (r != null) {
          return r;
        }
      }
    }
    if (!(b instanceof Long n) || n > Integer.MAX_VALUE) {
      throw Errors.memoryError();
    }
    try {
      return Py.box(big(a).pow((int) (long) n));
    } catch (ArithmeticException e) {
      throw Errors.memoryError();
    }
  }

  /** {@code a ** n} if no step overflows 64 bits, else null. */
  private static Object smallPower(long a, int n) {
    long r = 1;
    while (true) {
      if ((n & 1) != 0) {
        if (Math.multiplyHigh(r, a) != r * a >> 63) {
          return null;
        }
        r *= a;
      }
      n >>= 1;
      if (n == 0) {
        return Py.box(r);
      }
      if (Math.multiplyHigh(a, a) != a * a >> 63) {
        return null;
      }
      a *= a;
    }
  }

  /** {@code pow(a, b, m)}. */
  static Object powerModulo(Object a, Object b, Object m) {
    if (a instanceof Long x && b instanceof Long y && y >= 0 && m instanceof Long z && z > 1 && z <= Integer.MAX_VALUE) {
      return Py.box(smallPowerModulo(x, y, z));
    }
    BigInteger mod = big(m);
    if (mod.signum() == 0) {
      throw Errors.valueError("pow() 3rd argument cannot be 0");
    }
    boolean negative = mod.signum() < 0;
    BigInteger n = mod.abs();
    BigInteger base = big(a);
    BigInteger exponent = big(b);
    if (n.equals(BigInteger.ONE)) {
      return Py.box(0);
    }
    if (exponent.signum() < 0) {
      try {
        base = base.modInverse(n);
      } catch (ArithmeticException e) {
        throw Errors.valueError("base is not invertible for the given modulus");
      }
      exponent = exponent.negate();
    }
    BigInteger r = base.modPow(exponent, n);
    return Py.box(negative && r.signum() != 0 ? r.subtract(n) : r);
  }

  /** The same for a modulus whose square a long holds. */
  private static long smallPowerModulo(long a, long b, long m) {
    long r = 1;
    long square = Math.floorMod(a, m);
    for (long rest = b; rest > 0; rest >>= 1) {
      if ((rest & 1) != 0) {
        r = r * square % m;
      }
      square = square * square % m;
    }
    return r;
  }

  /** {@code round(v, digits)} for negative digits: to a multiple of a power of ten, ties to even. */
  static Object round(Object v, long digits) {
    BigInteger x = big(v);
    if (-digits > x.bitLength()) {
      // the power of ten is more than twice the value
      return Py.box(0);
    }
    BigInteger ten = BigInteger.TEN.pow((int) -digits);
    BigInteger[] qr = divmod(x, ten);
    int c = qr[1].shiftLeft(1).compareTo(ten);
    BigInteger q = c > 0 || c == 0 && qr[0].testBit(0) ? qr[0].add(BigInteger.ONE) : qr[0];
    return Py.box(q.multiply(ten));
  }
}
