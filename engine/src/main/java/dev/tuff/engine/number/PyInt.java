package dev.tuff.engine.number;

import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Hashing;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.Warnings;
import java.math.BigInteger;

/**
 * {@code int}. A value is a {@code Long} if it fits 64 bits, else a {@code BigInteger}: never a BigInteger that would fit. Instances of
 * subclasses are {@link PyIntSub}s around such a value; {@code bool} is {@code Boolean}.
 */
public final class PyInt {
  public static final PyType TYPE = PyType.builtin("int", PyType.OBJECT, PyType.MATCH_SELF | PyType.VARIABLE_SIZE,
      "int([x]) -> integer\nint(x, base=10) -> integer\n\nMakes an integer from a number or from text in the given base.",
      new IntMethodsTable(), new IntConversionTable());

  /** Below this many digits no limit is ever applied ({@code sys.int_info.str_digits_check_threshold}). */
  private static final int DIGITS_THRESHOLD = 640;
  private static final double DIGITS_PER_BIT = 0.30102999566398120;

  private PyInt() {}

  /** Whether {@code o} is an int: bools and subclasses included. */
  public static boolean isInt(Object o) {
    return o instanceof Long || o instanceof Boolean || o instanceof BigInteger || o instanceof PyIntSub;
  }

  /** The plain value ({@code Long} or {@code BigInteger}) of an int of any class. */
  public static Object value(Object o) {
    if (o instanceof Long || o instanceof BigInteger) {
      return o;
    }
    if (o instanceof Boolean b) {
      return b ? Py.box(1) : Py.box(0);
    }
    return ((PyIntSub) o).value;
  }

  /** The value of an int of any class. */
  public static BigInteger big(Object o) {
    Object v = value(o);
    return v instanceof Long l ? BigInteger.valueOf(l) : (BigInteger) v;
  }

  /** Sign of an int of any class: -1, 0 or 1. */
  public static int sign(Object o) {
    Object v = value(o);
    return v instanceof Long l ? Long.signum(l) : ((BigInteger) v).signum();
  }

  /** The int of class {@code type} with this plain value. */
  public static Object make(PyType type, Object value) {
    return type == TYPE ? value : new PyIntSub(type, value);
  }

  /** {@code operator.index(o)}, as a plain value. */
  public static Object index(Object o) {
    if (isInt(o)) {
      return value(o);
    }
    Object f = Py.typeOf(o).slot(Special.INDEX);
    if (f == null) {
      throw Errors.typeError("'" + Py.typeOf(o).fullName() + "' object cannot be interpreted as an integer");
    }
    return checked("__index__", Call.method(f, o));
  }

  /** The result of {@code __int__} or {@code __index__} as a plain value. */
  static Object checked(String method, Object r) {
    if (r instanceof Long || r instanceof BigInteger) {
      return r;
    }
    String text = method + " returned non-int (type " + Py.typeOf(r).name() + ")";
    if (!isInt(r)) {
      throw Errors.typeError(text);
    }
    Warnings.deprecation(text + ".  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a "
        + "future version of Python.");
    return value(r);
  }

  /** The value as a float, rounded half to even. */
  public static double toDouble(Object plain) {
    if (plain instanceof Long l) {
      return l;
    }
    double d = ((BigInteger) plain).doubleValue();
    if (Double.isInfinite(d)) {
      throw Errors.overflowError("int too large to convert to float");
    }
    return d;
  }

  /** CPython's hash of an int. */
  public static long hash(Object o) {
    Object v = value(o);
    if (v instanceof Long l) {
      return Hashing.ofLong(l);
    }
    BigInteger b = (BigInteger) v;
    long h = b.abs().mod(BigInteger.valueOf(Hashing.MODULUS)).longValue();
    h = b.signum() < 0 ? -h : h;
    return h == -1 ? -2 : h;
  }

  /** Decimal text of an int of any class, under the interpreter's limit on digits. */
  public static String decimal(Object o) {
    Object v = value(o);
    if (v instanceof Long l) {
      return Long.toString(l);
    }
    BigInteger b = (BigInteger) v;
    int limit = b.bitLength() * DIGITS_PER_BIT < DIGITS_THRESHOLD ? 0 : Interpreter.current().intMaxStrDigits;
    if (limit > 0 && b.bitLength() * DIGITS_PER_BIT > limit + 2) {
      throw tooManyDigits(limit);
    }
    String s = BigText.decimal(b);
    if (limit > 0 && s.length() - (b.signum() < 0 ? 1 : 0) > limit) {
      throw tooManyDigits(limit);
    }
    return s;
  }

  private static dev.tuff.engine.core.PyException tooManyDigits(int limit) {
    return Errors.valueError("Exceeds the limit (" + limit
        + " digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit");
  }

  /** An instance of a subclass of int other than bool. */
  public static final class PyIntSub extends PyObject {
    public final Object value;

    public PyIntSub(PyType type, Object value) {
      super(type);
      this.value = value;
    }
  }
}
