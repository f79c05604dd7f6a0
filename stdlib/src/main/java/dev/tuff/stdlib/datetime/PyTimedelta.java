package dev.tuff.stdlib.datetime;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.number.BigMath;
import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;
import java.math.BigInteger;

/** {@code datetime.timedelta}: days, seconds (less than a day) and microseconds (less than a second); only days may be negative. */
final class PyTimedelta extends PyObject {
  static final PyType TYPE = PyType.builtin("datetime.timedelta", PyType.OBJECT, 0,
      "Difference between two datetime values.\n\n"
          + "timedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)\n\n"
          + "All arguments are optional and default to 0; they may be ints or floats of either sign.",
      new PyTimedeltaTable(), new TimedeltaArithmeticTable());

  static final int MAX_DAYS = 999_999_999;
  static final int DAY_SECONDS = 86_400;
  static final int MILLION = 1_000_000;

  static final PyTimedelta ZERO = new PyTimedelta(TYPE, 0, 0, 0);
  static final PyTimedelta MICROSECOND = new PyTimedelta(TYPE, 0, 0, 1);
  static final PyTimedelta DAY = new PyTimedelta(TYPE, 1, 0, 0);

  static {
    TYPE.dictOfType().putStr("min", new PyTimedelta(TYPE, -MAX_DAYS, 0, 0));
    TYPE.dictOfType().putStr("max", new PyTimedelta(TYPE, MAX_DAYS, DAY_SECONDS - 1, MILLION - 1));
    TYPE.dictOfType().putStr("resolution", MICROSECOND);
  }

  final int days;
  final int seconds;
  final int microseconds;

  private PyTimedelta(PyType type, int days, int seconds, int microseconds) {
    super(type);
    this.days = days;
    this.seconds = seconds;
    this.microseconds = microseconds;
  }

  /** The timedelta of parts that need not be in their ranges. */
  static PyTimedelta of(long days, long seconds, long microseconds) {
    return of(TYPE, days, seconds, microseconds);
  }

  private static PyTimedelta of(PyType type, long days, long seconds, long microseconds) {
    long s = seconds + Math.floorDiv(microseconds, MILLION);
    long d = days + Math.floorDiv(s, DAY_SECONDS);
    if (d < -MAX_DAYS || d > MAX_DAYS) {
      if (d != (int) d) {
        throw Errors.overflowError("Python int too large to convert to C int");
      }
      throw Errors.overflowError("days=" + d + "; must have magnitude <= " + MAX_DAYS);
    }
    int seconds1 = Math.floorMod(s, DAY_SECONDS);
    int microseconds1 = Math.floorMod(microseconds, MILLION);
    if (d == 0 && seconds1 == 0 && microseconds1 == 0 && type == TYPE) {
      return ZERO;
    }
    return new PyTimedelta(type, (int) d, seconds1, microseconds1);
  }

  /** The timedelta of this many microseconds, a plain int. */
  static PyTimedelta ofMicroseconds(Object n) {
    return ofMicroseconds(TYPE, n);
  }

  private static PyTimedelta ofMicroseconds(PyType type, Object n) {
    if (n instanceof Long l) {
      return of(type, 0, 0, l);
    }
    BigInteger[] d = BigMath.divmod((BigInteger) n, BigInteger.valueOf(MILLION * (long) DAY_SECONDS));
    if (d[0].bitLength() > 31) {
      throw Errors.overflowError("Python int too large to convert to C int");
    }
    return of(type, d[0].longValue(), 0, d[1].longValue());
  }

  /** All of it in microseconds, as a plain int. */
  Object toMicroseconds() {
    if (Math.abs(days) < 100_000_000) {
      return Py.box(((long) days * DAY_SECONDS + seconds) * MILLION + microseconds);
    }
    return Py.box(BigInteger.valueOf((long) days * DAY_SECONDS + seconds).multiply(BigInteger.valueOf(MILLION))
        .add(BigInteger.valueOf(microseconds)));
  }

