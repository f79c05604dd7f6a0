package dev.tuff.stdlib.decimal;

import dev.tuff.engine.core.Errors;
import java.math.BigInteger;

/**
 * The value of a decimal: {@code (-1)^neg * coef * 10^exp}, an infinity, or a NaN whose payload is {@code coef}. Of infinities the
 * coefficient is zero; of infinities and NaNs the exponent is.
 */
record Num(int kind, boolean neg, BigInteger coef, long exp) {
  static final int FINITE = 0;
  static final int INF = 1;
  static final int QNAN = 2;
  static final int SNAN = 3;

  static final Num ZERO = new Num(FINITE, false, BigInteger.ZERO, 0);
  static final Num ONE = new Num(FINITE, false, BigInteger.ONE, 0);
  static final Num NAN = new Num(QNAN, false, BigInteger.ZERO, 0);

  /** Coefficients beyond this many digits are taken to exhaust the memory. */
  static final long MOST_DIGITS = 100_000_000;

  /** Exponents beyond this are out of every context's range; the sum of a few still fits a long. */
  private static final long FAR = 2_500_000_000_000_000_000L;

  private static final BigInteger[] POWERS = powers();
  private static final double LOG10_2 = 0.301029995663981195;

  private static BigInteger[] powers() {
    BigInteger[] powers = new BigInteger[40];
    powers[0] = BigInteger.ONE;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1].multiply(BigInteger.TEN);
    }
    return powers;
  }

  static Num finite(boolean neg, BigInteger coef, long exp) {
    return new Num(FINITE, neg, coef, exp);
  }

  static Num of(long value) {
    return of(BigInteger.valueOf(value));
  }

  static Num of(BigInteger value) {
    return new Num(FINITE, value.signum() < 0, value.abs(), 0);
  }

  static Num infinity(boolean neg) {
    return new Num(INF, neg, BigInteger.ZERO, 0);
  }

  /** {@code 10 ** n}. */
  static BigInteger pow10(long n) {
    if (n < POWERS.length) {
      return POWERS[(int) n];
    }
    if (n > MOST_DIGITS) {
      throw Errors.memoryError();
    }
    // 5**n << n: half the digits to multiply
    return BigInteger.valueOf(5).pow((int) n).shiftLeft((int) n);
  }

  /** Number of decimal digits; 1 for zero. */
  static long digits(BigInteger n) {
    int bits = n.bitLength();
    if (bits == 0) {
      return 1;
    }
    long least = (long) ((bits - 1) * LOG10_2) + 1;
    // the estimate is right or one too small
    return n.compareTo(pow10(least)) >= 0 ? least + 1 : least;
  }

  long digits() {
    return digits(coef);
  }

  boolean isFinite() {
    return kind == FINITE;
  }

  boolean isInf() {
    return kind == INF;
  }

  boolean isNan() {
    return kind >= QNAN;
  }

  boolean isSnan() {
    return kind == SNAN;
  }

  boolean isZero() {
    return kind == FINITE && coef.signum() == 0;
  }

  /** Exponent of the first digit. */
  long adjusted() {
    return exp + digits() - 1;
  }

  /** -1, 0, 1 by value. */
  int signum() {
    return isZero() ? 0 : neg ? -1 : 1;
  }

  Num withSign(boolean sign) {
    return sign == neg ? this : new Num(kind, sign, coef, exp);
  }

  Num negated() {
    return withSign(!neg);
  }

  BigInteger signed() {
    return neg ? coef.negate() : coef;
  }

  boolean isInteger() {
    if (kind != FINITE) {
      return false;
    }
    if (exp >= 0 || coef.signum() == 0) {
      return true;
    }
    return -exp < digits() && coef.mod(pow10(-exp)).signum() == 0;
  }

  /** The integral part; the exponent must not be huge. */
  BigInteger toInteger() {
    if (coef.signum() == 0) {
      return BigInteger.ZERO;
    }
    BigInteger n = exp >= 0 ? coef.multiply(pow10(exp)) : -exp >= digits() ? BigInteger.ZERO : coef.divide(pow10(-exp));
    return neg ? n.negate() : n;
  }

  /** The coefficient without its trailing zeros, which the exponent takes; at most {@code most} of them. */
  Num stripped(long most) {
    BigInteger c = coef;
    long e = exp;
    if (c.signum() == 0) {
      return this;
    }
    for (int step = 32; step > 0;) {
      BigInteger[] qr = step > most - (e - exp) ? null : c.divideAndRemainder(pow10(step));
      if (qr != null && qr[1].signum() == 0) {
        c = qr[0];
        e += step;
      } else {
        step >>= 1;
      }
    }
    return e == exp ? this : new Num(FINITE, neg, c, e);
  }

  /**
   * Parses ASCII text by the decimal arithmetic's grammar of numeric strings; null if it is not one. Exponents out of any range come
   * out just far away.
   */
  static Num parse(String s) {
    int at = 0;
    int end = s.length();
    boolean neg = false;
    if (at < end && (s.charAt(at) == '-' || s.charAt(at) == '+')) {
      neg = s.charAt(at++) == '-';
    }
    if (at >= end) {
      return null;
    }
    char first = s.charAt(at);
    if (first != '.' && (first < '0' || first > '9')) {
      return parseSpecial(s.substring(at), neg);
    }
    int digitsFrom = at;
    int dot = -1;
    for (; at < end; at++) {
      char c = s.charAt(at);
      if (c == '.' && dot < 0) {
        dot = at;
      } else if (c < '0' || c > '9') {
        break;
      }
    }
    String digits = dot < 0 ? s.substring(digitsFrom, at) : s.substring(digitsFrom, dot) + s.substring(dot + 1, at);
    if (digits.isEmpty()) {
      return null;
    }
    long exp = dot < 0 ? 0 : -(at - dot - 1L);
    if (at < end) {
      long e = exponent(s, at, end);
      if (e == Long.MIN_VALUE) {
        return null;
      }
      exp += e;
    }
    return new Num(FINITE, neg, new BigInteger(digits), exp);
  }

  /** The exponent part at {@code at}; {@code Long.MIN_VALUE} if it is none. */
  private static long exponent(String s, int at, int end) {
    if ((s.charAt(at) | 0x20) != 'e' || at + 1 >= end) {
      return Long.MIN_VALUE;
    }
    at++;
    boolean minus = s.charAt(at) == '-';
    if (minus || s.charAt(at) == '+') {
      at++;
    }
    if (at >= end) {
      return Long.MIN_VALUE;
    }
    long e = 0;
    for (; at < end; at++) {
      char c = s.charAt(at);
      if (c < '0' || c > '9') {
        return Long.MIN_VALUE;
      }
      e = Math.min(FAR, e > FAR / 10 ? FAR : e * 10 + (c - '0'));
    }
    return minus ? -e : e;
  }

  private static Num parseSpecial(String s, boolean neg) {
    if (s.equalsIgnoreCase("inf") || s.equalsIgnoreCase("infinity")) {
      return infinity(neg);
    }
    boolean signaling = s.charAt(0) == 's' || s.charAt(0) == 'S';
    String rest = signaling ? s.substring(1) : s;
    if (!rest.regionMatches(true, 0, "nan", 0, 3)) {
      return null;
    }
    for (int i = 3; i < rest.length(); i++) {
      if (rest.charAt(i) < '0' || rest.charAt(i) > '9') {
        return null;
      }
    }
    BigInteger payload = rest.length() == 3 ? BigInteger.ZERO : new BigInteger(rest.substring(3));
    return new Num(signaling ? SNAN : QNAN, neg, payload, 0);
  }

  /** The numeric string: scientific notation, or with exponents that are multiples of three. */
  String text(boolean engineering, boolean capitals) {
    String sign = neg ? "-" : "";
    if (kind == INF) {
      return sign + "Infinity";
    }
    if (kind != FINITE) {
      return sign + (kind == SNAN ? "sNaN" : "NaN") + (coef.signum() == 0 ? "" : coef.toString());
    }
    String digits = coef.toString();
    long left = exp + digits.length();
    long dot;
    if (exp <= 0 && left > -6) {
      dot = left;
    } else if (!engineering) {
      dot = 1;
    } else if (coef.signum() == 0) {
      dot = Math.floorMod(left + 1, 3L) - 1;
    } else {
      dot = Math.floorMod(left - 1, 3L) + 1;
    }
    StringBuilder out = new StringBuilder(digits.length() + 12).append(sign);
    if (dot <= 0) {
      out.append("0.").repeat('0', (int) -dot).append(digits);
    } else if (dot >= digits.length()) {
      out.append(digits).repeat('0', (int) dot - digits.length());
    } else {
      out.append(digits, 0, (int) dot).append('.').append(digits, (int) dot, digits.length());
    }
    if (left != dot) {
      out.append(capitals ? 'E' : 'e').append(left - dot >= 0 ? "+" : "").append(left - dot);
    }
    return out.toString();
  }

  /** Compares numerically; neither may be a NaN. */
  int compare(Num o) {
    int s = signum();
    int t = o.signum();
    if (s != t || s == 0) {
      return Integer.compare(s, t);
    }
    return s > 0 ? compareMagnitude(o) : -compareMagnitude(o);
  }

  /** Compares absolute values. */
  int compareMagnitude(Num o) {
    if (kind == INF || o.kind == INF) {
      return Integer.compare(kind, o.kind);
    }
    if (coef.signum() == 0 || o.coef.signum() == 0) {
      return Integer.compare(coef.signum(), o.coef.signum());
    }
    long a = adjusted();
    long b = o.adjusted();
    if (a != b) {
      return Long.compare(a, b);
    }
    if (exp == o.exp) {
      return coef.compareTo(o.coef);
    }
    return exp > o.exp
        ? coef.multiply(pow10(exp - o.exp)).compareTo(o.coef)
        : coef.compareTo(o.coef.multiply(pow10(o.exp - exp)));
  }

  /** The total order of IEEE 754: by sign, kind, value, exponent. */
  int compareTotal(Num o) {
    if (neg != o.neg) {
      return neg ? -1 : 1;
    }
    return neg ? -compareTotalMagnitude(o) : compareTotalMagnitude(o);
  }

  int compareTotalMagnitude(Num o) {
    int rank = isNan() ? 5 - kind : 0;
    int other = o.isNan() ? 5 - o.kind : 0;
    if (rank != other) {
      return Integer.compare(rank, other);
    }
    if (rank != 0) {
      return coef.compareTo(o.coef);
    }
    int c = compareMagnitude(o);
    return c != 0 ? c : Long.compare(exp, o.exp);
  }
}
