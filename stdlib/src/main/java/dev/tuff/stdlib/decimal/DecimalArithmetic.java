package dev.tuff.stdlib.decimal;

import java.math.BigInteger;

/** The basic operations of the General Decimal Arithmetic Specification: sums, products, quotients, quantize and its kin. */
final class DecimalArithmetic {
  /** From this many digits on, a quotient or root is first tried for being exact, which may need far fewer. */
  private static final long VERY_PRECISE = 20_000;

  private DecimalArithmetic() {}

  static Num add(Calc c, Num a, Num b) {
    if (!a.isFinite() || !b.isFinite()) {
      Num nan = c.nan(a, b);
      if (nan != null) {
        return nan;
      }
      if (a.isInf() && b.isInf() && a.neg() != b.neg()) {
        return c.invalid();
      }
      return a.isInf() ? a : b;
    }
    return c.finish(sum(c, a, b));
  }

  static Num subtract(Calc c, Num a, Num b) {
    return add(c, a, b.isNan() ? b : b.negated());
  }

  /** The sum of finite numbers, still to be rounded: exact, or so close that it rounds the same. */
  private static Num sum(Calc c, Num a, Num b) {
    boolean zeroSign = a.neg() && b.neg() || c.rounding == Calc.ROUND_FLOOR && a.neg() != b.neg();
    long least = Math.min(a.exp(), b.exp());
    if (a.coef().signum() == 0 || b.coef().signum() == 0) {
      if (a.coef().signum() == 0 && b.coef().signum() == 0) {
        return Num.finite(zeroSign, BigInteger.ZERO, least);
      }
      Num n = a.coef().signum() == 0 ? b : a;
      long exp = Math.max(least, n.exp() - c.prec - 1);
      return exp == n.exp() ? n : Num.finite(n.neg(), n.coef().multiply(Num.pow10(n.exp() - exp)), exp);
    }
    Num high = a.exp() >= b.exp() ? a : b;
    Num low = high == a ? b : a;
    if (high.exp() != low.exp()) {
      // what is far below the last place only matters by being there
      long limit = high.exp() + Math.min(-1, high.digits() - c.prec - 2);
      if (low.digits() + low.exp() - 1 < limit) {
        low = Num.finite(low.neg(), BigInteger.ONE, limit);
      }
      high = Num.finite(high.neg(), high.coef().multiply(Num.pow10(high.exp() - low.exp())), low.exp());
    }
    BigInteger sum = high.signed().add(low.signed());
    return sum.signum() == 0
        ? Num.finite(zeroSign, BigInteger.ZERO, low.exp())
        : Num.finite(sum.signum() < 0, sum.abs(), low.exp());
  }

  static Num multiply(Calc c, Num a, Num b) {
    boolean neg = a.neg() != b.neg();
    if (!a.isFinite() || !b.isFinite()) {
      Num nan = c.nan(a, b);
      if (nan != null) {
        return nan;
      }
      return a.isZero() || b.isZero() ? c.invalid() : Num.infinity(neg);
    }
    return c.finish(neg, a.coef().multiply(b.coef()), a.exp() + b.exp());
  }

  static Num fma(Calc c, Num a, Num b, Num third) {
    Num product;
    if (a.isFinite() && b.isFinite()) {
      product = Num.finite(a.neg() != b.neg(), a.coef().multiply(b.coef()), a.exp() + b.exp());
    } else {
      product = multiply(c, a, b);
      if (product.isNan()) {
        // a signaling NaN to add goes before a quiet one that is multiplied, not before a signal of the product
        return third.isSnan() && (a.isNan() || b.isNan()) && !a.isSnan() && !b.isSnan() ? c.nan(third) : product;
      }
    }
    return add(c, product, third);
  }

  static Num divide(Calc c, Num a, Num b) {
    boolean neg = a.neg() != b.neg();
    if (!a.isFinite() || !b.isFinite()) {
      Num nan = c.nan(a, b);
      if (nan != null) {
        return nan;
      }
      if (a.isInf()) {
        return b.isInf() ? c.invalid() : Num.infinity(neg);
      }
      c.status |= Signals.CLAMPED;
      return Num.finite(neg, BigInteger.ZERO, c.etiny());
    }
    if (b.coef().signum() == 0) {
      if (a.coef().signum() == 0) {
        return c.invalid(Signals.DIVISION_UNDEFINED);
      }
      c.status |= Signals.DIVISION_BY_ZERO;
      return Num.infinity(neg);
    }
    long ideal = a.exp() - b.exp();
    if (a.coef().signum() == 0) {
      return c.finish(neg, BigInteger.ZERO, ideal);
    }
    return c.finish(quotient(c, neg, a.coef(), b.coef(), ideal));
  }

