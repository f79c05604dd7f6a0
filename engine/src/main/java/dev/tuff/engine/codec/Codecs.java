package dev.tuff.engine.codec;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.text.PyStr;

/** Text to bytes and back by the name of an encoding. The everyday encodings take a short way; all others go through the registry. */
public final class Codecs {
  private Codecs() {}

  /** {@code str.encode}. {@code encoding} null: UTF-8; {@code errors} null: strict. */
  public static byte[] encode(Object str, String encoding, String errors) {
    Object value = PyStr.value(str);
    checkHandler(errors);
    switch (shortName(encoding)) {
      case "utf_8":
        return Utf8.encode(value, errors);
      case "latin_1":
        return SingleByte.encodeLatin1(value, errors);
      case "ascii":
        return SingleByte.encodeAscii(value, errors);
      case "utf_16":
        return WideUtf.encode(value, errors, 2, 0);
      case "utf_32":
        return WideUtf.encode(value, errors, 4, 0);
      default:
        break;
    }
    Object r = apply(encoding, errors, str, 0, "encode");
    if (r instanceof PyBytes b) {
      return b.array();
    }
    throw Errors.typeError("'" + encoding + "' encoder returned '" + Py.typeOf(r).name()
        + "' instead of 'bytes'; use codecs.encode() to encode to arbitrary types");
  }

  /** {@code bytes.decode}: a plain str value. Keeps the array only while it runs. */
  public static Object decode(byte[] bytes, String encoding, String errors) {
    checkHandler(errors);
    if (bytes.length == 0 && !Interpreter.current().devMode) {
      // no codec is asked, not even whether there is one
      return "";
    }
    switch (shortName(encoding)) {
      case "utf_8":
        return Utf8.decode(bytes, errors);
      case "latin_1":
        return SingleByte.decodeLatin1(bytes);
      case "ascii":
        return SingleByte.decodeAscii(bytes, errors);
      case "utf_16":
        return WideUtf.decode(bytes, errors, 2, 0, true).text();
      case "utf_32":
        return WideUtf.decode(bytes, errors, 4, 0, true).text();
      default:
        break;
    }
    return decodeObject(new PyBytes(bytes), encoding, errors);
  }

  /** In development mode an error handler must exist though no error may need it. */
  private static void checkHandler(String errors) {
    if (errors != null && !errors.equals("strict") && Interpreter.current().devMode) {
      CodecRegistry.current().errorHandler(errors);
    }
  }

  /** As {@link #decode}, for any object that the codec takes. */
  static Object decodeObject(Object bytes, String encoding, String errors) {
    Object r = apply(encoding, errors, bytes, 1, "decode");
    if (PyStr.isStr(r)) {
      return PyStr.value(r);
    }
    throw Errors.typeError("'" + encoding + "' decoder returned '" + Py.typeOf(r).name()
        + "' instead of 'str'; use codecs.decode() to decode to arbitrary types");
  }

  /** The encodings that need no registry, under one name each; empty for the others. */
  private static String shortName(String encoding) {
    if (encoding == null) {
      return "utf_8";
    }
    if (encoding.indexOf('\0') >= 0) {
      throw Errors.valueError("embedded null character");
    }
    return switch (encoding) {
      case "utf-8", "utf8", "UTF-8", "UTF8", "utf_8", "U8" -> "utf_8";
      case "latin-1", "latin1", "iso-8859-1", "iso8859-1", "latin_1", "ISO-8859-1" -> "latin_1";
      case "ascii", "us-ascii", "ASCII" -> "ascii";
      default -> switch (CodecRegistry.normalize(encoding)) {
        case "utf_8", "utf8" -> "utf_8";
        case "latin_1", "latin1", "iso_8859_1", "iso8859_1" -> "latin_1";
        case "ascii", "us_ascii" -> "ascii";
        case "utf_16", "utf16" -> "utf_16";
        case "utf_32", "utf32" -> "utf_32";
        default -> "";
      };
    };
  }

  private static Object apply(String encoding, String errors, Object o, int which, String operation) {
    PyTuple codec = CodecRegistry.current().lookup(encoding);
    Object isText = Attributes.find(codec, "_is_text_encoding");
    if (isText != null && !Py.truth(isText)) {
      throw Errors.make(Exceptions.LookupError, Py.str("'" + encoding + "' is not a text encoding; use codecs." + operation
          + "() to handle arbitrary codecs"));
    }
    return apply(codec, errors, o, which, encoding, operation);
  }

  /** Calls a codec's encoder (0) or decoder (1) and takes the first item of what it returns. */
  static Object apply(PyTuple codec, String errors, Object o, int which, String encoding, String operation) {
    Object f = codec.get(which);
    Object r;
    try {
      r = errors == null ? Call.call(f, o) : Call.call(f, o, Py.str(errors));
    } catch (PyException e) {
      throw Noted.withNote(e, encoding, operation);
    }
    if (!(r instanceof PyTuple t) || t.size() != 2) {
      throw Errors.typeError(which == 0 ? "encoder must return a tuple (object, integer)" : "decoder must return a tuple (object,integer)");
    }
    return t.get(0);
  }

  /** {@code codecs.encode(obj, encoding, errors)}: any codec, any object. */
  public static Object encodeObject(Object o, String encoding, String errors) {
    return apply(CodecRegistry.current().lookup(encoding), errors, o, 0, encoding, "encoding");
  }

  /** {@code codecs.decode(obj, encoding, errors)}. */
  public static Object decodeAny(Object o, String encoding, String errors) {
    return apply(CodecRegistry.current().lookup(encoding), errors, o, 1, encoding, "decoding");
  }

  /** Adds to an exception which codec was at work. */
  private static final class Noted {
    static PyException withNote(PyException e, String encoding, String operation) {
      String doing = operation.startsWith("e") ? "encoding" : "decoding";
      Py.callMethod(e.value, "add_note", Py.str(doing + " with '" + encoding + "' codec failed"));
      return e;
    }
  }
}
