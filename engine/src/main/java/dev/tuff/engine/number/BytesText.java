package dev.tuff.engine.number;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.core.Py;
import java.nio.charset.StandardCharsets;

/** Bytes-like arguments of the number constructors. */
final class BytesText {
  private BytesText() {}

  /** The bytes of a bytes or bytearray (or, if {@code anyBuffer}, of any bytes-like object) as Latin-1 text; null for others. */
  static String latin1(Object o, boolean anyBuffer) {
    return o instanceof PyBytes b ? new String(b.array(), StandardCharsets.ISO_8859_1) : null;
  }

  /** {@code bytes(o)} for any object but int. */
  static byte[] toBytes(Object o) {
    if (o instanceof PyBytes b) {
      return b.array();
    }
    throw dev.tuff.engine.core.Errors.typeError("cannot convert '" + Py.typeOf(o).name() + "' object to bytes");
  }

  /** The repr of a rejected argument, cut as {@code "%.200R"} does. */
  static String shortRepr(Object o, int limit) {
    String s = Py.javaRepr(o);
    return s.length() > limit ? s.substring(0, limit) : s;
  }
}
