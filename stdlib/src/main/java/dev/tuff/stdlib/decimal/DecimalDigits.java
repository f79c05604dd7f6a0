package dev.tuff.stdlib.decimal;

import java.math.BigInteger;

/** The operations on digits and on order: comparisons as values, max and min, neighbours, shifts, logical operations. */
final class DecimalDigits {
  private DecimalDigits() {}

  static Num compare(Calc c, Num a, Num b) {
    Num nan = c.nan(a, b);
    return nan != null ? nan : Num.of(a.compare(b));
  }

  static Num compareSignal(Calc c, Num a, Num b) {
    Num nan = c.nan(a, b);
    if (nan != null) {
      c.status |= Signals.INVALID_OPERATION;
      return nan;
    }
    return Num.of(a.compare(b));
  }

  static Num compareTotal(Calc c, Num a, Num b) {
    return Num.of(a.compareTotal(b));
  }

  static Num compareTotalMag(Calc c, Num a, Num b) {
    return Num.of(a.compareTotalMagnitude(b));
  }

  static Num max(Calc c, Num a, Num b) {
    return choose(c, a, b, false, true);
  }

  static Num min(Calc c, Num a, Num b) {
    return choose(c, a, b, false, false);
  }

  static Num maxMag(Calc c, Num a, Num b) {
    return choose(c, a, b, true, true);
  }

  static Num minMag(Calc c, Num a, Num b) {
    return choose(c, a, b, true, false);
  }

  private static Num choose(Calc c, Num a, Num b, boolean magnitude, boolean larger) {
    // a number wins over a quiet NaN
    if (a.kind() == Num.QNAN && !b.isNan()) {
      return c.finish(b);
    }
    if (b.kind() == Num.QNAN && !a.isNan()) {
      return c.finish(a);
    }
    Num nan = c.nan(a, b);
    if (nan != null) {
      return nan;
    }
    int cmp = magnitude ? a.compareMagnitude(b) : a.compare(b);
    if (cmp == 0) {
      cmp = a.compareTotal(b);
    }
    return c.finish(larger == cmp >= 0 ? a : b);
  }

  static Num copySign(Calc c, Num a, Num b) {
    return a.withSign(b.neg());
  }

  static boolean sameQuantum(Num a, Num b) {
    if (!a.isFinite() || !b.isFinite()) {
      return a.isNan() && b.isNan() || a.isInf() && b.isInf();
    }
    return a.exp() == b.exp();
  }

  static Num logb(Calc c, Num a) {
    Num nan = c.nan(a);
    if (nan != null) {
      return nan;
    }
    if (a.isInf()) {
      return Num.infinity(false);
    }
    if (a.isZero()) {
      c.status |= Signals.DIVISION_BY_ZERO;
      return Num.infinity(true);
    }
    return c.finish(Num.of(a.adjusted()));
  }

  static Num scaleb(Calc c, Num a, Num b) {
    Num nan = c.nan(a, b);
    if (nan != null) {
      return nan;
    }
    if (!b.isFinite() || b.exp() != 0 || b.digits() > 20) {
      return c.invalid();
    }
    BigInteger by = b.signed();
    if (by.abs().compareTo(BigInteger.valueOf(2 * (c.emax + c.prec))) > 0) {
      return c.invalid();
    }
    if (a.isInf()) {
      return a;
    }
    return c.finish(a.neg(), a.coef(), a.exp() + by.longValue());
  }

  /** The count of a shift or rotation; {@code Long.MIN_VALUE} if it is not valid. */
  private static long count(Calc c, Num b) {
    if (!b.isFinite() || b.exp() != 0 || b.coef().bitLength() > 62 || b.coef().longValue() > c.prec) {
      return Long.MIN_VALUE;
    }
    return b.signed().longValue();
  }

  static Num shift(Calc c, Num a, Num b) {
    Num nan = c.nan(a, b);
    if (nan != null) {
      return nan;
    }
    long n = count(c, b);
    if (n == Long.MIN_VALUE) {
      return c.invalid();
    }
    if (a.isInf()) {
      return a;
    }
    BigInteger coef = cut(c, a.coef());
    coef = n < 0 ? shiftedRight(coef, -n) : cut(c, coef.multiply(Num.pow10(n)));
    return Num.finite(a.neg(), coef, a.exp());
  }

  private static BigInteger shiftedRight(BigInteger coef, long n) {
    return n >= Num.digits(coef) ? BigInteger.ZERO : coef.divide(Num.pow10(n));
  }

  /** The last digits, as many as the precision. */
  private static BigInteger cut(Calc c, BigInteger coef) {
    return Num.digits(coef) > c.prec ? coef.mod(Num.pow10(c.prec)) : coef;
  }