  /** A quotient with two digits more than the precision, the last one sticky; or the exact one. */
  private static Num quotient(Calc c, boolean neg, BigInteger a, BigInteger b, long ideal) {
    long shift = Num.digits(b) - Num.digits(a) + c.prec + 1;
    if (shift > VERY_PRECISE) {
      long enough = exactShift(a, b);
      shift = enough >= 0 && enough < shift ? enough : shift;
    }
    BigInteger[] qr = shift >= 0 ? a.multiply(Num.pow10(shift)).divideAndRemainder(b) : a.divideAndRemainder(b.multiply(Num.pow10(-shift)));
    BigInteger q = qr[0];
    if (qr[1].signum() != 0) {
      // a last digit 0 or 5 would look like an exact result or a tie
      if (q.mod(BigInteger.valueOf(5)).signum() == 0) {
        q = q.add(BigInteger.ONE);
      }
      return Num.finite(neg, q, ideal - shift);
    }
    return Num.finite(neg, q, ideal - shift).stripped(Math.max(shift, 0));
  }

  /** A power of ten that makes {@code a} divisible by {@code b}, or -1. */
  private static long exactShift(BigInteger a, BigInteger b) {
    BigInteger rest = b.divide(a.gcd(b));
    long twos = rest.getLowestSetBit();
    rest = rest.shiftRight((int) twos);
    long fives = 0;
    BigInteger five = BigInteger.valueOf(5);
    for (BigInteger[] qr; (qr = rest.divideAndRemainder(five))[1].signum() == 0; rest = qr[0]) {
      fives++;
    }
    return rest.equals(BigInteger.ONE) ? Math.max(twos, fives) : -1;
  }

  /** Integral quotient and remainder of finite numbers, the divisor not zero; null if the quotient is too long. */
  private static Num[] divideInteger(Calc c, Num a, Num b) {
    boolean neg = a.neg() != b.neg();
    long ideal = Math.min(a.exp(), b.exp());
    long diff = a.isZero() ? -1 : a.adjusted() - b.adjusted();
    if (a.isZero() || diff <= -2) {
      Num rest = a.exp() == ideal || a.exp() - ideal > c.prec * 2 + 10 ? a : rescaled(a, ideal);
      if (a.isZero()) {
        rest = Num.finite(a.neg(), BigInteger.ZERO, ideal);
      }
      return new Num[] {Num.finite(neg, BigInteger.ZERO, 0), rest};
    }
    if (diff > c.prec) {
      return null;
    }
    BigInteger x = a.coef();
    BigInteger y = b.coef();
    if (a.exp() >= b.exp()) {
      x = x.multiply(Num.pow10(a.exp() - b.exp()));
    } else {
      y = y.multiply(Num.pow10(b.exp() - a.exp()));
    }
    BigInteger[] qr = x.divideAndRemainder(y);
    if (Num.digits(qr[0]) > c.prec) {
      return null;
    }
    return new Num[] {Num.finite(neg, qr[0], 0), Num.finite(a.neg(), qr[1], ideal)};
  }

  /** The same value with a smaller exponent. */
  private static Num rescaled(Num n, long exp) {
    return Num.finite(n.neg(), n.coef().multiply(Num.pow10(n.exp() - exp)), exp);
  }

  static Num divideInt(Calc c, Num a, Num b) {
    Num special = integerSpecial(c, a, b, true);
    if (special != null) {
      return special;
    }
    Num[] qr = divideInteger(c, a, b);
    return qr == null ? c.invalid(Signals.DIVISION_IMPOSSIBLE) : qr[0];
  }

  static Num remainder(Calc c, Num a, Num b) {
    Num special = integerSpecial(c, a, b, false);
    if (special != null) {
      return special;
    }
    Num[] qr = divideInteger(c, a, b);
    return qr == null ? c.invalid(Signals.DIVISION_IMPOSSIBLE) : c.finish(qr[1]);
  }

