package dev.tuff.engine.module;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Function;

/** {@code max} and {@code min}. */
final class Extremes {
  private Extremes() {}

  @Function(value = "max(*args, key=None, default=<null>)", doc = "max(iterable, *[, default=obj, key=func]) -> value\n"
      + "max(arg1, arg2, *args, *[, key=func]) -> value\n\nThe largest of the arguments, or of the items of one iterable.",
      textSignature = false)
  static Object max(Object[] args, Object key, Object fallback) {
    return extreme("max", Comparison.GT, args, key, fallback);
  }

  @Function(value = "min(*args, key=None, default=<null>)", doc = "min(iterable, *[, default=obj, key=func]) -> value\n"
      + "min(arg1, arg2, *args, *[, key=func]) -> value\n\nThe smallest of the arguments, or of the items of one iterable.",
      textSignature = false)
  static Object min(Object[] args, Object key, Object fallback) {
    return extreme("min", Comparison.LT, args, key, fallback);
  }

  private static Object extreme(String name, int op, Object[] args, Object key, Object fallback) {
    if (args.length == 0) {
      throw Errors.typeError(name + " expected at least 1 argument, got 0");
    }
    boolean several = args.length > 1;
    if (several && fallback != null) {
      throw Errors.typeError("Cannot specify a default for " + name + "() with multiple positional arguments");
    }
    if (!several && key == Py.None && args[0] instanceof PyList l && l.shape == PyList.SHAPE && ofNumbers(l, op) instanceof Object number) {
      return number;
    }
    Object it = Iteration.iter(several ? Py.tuple(args) : args[0]);
    Object best = null;
    Object bestKey = null;
    for (Object v; (v = Iteration.next(it)) != null; ) {
      Object k = key == Py.None ? v : Call.call(key, v);
      if (best == null || Comparison.test(op, k, bestKey)) {
        best = v;
        bestKey = k;
      }
    }
    if (best != null) {
      return best;
    }
    if (fallback == null) {
      throw Errors.valueError(name + "() iterable argument is empty");
    }
    return fallback;
  }

  /** The extreme of a list that has bare numbers; null if it has none. */
  private static Object ofNumbers(PyList list, int op) {
    boolean max = op == Comparison.GT;
    long[] ints = list.longs();
    if (ints != null) {
      int n = Math.min(list.size(), ints.length);
      return n == 0 ? null : Py.box(max ? max(ints, n) : min(ints, n));
    }
    double[] floats = list.floats();
    int n = floats == null ? 0 : Math.min(list.size(), floats.length);
    return n == 0 ? null : (Object) (max ? max(floats, n) : min(floats, n));
  }

  private static long max(long[] a, int n) {
    long best = a[0];
    for (int i = 1; i < n; i++) {
      best = Math.max(best, a[i]);
    }
    return best;
  }

  private static long min(long[] a, int n) {
    long best = a[0];
    for (int i = 1; i < n; i++) {
      best = Math.min(best, a[i]);
    }
    return best;
  }

  // not by Math.max: a NaN is neither more nor less than the others, and the first of two zeros stays

  private static double max(double[] a, int n) {
    double best = a[0];
    for (int i = 1; i < n; i++) {
      if (a[i] > best) {
        best = a[i];
      }
    }
    return best;
  }

  private static double min(double[] a, int n) {
    double best = a[0];
    for (int i = 1; i < n; i++) {
      if (a[i] < best) {
        best = a[i];
      }
    }
    return best;
  }
}
