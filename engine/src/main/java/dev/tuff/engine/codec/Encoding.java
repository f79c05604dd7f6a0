package dev.tuff.engine.codec;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.exception.PyUnicodeError;
import dev.tuff.engine.text.PyStr;

/**
 * One run of an encoder over a text, character by character. A subclass says how one character becomes bytes; here is what happens with
 * those that it cannot take ("Error Handlers" of the codecs module).
 */
abstract class Encoding {
  /** The name and reason that errors show. */
  private final String name;
  private final String reason;

  private final Object text;
  private final String errors;
  protected final ByteSink out;

  /** {@code text} is a plain value; {@code errors} may be null for strict. */
  Encoding(String name, String reason, Object text, String errors) {
    this.name = name;
    this.reason = reason;
    this.text = text;
    this.errors = errors == null ? "strict" : errors;
    out = new ByteSink(PyStr.length(text) + 8);
  }

  /** Writes one character; false, with nothing written, if it cannot be encoded. */
  abstract boolean put(int c);

  /** Whether {@link #put} would take the character. */
  abstract boolean canPut(int c);

  /** Whether each character that cannot be encoded is a case for the handler of its own, not a run of them. */
  boolean oneByOne() {
    return false;
  }

  /** Writes bytes that an error handler gave; false if they cannot stand in this encoding. */
  boolean putBytes(byte[] b) {
    out.put(b);
    return true;
  }

  /** Writes a str that an error handler gave in place of characters; false if it cannot be encoded. */
  boolean putReplacement(Object value) {
    for (int i = 0, n = PyStr.length(value); i < n; i++) {
      if (!put(PyStr.pointAt(value, i))) {
        return false;
      }
    }
    return true;
  }

  /** Writes a str that an error handler gave if it is ASCII, the rule of the UTF encodings. */
  final boolean putAscii(Object value) {
    for (int i = 0, n = PyStr.length(value); i < n; i++) {
      if (PyStr.pointAt(value, i) > 127) {
        return false;
      }
    }
    for (int i = 0, n = PyStr.length(value); i < n; i++) {
      put(PyStr.pointAt(value, i));
    }
    return true;
  }

  final byte[] run() {
    int n = PyStr.length(text);
    for (int i = 0; i < n; ) {
      if (put(PyStr.pointAt(text, i))) {
        i++;
        continue;
      }
      int end = i + 1;
      while (end < n && !oneByOne() && !canPut(PyStr.pointAt(text, end))) {
        end++;
      }
      i = handle(i, end);
    }
    return out.toArray();
  }

  final PyException error(int start, int end) {
    return PyUnicodeError.of(Exceptions.UnicodeEncodeError, name, text, start, end, reason);
  }

  /** Deals with characters {@code [start, end)}, which cannot be encoded; returns where to go on. */
  private int handle(int start, int end) {
    switch (errors) {
      case "strict":
        throw error(start, end);
      case "ignore":
        return end;
      case "replace":
        for (int i = start; i < end; i++) {
          if (!put('?')) {
            throw error(start, end);
          }
        }
        return end;
      case "surrogateescape": {
        int i = start;
        for (int c; i < end && (c = PyStr.pointAt(text, i)) >= 0xDC80 && c <= 0xDCFF; i++) {
          if (!putBytes(new byte[] {(byte) c})) {
            throw error(start, end);
          }
        }
        if (i < end) {
          throw error(i, end);
        }
        return end;
      }
      case "backslashreplace", "xmlcharrefreplace":
        if (!putReplacement(ErrorHandlers.replacement(errors, text, start, end))) {
          throw error(start, end);
        }
        return end;
      default:
        return custom(start, end);
    }
  }

  private int custom(int start, int end) {
    Object handler = CodecRegistry.current().errorHandler(errors);
    PyException e = error(start, end);
    Object r = Call.call(handler, e.value);
    if (!(r instanceof PyTuple t) || t.size() != 2 || !(PyStr.isStr(t.get(0)) || Py.isInstance(t.get(0), PyBytes.TYPE))
        || !dev.tuff.engine.number.PyInt.isInt(t.get(1))) {
      throw Errors.typeError("encoding error handler must return (str/bytes, int) tuple");
    }
    int n = PyStr.length(text);
    long at = Convert.toLong(t.get(1));
    long to = at < 0 ? at + n : at;
    if (to < 0 || to > n) {
      throw Errors.indexError("position " + at + " from error handler out of bounds");
    }
    boolean done = t.get(0) instanceof PyBytes b ? putBytes(b.array()) : putReplacement(PyStr.value(t.get(0)));
    if (!done) {
      throw error(start, end);
    }
    return (int) to;
  }
}
