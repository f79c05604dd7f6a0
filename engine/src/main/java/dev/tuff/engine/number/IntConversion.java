package dev.tuff.engine.number;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.text.PyStr;
import java.math.BigInteger;

/** How ints are made from other values and turned into them: the constructor and the named methods of {@code int}. */
public final class IntConversion {
  private IntConversion() {}

  @New(value = "int(x=<null>, /, base=<null>)", textSignature = false)
  static Object __new__(PyType type, Object x, Object base) {
    Object v;
    if (x == null) {
      if (base != null) {
        throw Errors.typeError("int() missing string argument");
      }
      v = Py.box(0);
    } else {
      v = base == null ? fromObject(x) : fromText(x, base);
    }
    return PyInt.make(type, v);
  }

  /** {@code int(x)}, as a plain value. */
  static Object fromObject(Object x) {
    if (x instanceof Long || x instanceof BigInteger) {
      return x;
    }
    if (x instanceof Double d) {
      return FloatConversion.truncate(d);
    }
    if (x instanceof String s) {
      return parse(s, 10, x);
    }
    PyType t = Py.typeOf(x);
    Object f = t.slot(Special.INT);
    if (f != null) {
      return PyInt.checked("__int__", Call.method(f, x));
    }
    if (t.slot(Special.INDEX) != null) {
      return PyInt.index(x);
    }
    String text = text(x, true);
    if (text != null) {
      return parse(text, 10, x);
    }
    throw Errors.typeError("int() argument must be a string, a bytes-like object or a real number, not '" + t.name() + "'");
  }

  private static Object fromText(Object x, Object base) {
    Object b = PyInt.index(base);
    if (!(b instanceof Long l) || l != 0 && (l < 2 || l > 36)) {
      throw Errors.valueError("int() base must be >= 2 and <= 36, or 0");
    }
    String text = text(x, false);
    if (text == null) {
      throw Errors.typeError("int() can't convert non-string with explicit base");
    }
    return parse(text, (int) (long) l, x);
  }

  /** The characters of a str or bytes-like object; null for others. */
  static String text(Object x, boolean anyBuffer) {
    if (PyStr.isStr(x)) {
      return PyStr.java(x);
    }
    return BytesText.latin1(x, anyBuffer);
  }

  private static Object parse(String text, int base, Object original) {
    Object v = NumberText.parseInt(text, base);
    if (v != null) {
      return v;
    }
    throw invalid(base, original);
  }

  /** What {@code int(o)} raises where {@code o} is a short text, but no int; else null. */
  public static PyException refusal(Object o) {
    return o instanceof String s && s.length() < 40 && NumberText.parseInt(s, 10) == null ? invalid(10, s) : null;
  }

  private static PyException invalid(int base, Object text) {
    return Errors.valueError("invalid literal for int() with base " + base + ": " + BytesText.shortRepr(text, 200));
  }

  @Method(value = "__format__(self, format_spec, /)", doc = "Convert to a string according to format_spec.")
  static Object __format__(Object self, Object spec) {
    return NumberFormats.format(self, spec);
  }

  @Method(value = "__getnewargs__(self, /)")
  static Object __getnewargs__(Object self) {
    return PyTuple.of(PyInt.value(self));
  }

  @Method(value = "__sizeof__(self, /)", doc = "Returns size in memory, in bytes.")
  static long __sizeof__(Object self) {
    long base = self instanceof PyInt.PyIntSub s ? PyInt.big(dev.tuff.engine.core.Attributes.get(s.type(), "__basicsize__")).longValue() : 24;
    return base + 4 * Math.max(1, (PyInt.big(self).abs().bitLength() + 29) / 30);
  }

  @Method(value = "__trunc__(self, /)", doc = "Truncating an Integral returns itself.")
  static Object __trunc__(Object self) {
    return PyInt.value(self);
  }

  @Method(value = "__floor__(self, /)", doc = "Flooring an Integral returns itself.")
  static Object __floor__(Object self) {
    return PyInt.value(self);
  }

  @Method(value = "__ceil__(self, /)", doc = "Ceiling of an Integral returns itself.")
  static Object __ceil__(Object self) {
    return PyInt.value(self);
  }

  @Method(value = "__round__(self, ndigits=None, /)", doc = "Rounding an Integral returns itself.\n\n"
      + "Rounding with a negative ndigits also returns an integer.")
  static Object __round__(Object self, Object ndigits) {
    if (ndigits == Py.None) {
      return PyInt.value(self);
    }
    Object n = PyInt.index(ndigits);
    if (PyInt.sign(n) >= 0) {
      return PyInt.value(self);
    }
    return n instanceof Long l ? BigMath.round(PyInt.value(self), l) : Py.box(0);
  }

  @Method(value = "bit_length(self, /)", doc = "Number of bits necessary to represent self in binary.\n\n"
      + ">>> (255).bit_length()\n8")
  static long bit_length(Object self) {
    Object v = PyInt.value(self);
    return v instanceof Long l ? 64 - Long.numberOfLeadingZeros(Math.abs(l)) : ((BigInteger) v).abs().bitLength();
  }

