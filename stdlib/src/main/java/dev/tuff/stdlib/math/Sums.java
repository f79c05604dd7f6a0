package dev.tuff.stdlib.math;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Operators;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;
import java.math.BigInteger;
import java.util.Arrays;

/** Sums, products and norms of many numbers, without the loss of adding floats one by one. */
final class Sums {
  private Sums() {}

  @Function(value = "fsum(seq, /)", doc = "Return an accurate floating-point sum of values in the iterable seq.")
  static double fsum(Object seq) {
    Object it = Iteration.iter(seq);
    // Shewchuk: partials that do not overlap, in order of magnitude; their sum is exact
    double[] partials = new double[32];
    int n = 0;
    double special = 0;
    double infinities = 0;
    for (Object o; (o = Iteration.next(it)) != null; ) {
      double x = PyFloat.toDouble(o);
      double original = x;
      int i = 0;
      for (int j = 0; j < n; j++) {
        double y = partials[j];
        if (Math.abs(x) < Math.abs(y)) {
          double t = x;
          x = y;
          y = t;
        }
        double hi = x + y;
        double lo = y - (hi - x);
        if (lo != 0) {
          partials[i++] = lo;
        }
        x = hi;
      }
      n = i;
      if (x != 0) {
        if (!Double.isFinite(x)) {
          if (Double.isFinite(original)) {
            throw Errors.overflowError("intermediate overflow in fsum");
          }
          if (Double.isInfinite(original)) {
            infinities += original;
          }
          special += original;
          n = 0;
        } else {
          if (n == partials.length) {
            partials = Arrays.copyOf(partials, 2 * n);
          }
          partials[n++] = x;
        }
      }
    }
    if (special != 0) {
      if (infinities != infinities) {
        throw Errors.valueError("-inf + inf in fsum");
      }
      return special;
    }
    return total(partials, n);
  }

  /** The partials added with one rounding, half to even over all of them. */
  private static double total(double[] partials, int n) {
    if (n == 0) {
      return 0.0;
    }
    double hi = partials[--n];
    double lo = 0;
    while (n > 0) {
      double x = hi;
      double y = partials[--n];
      hi = x + y;
      lo = y - (hi - x);
      if (lo != 0) {
        break;
      }
    }
    if (n > 0 && (lo < 0 && partials[n - 1] < 0 || lo > 0 && partials[n - 1] > 0)) {
      double y = lo * 2;
      double x = hi + y;
      if (y == x - hi) {
        hi = x;
      }
    }
    return hi;
  }

  @Function(value = "prod(iterable, /, *, start=1)", doc = "Calculate the product of all the elements in the input iterable.")
  static Object prod(Object iterable, Object start) {
    Object it = Iteration.iter(iterable);
    Object r = start;
    for (Object o; (o = Iteration.next(it)) != null; ) {
      r = Operators.binary(Special.MUL, r, o);
    }
    return r;
  }

  @Function(value = "sumprod(p, q, /)", doc = "Return the sum of products of values from two iterables p and q.")
  static Object sumprod(Object p, Object q) {
    Object a = Iteration.iter(p);
    Object b = Iteration.iter(q);
    Object total = Py.box(0);
    long ints = 0;
    // a running sum of float products as a triple of floats
    double hi = 0;
    double lo = 0;
    double tiny = 0;
    boolean floats = false;
    // small ints first, then floats, then the operators of whatever comes: never back, so that the order of additions stays
    boolean intsAllowed = true;
    boolean floatsAllowed = true;
    while (true) {
      Object x = Iteration.next(a);
      Object y = Iteration.next(b);
      if (x == null != (y == null)) {
        throw Errors.valueError("Inputs are not the same length");
      }
      if (intsAllowed) {
        if (x instanceof Long i && y instanceof Long j) {
          long product = i * j;
          long sum = ints + product;
          if (Math.multiplyHigh(i, j) == product >> 63 && ((ints ^ sum) & (product ^ sum)) >= 0) {
            ints = sum;
            continue;
          }
        }
        intsAllowed = false;
        total = Py.box(ints);
      }
      if (floatsAllowed) {
        if ((x instanceof Double || y instanceof Double) && isReal(x) && isReal(y)) {
          double u = real(x);
          double v = real(y);
          double product = u * v;
          double productLow = Math.fma(u, v, -product);
          double sum = hi + product;
          if (Double.isFinite(sum) && Double.isFinite(product)) {
            double sumLow = low(hi, product, sum);
            double r1 = lo + productLow;
            double r1Low = low(lo, productLow, r1);
            double r2 = r1 + sumLow;
            double r2Low = low(r1, sumLow, r2);
            hi = sum;
            lo = r2;
            tiny += r1Low + r2Low;
            floats = true;
            continue;
          }
        }
        floatsAllowed = false;
        if (floats) {
          total = Operators.binary(Special.ADD, total, triple(hi, lo, tiny));
        }
      }
      if (x == null) {
        return total;
      }
      total = Operators.binary(Special.ADD, total, Operators.binary(Special.MUL, x, y));
    }
  }