  /** The result if an operand is special or the divisor zero, else null. */
  private static Num integerSpecial(Calc c, Num a, Num b, boolean quotient) {
    Num nan = c.nan(a, b);
    if (nan != null) {
      return nan;
    }
    boolean neg = a.neg() != b.neg();
    if (a.isInf()) {
      return !quotient || b.isInf() ? c.invalid() : Num.infinity(neg);
    }
    if (b.isInf()) {
      return quotient ? Num.finite(neg, BigInteger.ZERO, 0) : c.finish(a);
    }
    if (b.isZero()) {
      if (a.isZero()) {
        return c.invalid(Signals.DIVISION_UNDEFINED);
      }
      if (!quotient) {
        return c.invalid();
      }
      c.status |= Signals.DIVISION_BY_ZERO;
      return Num.infinity(neg);
    }
    return null;
  }

  static Num[] divmod(Calc c, Num a, Num b) {
    Num nan = c.nan(a, b);
    if (nan != null) {
      return new Num[] {nan, nan};
    }
    boolean neg = a.neg() != b.neg();
    if (a.isInf()) {
      Num q = b.isInf() ? Num.NAN : Num.infinity(neg);
      return new Num[] {q, c.invalid()};
    }
    if (b.isInf()) {
      Num r = c.finish(a);
      return new Num[] {Num.finite(neg, BigInteger.ZERO, 0), r};
    }
    if (b.isZero()) {
      if (a.isZero()) {
        Num n = c.invalid(Signals.DIVISION_UNDEFINED);
        return new Num[] {n, n};
      }
      c.status |= Signals.DIVISION_BY_ZERO;
      return new Num[] {Num.infinity(neg), c.invalid()};
    }
    Num[] qr = divideInteger(c, a, b);
    if (qr == null) {
      Num n = c.invalid(Signals.DIVISION_IMPOSSIBLE);
      return new Num[] {n, n};
    }
    return new Num[] {qr[0], c.finish(qr[1])};
  }

  static Num remainderNear(Calc c, Num a, Num b) {
    Num nan = c.nan(a, b);
    if (nan != null) {
      return nan;
    }
    if (a.isInf()) {
      return c.invalid();
    }
    if (b.isInf()) {
      return c.finish(a);
    }
    if (b.isZero()) {
      return c.invalid(a.isZero() ? Signals.DIVISION_UNDEFINED : Signals.INVALID_OPERATION);
    }
    long ideal = Math.min(a.exp(), b.exp());
    if (a.isZero()) {
      return c.finish(a.neg(), BigInteger.ZERO, ideal);
    }
    long diff = a.adjusted() - b.adjusted();
    if (diff >= c.prec + 1) {
      return c.invalid(Signals.DIVISION_IMPOSSIBLE);
    }
    if (diff <= -2) {
      return c.finish(a.exp() - ideal > c.prec * 2 + 10 ? a : rescaled(a, ideal));
    }
    BigInteger y = rescaled(b, ideal).coef();
    BigInteger[] qr = rescaled(a, ideal).coef().divideAndRemainder(y);
    BigInteger q = qr[0];
    BigInteger r = qr[1];
    BigInteger twice = r.shiftLeft(1).add(q.testBit(0) ? BigInteger.ONE : BigInteger.ZERO);
    boolean neg = a.neg();
    if (twice.compareTo(y) > 0) {
      r = y.subtract(r);
      q = q.add(BigInteger.ONE);
      neg = !neg;
    }
    if (Num.digits(q) > c.prec) {
      return c.invalid(Signals.DIVISION_IMPOSSIBLE);
    }
    return c.finish(neg, r, ideal);
  }

  // ---- one operand

  static Num plus(Calc c, Num a) {
    Num nan = c.nan(a);
    if (nan != null) {
      return nan;
    }
    // a zero loses its minus sign as in 0 + a
    return c.finish(a.isZero() && c.rounding != Calc.ROUND_FLOOR ? a.withSign(false) : a);
  }

  static Num minus(Calc c, Num a) {
    Num nan = c.nan(a);
    if (nan != null) {
      return nan;
    }
    return c.finish(a.isZero() && c.rounding != Calc.ROUND_FLOOR ? a.withSign(false) : a.negated());
  }

  static Num abs(Calc c, Num a) {
    return a.neg() && !a.isNan() ? minus(c, a) : plus(c, a);
  }

