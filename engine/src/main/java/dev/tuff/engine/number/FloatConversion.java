package dev.tuff.engine.number;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.text.PyStr;
import java.math.BigInteger;

/** How floats are made from other values and turned into them: the constructor and the named methods of {@code float}. */
final class FloatConversion {
  private FloatConversion() {}

  @New("float(x=0, /)")
  static Object __new__(PyType type, Object x) {
    return PyFloat.make(type, fromObject(x));
  }

  private static double fromObject(Object x) {
    if (x instanceof Double d) {
      return d;
    }
    if (x instanceof Long l) {
      return l;
    }
    if (x instanceof String s) {
      return parse(s, x);
    }
    double[] r = PyFloat.byProtocol(x);
    if (r != null) {
      return r[0];
    }
    if (PyStr.isStr(x)) {
      return parse(PyStr.java(x), x);
    }
    String text = BytesText.latin1(x, true);
    if (text != null) {
      return parse(text, x);
    }
    throw Errors.typeError("float() argument must be a string or a real number, not '" + Py.typeOf(x).name() + "'");
  }

  private static double parse(String text, Object original) {
    Double d = NumberText.parseFloat(text);
    if (d == null) {
      throw Errors.valueError("could not convert string to float: " + Py.javaRepr(original));
    }
    return d;
  }

  @ClassMethod(value = "from_number(type, number, /)", doc = "Convert real number to a floating-point number.")
  static Object from_number(PyType type, Object number) {
    double d = PyFloat.toDouble(number);
    return type == PyFloat.TYPE ? (Object) d : Call.call(type, d);
  }

  @ClassMethod(value = "fromhex(type, string, /)", doc = "Create a floating-point number from a hexadecimal string.\n\n"
      + ">>> float.fromhex('0x1.8p1')\n3.0")
  static Object fromhex(PyType type, Object string) {
    if (!PyStr.isStr(string)) {
      throw Errors.typeError("bad argument type for built-in operation");
    }
    double d = FloatHex.parse(PyStr.java(string));
    return type == PyFloat.TYPE ? (Object) d : Call.call(type, d);
  }

  @Method(value = "hex(self, /)", doc = "Return a hexadecimal representation of a floating-point number.\n\n"
      + ">>> (0.75).hex()\n'0x1.8000000000000p-1'")
  static String hex(Object self) {
    return FloatHex.format(PyFloat.value(self));
  }

  @ClassMethod(value = "__getformat__(type, typestr, /)", doc = "You probably don't want to use this function: the format of C's types.")
  static String __getformat__(PyType type, Object typestr) {
    if (!PyStr.isStr(typestr)) {
      throw Errors.typeError("__getformat__() argument must be str, not " + Py.typeOf(typestr).name());
    }
    String s = PyStr.java(typestr);
    if (!s.equals("double") && !s.equals("float")) {
      throw Errors.valueError("__getformat__() argument 1 must be 'double' or 'float'");
    }
    return "IEEE, little-endian";
  }

  /** The int that a float becomes by dropping its fraction. */
  static Object truncate(double d) {
    if (Math.abs(d) < 0x1p63) {
      return Py.box((long) d);
    }
    if (d != d) {
      throw Errors.valueError("cannot convert float NaN to integer");
    }
    if (Double.isInfinite(d)) {
      throw Errors.overflowError("cannot convert float infinity to integer");
    }
    return Py.box(BigMath.fromDouble(d));
  }

  @Method(value = "__int__(self, /)", doc = "int(self)")
  static Object __int__(Object self) {
    return truncate(PyFloat.value(self));
  }

  @Method(value = "__trunc__(self, /)", doc = "Return the Integral closest to x between 0 and x.")
  static Object __trunc__(Object self) {
    return truncate(PyFloat.value(self));
  }

  @Method(value = "__floor__(self, /)", doc = "Return the floor as an Integral.")
  static Object __floor__(Object self) {
    return truncate(Math.floor(PyFloat.value(self)));
  }

  @Method(value = "__ceil__(self, /)", doc = "Return the ceiling as an Integral.")
  static Object __ceil__(Object self) {
    return truncate(Math.ceil(PyFloat.value(self)));
  }

  @Method(value = "__float__(self, /)", doc = "float(self)")
  static double __float__(Object self) {
    return PyFloat.value(self);
  }

  @Method(value = "__round__(self, ndigits=None, /)", doc = "Return the Integral closest to x, rounding half toward even.\n\n"
      + "When an argument is passed, work like built-in round(x, ndigits).")
  static Object __round__(Object self, Object ndigits) {
    double x = PyFloat.value(self);
    if (ndigits == Py.None) {
      return truncate(Math.rint(x));
    }
    Object n = PyInt.index(ndigits);
    if (!(n instanceof Long l)) {
      return FloatMath.round(x, PyInt.sign(n) > 0 ? Integer.MAX_VALUE : Integer.MIN_VALUE);
    }
    return FloatMath.round(x, l);
  }

  @Method(value = "as_integer_ratio(self, /)", doc = "Return a pair of integers, whose ratio is exactly equal to the original float.\n\n"
      + ">>> (0.75).as_integer_ratio()\n(3, 4)")
  static Object as_integer_ratio(Object self) {
    double x = PyFloat.value(self);
    if (x != x) {
      throw Errors.valueError("cannot convert NaN to integer ratio");
    }
    if (Double.isInfinite(x)) {
      throw Errors.overflowError("cannot convert Infinity to integer ratio");
    }
    if (x == 0) {
      return PyTuple.of(Py.box(0), Py.box(1));
    }
    long bits = Double.doubleToRawLongBits(x);
    int raw = (int) (bits >>> 52 & 0x7FF);
    long m = bits & (1L << 52) - 1 | (raw == 0 ? 0 : 1L << 52);
    int e = Math.max(raw, 1) - 1075;
    int zeros = Long.numberOfTrailingZeros(m);
    m >>>= zeros;
    e += zeros;
    BigInteger numerator = BigInteger.valueOf(x < 0 ? -m : m);
    return PyTuple.of(Py.box(e > 0 ? numerator.shiftLeft(e) : numerator), Py.box(e < 0 ? BigInteger.ONE.shiftLeft(-e) : BigInteger.ONE));
  }

  @Method(value = "is_integer(self, /)", doc = "Return True if the float is an integer.")
  static boolean is_integer(Object self) {
    double x = PyFloat.value(self);
    return x == Math.rint(x) && !Double.isInfinite(x);
  }

  @Method(value = "conjugate(self, /)", doc = "Return self, the complex conjugate of any float.")
  static double conjugate(Object self) {
    return PyFloat.value(self);
  }

  @Getter(value = "real", doc = "the real part of a complex number")
  static Object real(Object self) {
    return PyFloat.value(self);
  }

  @Getter(value = "imag", doc = "the imaginary part of a complex number")
  static Object imag(Object self) {
    return 0.0;
  }

  @Method(value = "__getnewargs__(self, /)")
  static Object __getnewargs__(Object self) {
    return PyTuple.of((Object) PyFloat.value(self));
  }

  @Method(value = "__format__(self, format_spec, /)", doc = "Formats the float according to format_spec.")
  static Object __format__(Object self, Object spec) {
    return NumberFormats.format(self, spec);
  }
}