  private static boolean isReal(Object o) {
    return o instanceof Double || o instanceof Long || o instanceof Boolean || o instanceof BigInteger i && i.bitLength() < 1024;
  }

  private static double real(Object o) {
    return o instanceof Double d ? d : PyInt.toDouble(PyInt.value(o));
  }

  /** What rounding took from {@code a + b = sum}. */
  private static double low(double a, double b, double sum) {
    double z = sum - a;
    return a - (sum - z) + (b - z);
  }

  private static double triple(double hi, double lo, double tiny) {
    double last = lo + tiny;
    double lastLow = low(lo, tiny, last);
    double sum = hi + last;
    double sumLow = low(hi, last, sum);
    return sum + (sumLow + lastLow);
  }

  @Function(value = "hypot(*coordinates)", doc = "Multidimensional Euclidean distance from the origin to a point.")
  static double hypot(Object[] coordinates) {
    double[] v = new double[coordinates.length];
    for (int i = 0; i < v.length; i++) {
      v[i] = Math.abs(PyFloat.toDouble(coordinates[i]));
    }
    return norm(v);
  }

  @Function(value = "dist(p, q, /)", doc = "Return the Euclidean distance between two points p and q.")
  static double dist(Object p, Object q) {
    Object[] a = p instanceof PyTuple t ? t.array() : Iteration.toArray(p);
    Object[] b = q instanceof PyTuple t ? t.array() : Iteration.toArray(q);
    if (a.length != b.length) {
      throw Errors.valueError("both points must have the same number of dimensions");
    }
    double[] v = new double[a.length];
    for (int i = 0; i < v.length; i++) {
      v[i] = Math.abs(PyFloat.toDouble(a[i]) - PyFloat.toDouble(b[i]));
    }
    return norm(v);
  }

  /** The Euclidean norm of values that are not negative: squares scaled by a power of two, summed in double-double. */
  private static double norm(double[] v) {
    double max = 0;
    boolean nan = false;
    for (double x : v) {
      if (Double.isInfinite(x)) {
        return Double.POSITIVE_INFINITY;
      }
      nan |= x != x;
      max = Math.max(max, x);
    }
    if (nan) {
      return Double.NaN;
    }
    if (max == 0 || v.length == 1) {
      return max;
    }
    if (max < Double.MIN_NORMAL) {
      // scaled into the normal range first: an exact step
      double[] w = new double[v.length];
      for (int i = 0; i < w.length; i++) {
        w[i] = v[i] * 0x1p1000;
      }
      return norm(w) * 0x1p-1000;
    }
    int e = Math.getExponent(max) + 1;
    double sum = 0;
    double rest = 0;
    for (double x : v) {
      double s = scaled(x, e);
      double square = s * s;
      double next = sum + square;
      rest += low(sum, square, next) + Math.fma(s, s, -square);
      sum = next;
    }
    double h = Math.sqrt(sum + rest);
    // one Newton step on the exact residual
    double square = h * h;
    double d = sum - square + (rest - Math.fma(h, h, -square));
    h += d / (2 * h);
    return e > 1000 ? Math.scalb(h, e) : h * Math.scalb(1.0, e);
  }

  private static double scaled(double x, int e) {
    return Math.scalb(x, -e);
  }
}
