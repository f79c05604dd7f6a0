package dev.tuff.stdlib.decimal;

import java.math.BigInteger;

/**
 * exp, ln, log10 and power. They are evaluated in binary fixed point with guard digits; when the result lies too close to a tie to tell
 * how it rounds, again with more of them. exp, ln and log10 thereby are correctly rounded.
 */
final class Elementary {
  private static final double BITS_PER_DIGIT = 3.3219280948873626;
  private static final int ATTEMPTS = 4;

  /** Digits beyond the precision to which a power is first rounded. */
  private static final int POWER_GUARD = 23;

  /** Beyond this decimal exponent of its argument, exp overflows or underflows in every context. */
  private static final int FAR = 20;

  private Elementary() {}

  private static int bits(long digits) {
    if (digits > 30_000_000) {
      throw dev.tuff.engine.core.Errors.memoryError();
    }
    return (int) (digits * BITS_PER_DIGIT) + 8;
  }

  /** A decimal times {@code 2**scale}, cut. */
  private static BigInteger fixed(Num n, int scale) {
    BigInteger v = n.exp() >= 0
        ? n.coef().multiply(Num.pow10(n.exp())).shiftLeft(scale)
        : -n.exp() > n.digits() + scale ? BigInteger.ZERO : n.coef().shiftLeft(scale).divide(Num.pow10(-n.exp()));
    return n.neg() ? v.negate() : v;
  }

