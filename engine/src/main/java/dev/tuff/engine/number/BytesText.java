package dev.tuff.engine.number;

import dev.tuff.engine.bytes.Buffers;
import dev.tuff.engine.bytes.ByteSequence;
import dev.tuff.engine.bytes.BytesConstructor;
import dev.tuff.engine.core.Py;
import java.nio.charset.StandardCharsets;

/** Bytes-like arguments of the number constructors. */
final class BytesText {
  private BytesText() {}

  /** The bytes of a bytes or bytearray (or, if {@code anyBuffer}, of any bytes-like object) as Latin-1 text; null for others. */
  static String latin1(Object o, boolean anyBuffer) {
    byte[] b = o instanceof ByteSequence || anyBuffer ? Buffers.find(o) : null;
    // beyond ASCII no byte is a digit or a space, whatever its character would be
    return b == null ? null : new String(b, StandardCharsets.US_ASCII);
  }

  /** {@code bytes(o)} for any object but an int. */
  static byte[] toBytes(Object o) {
    return BytesConstructor.fromObject(o);
  }

  /** The repr of a rejected argument, cut as {@code "%.200R"} does. */
  static String shortRepr(Object o, int limit) {
    // bytes-like arguments are shown as bytes
    byte[] b = o instanceof ByteSequence || !Buffers.supports(o) ? null : Buffers.find(o);
    String s = o instanceof ByteSequence q ? Py.javaRepr(new dev.tuff.engine.bytes.PyBytes(q.toBytes()))
        : b != null ? Py.javaRepr(new dev.tuff.engine.bytes.PyBytes(b)) : Py.javaRepr(o);
    return s.length() > limit ? s.substring(0, limit) : s;
  }
}
