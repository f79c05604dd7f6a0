package dev.tuff.stdlib.sre;

import dev.tuff.engine.bytes.Buffers;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.text.PyWideStr;
import java.nio.charset.StandardCharsets;

/**
 * A text or bytes to match in. Text is looked at where it is, as a Java string or as the code points of a wide str; bytes are turned into a
 * Latin-1 string, one character a byte.
 */
final class Subject {
  /** The Python object as it was given. */
  final Object object;

  /** The characters, unless they are in {@link #wide}. */
  final String text;
  final int[] wide;
  final boolean bytes;
  final int length;

  private Subject(Object object, String text, int[] wide, boolean bytes) {
    this.object = object;
    this.text = text;
    this.wide = wide;
    this.bytes = bytes;
    length = text != null ? text.length() : wide.length;
  }

  static Subject of(Object o) {
    if (o instanceof String s) {
      return new Subject(o, s, null, false);
    }
    if (PyStr.isStr(o)) {
      Object v = PyStr.value(o);
      return v instanceof String s ? new Subject(o, s, null, false) : new Subject(o, null, ((PyWideStr) v).points(), false);
    }
    if (!Buffers.supports(o)) {
      throw Errors.typeError("expected string or bytes-like object, got '" + Py.typeOf(o).name() + "'");
    }
    return new Subject(o, new String(Buffers.bytes(o), StandardCharsets.ISO_8859_1), null, true);
  }

  /** As {@link #slice}, of what a changeable bytes-like object has there now. */
  Object current(int from, int to) {
    if (!bytes || object instanceof PyBytes) {
      return slice(from, to);
    }
    byte[] now = Buffers.bytes(object);
    to = Math.min(to, now.length);
    return new PyBytes(java.util.Arrays.copyOfRange(now, Math.min(from, to), to));
  }

  int at(int i) {
    return text != null ? text.charAt(i) : wide[i];
  }

  /** A part as a Python object; the whole is the object itself if its type is the exact one. */
  Object slice(int from, int to) {
    if (text == null) {
      return from == 0 && to == wide.length && object instanceof PyWideStr ? object
          : PyWideStr.of(java.util.Arrays.copyOfRange(wide, from, to));
    }
    if (from >= to) {
      return bytes ? PyBytes.EMPTY : "";
    }
    if (bytes) {
      if (from == 0 && to == length && object instanceof PyBytes b && b.type() == PyBytes.TYPE) {
        return b;
      }
      return new PyBytes(text.substring(from, to).getBytes(StandardCharsets.ISO_8859_1));
    }
    return text.substring(from, to);
  }
}
