package dev.tuff.stdlib.decimal;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.expose.Setter;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;

/** {@code decimal.Context}: the settings of the arithmetic, the conditions met, and which of them raise. */
final class PyDecimalContext extends PyObject {
  static final PyType TYPE = PyType.builtin("decimal.Context", PyType.OBJECT, 0,
      "Settings for decimal arithmetic: precision, rounding, limits, flags and traps.", new PyDecimalContextTable(),
      new ContextUnaryTable(), new ContextBinaryTable());

  // ORDER: as Calc.ROUND_UP ... ROUND_05UP
  static final String[] ROUNDINGS = {
    "ROUND_UP", "ROUND_DOWN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN", "ROUND_05UP",
  };

  private static final int USUAL_TRAPS = Signals.ANY_INVALID | Signals.DIVISION_BY_ZERO | Signals.OVERFLOW;

  long prec = 28;
  int rounding = Calc.ROUND_HALF_EVEN;
  long emin = -999_999;
  long emax = 999_999;
  boolean capitals = true;
  boolean clamp;
  int status;
  int traps = USUAL_TRAPS;
  private final PySignalDict flagsView = new PySignalDict(this, false);
  private final PySignalDict trapsView = new PySignalDict(this, true);

  PyDecimalContext(PyType cls) {
    super(cls);
  }

  static PyDecimalContext standard() {
    return new PyDecimalContext(TYPE);
  }

  static PyDecimalContext basic() {
    PyDecimalContext c = new PyDecimalContext(TYPE);
    c.prec = 9;
    c.rounding = Calc.ROUND_HALF_UP;
    c.traps |= Signals.CLAMPED | Signals.UNDERFLOW;
    return c;
  }

  static PyDecimalContext extended() {
    PyDecimalContext c = new PyDecimalContext(TYPE);
    c.prec = 9;
    c.traps = 0;
    return c;
  }

  /** A format of IEEE 754 of so many bits. */
  static PyDecimalContext ieee(long bits) {
    if (bits <= 0 || bits > 512 || bits % 32 != 0) {
      throw Errors.valueError("argument must be a multiple of 32, with a maximum of 512");
    }
    PyDecimalContext c = new PyDecimalContext(TYPE);
    c.prec = 9 * (bits / 32) - 2;
    c.emax = 3 * (1L << (bits / 16 + 3));
    c.emin = 1 - c.emax;
    c.clamp = true;
    c.traps = 0;
    return c;
  }

  /** An optional argument {@code context=None}. */
  static PyDecimalContext given(Object context, ThreadState ts) {
    if (context == Py.None || context == null) {
      return DecimalState.context(ts);
    }
    if (context instanceof PyDecimalContext c) {
      return c;
    }
    throw Errors.typeError("optional argument must be a context");
  }

  PyDecimalContext copyOf() {
    PyDecimalContext c = new PyDecimalContext(TYPE);
    c.prec = prec;
    c.rounding = rounding;
    c.emin = emin;
    c.emax = emax;
    c.capitals = capitals;
    c.clamp = clamp;
    c.status = status;
    c.traps = traps;
    return c;
  }

  Calc calc() {
    return new Calc(prec, rounding, emin, emax, clamp);
  }

  /** Notes conditions as flags; raises if one of them is trapped. */
  void signal(int conditions) {
    if (conditions != 0) {
      status |= conditions;
      if ((conditions & traps) != 0) {
        throw Signals.exception(conditions, traps);
      }
    }
  }

  /** The result of a computation that is over. */
  Object result(Calc c, Num n) {
    signal(c.status);
    return new PyDecimal(n);
  }

  @New("Context(prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None)")
  static Object __new__(PyType cls, Object prec, Object rounding, Object emin, Object emax, Object capitals, Object clamp, Object flags,
      Object traps, ThreadState ts) {
    PyDecimalContext c = new PyDecimalContext(cls);
    PyDecimalContext base = DecimalState.of(ts.interpreter).defaultContext;
    c.prec = base.prec;
    c.rounding = base.rounding;
    c.emin = base.emin;
    c.emax = base.emax;
    c.capitals = base.capitals;
    c.clamp = base.clamp;
    c.traps = base.traps;
    c.apply(prec, rounding, emin, emax, capitals, clamp, flags, traps);
    return c;
  }

  /** Sets those attributes that are not None. */
  void apply(Object prec, Object rounding, Object emin, Object emax, Object capitals, Object clamp, Object flags, Object traps) {
    if (prec != Py.None) {
      setPrec(this, prec);
    }
    if (rounding != Py.None) {
      setRounding(this, rounding);
    }
    if (emin != Py.None) {
      setEmin(this, emin);
    }
    if (emax != Py.None) {
      setEmax(this, emax);
    }
    if (capitals != Py.None) {
      setCapitals(this, capitals);
    }
    if (clamp != Py.None) {
      setClamp(this, clamp);
    }
    if (flags != Py.None) {
      status = signals(flags);
    }
    if (traps != Py.None) {
      this.traps = signals(traps);
    }
  }

  /** Conditions from a list of signals or a mapping. */
  private static int signals(Object o) {
    if (!(o instanceof PyList list)) {
      return PySignalDict.bitsOf(o);
    }
    int bits = 0;
    for (int i = 0; i < list.size(); i++) {
      int b = Signals.bitsOf(list.get(i));
      if (b == 0) {
        throw Signals.unknown();
      }
      bits |= b;
    }
    return bits;
  }