  static Num rotate(Calc c, Num a, Num b) {
    Num nan = c.nan(a, b);
    if (nan != null) {
      return nan;
    }
    long n = count(c, b);
    if (n == Long.MIN_VALUE) {
      return c.invalid();
    }
    if (a.isInf()) {
      return a;
    }
    BigInteger coef = cut(c, a.coef());
    if (n != 0 && Math.abs(n) != c.prec && coef.signum() != 0) {
      long left = n < 0 ? n + c.prec : n;
      BigInteger[] parts = coef.divideAndRemainder(Num.pow10(c.prec - left));
      coef = parts[1].multiply(Num.pow10(left)).add(parts[0]);
    }
    return Num.finite(a.neg(), coef, a.exp());
  }

  // ---- logical operations on numbers of digits 0 and 1

  /** The digits as bits; null if the operand is not logical. */
  private static BigInteger bits(Calc c, Num n) {
    if (!n.isFinite() || n.neg() || n.exp() != 0) {
      return null;
    }
    String s = n.coef().toString();
    for (int i = 0; i < s.length(); i++) {
      if (s.charAt(i) > '1') {
        return null;
      }
    }
    BigInteger bits = new BigInteger(s, 2);
    return s.length() > c.prec ? bits.mod(BigInteger.ONE.shiftLeft((int) c.prec)) : bits;
  }

  private static Num ofBits(BigInteger bits) {
    return Num.finite(false, new BigInteger(bits.toString(2)), 0);
  }

  static Num and(Calc c, Num a, Num b) {
    BigInteger x = bits(c, a);
    BigInteger y = bits(c, b);
    return x == null || y == null ? c.invalid() : ofBits(x.and(y));
  }

  static Num or(Calc c, Num a, Num b) {
    BigInteger x = bits(c, a);
    BigInteger y = bits(c, b);
    return x == null || y == null ? c.invalid() : ofBits(x.or(y));
  }

  static Num xor(Calc c, Num a, Num b) {
    BigInteger x = bits(c, a);
    BigInteger y = bits(c, b);
    return x == null || y == null ? c.invalid() : ofBits(x.xor(y));
  }

  static Num invert(Calc c, Num a) {
    BigInteger x = bits(c, a);
    if (x == null) {
      return c.invalid();
    }
    if (c.prec > Num.MOST_DIGITS) {
      throw dev.tuff.engine.core.Errors.memoryError();
    }
    return ofBits(x.xor(BigInteger.ONE.shiftLeft((int) c.prec).subtract(BigInteger.ONE)));
  }

  // ---- neighbours

  static Num nextPlus(Calc c, Num a) {
    Num nan = c.nan(a);
    return nan != null ? nan : next(c, a, true);
  }

  static Num nextMinus(Calc c, Num a) {
    Num nan = c.nan(a);
    return nan != null ? nan : next(c, a, false);
  }

  private static Num next(Calc c, Num a, boolean up) {
    if (a.isInf()) {
      return a.neg() == up ? Num.finite(a.neg(), Num.pow10(c.prec).subtract(BigInteger.ONE), c.etop()) : a;
    }
    Calc work = new Calc(c.prec, up ? Calc.ROUND_CEILING : Calc.ROUND_FLOOR, c.emin, c.emax, c.clamp);
    Num rounded = work.finish(a);
    if (!rounded.isFinite() || rounded.compare(a) != 0) {
      return rounded;
    }
    return DecimalArithmetic.add(work, rounded, Num.finite(!up, BigInteger.ONE, c.etiny() - 1));
  }

  static Num nextToward(Calc c, Num a, Num b) {
    Num nan = c.nan(a, b);
    if (nan != null) {
      return nan;
    }
    int cmp = a.compare(b);
    if (cmp == 0) {
      return a.withSign(b.neg());
    }
    Num n = next(c, a, cmp < 0);
    if (n.isInf()) {
      c.status |= Signals.OVERFLOW | Signals.ROUNDED | Signals.INEXACT;
    } else if (n.adjusted() < c.emin) {
      c.status |= Signals.UNDERFLOW | Signals.SUBNORMAL | Signals.ROUNDED | Signals.INEXACT;
      if (n.isZero()) {
        c.status |= Signals.CLAMPED;
      }
    }
    return n;
  }

  static boolean isNormal(Calc c, Num a) {
    return a.isFinite() && !a.isZero() && a.adjusted() >= c.emin;
  }

  static boolean isSubnormal(Calc c, Num a) {
    return a.isFinite() && !a.isZero() && a.adjusted() < c.emin;
  }

  static String numberClass(Calc c, Num a) {
    if (a.isNan()) {
      return a.isSnan() ? "sNaN" : "NaN";
    }
    String kind = a.isInf() ? "Infinity" : a.isZero() ? "Zero" : isNormal(c, a) ? "Normal" : "Subnormal";
    return (a.neg() ? "-" : "+") + kind;
  }
}
