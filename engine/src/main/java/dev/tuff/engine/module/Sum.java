package dev.tuff.engine.module;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Operators;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.number.PyComplex;
import dev.tuff.engine.text.PyStr;

/** {@code sum}: ints as longs while they fit, floats and complex numbers with the errors of rounding carried along, the rest by {@code +}. */
public final class Sum {
  private Sum() {}

  /** Neumaier's compensated sum of doubles. */
  private static final class Compensated {
    private double sum;
    private double error;

    Compensated(double start) {
      sum = start;
    }

    void add(double x) {
      double t = sum + x;
      error += Math.abs(sum) >= Math.abs(x) ? sum - t + x : x - t + sum;
      sum = t;
    }

    double value() {
      return error != 0 && Double.isFinite(error) ? sum + error : sum;
    }
  }

  @Function(value = "sum(iterable, /, start=0)", doc = "The sum of a start value and the items of an iterable.")
  static Object sum(Object iterable, Object start) {
    if (PyStr.isStr(start)) {
      throw Errors.typeError("sum() can't sum strings [use ''.join(seq) instead]");
    }
    if (start instanceof dev.tuff.engine.bytes.PyBytes) {
      throw Errors.typeError("sum() can't sum bytes [use b''.join(seq) instead]");
    }
    if (start instanceof dev.tuff.engine.bytes.PyByteArray) {
      throw Errors.typeError("sum() can't sum bytearray [use b''.join(seq) instead]");
    }
    if (iterable instanceof PyList l && l.shape == PyList.SHAPE && ofNumbers(l, start) instanceof Object sum) {
      return sum;
    }
    Object it = Iteration.iter(iterable);
    Object total = start;
    Object v = Iteration.next(it);
    if (total instanceof Long l) {
      long sum = l;
      while (v instanceof Long || v instanceof Boolean) {
        long x = v instanceof Long n ? n : v == Boolean.TRUE ? 1 : 0;
        long next = sum + x;
        if (((sum ^ next) & (x ^ next)) < 0) {
          break;
        }
        sum = next;
        v = Iteration.next(it);
      }
      total = Py.box(sum);
      if (v != null) {
        total = Operators.binary(Special.ADD, total, v);
        v = Iteration.next(it);
      }
    }
    if (total instanceof Double d) {
      Compensated sum = new Compensated(d);
      while (isReal(v)) {
        sum.add(real(v));
        v = Iteration.next(it);
      }
      total = sum.value();
      if (v != null) {
        total = Operators.binary(Special.ADD, total, v);
        v = Iteration.next(it);
      }
    }
    if (total instanceof PyComplex c && c.type() == PyComplex.TYPE) {
      Compensated re = new Compensated(c.real);
      Compensated im = new Compensated(c.imag);
      while (isReal(v) || v instanceof PyComplex z && z.type() == PyComplex.TYPE) {
        re.add(v instanceof PyComplex z ? z.real : real(v));
        if (v instanceof PyComplex z) {
          im.add(z.imag);
        }
        v = Iteration.next(it);
      }
      total = new PyComplex(re.value(), im.value());
    }
    for (; v != null; v = Iteration.next(it)) {
      total = Operators.binary(Special.ADD, total, v);
    }
    return total;
  }

  /** The sum of a list that has bare numbers; null if it has none, or the sum of ints becomes too large for a long. */
  private static Object ofNumbers(PyList list, Object start) {
    long[] ints = list.longs();
    if (ints != null && start instanceof Long first) {
      long sum = first;
      int n = Math.min(list.size(), ints.length);
      for (int i = 0; i < n; i++) {
        long next = sum + ints[i];
        if (((sum ^ next) & (ints[i] ^ next)) < 0) {
          return null;
        }
        sum = next;
      }
      return Py.box(sum);
    }
    double[] floats = list.floats();
    int n = floats == null ? 0 : Math.min(list.size(), floats.length);
    if (n == 0 || !(start instanceof Long || start instanceof Double)) {
      return null;
    }
    // an int is added to the first float, a float begins the compensated sum
    int i = start instanceof Long ? 1 : 0;
    Compensated sum = new Compensated(i == 0 ? (Double) start : (Long) start + floats[0]);
    for (; i < n; i++) {
      sum.add(floats[i]);
    }
    return sum.value();
  }

  private static boolean isReal(Object v) {
    return v instanceof Double || v instanceof Long || v instanceof Boolean;
  }

  private static double real(Object v) {
    return v instanceof Double d ? d : v instanceof Long n ? n : v == Boolean.TRUE ? 1 : 0;
  }
}
