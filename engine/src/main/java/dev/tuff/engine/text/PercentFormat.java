package dev.tuff.engine.text;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.TypeMethods;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.number.NumberText;
import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * {@code format % args} ("printf-style String Formatting" of the library reference) for str and for bytes. Bytes go through as Latin-1
 * text, in which a byte is a character.
 */
public final class PercentFormat {
  private final Object format;
  private final int end;
  private final boolean bytes;
  private final StrBuilder out;
  private int at;

  /** The arguments, and which is next; a lone argument that is no tuple is an array of one. */
  private Object[] args;
  private int next;

  /** Not a tuple but something with keys, or null. */
  private final Object mapping;

  // the specification at hand
  private boolean left;
  private boolean plus;
  private boolean blank;
  private boolean alternate;
  private boolean zero;
  private long width;
  private int precision;

  private PercentFormat(Object format, Object args, boolean bytes) {
    this.format = format;
    this.bytes = bytes;
    end = PyStr.length(format);
    out = new StrBuilder(end + 32);
    if (args instanceof PyTuple t) {
      this.args = t.array();
      mapping = null;
    } else {
      this.args = new Object[] {args};
      boolean text = bytes ? isBytes(args) : PyStr.isStr(args);
      mapping = !text && (args instanceof PyDict || Py.typeOf(args).slot(Special.GETITEM) != null) ? args : null;
    }
  }

  /** {@code str % args}: a plain str value. */
  public static Object format(Object str, Object args) {
    return new PercentFormat(PyStr.value(str), args, false).run();
  }

