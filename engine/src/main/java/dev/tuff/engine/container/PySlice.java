package dev.tuff.engine.container;

import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.number.PyInt;
import java.math.BigInteger;

/** {@code slice}: three objects; comparison and hash as of the tuple of them. {@link SliceBounds} says what it selects of a sequence. */
public final class PySlice extends PyObject {
  public static final PyType TYPE = PyType.builtin("slice", PyType.OBJECT, PyType.FINAL,
      "slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object, as extended slicing does (e.g. a[0:10:2]).", new PySliceTable());
  private static final Shape SHAPE = TYPE.rootShape;

  // xxHash primes, as in tuple's hash
  private static final long PRIME_1 = 0x9E3779B185EBCA87L;
  private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
  private static final long PRIME_5 = 0x27D4EB2F165667C5L;

  public final Object start;
  public final Object stop;
  public final Object step;

  public PySlice(Object start, Object stop, Object step) {
    super(SHAPE);
    this.start = start;
    this.stop = stop;
    this.step = step;
  }

  /** Whether the three are ints of a long or None, and the step not zero: what they mean takes no Python code. */
  public boolean isPlain() {
    return isPlain(start) && isPlain(stop) && isPlain(step) && !(step instanceof Long n && n == 0);
  }

  private static boolean isPlain(Object o) {
    return o == Py.None || o instanceof Long;
  }

  @New(value = "slice(*args)", textSignature = false)
  static Object __new__(PyType type, Object[] args) {
    return switch (args.length) {
      case 0 -> throw Errors.typeError("slice expected at least 1 argument, got 0");
      case 1 -> new PySlice(Py.None, args[0], Py.None);
      case 2 -> new PySlice(args[0], args[1], Py.None);
      case 3 -> new PySlice(args[0], args[1], args[2]);
      default -> throw Errors.typeError("slice expected at most 3 arguments, got " + args.length);
    };
  }

  @Getter(value = "start", member = true)
  static Object getStart(PySlice self) {
    return self.start;
  }

  @Getter(value = "stop", member = true)
  static Object getStop(PySlice self) {
    return self.stop;
  }

  @Getter(value = "step", member = true)
  static Object getStep(PySlice self) {
    return self.step;
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(PySlice self) {
    return Py.str("slice(" + Py.javaRepr(self.start) + ", " + Py.javaRepr(self.stop) + ", " + Py.javaRepr(self.step) + ")");
  }

  @Method(value = "__hash__(self, /)", doc = "Return hash(self).")
  static long __hash__(PySlice self) {
    long h = PRIME_5;
    h = mix(h, self.start);
    h = mix(h, self.stop);
    h = mix(h, self.step);
    return h == -1 ? 1546275796 : h;
  }

  private static long mix(long h, Object part) {
    return Long.rotateLeft(h + Py.hash(part) * PRIME_2, 31) * PRIME_1;
  }

  @Method(value = "__reduce__(self, /)", doc = "Return state information for pickling.")
  static Object __reduce__(PySlice self) {
    return PyTuple.of(TYPE, self.tuple());
  }

  @Method(value = "__copy__(self, /)")
  static Object __copy__(PySlice self) {
    return self;
  }

  @Method(value = "__deepcopy__(self, memo, /)")
  static Object __deepcopy__(PySlice self, Object memo) {
    Object copy = dev.tuff.engine.core.Interpreter.current().importModule("copy");
    Object deep = dev.tuff.engine.core.Attributes.get(copy, "deepcopy");
    return new PySlice(call(deep, self.start, memo), call(deep, self.stop, memo), call(deep, self.step, memo));
  }

  private static Object call(Object f, Object o, Object memo) {
    return dev.tuff.engine.core.Call.call(f, o, memo);
  }

  private PyTuple tuple() {
    return PyTuple.of(start, stop, step);
  }

  private static Object compare(int op, PySlice a, Object b) {
    if (!(b instanceof PySlice s)) {
      return Py.NotImplemented;
    }
    return a == b ? (Object) (op == Comparison.EQ || op == Comparison.LE || op == Comparison.GE)
        : SequenceSearch.compare(op, a.tuple().array(), s.tuple().array());
  }

  @Method(value = "__eq__(self, value, /)", doc = "Return self==value.")
  static Object __eq__(PySlice self, Object value) {
    return compare(Comparison.EQ, self, value);
  }

  @Method(value = "__ne__(self, value, /)", doc = "Return self!=value.")
  static Object __ne__(PySlice self, Object value) {
    return compare(Comparison.NE, self, value);
  }

  @Method(value = "__lt__(self, value, /)", doc = "Return self<value.")
  static Object __lt__(PySlice self, Object value) {
    return compare(Comparison.LT, self, value);
  }

  @Method(value = "__le__(self, value, /)", doc = "Return self<=value.")
  static Object __le__(PySlice self, Object value) {
    return compare(Comparison.LE, self, value);
  }

  @Method(value = "__gt__(self, value, /)", doc = "Return self>value.")
  static Object __gt__(PySlice self, Object value) {
    return compare(Comparison.GT, self, value);
  }

  @Method(value = "__ge__(self, value, /)", doc = "Return self>=value.")
  static Object __ge__(PySlice self, Object value) {
    return compare(Comparison.GE, self, value);
  }

  @Method(value = "indices(self, object, /)", doc = "S.indices(len) -> (start, stop, stride)\n\n"
      + "The numbers that S means for a sequence of length len, with out of bounds indices clipped.")
  static Object indices(PySlice self, Object object) {
    Object length = PyInt.index(object);
    if (PyInt.sign(length) < 0) {
      throw Errors.valueError("length should not be negative");
    }
    BigInteger[] r = self.resolve(PyInt.big(length));
    return PyTuple.of(Py.box(r[0]), Py.box(r[1]), Py.box(r[2]));
  }

  /** Start, stop and step for a sequence of any length. */
  BigInteger[] resolve(BigInteger length) {
    BigInteger by = step == Py.None ? BigInteger.ONE : part(step);
    if (by.signum() == 0) {
      throw Errors.valueError("slice step cannot be zero");
    }
    boolean down = by.signum() < 0;
    BigInteger low = down ? BigInteger.ONE.negate() : BigInteger.ZERO;
    BigInteger high = down ? length.subtract(BigInteger.ONE) : length;
    BigInteger from = start == Py.None ? (down ? high : low) : clip(part(start), length, low, high);
    BigInteger to = stop == Py.None ? (down ? low : high) : clip(part(stop), length, low, high);
    return new BigInteger[] {from, to, by};
  }

  private static BigInteger clip(BigInteger i, BigInteger length, BigInteger low, BigInteger high) {
    if (i.signum() < 0) {
      return i.add(length).max(low);
    }
    return i.min(high);
  }

  private static BigInteger part(Object o) {
    if (!PyInt.isInt(o) && Py.typeOf(o).slot(Special.INDEX) == null) {
      throw Errors.typeError("slice indices must be integers or None or have an __index__ method");
    }
    return PyInt.big(PyInt.index(o));
  }
}
