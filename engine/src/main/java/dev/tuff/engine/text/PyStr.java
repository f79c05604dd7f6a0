package dev.tuff.engine.text;

import dev.tuff.engine.container.PySlice;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.container.SliceBounds;
import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/**
 * {@code str}. A value is a Java {@code String} if and only if it has no surrogate code unit, else a {@link PyWideStr} of code points; an
 * instance of a subclass is a {@link PyStrSub} around such a value. Here: construction and the special methods; the ordinary methods are
 * in the {@code Str…} classes.
 */
public final class PyStr {
  public static final PyType TYPE = PyType.builtin("str", PyType.OBJECT, PyType.SEQUENCE_OPS | PyType.MATCH_SELF,
      "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\n"
          + "The text of an object, or the text that bytes hold in an encoding.",
      new PyStrTable(), new StrSearchTable(), new StrSplitTable(), new StrCaseTable(), new StrPredicatesTable(), new StrLayoutTable(),
      new StrConversionTable());

  private static final String[] CHARS = chars();

  private PyStr() {}

  private static String[] chars() {
    String[] all = new String[256];
    for (int i = 0; i < 256; i++) {
      all[i] = String.valueOf((char) i).intern();
    }
    return all;
  }

  // ---- values

  public static boolean isStr(Object o) {
    return o instanceof String || o instanceof PyWideStr || o instanceof PyStrSub;
  }

  /** The plain value ({@code String} or {@link PyWideStr}) of a str of any class. */
  public static Object value(Object o) {
    return o instanceof PyStrSub s ? s.value : o;
  }

  /** The text as Java's UTF-16: astral characters as pairs, lone surrogates as themselves. */
  public static String java(Object o) {
    Object v = value(o);
    return v instanceof String s ? s : v.toString();
  }

  /** Number of code points. */
  public static int length(Object o) {
    Object v = value(o);
    return v instanceof String s ? s.length() : ((PyWideStr) v).length();
  }

  /** Code point {@code i}. */
  public static int pointAt(Object o, int i) {
    Object v = value(o);
    return v instanceof String s ? s.charAt(i) : ((PyWideStr) v).codePointAt(i);
  }

  /** The code points; not to be written to. */
  public static int[] points(Object o) {
    Object v = value(o);
    if (v instanceof PyWideStr w) {
      return w.points();
    }
    String s = (String) v;
    int[] p = new int[s.length()];
    for (int i = 0; i < p.length; i++) {
      p[i] = s.charAt(i);
    }
    return p;
  }

  /** {@code chr(c)}: a str of one character; those of Latin-1 are shared. */
  public static Object ofPoint(int c) {
    if (c < 256) {
      return CHARS[c];
    }
    return c > 0xFFFF || Character.isSurrogate((char) c) ? PyWideStr.of(new int[] {c}) : String.valueOf((char) c);
  }

  /** Characters {@code [from, to)} of a plain value. */
  public static Object slice(Object value, int from, int to) {
    if (to <= from) {
      return "";
    }
    if (value instanceof String s) {
      return to - from == 1 ? ofPoint(s.charAt(from)) : s.substring(from, to);
    }
    int[] p = ((PyWideStr) value).points();
    return from == 0 && to == p.length ? value : PyWideStr.of(java.util.Arrays.copyOfRange(p, from, to));
  }

  /** {@code a + b} of plain values. */
  public static Object concat(Object a, Object b) {
    if (a instanceof String s && b instanceof String t) {
      return s.concat(t);
    }
    int[] p = points(a);
    int[] q = points(b);
    int[] r = java.util.Arrays.copyOf(p, p.length + q.length);
    System.arraycopy(q, 0, r, p.length, q.length);
    return PyWideStr.of(r);
  }

  /** Order by code point of two strs of any class. */
  public static int compare(Object a, Object b) {
    Object x = value(a);
    Object y = value(b);
    if (x instanceof String s && y instanceof String t) {
      return s.compareTo(t);
    }
    return java.util.Arrays.compare(points(x), points(y));
  }

  /** Whether two strs of any class hold the same text. */
  public static boolean equal(Object a, Object b) {
    Object x = value(a);
    Object y = value(b);
    if (x instanceof String s) {
      return y instanceof String t && s.equals(t);
    }
    return y instanceof PyWideStr w && java.util.Arrays.equals(((PyWideStr) x).points(), w.points());
  }

  /** {@code hash(s)}: SipHash-1-3 with the interpreter's key. */
  public static long hash(String s) {
    Interpreter in = Interpreter.current();
    return SipHash.hash(s, in.hashKey0, in.hashKey1);
  }

