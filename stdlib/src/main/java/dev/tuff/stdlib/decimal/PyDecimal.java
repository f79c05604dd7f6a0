package dev.tuff.stdlib.decimal;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Hashing;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.number.PyComplex;
import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;
import java.math.BigInteger;

/** {@code decimal.Decimal}: its constructors, conversions, comparison and hash. */
final class PyDecimal extends PyObject {
  static final PyType TYPE = PyType.builtin("decimal.Decimal", PyType.OBJECT, 0,
      "A decimal number: of a str, int, float, tuple (sign, digits, exponent) or another decimal.", new PyDecimalTable(),
      new DecimalOperatorsTable(), new DecimalMethodsTable());

  private static final BigInteger MODULUS = BigInteger.valueOf(Hashing.MODULUS);
  private static final int HASH_INF = 314_159;

  final Num num;

  PyDecimal(Num num) {
    super(TYPE);
    this.num = num;
  }

  private PyDecimal(PyType cls, Num num) {
    super(cls);
    this.num = num;
  }

  @New("Decimal(value='0', context=None)")
  static Object __new__(PyType cls, Object value, Object context, ThreadState ts) {
    PyDecimalContext c = PyDecimalContext.given(context, ts);
    if (cls == TYPE && value instanceof PyDecimal d && d.type() == TYPE) {
      return d;
    }
    return new PyDecimal(cls, DecimalConversion.exact(value, c));
  }

  private static Object as(PyType cls, Num n) {
    Object d = new PyDecimal(n);
    return cls == TYPE ? d : Call.call(cls, d);
  }

  @ClassMethod(value = "from_float(type, f, /)", doc = "The exact value of a float or int.")
  static Object from_float(PyType cls, Object f) {
    if (PyInt.isInt(f)) {
      return as(cls, Num.of(PyInt.big(f)));
    }
    if (PyFloat.isFloat(f)) {
      return as(cls, DecimalConversion.ofDouble(PyFloat.value(f)));
    }
    throw Errors.typeError("argument must be int or float");
  }

  @ClassMethod(value = "from_number(type, number, /)", doc = "The exact value of a decimal, int or float; of nothing else.")
  static Object from_number(PyType cls, Object number) {
    Num n = DecimalConversion.operand(number);
    if (n == null && PyFloat.isFloat(number)) {
      n = DecimalConversion.ofDouble(PyFloat.value(number));
    }
    if (n == null) {
      throw DecimalConversion.unsupported(number);
    }
    return as(cls, n);
  }

  // ---- text

  @Method("__repr__(self, /)")
  static Object __repr__(PyDecimal self, ThreadState ts) {
    return "Decimal('" + self.num.text(false, DecimalState.context(ts).capitals) + "')";
  }

  @Method("__str__(self, /)")
  static Object __str__(PyDecimal self, ThreadState ts) {
    return self.num.text(false, DecimalState.context(ts).capitals);
  }

  @Method(value = "__format__(self, format_spec, override=<null>, /)", doc = "Formats by a format specification.", textSignature = false)
  static Object __format__(PyDecimal self, Object spec, Object override, ThreadState ts) {
    if (!PyStr.isStr(spec)) {
      throw Errors.typeError("format arg must be str");
    }
    return Py.str(DecimalFormat.format(self.num, PyStr.java(spec), override, DecimalState.context(ts)));
  }

  @Method(value = "__reduce__(self, /)")
  static Object __reduce__(PyDecimal self) {
    return PyTuple.of(self.type(), PyTuple.of(self.num.text(false, true)));
  }

  @Method(value = "__copy__(self, /)")
  static Object __copy__(PyDecimal self) {
    return self;
  }

  @Method(value = "__deepcopy__(self, memo, /)")
  static Object __deepcopy__(PyDecimal self, Object memo) {
    return self;
  }

  // ---- conversion

  @Method("__bool__(self, /)")
  static boolean __bool__(PyDecimal self) {
    return !self.num.isZero();
  }

  @Method("__int__(self, /)")
  static Object __int__(PyDecimal self) {
    return DecimalConversion.toInt(self.num, Calc.ROUND_DOWN);
  }

