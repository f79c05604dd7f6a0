package dev.tuff.engine.codec;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.exception.PyBaseException;
import dev.tuff.engine.exception.PyUnicodeError;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.expose.MethodDef;
import dev.tuff.engine.function.PyBuiltinFunction;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.text.StrBuilder;
import dev.tuff.syntax.UnicodeNames;
import java.util.Map;

/** The error handlers that every interpreter starts with ("Error Handlers" of the codecs module), as functions of a UnicodeError. */
final class ErrorHandlers {
  private static final String[] NAMES = {
    "strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace", "surrogatepass", "surrogateescape"
  };

  private ErrorHandlers() {}

  /** Registers the functions below; {@code strict_errors} under {@code strict} and so on. */
  static void registerAll(Map<String, Object> into) {
    ErrorHandlersTable table = new ErrorHandlersTable();
    for (MethodDef def : table.defs()) {
      String name = def.name().replace("_errors", "");
      into.put(name, new PyBuiltinFunction(table, def, Py.None, Py.None));
    }
  }

  static boolean isBuiltin(String name) {
    for (String n : NAMES) {
      if (n.equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** What stands for characters {@code [start, end)} of a text. */
  static Object replacement(String errors, Object text, int start, int end) {
    StrBuilder out = new StrBuilder();
    for (int i = start; i < end; i++) {
      int c = PyStr.pointAt(text, i);
      switch (errors) {
        case "xmlcharrefreplace" -> out.text("&#" + c + ";");
        case "namereplace" -> {
          String name = UnicodeNames.name(c);
          if (name == null) {
            out.text(backslash(c));
          } else {
            out.text("\\N{" + name + "}");
          }
        }
        default -> out.text(backslash(c));
      }
    }
    return out.build();
  }

  private static String backslash(int c) {
    String hex = Integer.toHexString(c);
    return c < 0x100 ? "\\x" + "0".repeat(2 - hex.length()) + hex
        : c < 0x10000 ? "\\" + "u" + "0".repeat(4 - hex.length()) + hex : "\\U" + "0".repeat(8 - hex.length()) + hex;
  }

  /** A UnicodeError with its range made to lie within its object. */
  private record Failure(PyUnicodeError error, PyType kind, int start, int end) {
    static Failure of(Object exc) {
      if (!(exc instanceof PyUnicodeError e)) {
        throw wrong(exc);
      }
      PyType kind = e.type().isSubtype(Exceptions.UnicodeEncodeError) ? Exceptions.UnicodeEncodeError
          : e.type().isSubtype(Exceptions.UnicodeDecodeError) ? Exceptions.UnicodeDecodeError : Exceptions.UnicodeTranslateError;
      if (e.object == null) {
        throw Errors.typeError("UnicodeError 'object' attribute is not set");
      }
      int n = e.object instanceof PyBytes b ? b.size() : PyStr.length(e.object);
      int start = (int) Math.max(0, Math.min(e.start, n - 1));
      int end = (int) Math.max(Math.min(n, 1), Math.min(e.end, n));
      return new Failure(e, kind, Math.max(start, 0), Math.max(end, start));
    }

    boolean decodes() {
      return kind == Exceptions.UnicodeDecodeError;
    }

    boolean encodes() {
      return kind == Exceptions.UnicodeEncodeError;
    }

    Object text() {
      return PyStr.value(error.object);
    }

    byte[] bytes() {
      return ((PyBytes) error.object).array();
    }

    PyTuple result(Object replacement) {
      return PyTuple.of(replacement, Py.box(end));
    }
  }

  private static PyException wrong(Object exc) {
    return Errors.typeError("don't know how to handle " + Py.typeOf(exc).name() + " in error callback");
  }

  @Function(value = "strict_errors(exception, /)", doc = "Handler 'strict': raise the error.")
  static Object strict(Object exc) {
    if (exc instanceof PyBaseException e) {
      throw new PyException(e);
    }
    throw Errors.typeError("codec must pass exception instance");
  }

  @Function(value = "ignore_errors(exception, /)", doc = "Handler 'ignore': leave out what cannot be translated.")
  static Object ignore(Object exc) {
    return Failure.of(exc).result("");
  }

  @Function(value = "replace_errors(exception, /)", doc = "Handler 'replace': put a replacement marker in its place.")
  static Object replace(Object exc) {
    Failure f = Failure.of(exc);
    int n = f.end - f.start;
    return f.result(f.encodes() ? "?".repeat(n) : "\uFFFD".repeat(f.decodes() ? 1 : n));
  }

  @Function(value = "xmlcharrefreplace_errors(exception, /)", doc = "Handler 'xmlcharrefreplace': put XML character references in its place.")
  static Object xmlcharrefreplace(Object exc) {
    Failure f = Failure.of(exc);
    if (!f.encodes()) {
      throw wrong(exc);
    }
    return f.result(replacement("xmlcharrefreplace", f.text(), f.start, f.end));
  }

  @Function(value = "backslashreplace_errors(exception, /)", doc = "Handler 'backslashreplace': put backslash escapes in its place.")
  static Object backslashreplace(Object exc) {
    Failure f = Failure.of(exc);
    if (!f.decodes()) {
      return f.result(replacement("backslashreplace", f.text(), f.start, f.end));
    }
    StringBuilder out = new StringBuilder();
    byte[] b = f.bytes();
    for (int i = f.start; i < f.end; i++) {
      out.append(backslash(b[i] & 0xFF));
    }
    return f.result(out.toString());
  }

  @Function(value = "namereplace_errors(exception, /)", doc = "Handler 'namereplace': put \\N{...} escapes in its place.")
  static Object namereplace(Object exc) {
    Failure f = Failure.of(exc);
    if (!f.encodes()) {
      throw wrong(exc);
    }
    return f.result(replacement("namereplace", f.text(), f.start, f.end));
  }

  @Function(value = "surrogateescape(exception, /)", doc = "Handler 'surrogateescape': let bytes pass as lone surrogates and back.")
  static Object surrogateescape(Object exc) {
    Failure f = Failure.of(exc);
    if (f.encodes()) {
      byte[] out = new byte[f.end - f.start];
      for (int i = f.start; i < f.end; i++) {
        int c = PyStr.pointAt(f.text(), i);
        if (c < 0xDC80 || c > 0xDCFF) {
          throw new PyException(f.error);
        }
        out[i - f.start] = (byte) c;
      }
      return f.result(new PyBytes(out));
    }
    if (!f.decodes()) {
      throw wrong(exc);
    }
    byte[] b = f.bytes();
    StrBuilder out = new StrBuilder();
    int i = f.start;
    for (; i < f.end && i < f.start + 4 && b[i] < 0; i++) {
      out.point(0xDC00 | b[i] & 0xFF);
    }
    if (i == f.start) {
      throw new PyException(f.error);
    }
    return PyTuple.of(out.build(), Py.box(i));
  }

  @Function(value = "surrogatepass(exception, /)", doc = "Handler 'surrogatepass': let surrogates pass through UTF-8, UTF-16 and UTF-32.")
  static Object surrogatepass(Object exc) {
    Failure f = Failure.of(exc);
    if (!f.encodes() && !f.decodes()) {
      throw wrong(exc);
    }
    int unit = unit(PyStr.java(f.error.encoding));
    if (unit == 0) {
      throw new PyException(f.error);
    }
    if (f.encodes()) {
      ByteSink out = new ByteSink(16);
      for (int i = f.start; i < f.end; i++) {
        int c = PyStr.pointAt(f.text(), i);
        if (c < 0xD800 || c > 0xDFFF) {
          throw new PyException(f.error);
        }
        putSurrogate(out, c, unit);
      }
      return f.result(new PyBytes(out.toArray()));
    }
    int size = unit == 1 ? 3 : Math.abs(unit);
    int c = getSurrogate(f.bytes(), f.start, unit);
    if (c < 0xD800 || c > 0xDFFF) {
      throw new PyException(f.error);
    }
    return PyTuple.of(PyStr.ofPoint(c), Py.box(f.start + size));
  }

  /** Bytes of a code unit, negative for big-endian; 0 for an encoding that has no surrogates. */
  private static int unit(String encoding) {
    return switch (encoding.toLowerCase(java.util.Locale.ROOT).replace('_', '-')) {
      case "utf-8", "utf8", "cp-utf8" -> 1;
      case "utf-16", "utf16", "utf-16le", "utf16le", "utf-16-le", "utf16-le" -> 2;
      case "utf-16be", "utf16be", "utf-16-be", "utf16-be" -> -2;
      case "utf-32", "utf32", "utf-32le", "utf32le", "utf-32-le", "utf32-le" -> 4;
      case "utf-32be", "utf32be", "utf-32-be", "utf32-be" -> -4;
      default -> 0;
    };
  }

  private static void putSurrogate(ByteSink out, int c, int unit) {
    if (unit == 1) {
      out.put(0xE0 | c >> 12);
      out.put(0x80 | c >> 6 & 63);
      out.put(0x80 | c & 63);
      return;
    }
    int n = Math.abs(unit);
    for (int i = 0; i < n; i++) {
      out.put(c >> 8 * (unit > 0 ? i : n - 1 - i));
    }
  }

  private static int getSurrogate(byte[] b, int at, int unit) {
    int n = unit == 1 ? 3 : Math.abs(unit);
    if (at + n > b.length) {
      return -1;
    }
    if (unit == 1) {
      return (b[at] & 0xF0) == 0xE0 && (b[at + 1] & 0xC0) == 0x80 && (b[at + 2] & 0xC0) == 0x80
          ? (b[at] & 15) << 12 | (b[at + 1] & 63) << 6 | b[at + 2] & 63 : -1;
    }
    int c = 0;
    for (int i = 0; i < n; i++) {
      c |= (b[at + i] & 0xFF) << 8 * (unit > 0 ? i : n - 1 - i);
    }
    return c;
  }
}