  /** {@code s.isidentifier()}. */
  public static boolean isIdentifier(String s) {
    return StrPredicates.isIdentifier(s);
  }

  // ---- construction

  // the rest of the arguments only for the error: the one-argument call does not come by here
  @New(value = "str(object=<null>, encoding=<null>, errors=<null>, *args)", textSignature = false)
  static Object __new__(PyType cls, Object object, Object encoding, Object errors, Object[] args) {
    if (args.length > 0) {
      int n = args.length + 3;
      throw Errors.typeError(cls == TYPE ? "str expected at most 3 arguments, got " + n : "str() takes at most 3 arguments (" + n + " given)");
    }
    String enc = codecArgument(encoding, "encoding");
    String err = codecArgument(errors, "errors");
    Object v;
    if (object == null) {
      v = "";
    } else if (enc == null && err == null) {
      v = Py.str(object);
    } else {
      v = StrConversion.decode(object, enc, err);
    }
    return cls == TYPE ? v : new PyStrSub(cls, value(v));
  }

  private static String codecArgument(Object o, String name) {
    if (o == null) {
      return null;
    }
    if (!isStr(o)) {
      throw Errors.typeError("str() argument '" + name + "' must be str, not " + Py.typeOf(o).name());
    }
    return java(o);
  }

  // ---- special methods

  @Method(value = "__hash__(self, /)", doc = "Return hash(self).")
  static long __hash__(Object self) {
    if (self instanceof PyStrSub s && s.value instanceof String t) {
      return hash(t);
    }
    if (self instanceof String s) {
      return hash(s);
    }
    Interpreter in = Interpreter.current();
    return SipHash.hash(((PyWideStr) value(self)).points(), in.hashKey0, in.hashKey1);
  }

