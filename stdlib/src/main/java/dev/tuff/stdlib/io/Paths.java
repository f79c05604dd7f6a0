package dev.tuff.stdlib.io;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.text.PyStr;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Paths as Python code gives them (str, bytes, {@code os.PathLike}) and as the host wants them. Bytes are UTF-8; those that are not stand as
 * lone surrogates (PEP 383).
 */
public final class Paths {
  private Paths() {}

  /** {@code os.fspath(o)}. */
  public static Object fspath(Object o) {
    if (PyStr.isStr(o) || o instanceof PyBytes) {
      return o;
    }
    Object f = Py.typeOf(o).slot(Special.FSPATH);
    if (f == null || f == Py.None) {
      throw Errors.typeError("expected str, bytes or os.PathLike object, not " + Py.typeOf(o).name());
    }
    Object r = Call.method(f, o);
    if (PyStr.isStr(r) || r instanceof PyBytes) {
      return r;
    }
    throw Errors.typeError("expected " + Py.typeOf(o).name() + ".__fspath__() to return str or bytes, not " + Py.typeOf(r).name());
  }

  /** The text of a path, {@code PathLike} included. */
  public static String text(Object o) {
    Object p = fspath(o);
    String s = p instanceof PyBytes b ? decode(b.array()) : PyStr.java(p);
    if (s.indexOf('\0') >= 0) {
      throw Errors.valueError("embedded null " + (p instanceof PyBytes ? "byte" : "character"));
    }
    return s;
  }

  /** {@code os.fsdecode}: UTF-8 with surrogateescape. */
  public static String decode(byte[] b) {
    String s = new String(b, StandardCharsets.UTF_8);
    if (s.indexOf('\uFFFD') < 0) {
      return s;
    }
    return Utf8.decodeEscaped(b, 0, b.length);
  }

  /** {@code os.fsencode}. */
  public static byte[] encode(String s) {
    try {
      ByteBuffer out = StandardCharsets.UTF_8.newEncoder().encode(java.nio.CharBuffer.wrap(s));
      byte[] b = new byte[out.remaining()];
      out.get(b);
      return b;
    } catch (CharacterCodingException e) {
      return Utf8.encodeEscaped(s);
    }
  }

  /** A result in the kind that the argument had: bytes for a path given as bytes. */
  public static Object like(Object argument, String text) {
    Object p = argument == null || argument == Py.None ? null : argument;
    return p instanceof PyBytes || p != null && !PyStr.isStr(p) && isBytesPath(p) ? new PyBytes(encode(text)) : Py.str(text);
  }

  private static boolean isBytesPath(Object o) {
    if (Py.typeOf(o).slot(Special.FSPATH) == null) {
      return false;
    }
    try {
      return fspath(o) instanceof PyBytes;
    } catch (PyException e) {
      return Attributes.find(o, "decode") != null;
    }
  }
}
