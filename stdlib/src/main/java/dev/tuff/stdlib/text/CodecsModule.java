package dev.tuff.stdlib.text;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.codec.Charmap;
import dev.tuff.engine.codec.CodecRegistry;
import dev.tuff.engine.codec.Codecs;
import dev.tuff.engine.codec.Escapes;
import dev.tuff.engine.codec.SingleByte;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.text.PyStr;

/** {@code _codecs}: the codec registry, and the codecs themselves as functions that also tell how much they consumed. */
public final class CodecsModule {
  private CodecsModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_codecs", new CodecsModuleTable());
    Exposed.define(m, "_codecs", new UtfFunctionsTable());
  }

  // ---- arguments and results

  static byte[] bytes(Object o) {
    if (o instanceof PyBytes b) {
      return b.array();
    }
    if (Py.typeOf(o).slot(Special.BUFFER) == null) {
      throw Errors.typeError("a bytes-like object is required, not '" + Py.typeOf(o).name() + "'");
    }
    return ((PyBytes) PyBytes.TYPE.call1(o)).array();
  }

  private static byte[] bytesOrText(Object o) {
    return PyStr.isStr(o) ? Codecs.encode(o, "utf-8", null) : bytes(o);
  }

  static Object text(Object o, String function) {
    if (!PyStr.isStr(o)) {
      throw Errors.typeError(function + "() argument 1 must be str, not " + (o == Py.None ? "None" : Py.typeOf(o).name()));
    }
    return PyStr.value(o);
  }

  static String errors(Object o, String function) {
    if (o == Py.None) {
      return null;
    }
    if (!PyStr.isStr(o)) {
      throw Errors.typeError(function + "() argument 2 must be str or None, not " + Py.typeOf(o).name());
    }
    return PyStr.java(o);
  }

  static Object encoded(byte[] b, Object text) {
    return PyTuple.of(new PyBytes(b), Py.box(PyStr.length(text)));
  }

  static Object decoded(Object text, int consumed) {
    return PyTuple.of(text, Py.box(consumed));
  }

  // ---- registry

  @Function(value = "register(search_function, /)",
      doc = "Register a function that is given a normalised encoding name and returns a codec's CodecInfo or None.")
  static void register(Object search) {
    CodecRegistry.current().register(search);
  }

  @Function(value = "unregister(search_function, /)", doc = "Remove a search function and forget what was found.")
  static void unregister(Object search) {
    CodecRegistry.current().unregister(search);
  }

  @Function(value = "lookup(encoding, /)", doc = "Return the CodecInfo of an encoding; LookupError if there is none.")
  static Object lookup(String encoding) {
    return CodecRegistry.current().lookup(encoding);
  }

  @Function(value = "encode(obj, encoding='utf-8', errors=<null>)", textSignature = false, doc = "Encode an object with any codec.")
  static Object encode(Object obj, String encoding, Object errors) {
    return Codecs.encodeObject(obj, encoding, given(errors, "encode"));
  }

  @Function(value = "decode(obj, encoding='utf-8', errors=<null>)", textSignature = false, doc = "Decode an object with any codec.")
  static Object decode(Object obj, String encoding, Object errors) {
    return Codecs.decodeAny(obj, encoding, given(errors, "decode"));
  }

  private static String given(Object errors, String function) {
    if (errors == null) {
      return null;
    }
    if (!PyStr.isStr(errors)) {
      throw Errors.typeError(function + "() argument 'errors' must be str, not " + (errors == Py.None ? "None" : Py.typeOf(errors).name()));
    }
    return PyStr.java(errors);
  }

  @Function(value = "register_error(errors, handler, /)", doc = "Register an error handler, a function of a UnicodeError, under a name.")
  static void registerError(String errors, Object handler) {
    CodecRegistry.current().registerErrorHandler(errors, handler);
  }

  @Function(value = "_unregister_error(errors, /)", doc = "Remove a registered error handler; True if there was one.")
  static boolean unregisterError(String errors) {
    return CodecRegistry.current().unregisterErrorHandler(errors);
  }

  @Function(value = "lookup_error(name, /)", doc = "Return the error handler of a name; LookupError if there is none.")
  static Object lookupError(String name) {
    return CodecRegistry.current().errorHandler(name);
  }

  // ---- single bytes

  @Function(value = "ascii_encode(str, errors=None, /)")
  static Object asciiEncode(Object str, Object errors) {
    Object v = text(str, "ascii_encode");
    return encoded(SingleByte.encodeAscii(v, errors(errors, "ascii_encode")), v);
  }

  @Function(value = "ascii_decode(data, errors=None, /)")
  static Object asciiDecode(Object data, Object errors) {
    byte[] b = bytes(data);
    return decoded(SingleByte.decodeAscii(b, errors(errors, "ascii_decode")), b.length);
  }

  @Function(value = "latin_1_encode(str, errors=None, /)")
  static Object latin1Encode(Object str, Object errors) {
    Object v = text(str, "latin_1_encode");
    return encoded(SingleByte.encodeLatin1(v, errors(errors, "latin_1_encode")), v);
  }

  @Function(value = "latin_1_decode(data, errors=None, /)")
  static Object latin1Decode(Object data, Object errors) {
    byte[] b = bytes(data);
    errors(errors, "latin_1_decode");
    return decoded(SingleByte.decodeLatin1(b), b.length);
  }

  @Function(value = "charmap_encode(str, errors=None, mapping=None, /)")
  static Object charmapEncode(Object str, Object errors, Object mapping) {
    Object v = text(str, "charmap_encode");
    return encoded(Charmap.encode(v, errors(errors, "charmap_encode"), mapping), v);
  }

  @Function(value = "charmap_decode(data, errors=None, mapping=None, /)")
  static Object charmapDecode(Object data, Object errors, Object mapping) {
    byte[] b = bytes(data);
    return decoded(Charmap.decode(b, errors(errors, "charmap_decode"), mapping), b.length);
  }

  @Function(value = "charmap_build(map, /)")
  static Object charmapBuild(Object map) {
    return Charmap.build(text(map, "charmap_build"));
  }

  @Function(value = "readbuffer_encode(data, errors=None, /)")
  static Object readbufferEncode(Object data, Object errors) {
    byte[] b = bytesOrText(data);
    return PyTuple.of(new PyBytes(b.clone()), Py.box(b.length));
  }

  // ---- escapes

  @Function(value = "escape_encode(data, errors=None, /)")
  static Object escapeEncode(Object data, Object errors) {
    if (!(data instanceof PyBytes b)) {
      throw Errors.typeError("escape_encode() argument 1 must be bytes, not " + (data == Py.None ? "None" : Py.typeOf(data).name()));
    }
    return PyTuple.of(new PyBytes(Escapes.encodeBytes(b.array())), Py.box(b.size()));
  }

  @Function(value = "escape_decode(data, errors=None, /)")
  static Object escapeDecode(Object data, Object errors) {
    byte[] b = bytesOrText(data);
    return PyTuple.of(new PyBytes(Escapes.decodeBytes(b, errors(errors, "escape_decode"))), Py.box(b.length));
  }

  @Function(value = "unicode_escape_encode(str, errors=None, /)")
  static Object unicodeEscapeEncode(Object str, Object errors) {
    Object v = text(str, "unicode_escape_encode");
    return encoded(Escapes.encode(v, false), v);
  }

  @Function(value = "raw_unicode_escape_encode(str, errors=None, /)")
  static Object rawUnicodeEscapeEncode(Object str, Object errors) {
    Object v = text(str, "raw_unicode_escape_encode");
    return encoded(Escapes.encode(v, true), v);
  }

  @Function(value = "unicode_escape_decode(data, errors=None, final=True, /)")
  static Object unicodeEscapeDecode(Object data, Object errors, boolean last) {
    int[] consumed = new int[1];
    Object r = Escapes.decode(bytesOrText(data), errors(errors, "unicode_escape_decode"), false, last, consumed);
    return decoded(r, consumed[0]);
  }

  @Function(value = "raw_unicode_escape_decode(data, errors=None, final=True, /)")
  static Object rawUnicodeEscapeDecode(Object data, Object errors, boolean last) {
    int[] consumed = new int[1];
    Object r = Escapes.decode(bytesOrText(data), errors(errors, "raw_unicode_escape_decode"), true, last, consumed);
    return decoded(r, consumed[0]);
  }
}