  @Method(value = "__str__(self, /)", doc = "Return str(self).")
  static Object __str__(Object self) {
    return value(self);
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(Object self) {
    return StrRepr.repr(value(self));
  }

  @Method(value = "__len__(self, /)", doc = "Return len(self).")
  static long __len__(Object self) {
    return length(self);
  }

  private static Object compared(int op, Object self, Object other) {
    if (!isStr(other)) {
      return Py.NotImplemented;
    }
    if (op == Comparison.EQ || op == Comparison.NE) {
      return equal(self, other) == (op == Comparison.EQ);
    }
    int c = compare(self, other);
    return switch (op) {
      case Comparison.LT -> c < 0;
      case Comparison.LE -> c <= 0;
      case Comparison.GT -> c > 0;
      default -> c >= 0;
    };
  }

  @Method(value = "__eq__(self, value, /)", doc = "Return self==value.")
  static Object __eq__(Object self, Object other) {
    return compared(Comparison.EQ, self, other);
  }

  @Method(value = "__ne__(self, value, /)", doc = "Return self!=value.")
  static Object __ne__(Object self, Object other) {
    return compared(Comparison.NE, self, other);
  }

  @Method(value = "__lt__(self, value, /)", doc = "Return self<value.")
  static Object __lt__(Object self, Object other) {
    return compared(Comparison.LT, self, other);
  }

  @Method(value = "__le__(self, value, /)", doc = "Return self<=value.")
  static Object __le__(Object self, Object other) {
    return compared(Comparison.LE, self, other);
  }

  @Method(value = "__gt__(self, value, /)", doc = "Return self>value.")
  static Object __gt__(Object self, Object other) {
    return compared(Comparison.GT, self, other);
  }

  @Method(value = "__ge__(self, value, /)", doc = "Return self>=value.")
  static Object __ge__(Object self, Object other) {
    return compared(Comparison.GE, self, other);
  }

  @Method(value = "__add__(self, value, /)", doc = "Return self+value.")
  static Object __add__(Object self, Object other) {
    if (self instanceof String s && other instanceof String t) {
      return s.concat(t);
    }
    if (!isStr(other)) {
      throw Errors.typeError("can only concatenate str (not \"" + Py.typeOf(other).fullName() + "\") to str");
    }
    return concat(value(self), value(other));
  }

  @Method(value = "__mul__(self, value, /)", doc = "Return self*value.")
  static Object __mul__(Object self, Object count) {
    return repeat(value(self), StrRange.size(count, Exceptions.OverflowError));
  }

  @Method(value = "__rmul__(self, value, /)", doc = "Return value*self.")
  static Object __rmul__(Object self, Object count) {
    return __mul__(self, count);
  }

  /** {@code value * n} of a plain value. */
  public static Object repeat(Object value, long n) {
    int length = length(value);
    if (n <= 0 || length == 0) {
      return "";
    }
    if (n == 1) {
      return value;
    }
    if (n > Integer.MAX_VALUE - 16 || length * n > Integer.MAX_VALUE - 16) {
      throw n > Long.MAX_VALUE / length ? Errors.overflowError("repeated string is too long") : Errors.memoryError();
    }
    if (value instanceof String s) {
      return s.repeat((int) n);
    }
    int[] p = points(value);
    int[] r = new int[(int) (length * n)];
    for (int i = 0; i < n; i++) {
      System.arraycopy(p, 0, r, i * length, length);
    }
    return PyWideStr.of(r);
  }

  @Method(value = "__contains__(self, key, /)", doc = "Return bool(key in self).")
  static boolean __contains__(Object self, Object key) {
    if (self instanceof String s && key instanceof String t) {
      return StrSearch.contains(s, t);
    }
    if (!isStr(key)) {
      throw Errors.typeError("'in <string>' requires string as left operand, not " + Py.typeOf(key).name());
    }
    Object v = value(self);
    return StrSearch.find(v, value(key), 0, length(v)) >= 0;
  }

  @Method(value = "__getitem__(self, key, /)", doc = "Return self[key].")
  static Object __getitem__(Object self, Object key) {
    if (key instanceof Long i) {
      return item(value(self), i);
    }
    if (key instanceof PySlice s) {
      return slice(value(self), s);
    }
    if (Py.typeOf(key).slot(Special.INDEX) != null) {
      return item(value(self), StrRange.size(key, Exceptions.IndexError));
    }
    throw Errors.typeError("string indices must be integers, not '" + Py.typeOf(key).name() + "'");
  }

  /** {@code value[i]} of a plain value. */
  public static Object item(Object value, long i) {
    int n = length(value);
    long at = i < 0 ? i + n : i;
    if (at < 0 || at >= n) {
      throw Errors.indexError("string index out of range");
    }
    return value instanceof String s ? ofPoint(s.charAt((int) at)) : ofPoint(((PyWideStr) value).codePointAt((int) at));
  }

  /** {@code value[start:stop:step]} of a plain value. */
  public static Object slice(Object value, PySlice slice) {
    int n = length(value);
    SliceBounds bounds = SliceBounds.of(slice, n);
    int start = bounds.start();
    int stop = bounds.stop();
    long step = bounds.step();
    if (step == 1) {
      return start == 0 && stop == n ? value : slice(value, start, stop);
    }
    int count = bounds.length();
    if (count == 0) {
      return "";
    }
    if (value instanceof String s) {
      char[] c = new char[count];
      long at = start;
      for (int i = 0; i < count; i++, at += step) {
        c[i] = s.charAt((int) at);
      }
      return new String(c);
    }
    int[] p = points(value);
    int[] c = new int[count];
    long at = start;
    for (int i = 0; i < count; i++, at += step) {
      c[i] = p[(int) at];
    }
    return PyWideStr.of(c);
  }

  @Method(value = "__iter__(self, /)", doc = "Implement iter(self).")
  static Object __iter__(Object self) {
    return StrIterator.of(value(self));
  }

  @Method(value = "__mod__(self, value, /)", doc = "Return self%value.")
  static Object __mod__(Object self, Object args) {
    return PercentFormat.format(self, args);
  }

  @Method(value = "__rmod__(self, value, /)", doc = "Return value%self.")
  static Object __rmod__(Object self, Object format) {
    return isStr(format) ? PercentFormat.format(format, self) : Py.NotImplemented;
  }

  @Method(value = "__getnewargs__(self, /)", textSignature = true)
  static Object __getnewargs__(Object self) {
    // a copy: pickle must not take it for the object that it is to make anew
    return PyTuple.of(value(self) instanceof String s ? new String(s) : value(self));
  }

  /** What a CPython without GIL takes. */
  @Method(value = "__sizeof__(self, /)", doc = "Return the size of the string in memory, in bytes.")
  static long __sizeof__(Object self) {
    Object v = value(self);
    if (v instanceof String s) {
      int width = StrRepr.widthOf(s);
      return (width == 0 ? 56 + s.length() + 1 : 72L + (long) (s.length() + 1) * width);
    }
    return 72 + 4L * (length(v) + 1);
  }

  /** An instance of a subclass of str. */
  public static final class PyStrSub extends PyObject {
    public final Object value;

    public PyStrSub(PyType type, Object value) {
      super(type);
      this.value = value;
    }
  }
}