  /** {@code e ** (r / 2**scale)} in the same scale, for small arguments. */
  private static BigInteger expFixed(BigInteger r, int scale) {
    int halvings = (int) Math.sqrt(scale) / 2 + 4;
    int s = scale + halvings + 12;
    // dividing by 2**halvings and raising the scale by as much (and the guard bits) is one shift
    BigInteger x = r.shiftLeft(12);
    BigInteger one = BigInteger.ONE.shiftLeft(s);
    BigInteger sum = one;
    BigInteger term = one;
    for (int i = 1; term.signum() != 0 && i < s; i++) {
      term = term.multiply(x).shiftRight(s).divide(BigInteger.valueOf(i));
      sum = sum.add(term);
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum).shiftRight(s);
    }
    return sum.shiftRight(s - scale);
  }

  /** The natural logarithm of {@code m / 2**scale}, about 1, by Halley's iteration: each step triples the digits. */
  private static BigInteger lnFixed(BigInteger m, int scale) {
    int step = 1;
    int[] scales = new int[64];
    scales[0] = scale;
    for (int s = scale; s > 48; step++) {
      s = s / 3 + 10;
      scales[step] = s;
      if (s <= 48) {
        break;
      }
    }
    int first = scales[Math.min(step, scales.length - 1)];
    double start = Math.log(m.shiftRight(Math.max(0, scale - 60)).doubleValue() / Math.pow(2, Math.min(scale, 60)));
    BigInteger y = BigInteger.valueOf((long) (start * Math.pow(2, 52)));
    y = first >= 52 ? y.shiftLeft(first - 52) : y.shiftRight(52 - first);
    int at = first;
    for (int i = Math.min(step, scales.length - 1) - 1; i >= 0; i--) {
      int s = scales[i];
      y = s >= at ? y.shiftLeft(s - at) : y.shiftRight(at - s);
      at = s;
      BigInteger target = m.shiftRight(scale - s);
      BigInteger e = expFixed(y, s);
      y = y.add(target.subtract(e).shiftLeft(s + 1).divide(target.add(e)));
    }
    return y;
  }

  /** {@code atanh(1/n) * 2**scale}. */
  private static BigInteger atanhInverse(int n, int scale) {
    BigInteger square = BigInteger.valueOf((long) n * n);
    BigInteger power = BigInteger.ONE.shiftLeft(scale).divide(BigInteger.valueOf(n));
    BigInteger sum = power;
    for (int i = 3; power.signum() != 0; i += 2) {
      power = power.divide(square);
      sum = sum.add(power.divide(BigInteger.valueOf(i)));
    }
    return sum;
  }

  /** {@code ln(10) * 2**scale}, by a formula of Machin's kind. */
  private static BigInteger ln10(int scale) {
    int s = scale + 16;
    return atanhInverse(31, s).multiply(BigInteger.valueOf(46))
        .add(atanhInverse(49, s).multiply(BigInteger.valueOf(34)))
        .add(atanhInverse(161, s).multiply(BigInteger.valueOf(20)))
        .shiftRight(16);
  }

  /** Whether the last {@code guard} digits leave open which way a number rounds. */
  private static boolean undecided(BigInteger magnitude, long prec) {
    long guard = Num.digits(magnitude) - prec;
    if (guard < 4) {
      return true;
    }
    BigInteger unit = Num.pow10(guard);
    BigInteger distance = magnitude.mod(unit).subtract(unit.shiftRight(1)).abs();
    return distance.compareTo(BigInteger.valueOf(1000)) < 0;
  }

  private static Num inexact(Calc c, boolean neg, BigInteger magnitude, long exp) {
    int mode = c.rounding;
    c.rounding = Calc.ROUND_HALF_EVEN;
    // a last digit that says "and a little more"
    Num n = c.finish(neg, magnitude.multiply(BigInteger.TEN).add(BigInteger.ONE), exp - 1);
    c.rounding = mode;
    c.status |= Signals.INEXACT | Signals.ROUNDED;
    return n;
  }

  /** The result of a power, which obeys the context's rounding: first rounded to nearest with some more digits, as exact powers need it. */
  private static Num ofPower(Calc c, boolean neg, BigInteger magnitude, long exp) {
    Num near = c.working(c.prec + POWER_GUARD).finish(neg, magnitude, exp);
    Num n = c.finish(near);
    c.status |= Signals.INEXACT | Signals.ROUNDED | ((c.status & Signals.SUBNORMAL) != 0 ? Signals.UNDERFLOW : 0);
    return n;
  }

  /** One and a little more, or a little less. */
  private static Num nearOne(Calc c, boolean less) {
    BigInteger one = Num.pow10(c.prec + 2);
    return inexact(c, false, less ? one.subtract(BigInteger.TWO) : one, -(c.prec + 2));
  }

  /** What exp is that is out of every range. */
  private static Num outOfRange(Calc c, boolean large) {
    return inexact(c, false, BigInteger.ONE, farExponent(c, large));
  }

  private static Num powerOutOfRange(Calc c, boolean neg, boolean large) {
    c.status |= Signals.INEXACT | Signals.ROUNDED;
    return c.finish(neg, BigInteger.ONE, farExponent(c, large));
  }

  private static long farExponent(Calc c, boolean large) {
    return large ? Calc.MAX_EMAX + 10 : 2 * Calc.MIN_EMIN - c.prec - 10;
  }

  static Num exp(Calc c, Num a) {
    Num nan = c.nan(a);
    if (nan != null) {
      return nan;
    }
    if (a.isInf()) {
      return a.neg() ? Num.ZERO : a;
    }
    if (a.isZero()) {
      return Num.ONE;
    }
    if (a.adjusted() > FAR) {
      return outOfRange(c, !a.neg());
    }
    if (a.adjusted() < -(c.prec + 2)) {
      return nearOne(c, a.neg());
    }
    long guard = 10;
    for (int i = 0;; i++, guard *= 2) {
      int scale = bits(c.prec + guard + 2);
      Num result = expOf(c, fixed(a, scale + 70), scale, i == ATTEMPTS);
      if (result != null) {
        return result;
      }
    }
  }

  /** {@code e ** (x / 2**(scale+70))}, rounded; null if more digits are needed to decide and {@code last} is false. */
  private static Num expOf(Calc c, BigInteger x, int scale, boolean last) {
    Num n = expWide(x, scale);
    if (n == null) {
      return outOfRange(c, x.signum() > 0);
    }
    return !last && undecided(n.coef(), c.prec) ? null : inexact(c, false, n.coef(), n.exp());
  }

  /** {@code e ** (x / 2**(scale+70))} with all digits that are known; null if it is out of every range. */
  private static Num expWide(BigInteger x, int scale) {
    int wide = scale + 70;
    BigInteger ten = ln10(wide + 70);
    BigInteger k = x.shiftLeft(70).divide(ten);
    if (k.bitLength() > 62) {
      return null;
    }
    BigInteger r = x.shiftLeft(70).subtract(k.multiply(ten)).shiftRight(140);
    BigInteger m = expFixed(r, scale);
    long digits = (long) ((scale - 8) / BITS_PER_DIGIT);
    return Num.finite(false, m.multiply(Num.pow10(digits)).shiftRight(scale), k.longValue() - digits);
  }

  /** {@code ln(a) * 2**scale} of a positive number. */
  private static BigInteger lnOf(Num a, int scale) {
    long e = a.adjusted();
    Num m = Num.finite(false, a.coef(), a.exp() - e);
    if (m.compare(Num.finite(false, BigInteger.valueOf(3), 0)) > 0) {
      m = Num.finite(false, a.coef(), m.exp() - 1);
      e++;
    }
    int s = scale + 70;
    BigInteger y = lnFixed(fixed(m, s), s);
    if (e != 0) {
      y = y.add(ln10(s).multiply(BigInteger.valueOf(e)));
    }
    return y.shiftRight(70);
  }

  /** Leading zeros after the decimal point of {@code ln(a)}: how close to 1 it is. */
  private static long closeness(Num a) {
    if (a.adjusted() != 0 && a.adjusted() != -1) {
      return 0;
    }
    Num d = DecimalArithmetic.subtract(Calc.widest(), a, Num.ONE);
    return Math.max(0, -d.adjusted());
  }

  private static Num logSpecial(Calc c, Num a) {
    Num nan = c.nan(a);
    if (nan != null) {
      return nan;
    }
    if (a.isZero()) {
      return Num.infinity(true);
    }
    if (a.neg()) {
      return c.invalid();
    }
    return a.isInf() ? a : null;
  }

  static Num ln(Calc c, Num a) {
    Num special = logSpecial(c, a);
    if (special != null) {
      return special;
    }
    if (a.compare(Num.ONE) == 0) {
      return Num.ZERO;
    }
    return log(c, a, false);
  }

  static Num log10(Calc c, Num a) {
    Num special = logSpecial(c, a);
    if (special != null) {
      return special;
    }
    if (a.stripped(Long.MAX_VALUE).coef().equals(BigInteger.ONE)) {
      return c.finish(Num.of(a.adjusted()));
    }
    return log(c, a, true);
  }

  private static Num log(Calc c, Num a, boolean toTen) {
    long guard = 10;
    long close = closeness(a);
    for (int i = 0;; i++, guard *= 2) {
      long digits = c.prec + guard + close;
      int scale = bits(digits + 3);
      BigInteger y = lnOf(a, scale);
      if (toTen) {
        y = y.shiftLeft(scale).divide(ln10(scale));
      }
      BigInteger q = y.abs().multiply(Num.pow10(digits)).shiftRight(scale);
      if (i == ATTEMPTS || !undecided(q, c.prec)) {
        return inexact(c, y.signum() < 0, q, -digits);
      }
    }
  }

  // ---- power

  static Num power(Calc c, Num base, Num exp) {
    Num nan = c.nan(base, exp);
    if (nan != null) {
      return nan;
    }
    boolean integral = exp.isInteger();
    boolean neg = base.neg() && integral && isOdd(exp);
    if (base.isZero()) {
      if (exp.isZero()) {
        return c.invalid();
      }
      return exp.neg() ? Num.infinity(neg) : Num.finite(neg, BigInteger.ZERO, 0);
    }
    if (base.neg() && !integral) {
      return c.invalid();
    }
    if (exp.isInf()) {
      return powerInfinite(c, base, exp);
    }
    if (base.isInf()) {
      if (exp.isZero()) {
        return Num.ONE.withSign(neg);
      }
      return exp.neg() ? Num.finite(neg, BigInteger.ZERO, 0) : Num.infinity(neg);
    }
    if (exp.isZero()) {
      return Num.ONE.withSign(neg);
    }
    if (base.compareMagnitude(Num.ONE) == 0) {
      return powerOfOne(c, base, exp, integral, neg);
    }
    double logarithm = Math.log10(Math.abs(leading(base))) + base.adjusted();
    if (Math.abs(logarithm) > 1e-9 && exp.adjusted() + Math.log10(Math.abs(logarithm)) > FAR) {
      return powerOutOfRange(c, neg, logarithm > 0 != exp.neg());
    }
    return integral && exp.adjusted() < 400 ? powerInteger(c, base, exp, neg) : powerReal(c, base, exp, neg);
  }

  /** The number's leading digits as a double in [1, 10). */
  private static double leading(Num n) {
    long drop = Math.max(0, n.digits() - 17);
    BigInteger lead = drop == 0 ? n.coef() : n.coef().divide(Num.pow10(drop));
    return lead.doubleValue() / Math.pow(10, Num.digits(lead) - 1);
  }

  private static boolean isOdd(Num n) {
    if (n.exp() > 0) {
      return false;
    }
    return n.exp() == 0 ? n.coef().testBit(0) : n.toInteger().testBit(0);
  }

  private static Num powerInfinite(Calc c, Num base, Num exp) {
    int cmp = base.compareMagnitude(Num.ONE);
    if (base.neg()) {
      return c.invalid();
    }
    if (cmp == 0) {
      c.status |= Signals.INEXACT | Signals.ROUNDED;
      return Num.finite(false, Num.pow10(c.prec - 1), 1 - c.prec);
    }
    return cmp > 0 != exp.neg() ? Num.infinity(false) : Num.ZERO;
  }

  private static Num powerOfOne(Calc c, Num base, Num exp, boolean integral, boolean neg) {
    long e;
    if (integral) {
      BigInteger times = exp.neg() ? BigInteger.ZERO : exp.adjusted() > 20 ? Num.pow10(20) : exp.toInteger();
      BigInteger wanted = times.multiply(BigInteger.valueOf(base.exp()));
      e = wanted.bitLength() > 62 ? Long.MIN_VALUE : wanted.longValue();
      if (e < 1 - c.prec) {
        e = 1 - c.prec;
        c.status |= Signals.ROUNDED;
      }
    } else {
      c.status |= Signals.INEXACT | Signals.ROUNDED;
      e = 1 - c.prec;
    }
    return c.finish(neg, Num.pow10(Math.max(0, -e)), Math.min(e, 0));
  }

  /** By repeated squaring with a few more digits. */
  private static Num powerInteger(Calc c, Num base, Num exp, boolean neg) {
    Calc work = c.working(Math.min(Calc.MAX_PREC, c.prec + Math.max(0, exp.digits() + exp.exp()) + 2));
    BigInteger n = exp.toInteger().abs();
    Num x = base.withSign(false);
    if (exp.neg()) {
      work.prec++;
      x = DecimalArithmetic.divide(work, Num.ONE, x);
    }
    Num result = x;
    for (int bit = n.bitLength() - 2; bit >= 0; bit--) {
      result = DecimalArithmetic.multiply(work, result, result);
      if (n.testBit(bit)) {
        result = DecimalArithmetic.multiply(work, result, x);
      }
      if (!result.isFinite() || result.isZero()) {
        break;
      }
    }
    c.status |= work.status & ~(Signals.OVERFLOW | Signals.SUBNORMAL | Signals.UNDERFLOW | Signals.CLAMPED);
    if (result.isInf() || result.isZero()) {
      return powerOutOfRange(c, neg, result.isInf());
    }
    return c.finish(result.withSign(neg));
  }

  private static Num powerReal(Calc c, Num base, Num exp, boolean neg) {
    long close = closeness(base);
    long guard = POWER_GUARD + 7;
    if (exp.adjusted() - close + Math.log10(Math.abs(base.adjusted()) + 3.0) < -(c.prec + guard)) {
      return ofPower(c, neg, Num.pow10(c.prec), -c.prec);
    }
    int scale = bits(c.prec + guard + 2);
    int extra = bits(Math.max(0, exp.adjusted() + 2) + 2);
    BigInteger product = lnOf(base, scale + 70 + extra).multiply(exp.signed());
    product = exp.exp() >= 0 ? product.multiply(Num.pow10(exp.exp())) : product.divide(Num.pow10(-exp.exp()));
    product = product.shiftRight(extra);
    Num n = expWide(product, scale);
    return n == null ? powerOutOfRange(c, neg, product.signum() > 0) : ofPower(c, neg, n.coef(), n.exp());
  }

  /** {@code base ** exp % mod} of integers. */
  static Num powerModulo(Calc c, Num base, Num exp, Num mod) {
    if (base.isNan() || exp.isNan() || mod.isNan()) {
      Num first = c.nan(base, exp);
      return first == null || mod.isSnan() && !base.isSnan() && !exp.isSnan() ? c.nan(mod) : first;
    }
    if (!base.isInteger() || !exp.isInteger() || !mod.isInteger() || exp.neg() && !exp.isZero() || mod.isZero()
        || mod.adjusted() >= c.prec || base.isZero() && exp.isZero()) {
      return c.invalid();
    }
    BigInteger m = mod.toInteger().abs();
    BigInteger b = base.coef().mod(m);
    b = base.exp() >= 0 ? b.multiply(BigInteger.TEN.modPow(BigInteger.valueOf(base.exp()), m)).mod(m) : base.toInteger().abs().mod(m);
    BigInteger r = b.modPow(exp.toInteger(), m);
    return c.finish(base.neg() && isOdd(exp), r, 0);
  }
}