  /** Whole seconds, rounded down. */
  long toSeconds() {
    return (long) days * DAY_SECONDS + seconds;
  }

  boolean isZero() {
    return days == 0 && seconds == 0 && microseconds == 0;
  }

  PyTimedelta negate() {
    return of(-days, -seconds, -microseconds);
  }

  PyTimedelta minus(PyTimedelta o) {
    return of(days - o.days, seconds - o.seconds, microseconds - o.microseconds);
  }

  int compareTo(PyTimedelta o) {
    int c = Integer.compare(days, o.days);
    c = c != 0 ? c : Integer.compare(seconds, o.seconds);
    return c != 0 ? c : Integer.compare(microseconds, o.microseconds);
  }

  /** Whether it is less than a day either way, as offsets from UTC must be. */
  boolean isOffset() {
    return days == 0 || days == -1 && (seconds > 0 || microseconds > 0);
  }

  // ---- construction

  @New(value = "timedelta(days=<null>, seconds=<null>, microseconds=<null>, milliseconds=<null>, minutes=<null>, hours=<null>, weeks=<null>)",
      textSignature = false)
  static Object __new__(PyType cls, Object days, Object seconds, Object microseconds, Object milliseconds, Object minutes, Object hours,
      Object weeks) {
    Sum sum = new Sum();
    sum.add("microseconds", microseconds, 1);
    sum.add("milliseconds", milliseconds, 1000);
    sum.add("seconds", seconds, MILLION);
    sum.add("minutes", minutes, 60L * MILLION);
    sum.add("hours", hours, 3600L * MILLION);
    sum.add("days", days, (long) DAY_SECONDS * MILLION);
    sum.add("weeks", weeks, 7L * DAY_SECONDS * MILLION);
    return ofMicroseconds(cls, sum.total());
  }

  /** Adds up the arguments of the constructor: exactly, but for fractions of microseconds, which are rounded once at the end. */
  private static final class Sum {
    private Object whole = Py.box(0);
    private double fraction;

    void add(String name, Object value, long factor) {
      if (value == null) {
        return;
      }
      if (PyInt.isInt(value)) {
        addProduct(PyInt.value(value), factor);
      } else if (PyFloat.isFloat(value)) {
        double d = PyFloat.value(value);
        double integral = truncate(d);
        addProduct(integer(integral), factor);
        if (d != integral) {
          double rest = (d - integral) * factor;
          integral = truncate(rest);
          addProduct(integer(integral), 1);
          fraction += rest - integral;
        }
      } else {
        throw Errors.typeError("unsupported type for timedelta " + name + " component: " + Py.typeOf(value).fullName());
      }
    }

    private static double truncate(double d) {
      return d < 0 ? Math.ceil(d) : Math.floor(d);
    }

    private static Object integer(double d) {
      if (Double.isNaN(d)) {
        throw Errors.valueError("cannot convert float NaN to integer");
      }
      if (Double.isInfinite(d)) {
        throw Errors.overflowError("cannot convert float infinity to integer");
      }
      return Math.abs(d) < 9e18 ? Py.box((long) d) : Py.box(BigMath.fromDouble(d));
    }

    private void addProduct(Object n, long factor) {
      if (whole instanceof Long w && n instanceof Long l) {
        long p = l * factor;
        long s = w + p;
        if (Math.multiplyHigh(l, factor) == p >> 63 && ((w ^ s) & (p ^ s)) >= 0) {
          whole = s;
          return;
        }
      }
      whole = Py.box(PyInt.big(whole).add(PyInt.big(n).multiply(BigInteger.valueOf(factor))));
    }

    /** Halves go to the even total, not to the even fraction. */
    Object total() {
      if (fraction != 0) {
        double rounded = Math.rint(fraction);
        if (Math.abs(rounded - fraction) == 0.5) {
          int odd = PyInt.big(whole).testBit(0) ? 1 : 0;
          rounded = 2 * Math.rint((fraction + odd) * 0.5) - odd;
        }
        addProduct(Py.box((long) rounded), 1);
      }
      return whole;
    }
  }