  static Num reduce(Calc c, Num a) {
    Num nan = c.nan(a);
    if (nan != null) {
      return nan;
    }
    Num n = c.finish(a);
    if (!n.isFinite()) {
      return n;
    }
    if (n.isZero()) {
      return Num.finite(n.neg(), BigInteger.ZERO, 0);
    }
    long top = c.clamp ? c.etop() : c.emax;
    return n.stripped(Math.max(0, top - n.exp()));
  }

  /** Rounds to an exponent without limits. */
  static Num rescale(Calc c, Num a, long exp, int mode) {
    if (a.isZero()) {
      return Num.finite(a.neg(), BigInteger.ZERO, exp);
    }
    return a.exp() >= exp ? rescaled(a, exp) : Num.finite(a.neg(), c.round(a.coef(), exp - a.exp(), a.neg(), mode), exp);
  }

  static Num quantize(Calc c, Num a, Num b) {
    Num nan = c.nan(a, b);
    if (nan != null) {
      return nan;
    }
    if (a.isInf() || b.isInf()) {
      return a.isInf() && b.isInf() ? a : c.invalid();
    }
    long exp = b.exp();
    if (exp < c.etiny() || exp > c.emax) {
      return c.invalid();
    }
    if (a.isZero()) {
      return c.finish(a.neg(), BigInteger.ZERO, exp);
    }
    if (a.adjusted() > c.emax || a.adjusted() - exp + 1 > c.prec) {
      return c.invalid();
    }
    int before = c.status;
    c.status = 0;
    Num n = rescale(c, a, exp, c.rounding);
    if (n.coef().signum() != 0 && (n.adjusted() > c.emax || n.digits() > c.prec)) {
      c.status = before;
      return c.invalid();
    }
    c.status |= before;
    if (!n.isZero() && n.adjusted() < c.emin) {
      c.status |= Signals.SUBNORMAL;
    }
    if (exp > a.exp()) {
      c.status |= Signals.ROUNDED;
    }
    return c.finish(n);
  }

  static Num toIntegral(Calc c, Num a, boolean exact) {
    Num nan = c.nan(a);
    if (nan != null) {
      return nan;
    }
    if (a.isInf() || a.exp() >= 0) {
      return a;
    }
    int before = c.status;
    Num n = rescale(c, a, 0, c.rounding);
    if (exact) {
      c.status |= a.isZero() ? 0 : Signals.ROUNDED;
    } else {
      c.status = before;
    }
    return n;
  }

  static Num sqrt(Calc c, Num a) {
    Num nan = c.nan(a);
    if (nan != null) {
      return nan;
    }
    if (a.isInf() && !a.neg()) {
      return a;
    }
    if (a.isZero()) {
      return c.finish(a.neg(), BigInteger.ZERO, Math.floorDiv(a.exp(), 2L));
    }
    if (a.neg()) {
      return c.invalid();
    }
    boolean odd = (a.exp() & 1) != 0;
    long e = Math.floorDiv(a.exp(), 2L);
    BigInteger n = odd ? a.coef().multiply(BigInteger.TEN) : a.coef();
    long length = odd ? (a.digits() >> 1) + 1 : (a.digits() + 1) >> 1;
    long shift = c.prec + 1 - length;
    BigInteger[] root = shift > VERY_PRECISE ? n.sqrtAndRemainder() : null;
    boolean exact;
    BigInteger q;
    if (root != null && root[1].signum() == 0) {
      q = root[0];
      exact = true;
      shift = 0;
    } else if (shift >= 0) {
      root = n.multiply(Num.pow10(2 * shift)).sqrtAndRemainder();
      q = root[0];
      exact = root[1].signum() == 0;
    } else {
      BigInteger[] cut = n.divideAndRemainder(Num.pow10(-2 * shift));
      root = cut[0].sqrtAndRemainder();
      q = root[0];
      exact = root[1].signum() == 0 && cut[1].signum() == 0;
    }
    e -= shift;
    if (exact) {
      // the ideal exponent is half of the operand's
      if (shift >= 0) {
        q = q.divide(Num.pow10(shift));
      } else {
        q = q.multiply(Num.pow10(-shift));
      }
      e += shift;
    } else if (q.mod(BigInteger.valueOf(5)).signum() == 0) {
      q = q.add(BigInteger.ONE);
    }
    int mode = c.rounding;
    c.rounding = Calc.ROUND_HALF_EVEN;
    Num result = c.finish(false, q, e);
    c.rounding = mode;
    return result;
  }
}
