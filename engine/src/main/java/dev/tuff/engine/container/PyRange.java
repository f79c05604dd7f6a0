package dev.tuff.engine.container;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.number.PyInt;
import java.math.BigInteger;

/**
 * {@code range}. Start, stop and step are plain ints. If all of them, the length and every item fit 64 bits the range is
 * {@link #small}, and the {@code long} fields hold them; otherwise only the objects count.
 */
public final class PyRange extends PyObject {
  public static final PyType TYPE = PyType.builtin("range", PyType.OBJECT, PyType.FINAL | PyType.MATCH_SEQUENCE,
      "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nThe integers from start (inclusive) to stop (exclusive) "
          + "by step.", new PyRangeTable(), new RangeMethodsTable());
  private static final Shape SHAPE = TYPE.rootShape;

  public final Object start;
  public final Object stop;
  public final Object step;
  public final Object length;
  public final boolean small;
  public final long first;
  public final long by;
  public final long count;

  public PyRange(long start, long stop, long step) {
    this(Py.box(start), Py.box(stop), Py.box(step));
  }

  /** A range of plain ints; {@code step} is not zero. */
  PyRange(Object start, Object stop, Object step) {
    super(SHAPE);
    this.start = start;
    this.stop = stop;
    this.step = step;
    if (start instanceof Long a && stop instanceof Long b && step instanceof Long c && inBounds(a, b, c)) {
      small = true;
      first = a;
      by = c;
      count = c > 0 ? (a < b ? (b - a - 1) / c + 1 : 0) : a > b ? (a - b - 1) / -c + 1 : 0;
      length = Py.box(count);
    } else {
      small = false;
      first = 0;
      by = 0;
      count = -1;
      length = bigLength(PyInt.big(start), PyInt.big(stop), PyInt.big(step));
    }
  }

  /** Whether no step past the last item can overflow. */
  private static boolean inBounds(long a, long b, long c) {
    long limit = Long.MAX_VALUE >> 2;
    return Math.abs(a) < limit && Math.abs(b) < limit && Math.abs(c) < limit
        && a != Long.MIN_VALUE && b != Long.MIN_VALUE && c != Long.MIN_VALUE;
  }

  private static Object bigLength(BigInteger start, BigInteger stop, BigInteger step) {
    BigInteger span = step.signum() > 0 ? stop.subtract(start) : start.subtract(stop);
    if (span.signum() <= 0) {
      return Py.box(0);
    }
    return Py.box(span.subtract(BigInteger.ONE).divide(step.abs()).add(BigInteger.ONE));
  }

  @New(value = "range(*args)", textSignature = false)
  static Object __new__(PyType type, Object[] args) {
    switch (args.length) {
      case 0:
        throw Errors.typeError("range expected at least 1 argument, got 0");
      case 1:
        return new PyRange(Py.box(0), PyInt.index(args[0]), Py.box(1));
      case 2:
        return new PyRange(PyInt.index(args[0]), PyInt.index(args[1]), Py.box(1));
      case 3:
        Object start = PyInt.index(args[0]);
        Object stop = PyInt.index(args[1]);
        Object step = PyInt.index(args[2]);
        if (PyInt.sign(step) == 0) {
          throw Errors.valueError("range() arg 3 must not be zero");
        }
        return new PyRange(start, stop, step);
      default:
        throw Errors.typeError("range expected at most 3 arguments, got " + args.length);
    }
  }

  /** Item {@code i}, which is in bounds. */
  Object item(Object i) {
    if (small) {
      return Py.box(first + (Long) i * by);
    }
    return Py.box(PyInt.big(start).add(PyInt.big(i).multiply(PyInt.big(step))));
  }

  /** All items; null if they are not all longs, or too many for an array. */
  long[] longs() {
    if (!small || count > Integer.MAX_VALUE - 8) {
      return null;
    }
    try {
      long[] out = new long[(int) count];
      long v = first;
      for (int i = 0; i < out.length; i++, v += by) {
        out[i] = v;
      }
      return out;
    } catch (OutOfMemoryError e) {
      throw Errors.memoryError();
    }
  }

  @Getter(value = "start", member = true)
  static Object getStart(PyRange self) {
    return self.start;
  }

  @Getter(value = "stop", member = true)
  static Object getStop(PyRange self) {
    return self.stop;
  }

  @Getter(value = "step", member = true)
  static Object getStep(PyRange self) {
    return self.step;
  }

  @Method(value = "__len__(self, /)", doc = "Return len(self).")
  static long __len__(PyRange self) {
    if (self.length instanceof Long l) {
      return l;
    }
    throw Errors.overflowError("Python int too large to convert to C ssize_t");
  }

  @Method(value = "__bool__(self, /)", doc = "True if self else False")
  static boolean __bool__(PyRange self) {
    return PyInt.sign(self.length) != 0;
  }

  @Method(value = "__iter__(self, /)", doc = "Implement iter(self).")
  static PyIterator __iter__(PyRange self) {
    return self.small ? new PyRangeIterator(self.first, self.by, self.count)
        : new PyLongRangeIterator(PyInt.big(self.start), PyInt.big(self.step), PyInt.big(self.length));
  }

  @Method(value = "__reversed__(self, /)", doc = "Return a reverse iterator.")
  static PyIterator __reversed__(PyRange self) {
    if (self.small) {
      return new PyRangeIterator(self.first + (self.count - 1) * self.by, -self.by, self.count);
    }
    BigInteger step = PyInt.big(self.step);
    BigInteger n = PyInt.big(self.length);
    return new PyLongRangeIterator(PyInt.big(self.start).add(n.subtract(BigInteger.ONE).multiply(step)), step.negate(), n);
  }

  @Method(value = "__getitem__(self, key, /)", doc = "Return self[key].")
  static Object __getitem__(PyRange self, Object key) {
    if (key instanceof Long l && self.small) {
      long i = l < 0 ? l + self.count : l;
      if (i < 0 || i >= self.count) {
        throw Errors.indexError("range object index out of range");
      }
      return Py.box(self.first + i * self.by);
    }
    if (key instanceof PySlice s) {
      return self.slice(s);
    }
    if (!PyInt.isInt(key) && Py.typeOf(key).slot(Special.INDEX) == null) {
      throw Errors.typeError("range indices must be integers or slices, not " + Py.typeOf(key).name());
    }
    BigInteger i = PyInt.big(PyInt.index(key));
    BigInteger n = PyInt.big(self.length);
    i = i.signum() < 0 ? i.add(n) : i;
    if (i.signum() < 0 || i.compareTo(n) >= 0) {
      throw Errors.indexError("range object index out of range");
    }
    return self.item(Py.box(i));
  }

  private PyRange slice(PySlice s) {
    BigInteger[] r = s.resolve(PyInt.big(length));
    BigInteger a = PyInt.big(start);
    BigInteger c = PyInt.big(step);
    return new PyRange(Py.box(a.add(r[0].multiply(c))), Py.box(a.add(r[1].multiply(c))), Py.box(c.multiply(r[2])));
  }
}