  @Method("__trunc__(self, /)")
  static Object __trunc__(PyDecimal self) {
    return DecimalConversion.toInt(self.num, Calc.ROUND_DOWN);
  }

  @Method("__floor__(self, /)")
  static Object __floor__(PyDecimal self) {
    return DecimalConversion.toInt(self.num, Calc.ROUND_FLOOR);
  }

  @Method("__ceil__(self, /)")
  static Object __ceil__(PyDecimal self) {
    return DecimalConversion.toInt(self.num, Calc.ROUND_CEILING);
  }

  @Method(value = "__round__(self, ndigits=<null>, /)", textSignature = false)
  static Object __round__(PyDecimal self, Object ndigits, ThreadState ts) {
    if (ndigits == null) {
      return DecimalConversion.toInt(self.num, Calc.ROUND_HALF_EVEN);
    }
    if (!PyInt.isInt(ndigits)) {
      throw Errors.typeError("optional arg must be an integer");
    }
    PyDecimalContext context = DecimalState.context(ts);
    Calc c = context.calc();
    c.rounding = Calc.ROUND_HALF_EVEN;
    long digits = dev.tuff.engine.core.Convert.toLong(ndigits);
    return context.result(c, DecimalArithmetic.quantize(c, self.num, Num.finite(false, BigInteger.ONE, -digits)));
  }

