package dev.tuff.stdlib.io;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.text.PyStr;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An incremental decoder of a text stream: one in Java for the common encodings, or an {@code IncrementalDecoder} of the codecs module. */
abstract class TextDecoder {
  static final byte[] NONE = {};

  /** Bytes that were put in but have not come out, and whatever else the decoder needs to go on, as a number. */
  record State(byte[] buffered, long flags) {}

  abstract Object decode(byte[] b, boolean last);

  abstract State state();

  abstract void setState(State s);

  abstract void reset();

  /** One of the decoders in Java, or null if the encoding or the error handler has none. */
  static TextDecoder of(Encoding encoding, String errors) {
    Utf8.OnError onError = Utf8.OnError.of(errors);
    if (onError == null) {
      return null;
    }
    return switch (encoding) {
      case UTF_8 -> new OfUtf8(onError);
      case ASCII -> onError == Utf8.OnError.STRICT ? new OfAscii() : null;
      case LATIN_1 -> new OfLatin1();
      case OTHER -> null;
    };
  }

  /** The encodings that are decoded and encoded here. */
  enum Encoding {
    UTF_8,
    ASCII,
    LATIN_1,
    OTHER;

    static Encoding of(String name) {
      return switch (name.toLowerCase(java.util.Locale.ROOT).replace('_', '-')) {
        case "utf-8", "utf8" -> UTF_8;
        case "ascii", "us-ascii" -> ASCII;
        case "latin-1", "latin1", "iso-8859-1", "iso8859-1" -> LATIN_1;
        default -> OTHER;
      };
    }
  }

  private static final class OfUtf8 extends TextDecoder {
    private final Utf8.OnError onError;
    private byte[] rest = NONE;

    OfUtf8(Utf8.OnError onError) {
      this.onError = onError;
    }

    @Override
    Object decode(byte[] b, boolean last) {
      if (rest.length > 0) {
        byte[] joined = Arrays.copyOf(rest, rest.length + b.length);
        System.arraycopy(b, 0, joined, rest.length, b.length);
        b = joined;
      }
      int end = last ? b.length : b.length - Utf8.incomplete(b, 0, b.length);
      Object text = Utf8.decode(b, 0, end, onError);
      rest = end == b.length ? NONE : Arrays.copyOfRange(b, end, b.length);
      return text;
    }

    @Override
    State state() {
      return new State(rest, 0);
    }

    @Override
    void setState(State s) {
      rest = s.buffered;
    }

    @Override
    void reset() {
      rest = NONE;
    }
  }

  private abstract static class Stateless extends TextDecoder {
    private static final State START = new State(NONE, 0);

    @Override
    State state() {
      return START;
    }

    @Override
    void setState(State s) {}

    @Override
    void reset() {}
  }

  private static final class OfLatin1 extends Stateless {
    @Override
    Object decode(byte[] b, boolean last) {
      return new String(b, StandardCharsets.ISO_8859_1);
    }
  }

  private static final class OfAscii extends Stateless {
    @Override
    Object decode(byte[] b, boolean last) {
      for (int i = 0; i < b.length; i++) {
        if (b[i] < 0) {
          throw Utf8.decodeError("ascii", b, 0, b.length, i, i + 1, "ordinal not in range(128)");
        }
      }
      return new String(b, StandardCharsets.ISO_8859_1);
    }
  }

  /** A decoder written in Python, or by the codecs module. */
  static final class OfPython extends TextDecoder {
    private final Object decoder;

    OfPython(Object decoder) {
      this.decoder = decoder;
    }

    @Override
    Object decode(byte[] b, boolean last) {
      return text(Py.callMethod(decoder, "decode", new PyBytes(b), last));
    }

    /** As {@link #decode}, with the input as the caller of the Python method gave it. */
    Object decodeObject(Object input, Object last) {
      return text(Py.callMethod(decoder, "decode", input, last));
    }

    static Object text(Object result) {
      if (!Chars.isStr(result)) {
        throw Errors.typeError("decoder should return a string result, not '" + Py.typeOf(result).name() + "'");
      }
      return PyStr.value(result);
    }

    @Override
    State state() {
      Object s = Py.callMethod(decoder, "getstate");
      if (!(s instanceof PyTuple t) || t.size() != 2) {
        throw Errors.typeError("illegal decoder state");
      }
      if (!(t.get(0) instanceof PyBytes b)) {
        throw Errors.typeError("illegal decoder state: the first item should be a bytes object, not '" + Py.typeOf(t.get(0)).name() + "'");
      }
      return new State(b.array(), Convert.toLong(t.get(1)));
    }

    @Override
    void setState(State s) {
      Py.callMethod(decoder, "setstate", Py.tuple(new PyBytes(s.buffered), Py.box(s.flags)));
    }

    @Override
    void reset() {
      Py.callMethod(decoder, "reset");
    }
  }
}