  @Method(value = "bit_count(self, /)", doc = "Number of ones in the binary representation of the absolute value of self.\n\n"
      + ">>> (-7).bit_count()\n3")
  static long bit_count(Object self) {
    Object v = PyInt.value(self);
    return v instanceof Long l ? Long.bitCount(Math.abs(l)) : ((BigInteger) v).abs().bitCount();
  }

  @Method(value = "conjugate(self, /)", doc = "Returns self, the complex conjugate of any int.")
  static Object conjugate(Object self) {
    return PyInt.value(self);
  }

  @Method(value = "as_integer_ratio(self, /)", doc = "A pair of integers whose ratio is equal to the original int: itself and 1.\n\n"
      + ">>> (-8).as_integer_ratio()\n(-8, 1)")
  static Object as_integer_ratio(Object self) {
    return PyTuple.of(PyInt.value(self), Py.box(1));
  }

  @Method(value = "is_integer(self, /)", doc = "Returns True. Exists for duck type compatibility with float.is_integer.")
  static boolean is_integer(Object self) {
    return true;
  }

  @Getter(value = "real", doc = "the real part of a complex number")
  static Object real(Object self) {
    return PyInt.value(self);
  }

  @Getter(value = "imag", doc = "the imaginary part of a complex number")
  static Object imag(Object self) {
    return Py.box(0);
  }

  @Getter(value = "numerator", doc = "the numerator of a rational number in lowest terms")
  static Object numerator(Object self) {
    return PyInt.value(self);
  }

  @Getter(value = "denominator", doc = "the denominator of a rational number in lowest terms")
  static Object denominator(Object self) {
    return Py.box(1);
  }

  @Method(value = "to_bytes(self, /, length=1, byteorder='big', *, signed=False)",
      doc = "Return an array of bytes of the given length that represents the integer.")
  static Object to_bytes(Object self, long length, Object byteorder, boolean signed) {
    boolean little = isLittle("to_bytes", byteorder);
    if (length < 0) {
      throw Errors.valueError("length argument must be non-negative");
    }
    byte[] out = toBytes(PyInt.value(self), length, little, signed);
    return new PyBytes(out);
  }

  /** The two's complement (or, unsigned, plain binary) bytes of a plain int, with CPython's overflow errors. */
  static byte[] toBytes(Object v, long length, boolean little, boolean signed) {
    boolean negative = PyInt.sign(v) < 0;
    if (negative && !signed) {
      throw Errors.overflowError("can't convert negative int to unsigned");
    }
    if (length > Integer.MAX_VALUE - 16) {
      throw Errors.memoryError();
    }
    byte[] bytes = PyInt.big(v).toByteArray();
    int n = (int) length;
    int skip = 0;
    if (!signed && bytes[0] == 0) {
      skip = 1;
    } else if (signed && n == 0 && bytes.length == 1 && bytes[0] == 0) {
      skip = 1;
    }
    int used = bytes.length - skip;
    if (used > n) {
      throw Errors.overflowError("int too big to convert");
    }
    byte[] out = new byte[n];
    System.arraycopy(bytes, skip, out, n - used, used);
    if (negative) {
      java.util.Arrays.fill(out, 0, n - used, (byte) -1);
    }
    if (little) {
      reverse(out);
    }
    return out;
  }

  private static boolean isLittle(String method, Object byteorder) {
    if (!PyStr.isStr(byteorder)) {
      throw Errors.typeError(method + "() argument 'byteorder' must be str, not " + Py.typeOf(byteorder).name());
    }
    String order = PyStr.java(byteorder);
    if (!order.equals("little") && !order.equals("big")) {
      throw Errors.valueError("byteorder must be either 'little' or 'big'");
    }
    return order.equals("little");
  }

  static void reverse(byte[] a) {
    for (int i = 0, j = a.length - 1; i < j; i++, j--) {
      byte t = a[i];
      a[i] = a[j];
      a[j] = t;
    }
  }

  @ClassMethod(value = "from_bytes(type, /, bytes, byteorder='big', *, signed=False)",
      doc = "Return the integer represented by the given array of bytes.")
  static Object from_bytes(PyType type, Object bytes, Object byteorder, boolean signed) throws PyException {
    boolean little = isLittle("from_bytes", byteorder);
    byte[] b = BytesText.toBytes(bytes);
    Object v = fromBytes(b, little, signed);
    return type == PyInt.TYPE ? v : Call.call(type, v);
  }

  static Object fromBytes(byte[] b, boolean little, boolean signed) {
    if (b.length == 0) {
      return Py.box(0);
    }
    if (little) {
      b = b.clone();
      reverse(b);
    }
    return Py.box(signed ? new BigInteger(b) : new BigInteger(1, b));
  }
}