  // ---- fields and text

  @Getter(value = "days", doc = "Number of days.", member = true)
  static long getDays(PyTimedelta self) {
    return self.days;
  }

  @Getter(value = "seconds", doc = "Number of seconds (at least 0, less than 1 day).", member = true)
  static long getSeconds(PyTimedelta self) {
    return self.seconds;
  }

  @Getter(value = "microseconds", doc = "Number of microseconds (at least 0, less than 1 second).", member = true)
  static long getMicroseconds(PyTimedelta self) {
    return self.microseconds;
  }

  @Method(value = "total_seconds(self, /)", doc = "The whole duration in seconds.")
  static double total_seconds(PyTimedelta self) {
    return BigMath.quotient(PyInt.big(self.toMicroseconds()), BigInteger.valueOf(MILLION));
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyTimedelta self) {
    StringBuilder b = new StringBuilder(PyDate.typeName(self)).append('(');
    int start = b.length();
    part(b, start, "days=", self.days);
    part(b, start, "seconds=", self.seconds);
    part(b, start, "microseconds=", self.microseconds);
    if (b.length() == start) {
      b.append('0');
    }
    return Py.str(b.append(')').toString());
  }

  private static void part(StringBuilder b, int start, String name, int value) {
    if (value != 0) {
      b.append(b.length() == start ? "" : ", ").append(name).append(value);
    }
  }

  @Method("__str__(self, /)")
  static String __str__(PyTimedelta self) {
    StringBuilder b = new StringBuilder();
    if (self.days != 0) {
      b.append(self.days).append(Math.abs(self.days) == 1 ? " day, " : " days, ");
    }
    b.append(self.seconds / 3600).append(':');
    TimeText.digits(b, self.seconds / 60 % 60, 2).append(':');
    TimeText.digits(b, self.seconds % 60, 2);
    if (self.microseconds != 0) {
      TimeText.digits(b.append('.'), self.microseconds, 6);
    }
    return b.toString();
  }

  // ---- comparison, hash, pickling

  private static Object compare(PyTimedelta self, Object other, int op) {
    return other instanceof PyTimedelta o ? TimeText.holds(self.compareTo(o), op) : Py.NotImplemented;
  }

  @Method("__eq__(self, value, /)")
  static Object __eq__(PyTimedelta self, Object value) {
    return compare(self, value, Comparison.EQ);
  }

  @Method("__ne__(self, value, /)")
  static Object __ne__(PyTimedelta self, Object value) {
    return compare(self, value, Comparison.NE);
  }

  @Method("__lt__(self, value, /)")
  static Object __lt__(PyTimedelta self, Object value) {
    return compare(self, value, Comparison.LT);
  }

  @Method("__le__(self, value, /)")
  static Object __le__(PyTimedelta self, Object value) {
    return compare(self, value, Comparison.LE);
  }

  @Method("__gt__(self, value, /)")
  static Object __gt__(PyTimedelta self, Object value) {
    return compare(self, value, Comparison.GT);
  }

  @Method("__ge__(self, value, /)")
  static Object __ge__(PyTimedelta self, Object value) {
    return compare(self, value, Comparison.GE);
  }

  private PyTuple state() {
    return PyTuple.of(Py.box(days), Py.box(seconds), Py.box(microseconds));
  }

  @Method("__hash__(self, /)")
  static long __hash__(PyTimedelta self) {
    return Py.hash(self.state());
  }

  @Method("__bool__(self, /)")
  static boolean __bool__(PyTimedelta self) {
    return !self.isZero();
  }

  @Method(value = "__reduce__(self, /)", doc = "__reduce__() -> (cls, state)")
  static Object __reduce__(PyTimedelta self) {
    return PyTuple.of(self.type(), self.state());
  }
}
