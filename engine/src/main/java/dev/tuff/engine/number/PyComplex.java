package dev.tuff.engine.number;

import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.Warnings;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.text.PyStr;

/** {@code complex}: its two parts, and how it is made from numbers and text. */
public final class PyComplex extends PyObject {
  public static final PyType TYPE = PyType.builtin("complex", PyType.OBJECT, 0,
      "Create a complex number from a string or numbers.\n\nA string is parsed as a complex number; numbers are its parts.",
      new PyComplexTable(), new ComplexMethodsTable());

  public final double real;
  public final double imag;

  public PyComplex(double real, double imag) {
    this(TYPE, real, imag);
  }

  PyComplex(PyType type, double real, double imag) {
    super(type);
    this.real = real;
    this.imag = imag;
  }

  @New("complex(real=<null>, imag=<null>)")
  static Object __new__(PyType type, Object real, Object imag) {
    if (imag == null) {
      PyComplex c = real == null ? new PyComplex(0, 0) : fromOne(real);
      return c.type() == TYPE && type == TYPE ? c : new PyComplex(type, c.real, c.imag);
    }
    Object r = real == null ? (Object) 0.0 : real;
    PyComplex own = r instanceof PyComplex ? null : special(r);
    double re;
    double addImag = 0;
    double subReal = 0;
    if (r instanceof PyComplex || own != null) {
      PyComplex c = own != null ? own : (PyComplex) r;
      checkReal(imag, "imag");
      Warnings.deprecation("complex() argument 'real' must be a real number, not " + Py.typeOf(r).name());
      re = c.real;
      addImag = c.imag;
    } else {
      checkReal(r, "real");
      checkReal(imag, "imag");
      re = PyFloat.toDouble(r);
    }
    double im;
    if (imag instanceof PyComplex c) {
      Warnings.deprecation("complex() argument 'imag' must be a real number, not " + c.type().name());
      im = c.real;
      subReal = c.imag;
      re -= subReal;
    } else {
      im = PyFloat.toDouble(imag);
    }
    if (r instanceof PyComplex || own != null) {
      im += addImag;
    }
    return new PyComplex(type, re, im);
  }

  private static void checkReal(Object o, String argument) {
    PyType t = Py.typeOf(o);
    if (!(o instanceof PyComplex) && t.slot(Special.FLOAT) == null && t.slot(Special.INDEX) == null) {
      throw Errors.typeError("complex() argument '" + argument + "' must be a real number, not " + t.name());
    }
  }

  private static PyComplex fromOne(Object o) {
    if (o instanceof PyComplex c && c.type() == TYPE) {
      return c;
    }
    if (PyStr.isStr(o)) {
      PyComplex c = parse(PyStr.java(o));
      if (c == null) {
        String text = PyStr.java(o);
        throw Errors.valueError(badUnderscore(text)
            ? "could not convert string to complex: " + Py.javaRepr(o)
            : "complex() arg is a malformed string");
      }
      return c;
    }
    PyComplex c = special(o);
    if (c != null) {
      return c;
    }
    double[] d = PyFloat.isFloat(o) ? new double[] {PyFloat.value(o)} : PyFloat.byProtocol(o);
    if (d == null) {
      throw Errors.typeError("complex() argument must be a string or a number, not " + Py.typeOf(o).name());
    }
    return new PyComplex(d[0], 0);
  }

  /** Whether an underscore is not between two digits. */
  private static boolean badUnderscore(String s) {
    for (int i = s.indexOf('_'); i >= 0; i = s.indexOf('_', i + 1)) {
      if (i == 0 || i + 1 == s.length() || !Character.isDigit(s.charAt(i - 1)) || !Character.isDigit(s.charAt(i + 1))) {
        return true;
      }
    }
    return false;
  }

  /** A float, an imaginary, or both with a sign between; optional parentheses around. Null if malformed. */
  private static PyComplex parse(String text) {
    String s = NumberText.ascii(text);
    if (s.startsWith("(")) {
      if (!s.endsWith(")")) {
        return null;
      }
      s = NumberText.ascii(s.substring(1, s.length() - 1));
    }
    int n = s.length();
    if (n == 0) {
      return null;
    }
    int end = NumberText.floatEnd(s, 0, true);
    if (end == n) {
      return new PyComplex(NumberText.floatValue(s, 0, n), 0);
    }
    if ((s.charAt(n - 1) | 32) != 'j') {
      return null;
    }
    if (end == n - 1 && end > 0) {
      return new PyComplex(0, NumberText.floatValue(s, 0, end));
    }
    double re = end == 0 ? 0 : NumberText.floatValue(s, 0, end);
    if (end > 0 && s.charAt(end) != '+' && s.charAt(end) != '-') {
      return null;
    }
    int last = end == 0 ? 0 : NumberText.floatEnd(s, end, true);
    if (last > end) {
      return last == n - 1 ? new PyComplex(re, NumberText.floatValue(s, end, last)) : null;
    }
    // a bare j with at most a sign
    char c = s.charAt(end);
    if (c == '+' || c == '-') {
      return end + 2 == n ? new PyComplex(re, c == '-' ? -1 : 1) : null;
    }
    return n == 1 ? new PyComplex(0, 1) : null;
  }

  /** The value of any number as a complex, by {@code __complex__}, {@code __float__} or {@code __index__}. */
  public static PyComplex toComplex(Object o) {
    if (o instanceof PyComplex c) {
      return c;
    }
    if (o instanceof Double d) {
      return new PyComplex(d, 0);
    }
    PyComplex c = special(o);
    return c != null ? c : new PyComplex(PyFloat.toDouble(o), 0);
  }

  /** What {@code __complex__} gives, or null if the type has none. */
  private static PyComplex special(Object o) {
    Object f = Py.typeOf(o).slot(Special.COMPLEX);
    if (f == null || f == Py.None) {
      return null;
    }
    Object r = Call.method(f, o);
    if (!(r instanceof PyComplex c)) {
      throw Errors.typeError("__complex__ returned non-complex (type " + Py.typeOf(r).name() + ")");
    }
    if (c.type() != TYPE) {
      Warnings.deprecation("__complex__ returned non-complex (type " + c.type().name() + ").  The ability to return an instance of a "
          + "strict subclass of complex is deprecated, and may be removed in a future version of Python.");
    }
    return c;
  }

  @ClassMethod(value = "from_number(type, number, /)", doc = "Convert number to a complex floating-point number.")
  static Object from_number(PyType type, Object number) {
    if (number instanceof PyComplex c && c.type() == TYPE && type == TYPE) {
      return c;
    }
    PyComplex c = toComplex(number);
    PyComplex plain = new PyComplex(c.real, c.imag);
    return type == TYPE ? plain : Call.call(type, plain);
  }
}
