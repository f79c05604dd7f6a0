package dev.tuff.stdlib.math;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.number.PyInt;
import java.math.BigInteger;

/** Functions of {@code math} on ints: divisors, factorials and what is counted with them, roots. */
final class Integers {
  private Integers() {}

  @Function(value = "gcd(*integers)", doc = "Greatest Common Divisor.")
  static Object gcd(Object[] integers) {
    Object r = Py.box(0);
    for (Object i : integers) {
      r = gcd(r, PyInt.index(i));
    }
    return r;
  }

  private static Object gcd(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y && x != Long.MIN_VALUE && y != Long.MIN_VALUE) {
      long p = Math.abs(x);
      long q = Math.abs(y);
      while (q != 0) {
        long t = p % q;
        p = q;
        q = t;
      }
      return Py.box(p);
    }
    return Py.box(PyInt.big(a).gcd(PyInt.big(b)));
  }

  @Function(value = "lcm(*integers)", doc = "Least Common Multiple.")
  static Object lcm(Object[] integers) {
    BigInteger r = BigInteger.ONE;
    for (Object i : integers) {
      BigInteger b = PyInt.big(PyInt.index(i));
      r = r.signum() == 0 || b.signum() == 0 ? BigInteger.ZERO : r.divide(r.gcd(b)).multiply(b).abs();
    }
    return Py.box(r);
  }

  @Function(value = "isqrt(n, /)", doc = "Return the integer part of the square root of the input.")
  static Object isqrt(Object n) {
    Object v = PyInt.index(n);
    if (PyInt.sign(v) < 0) {
      throw Errors.valueError("isqrt() argument must be nonnegative");
    }
    if (v instanceof Long l) {
      long r = (long) Math.sqrt((double) l);
      // rounding to double may be off by one
      r = Math.min(r, 3037000499L);
      while (r * r > l) {
        r--;
      }
      while (r < 3037000499L && (r + 1) * (r + 1) <= l) {
        r++;
      }
      return Py.box(r);
    }
    return Py.box(((BigInteger) v).sqrt());
  }

  @Function(value = "factorial(n, /)", doc = "Find n!.")
  static Object factorial(Object n) {
    Object v = PyInt.index(n);
    if (PyInt.sign(v) < 0) {
      throw Errors.valueError("factorial() not defined for negative values");
    }
    if (!(v instanceof Long l)) {
      throw Errors.overflowError("factorial() argument should not exceed " + Long.MAX_VALUE);
    }
    if (l > Integer.MAX_VALUE) {
      throw Errors.memoryError();
    }
    return Py.box(product(2, l));
  }

  /** The product of {@code from..to}, by halves so that the factors stay of like size. */
  private static BigInteger product(long from, long to) {
    if (to - from < 16) {
      BigInteger r = BigInteger.ONE;
      long small = 1;
      for (long i = from; i <= to; i++) {
        if (Math.multiplyHigh(small, i) != 0 || small * i < 0) {
          r = r.multiply(BigInteger.valueOf(small));
          small = i;
        } else {
          small *= i;
        }
      }
      return r.multiply(BigInteger.valueOf(small));
    }
    long mid = from + to >>> 1;
    return product(from, mid).multiply(product(mid + 1, to));
  }

  /** {@code n (n - 1) … (n - k + 1)}. */
  private static BigInteger falling(BigInteger n, long k) {
    if (k == 0) {
      return BigInteger.ONE;
    }
    if (n.bitLength() < 63) {
      return product(n.longValue() - k + 1, n.longValue());
    }
    if (k == 1) {
      return n;
    }
    long half = k / 2;
    return falling(n, half).multiply(falling(n.subtract(BigInteger.valueOf(half)), k - half));
  }

  private static BigInteger nonNegative(Object o, String name) {
    BigInteger b = PyInt.big(PyInt.index(o));
    if (b.signum() < 0) {
      throw Errors.valueError(name + " must be a non-negative integer");
    }
    return b;
  }

  @Function(value = "perm(n, k=None, /)", doc = "Number of ways to choose k items from n items without repetition and with order.")
  static Object perm(Object n, Object k) {
    if (k == Py.None) {
      return factorial(n);
    }
    Object rawN = PyInt.index(n);
    Object rawK = PyInt.index(k);
    BigInteger total = nonNegative(rawN, "n");
    BigInteger chosen = nonNegative(rawK, "k");
    if (total.compareTo(chosen) < 0) {
      return Py.box(0);
    }
    if (chosen.bitLength() > 63) {
      throw Errors.overflowError("k must not exceed " + Long.MAX_VALUE);
    }
    return Py.box(falling(total, chosen.longValue()));
  }

  @Function(value = "comb(n, k, /)", doc = "Number of ways to choose k items from n items without repetition and without order.")
  static Object comb(Object n, Object k) {
    Object rawN = PyInt.index(n);
    Object rawK = PyInt.index(k);
    BigInteger total = nonNegative(rawN, "n");
    BigInteger chosen = nonNegative(rawK, "k");
    if (total.compareTo(chosen) < 0) {
      return Py.box(0);
    }
    chosen = chosen.min(total.subtract(chosen));
    if (chosen.bitLength() > 63) {
      throw Errors.overflowError("min(n - k, k) must not exceed " + Long.MAX_VALUE);
    }
    return Py.box(choose(total, chosen.longValue()));
  }

  private static BigInteger choose(BigInteger n, long k) {
    if (k == 0) {
      return BigInteger.ONE;
    }
    if (k == 1) {
      return n;
    }
    if (k <= 30) {
      return falling(n, k).divide(product(2, k));
    }
    // C(n, k) = C(n, j) C(n - j, k - j) / C(k, j): the divisions stay exact and the numbers small
    long j = k / 2;
    return choose(n, j).multiply(choose(n.subtract(BigInteger.valueOf(j)), k - j)).divide(choose(BigInteger.valueOf(k), j));
  }
}
