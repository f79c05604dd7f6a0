package dev.tuff.stdlib.decimal;

import java.math.BigInteger;

/**
 * One computation: the precision, rounding and limits that it obeys, and the conditions that it has met so far; with rounding itself.
 * {@link DecimalArithmetic} and its kin are the operations.
 */
final class Calc {
  static final long MAX_PREC = 999_999_999_999_999_999L;
  static final long MAX_EMAX = 999_999_999_999_999_999L;
  static final long MIN_EMIN = -MAX_EMAX;
  static final long MIN_ETINY = MIN_EMIN - (MAX_PREC - 1);

  static final int ROUND_UP = 0;
  static final int ROUND_DOWN = 1;
  static final int ROUND_CEILING = 2;
  static final int ROUND_FLOOR = 3;
  static final int ROUND_HALF_UP = 4;
  static final int ROUND_HALF_DOWN = 5;
  static final int ROUND_HALF_EVEN = 6;
  static final int ROUND_05UP = 7;

  private static final BigInteger FIVE = BigInteger.valueOf(5);

  long prec;
  int rounding;
  long emin;
  long emax;
  boolean clamp;

  /** The conditions met: bits of {@link Signals}. */
  int status;

  Calc(long prec, int rounding, long emin, long emax, boolean clamp) {
    this.prec = prec;
    this.rounding = rounding;
    this.emin = emin;
    this.emax = emax;
    this.clamp = clamp;
  }

  /** The widest limits: what is rounded here is unrepresentable. */
  static Calc widest() {
    return new Calc(MAX_PREC, ROUND_HALF_EVEN, MIN_EMIN, MAX_EMAX, false);
  }

  /** Of another precision, rounding half to even, with the widest exponents; shares nothing. */
  Calc working(long precision) {
    return new Calc(precision, ROUND_HALF_EVEN, MIN_EMIN, MAX_EMAX, false);
  }

  long etiny() {
    return emin - (prec - 1);
  }

  long etop() {
    return emax - (prec - 1);
  }

  /** Notes an invalid operation: its result is a NaN. */
  Num invalid() {
    return invalid(Signals.INVALID_OPERATION);
  }

  Num invalid(int condition) {
    status |= condition;
    return Num.NAN;
  }

  /** The NaN to return if an operand is one, or null. */
  Num nan(Num a, Num b) {
    if (!a.isNan() && !b.isNan()) {
      return null;
    }
    if (a.isSnan() || b.isSnan()) {
      status |= Signals.INVALID_OPERATION;
      return quiet(a.isSnan() ? a : b);
    }
    return quiet(a.isNan() ? a : b);
  }

  Num nan(Num a) {
    return a.isNan() ? nan(a, a) : null;
  }

  /** A quiet NaN with the payload cut to the precision. */
  Num quiet(Num n) {
    long room = prec - (clamp ? 1 : 0);
    BigInteger payload = n.coef();
    if (payload.signum() != 0 && Num.digits(payload) > room) {
      payload = payload.mod(Num.pow10(room));
    }
    return new Num(Num.QNAN, n.neg(), payload, 0);
  }

  /** Divides a coefficient by {@code 10**drop}, rounding; notes whether that was inexact. */
  BigInteger round(BigInteger coef, long drop, boolean neg, int mode) {
    BigInteger unit;
    BigInteger[] qr;
    if (drop > Num.digits(coef)) {
      // below half of the last place: what is dropped is all, and less than a tenth of a unit
      qr = new BigInteger[] {BigInteger.ZERO, coef.signum() == 0 ? BigInteger.ZERO : BigInteger.ONE};
      unit = Num.pow10(2);
    } else {
      unit = Num.pow10(drop);
      qr = coef.divideAndRemainder(unit);
    }
    if (qr[1].signum() == 0) {
      return qr[0];
    }
    status |= Signals.INEXACT;
    return awayFromZero(qr[0], qr[1], unit, neg, mode) ? qr[0].add(BigInteger.ONE) : qr[0];
  }

  private static boolean awayFromZero(BigInteger q, BigInteger r, BigInteger unit, boolean neg, int mode) {
    return switch (mode) {
      case ROUND_UP -> true;
      case ROUND_DOWN -> false;
      case ROUND_CEILING -> !neg;
      case ROUND_FLOOR -> neg;
      case ROUND_HALF_UP -> r.shiftLeft(1).compareTo(unit) >= 0;
      case ROUND_HALF_DOWN -> r.shiftLeft(1).compareTo(unit) > 0;
      case ROUND_HALF_EVEN -> {
        int c = r.shiftLeft(1).compareTo(unit);
        yield c > 0 || c == 0 && q.testBit(0);
      }
      default -> q.mod(FIVE).signum() == 0;
    };
  }

  /** The finite number brought into the precision and the exponent's range. */
  Num finish(boolean neg, BigInteger coef, long exp) {
    return finish(Num.finite(neg, coef, exp));
  }

  Num finish(Num n) {
    if (!n.isFinite()) {
      return n.isNan() ? quietPayload(n) : n;
    }
    if (n.coef().signum() == 0) {
      return finishZero(n);
    }
    long digits = n.digits();
    long least = digits + n.exp() - prec;
    if (least > etop()) {
      return overflow(n.neg());
    }
    boolean subnormal = least < etiny();
    if (subnormal) {
      least = etiny();
      status |= Signals.SUBNORMAL;
    }
    if (n.exp() < least) {
      return shorten(n, least, subnormal);
    }
    if (clamp && n.exp() > etop()) {
      status |= Signals.CLAMPED;
      return Num.finite(n.neg(), n.coef().multiply(Num.pow10(n.exp() - etop())), etop());
    }
    return n;
  }

  private Num quietPayload(Num n) {
    Num cut = quiet(n);
    return n.isSnan() ? new Num(Num.SNAN, n.neg(), cut.coef(), 0) : cut;
  }

  private Num finishZero(Num n) {
    long exp = Math.clamp(n.exp(), etiny(), clamp ? etop() : emax);
    if (exp == n.exp()) {
      return n;
    }
    status |= Signals.CLAMPED;
    return Num.finite(n.neg(), BigInteger.ZERO, exp);
  }

  private Num shorten(Num n, long exp, boolean subnormal) {
    int before = status;
    status &= ~Signals.INEXACT;
    BigInteger coef = round(n.coef(), exp - n.exp(), n.neg(), rounding);
    boolean changed = (status & Signals.INEXACT) != 0;
    status |= before | Signals.ROUNDED;
    if (Num.digits(coef) > prec) {
      coef = coef.divide(BigInteger.TEN);
      exp++;
    }
    if (exp > etop()) {
      return overflow(n.neg());
    }
    if (subnormal && changed) {
      status |= Signals.UNDERFLOW;
    }
    if (coef.signum() == 0) {
      status |= Signals.CLAMPED;
    }
    return Num.finite(n.neg(), coef, exp);
  }

  Num overflow(boolean neg) {
    status |= Signals.OVERFLOW | Signals.INEXACT | Signals.ROUNDED;
    boolean stays = switch (rounding) {
      case ROUND_DOWN, ROUND_05UP -> true;
      case ROUND_CEILING -> neg;
      case ROUND_FLOOR -> !neg;
      default -> false;
    };
    return stays ? Num.finite(neg, Num.pow10(prec).subtract(BigInteger.ONE), etop()) : Num.infinity(neg);
  }
}