  @Method("__float__(self, /)")
  static double __float__(PyDecimal self) {
    Num n = self.num;
    if (n.isNan()) {
      if (n.isSnan()) {
        throw Errors.valueError("cannot convert signaling NaN to float");
      }
      return Double.longBitsToDouble(n.neg() ? 0xFFF8L << 48 : 0x7FF8L << 48);
    }
    if (n.isInf()) {
      return n.neg() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return Double.parseDouble((n.neg() ? "-" : "") + n.coef() + "E" + n.exp());
  }

  @Method("__complex__(self, /)")
  static Object __complex__(PyDecimal self) {
    return new PyComplex(__float__(self), 0);
  }

  @Getter("real")
  static Object getReal(PyDecimal self) {
    return self;
  }

  @Getter("imag")
  static Object getImag(PyDecimal self) {
    return new PyDecimal(Num.ZERO);
  }

  @Method(value = "as_tuple(self, /)", doc = "The number as a named tuple (sign, digits, exponent).")
  static Object as_tuple(PyDecimal self, ThreadState ts) {
    Num n = self.num;
    Object[] digits = PyTuple.EMPTY.array();
    Object exp = n.isFinite() ? (Object) Py.box(n.exp()) : n.isInf() ? "F" : n.isSnan() ? "N" : "n";
    if (n.isInf()) {
      digits = new Object[] {0L};
    } else if (n.isFinite() || n.coef().signum() != 0) {
      String s = n.coef().toString();
      digits = new Object[s.length()];
      for (int i = 0; i < digits.length; i++) {
        digits[i] = Py.box(s.charAt(i) - '0');
      }
    }
    return Call.call(DecimalState.of(ts.interpreter).decimalTuple(ts.interpreter), Py.box(n.neg() ? 1 : 0), PyTuple.of(digits), exp);
  }

  @Method(value = "as_integer_ratio(self, /)", doc = "The number as a fraction in lowest terms: (numerator, denominator).")
  static Object as_integer_ratio(PyDecimal self) {
    Num n = self.num;
    if (n.isNan()) {
      throw Errors.valueError("cannot convert NaN to integer ratio");
    }
    if (n.isInf()) {
      throw Errors.overflowError("cannot convert Infinity to integer ratio");
    }
    if (n.exp() >= 0 || n.isZero()) {
      return PyTuple.of(Py.box(n.toInteger()), 1L);
    }
    BigInteger d = Num.pow10(-n.exp());
    BigInteger gcd = d.gcd(n.coef());
    return PyTuple.of(Py.box(n.signed().divide(gcd)), Py.box(d.divide(gcd)));
  }

  // ---- hash and comparison

  @Method("__hash__(self, /)")
  static long __hash__(PyDecimal self) {
    Num n = self.num;
    if (n.isNan()) {
      if (n.isSnan()) {
        throw Errors.typeError("Cannot hash a signaling NaN value");
      }
      return Hashing.identity(self);
    }
    if (n.isInf()) {
      return n.neg() ? -HASH_INF : HASH_INF;
    }
    BigInteger power = BigInteger.TEN.modPow(BigInteger.valueOf(n.exp()), MODULUS);
    long h = n.coef().multiply(power).mod(MODULUS).longValue();
    h = n.neg() ? -h : h;
    return h == -1 ? -2 : h;
  }

  /** The other operand of a comparison, exactly; null if it is not a number. {@code a} may be scaled with it. */
  private static Num[] operands(Num a, Object other, boolean equality, PyDecimalContext context, ThreadState ts) {
    Num b = DecimalConversion.operand(other);
    if (b != null) {
      return new Num[] {a, b};
    }
    if (equality && other instanceof PyComplex z && z.imag == 0) {
      other = z.real;
    }
    if (PyFloat.isFloat(other)) {
      if (equality) {
        context.status |= Signals.FLOAT_OPERATION;
      } else {
        context.signal(Signals.FLOAT_OPERATION);
      }
      return new Num[] {a, DecimalConversion.ofDouble(PyFloat.value(other))};
    }
    if (!(other instanceof PyObject)) {
      return null;
    }
    return isRational(other, ts) ? rational(a, other) : null;
  }

  private static boolean isRational(Object o, ThreadState ts) {
    Object rational = DecimalState.of(ts.interpreter).rational(ts.interpreter);
    return Py.truth(Call.attribute(rational, "__instancecheck__", o));
  }

  private static Num[] rational(Num a, Object other) {
    Num numerator = DecimalConversion.required(Attributes.get(other, "numerator"));
    Num denominator = DecimalConversion.required(Attributes.get(other, "denominator"));
    if (!a.isFinite()) {
      return new Num[] {a, numerator};
    }
    return new Num[] {Num.finite(a.neg(), a.coef().multiply(denominator.coef()), a.exp()), numerator};
  }

  private static Object compare(PyDecimal self, Object other, int op, ThreadState ts) {
    boolean equality = op == Comparison.EQ || op == Comparison.NE;
    PyDecimalContext context = DecimalState.context(ts);
    Num[] ab = operands(self.num, other, equality, context, ts);
    if (ab == null) {
      return Py.NotImplemented;
    }
    if (ab[0].isNan() || ab[1].isNan()) {
      if (!equality || ab[0].isSnan() || ab[1].isSnan()) {
        context.signal(Signals.INVALID_OPERATION);
      }
      return op == Comparison.NE;
    }
    int c = ab[0].compare(ab[1]);
    return switch (op) {
      case Comparison.LT -> c < 0;
      case Comparison.LE -> c <= 0;
      case Comparison.EQ -> c == 0;
      case Comparison.NE -> c != 0;
      case Comparison.GT -> c > 0;
      default -> c >= 0;
    };
  }

  @Method("__lt__(self, value, /)")
  static Object __lt__(PyDecimal self, Object other, ThreadState ts) {
    return compare(self, other, Comparison.LT, ts);
  }

  @Method("__le__(self, value, /)")
  static Object __le__(PyDecimal self, Object other, ThreadState ts) {
    return compare(self, other, Comparison.LE, ts);
  }

  @Method("__eq__(self, value, /)")
  static Object __eq__(PyDecimal self, Object other, ThreadState ts) {
    return compare(self, other, Comparison.EQ, ts);
  }

  @Method("__ne__(self, value, /)")
  static Object __ne__(PyDecimal self, Object other, ThreadState ts) {
    return compare(self, other, Comparison.NE, ts);
  }

  @Method("__gt__(self, value, /)")
  static Object __gt__(PyDecimal self, Object other, ThreadState ts) {
    return compare(self, other, Comparison.GT, ts);
  }

  @Method("__ge__(self, value, /)")
  static Object __ge__(PyDecimal self, Object other, ThreadState ts) {
    return compare(self, other, Comparison.GE, ts);
  }
}