  /** {@code bytes % args}. */
  public static byte[] formatBytes(byte[] format, Object args) {
    Object r = new PercentFormat(latin(format), args, true).run();
    return ((String) r).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String latin(byte[] b) {
    return new String(b, StandardCharsets.ISO_8859_1);
  }

  private static boolean isBytes(Object o) {
    return Py.isInstance(o, PyBytes.TYPE) || Py.typeOf(o).name().equals("bytearray");
  }

  private Object run() {
    String narrow = format instanceof String s ? s : null;
    while (at < end) {
      int from = at;
      at = narrow != null ? narrow.indexOf('%', from) : percentSign(from);
      if (at < 0) {
        at = end;
      }
      if (at > from) {
        out.append(format, from, at);
      }
      if (at++ < end && !(at < end && narrow != null && simple(narrow.charAt(at)))) {
        specification();
      }
    }
    if (mapping == null && next < args.length) {
      throw Errors.typeError("not all arguments converted during " + (bytes ? "bytes" : "string") + " formatting");
    }
    return out.build();
  }

  private int percentSign(int from) {
    int i = from;
    while (i < end && PyStr.pointAt(format, i) != '%') {
      i++;
    }
    return i;
  }

  /** {@code %s} of text, {@code %d} of an int: as they are. False if it is another specification. */
  private boolean simple(char c) {
    if (c != 's' && c != 'd' || next >= args.length) {
      return false;
    }
    Object o = args[next];
    if (c == 'd') {
      if (!(o instanceof Long n)) {
        return false;
      }
      out.number(n);
    } else if (bytes || !(o instanceof String s)) {
      return false;
    } else {
      out.text(s);
    }
    next++;
    at++;
    return true;
  }

  private int peek() {
    if (at >= end) {
      throw Errors.valueError("incomplete format");
    }
    return PyStr.pointAt(format, at);
  }

  private Object argument() {
    if (next >= args.length) {
      throw Errors.typeError("not enough arguments for format string");
    }
    return args[next++];
  }

  private void specification() {
    left = plus = blank = alternate = zero = false;
    width = -1;
    precision = -1;
    int c = peek();
    if (c == '%') {
      at++;
      out.point('%');
      return;
    }
    if (c == '(') {
      key();
    }
    while (flag(peek())) {
      at++;
    }
    width = number(false);
    if (peek() == '.') {
      at++;
      long p = number(true);
      precision = p < 0 ? 0 : (int) p;
    }
    c = peek();
    if (c == 'h' || c == 'l' || c == 'L') {
      at++;
      c = peek();
    }
    at++;
    convert(c, argument());
  }

  private void key() {
    if (mapping == null) {
      throw Errors.typeError("format requires a mapping");
    }
    int depth = 1;
    int from = ++at;
    while (depth > 0) {
      if (at >= end) {
        throw Errors.valueError("incomplete format key");
      }
      int c = PyStr.pointAt(format, at++);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    Object key = PyStr.slice(format, from, at - 1);
    args = new Object[] {Items.get(mapping, bytes ? new PyBytes(((String) key).getBytes(StandardCharsets.ISO_8859_1)) : key)};
    next = 0;
  }

  private boolean flag(int c) {
    switch (c) {
      case '-' -> left = true;
      case '+' -> plus = true;
      case ' ' -> blank = true;
      case '#' -> alternate = true;
      case '0' -> zero = true;
      default -> {
        return false;
      }
    }
    return true;
  }

  private static long precision(Object o) {
    if (PyInt.value(o) instanceof Long n && n == n.intValue()) {
      return n;
    }
    throw Errors.overflowError("Python int too large to convert to C int");
  }

  /** A width or precision: digits, or {@code *} for an argument; -1 if there is none. */
  private long number(boolean isPrecision) {
    if (peek() == '*') {
      at++;
      Object o = argument();
      if (!PyInt.isInt(o)) {
        throw Errors.typeError("* wants int");
      }
      long n = isPrecision ? precision(o) : Convert.toLong(o);
      if (n == Long.MIN_VALUE) {
        throw Errors.overflowError("width too big");
      }
      // an argument of -1 is no width, but it aligns left
      left |= !isPrecision && n < 0;
      return isPrecision ? Math.max(n, 0) : Math.abs(n);
    }
    int from = at;
    long n = 0;
    for (int c; (c = peek()) >= '0' && c <= '9'; at++) {
      n = n * 10 + c - '0';
      if (isPrecision ? n > Integer.MAX_VALUE : n > Long.MAX_VALUE / 10 - 10) {
        throw Errors.valueError(isPrecision ? (bytes ? "prec too big" : "precision too big") : "width too big");
      }
    }
    return at == from ? -1 : n;
  }

  private void convert(int c, Object o) {
    switch (c) {
      case 's', 'r', 'a', 'b':
        if (c == 'b' && !bytes) {
          break;
        }
        text(c, o);
        return;
      case 'c':
        plain(bytes ? byteOf(o) : characterOf(o));
        return;
      case 'd', 'i', 'u', 'o', 'x', 'X':
        integer(c, o);
        return;
      case 'e', 'E', 'f', 'F', 'g', 'G':
        floating(c, o);
        return;
      default:
        break;
    }
    if (bytes && c > 127) {
      throw Errors.overflowError("character argument not in range(0x110000)");
    }
    throw Errors.valueError("unsupported format character '" + (c >= 32 && c < 127 ? (char) c : '?') + "' (0x" + Integer.toHexString(c)
        + ") at index " + (at - 1));
  }

  // ---- text

  private void text(int c, Object o) {
    Object v;
    if (bytes) {
      v = c == 's' || c == 'b' ? latin(bytesOf(o)) : StrRepr.escapeNonAscii(PyStr.value(Py.repr(o)));
    } else {
      v = c == 's' ? (o instanceof String ? o : PyStr.value(Py.str(o))) : Markup.convert(o, c);
    }
    v = PyStr.value(v);
    if (precision >= 0 && precision < PyStr.length(v)) {
      v = PyStr.slice(v, 0, precision);
    }
    plain(v);
  }

  /** Writes text without sign or zeros, blanks around it. */
  private void plain(Object v) {
    long free = width - PyStr.length(v);
    if (free <= 0) {
      out.append(v);
      return;
    }
    check(free);
    if (left) {
      out.append(v).repeat(' ', (int) free);
    } else {
      out.repeat(' ', (int) free).append(v);
    }
  }

  private static void check(long free) {
    if (free > Integer.MAX_VALUE - 1024) {
      throw Errors.memoryError();
    }
  }

  private static Object characterOf(Object o) {
    if (PyStr.isStr(o)) {
      if (PyStr.length(o) != 1) {
        throw Errors.typeError("%c requires an int or a unicode character, not a string of length " + PyStr.length(o));
      }
      return PyStr.value(o);
    }
    if (!PyInt.isInt(o) && Py.typeOf(o).slot(Special.INDEX) == null) {
      throw Errors.typeError("%c requires an int or a unicode character, not " + TypeMethods.qualifiedName(Py.typeOf(o)));
    }
    if (PyInt.index(o) instanceof Long c && c >= 0 && c <= 0x10FFFF) {
      return PyStr.ofPoint((int) (long) c);
    }
    throw Errors.overflowError("%c arg not in range(0x110000)");
  }

  private static Object byteOf(Object o) {
    if (isBytes(o)) {
      byte[] b = bytesOf(o);
      if (b.length != 1) {
        throw Errors.typeError("%c requires an integer in range(256) or a single byte, not a " + Py.typeOf(o).name()
            + " object of length " + b.length);
      }
      return latin(b);
    }
    if (!PyInt.isInt(o) && Py.typeOf(o).slot(Special.INDEX) == null) {
      throw Errors.typeError("%c requires an integer in range(256) or a single byte, not "
          + dev.tuff.engine.core.TypeMethods.qualifiedName(Py.typeOf(o)));
    }
    if (PyInt.index(o) instanceof Long c && c >= 0 && c <= 255) {
      return PyStr.ofPoint((int) (long) c);
    }
    throw Errors.overflowError("%c arg not in range(256)");
  }

  /** What {@code %b} takes: bytes, a buffer, or what has {@code __bytes__}. */
  private static byte[] bytesOf(Object o) {
    if (o instanceof PyBytes b && b.type() == PyBytes.TYPE) {
      return b.array();
    }
    Object f = Py.typeOf(o).slot(Special.BYTES);
    if (!isBytes(o) && f != null) {
      Object r = Call.method(f, o);
      if (r instanceof PyBytes b) {
        return b.array();
      }
      throw Errors.typeError("__bytes__ returned non-bytes (type " + Py.typeOf(r).name() + ")");
    }
    if (o instanceof PyBytes b) {
      return b.array();
    }
    if (Py.typeOf(o).slot(Special.BUFFER) != null) {
      return ((PyBytes) PyBytes.TYPE.call1(o)).array();
    }
    throw Errors.typeError("%b requires a bytes-like object, or an object that implements __bytes__, not '" + Py.typeOf(o).name() + "'");
  }

  // ---- numbers

  private void integer(int c, Object o) {
    Object v = integerOf(c, o);
    int radix = c == 'o' ? 8 : c == 'x' || c == 'X' ? 16 : 10;
    String digits = radix != 10 ? NumberText.digits(v, radix) : v instanceof Long n ? Long.toString(n) : Py.javaRepr(v);
    boolean negative = digits.startsWith("-");
    if (negative) {
      digits = digits.substring(1);
    }
    if (precision > digits.length()) {
      digits = "0".repeat(precision - digits.length()) + digits;
    }
    if (c == 'X') {
      digits = digits.toUpperCase(Locale.ROOT);
    }
    number(negative, alternate && radix != 10 ? "0" + (char) c : "", digits);
  }

  private static Object integerOf(int c, Object o) {
    if (PyInt.isInt(o)) {
      return PyInt.value(o);
    }
    boolean decimal = c == 'd' || c == 'i' || c == 'u';
    try {
      if (!decimal) {
        return PyInt.index(o);
      }
      if (Py.typeOf(o).slot(Special.INDEX) != null || Py.typeOf(o).slot(Special.INT) != null) {
        return PyInt.value(PyInt.TYPE.call1(o));
      }
    } catch (PyException e) {
      if (!e.is(Exceptions.TypeError)) {
        throw e;
      }
    }
    throw Errors.typeError("%" + (char) c + " format: " + (decimal ? "a real number" : "an integer") + " is required, not "
        + Py.typeOf(o).name());
  }

  private void floating(int c, Object o) {
    double v;
    try {
      v = PyFloat.toDouble(o);
    } catch (PyException e) {
      if (bytes && e.is(Exceptions.TypeError)) {
        throw Errors.typeError("float argument required, not " + Py.typeOf(o).name());
      }
      throw e;
    }
    String s = FloatRepr.format(v, (char) (c | 0x20), precision < 0 ? 6 : precision, alternate, false);
    boolean negative = s.startsWith("-");
    if (negative) {
      s = s.substring(1);
    }
    number(negative, "", c < 'a' ? s.toUpperCase(Locale.ROOT) : s);
  }

  private void number(boolean negative, String prefix, String digits) {
    String sign = negative ? "-" : plus ? "+" : blank ? " " : "";
    long free = width - sign.length() - prefix.length() - digits.length();
    if (free <= 0) {
      out.text(sign).text(prefix).text(digits);
      return;
    }
    check(free);
    if (left) {
      out.text(sign).text(prefix).text(digits).repeat(' ', (int) free);
    } else if (zero) {
      out.text(sign).text(prefix).repeat('0', (int) free).text(digits);
    } else {
      out.repeat(' ', (int) free).text(sign).text(prefix).text(digits);
    }
  }
}