  static int rounding(Object o) {
    if (PyStr.isStr(o)) {
      String s = PyStr.java(o);
      for (int i = 0; i < ROUNDINGS.length; i++) {
        if (ROUNDINGS[i].equals(s)) {
          return i;
        }
      }
    }
    throw Errors.typeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
        + "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]");
  }

  private static long integer(Object o, long least, long most, String message) {
    if (o == null) {
      throw Errors.attributeError("context attributes cannot be deleted");
    }
    if (!PyInt.isInt(o)) {
      throw Errors.typeError("an integer is required");
    }
    long v = Convert.toLong(o);
    if (v < least || v > most) {
      throw Errors.valueError(message);
    }
    return v;
  }

  @Getter("prec")
  static long getPrec(PyDecimalContext self) {
    return self.prec;
  }

  @Setter("prec")
  static void setPrec(PyDecimalContext self, Object value) {
    self.prec = integer(value, 1, Calc.MAX_PREC, "valid range for prec is [1, MAX_PREC]");
  }

  @Getter("rounding")
  static Object getRounding(PyDecimalContext self) {
    return ROUNDINGS[self.rounding];
  }

  @Setter("rounding")
  static void setRounding(PyDecimalContext self, Object value) {
    if (value == null) {
      throw Errors.attributeError("context attributes cannot be deleted");
    }
    self.rounding = rounding(value);
  }

  @Getter("Emin")
  static long getEmin(PyDecimalContext self) {
    return self.emin;
  }

  @Setter("Emin")
  static void setEmin(PyDecimalContext self, Object value) {
    self.emin = integer(value, Calc.MIN_EMIN, 0, "valid range for Emin is [MIN_EMIN, 0]");
  }

  @Getter("Emax")
  static long getEmax(PyDecimalContext self) {
    return self.emax;
  }

  @Setter("Emax")
  static void setEmax(PyDecimalContext self, Object value) {
    self.emax = integer(value, 0, Calc.MAX_EMAX, "valid range for Emax is [0, MAX_EMAX]");
  }

  @Getter("capitals")
  static long getCapitals(PyDecimalContext self) {
    return self.capitals ? 1 : 0;
  }

  @Setter("capitals")
  static void setCapitals(PyDecimalContext self, Object value) {
    self.capitals = integer(value, 0, 1, "valid values for capitals are 0 or 1") != 0;
  }

  @Getter("clamp")
  static long getClamp(PyDecimalContext self) {
    return self.clamp ? 1 : 0;
  }

  @Setter("clamp")
  static void setClamp(PyDecimalContext self, Object value) {
    self.clamp = integer(value, 0, 1, "valid values for clamp are 0 or 1") != 0;
  }

  @Getter("flags")
  static Object getFlags(PyDecimalContext self) {
    return self.flagsView;
  }

  @Setter("flags")
  static void setFlags(PyDecimalContext self, Object value) {
    if (value == null) {
      throw Errors.attributeError("context attributes cannot be deleted");
    }
    self.status = PySignalDict.bitsOf(value);
  }

  @Getter("traps")
  static Object getTraps(PyDecimalContext self) {
    return self.trapsView;
  }

  @Setter("traps")
  static void setTraps(PyDecimalContext self, Object value) {
    if (value == null) {
      throw Errors.attributeError("context attributes cannot be deleted");
    }
    self.traps = PySignalDict.bitsOf(value);
  }

  @Method(value = "__setattr__(self, name, value, /)", doc = "Implement setattr(self, name, value).")
  static void __setattr__(PyDecimalContext self, Object name, Object value) {
    String n = PyStr.isStr(name) ? PyStr.java(name) : null;
    try {
      dev.tuff.engine.core.Attributes.genericSet(self, n, value);
    } catch (PyException e) {
      if (self.type() == TYPE && e.is(Exceptions.AttributeError) && TYPE.lookup(n) == null) {
        throw Errors.attributeError("'decimal.Context' object has no attribute '" + n + "'");
      }
      throw e;
    }
  }

  @Method(value = "Etiny(self, /)", doc = "The least exponent of a subnormal result: Emin - prec + 1.")
  static long Etiny(PyDecimalContext self) {
    return self.emin - (self.prec - 1);
  }

  @Method(value = "Etop(self, /)", doc = "The largest exponent of a number with all digits: Emax - prec + 1.")
  static long Etop(PyDecimalContext self) {
    return self.emax - (self.prec - 1);
  }

  @Method(value = "radix(self, /)", doc = "Ten.")
  static Object radix(PyDecimalContext self) {
    return new PyDecimal(Num.of(10));
  }

  @Method(value = "clear_flags(self, /)", doc = "Resets all flags.")
  static void clear_flags(PyDecimalContext self) {
    self.status = 0;
  }

  @Method(value = "clear_traps(self, /)", doc = "Traps nothing any more.")
  static void clear_traps(PyDecimalContext self) {
    self.traps = 0;
  }

  @Method(value = "copy(self, /)", doc = "A copy of the context.")
  static Object copy(PyDecimalContext self) {
    return self.copyOf();
  }

  @Method(value = "__copy__(self, /)", doc = "A copy of the context.")
  static Object __copy__(PyDecimalContext self) {
    return self.copyOf();
  }

  @Method(value = "__reduce__(self, /)")
  static Object __reduce__(PyDecimalContext self) {
    return PyTuple.of(self.type(), PyTuple.of(self.prec, ROUNDINGS[self.rounding], self.emin, self.emax, getCapitals(self),
        getClamp(self), Signals.list(self.status), Signals.list(self.traps)));
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyDecimalContext self) {
    return "Context(prec=" + self.prec + ", rounding=" + ROUNDINGS[self.rounding] + ", Emin=" + self.emin + ", Emax=" + self.emax
        + ", capitals=" + getCapitals(self) + ", clamp=" + getClamp(self) + ", flags=" + Signals.names(self.status)
        + ", traps=" + Signals.names(self.traps) + ")";
  }
}
