package dev.tuff.stdlib.io;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import java.nio.charset.StandardCharsets;

/** An incremental encoder of a text stream: one in Java for the common encodings, or an {@code IncrementalEncoder} of the codecs module. */
abstract class TextEncoder {
  abstract byte[] encode(Object text);

  void reset() {}

  /** Tells whether the next output is at the start of the file, where a byte order mark goes. */
  void start(boolean atStart) {}

  /** Whether the start of the file makes a difference. */
  boolean marksStart() {
    return false;
  }

  static TextEncoder of(TextDecoder.Encoding encoding, String errors) {
    Utf8.OnError onError = Utf8.OnError.of(errors);
    if (onError == null) {
      return null;
    }
    boolean strict = onError == Utf8.OnError.STRICT;
    return switch (encoding) {
      case UTF_8 -> new OfUtf8(onError);
      case ASCII -> strict ? new OfBytes("ascii", 128) : null;
      case LATIN_1 -> strict ? new OfBytes("latin-1", 256) : null;
      case OTHER -> null;
    };
  }

  private static final class OfUtf8 extends TextEncoder {
    private final Utf8.OnError onError;

    OfUtf8(Utf8.OnError onError) {
      this.onError = onError;
    }

    @Override
    byte[] encode(Object text) {
      return Utf8.encode(text, onError);
    }
  }

  private static final class OfBytes extends TextEncoder {
    private final String name;
    private final int limit;

    OfBytes(String name, int limit) {
      this.name = name;
      this.limit = limit;
    }

    @Override
    byte[] encode(Object text) {
      int n = Chars.length(text);
      for (int i = 0; i < n; i++) {
        if (Chars.at(text, i) >= limit) {
          int end = i + 1;
          while (end < n && Chars.at(text, end) >= limit) {
            end++;
          }
          throw Utf8.encodeError(name, text, i, end, "ordinal not in range(" + limit + ")");
        }
      }
      return ((String) text).getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  static final class OfPython extends TextEncoder {
    private final Object encoder;
    private final boolean marks;

    OfPython(Object encoder, String name) {
      this.encoder = encoder;
      String n = name.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      marks = n.equals("utf-16") || n.equals("utf-32") || n.equals("utf-8-sig") || n.equals("utf16") || n.equals("utf32");
    }

    @Override
    byte[] encode(Object text) {
      Object b = Py.callMethod(encoder, "encode", text);
      if (!(b instanceof PyBytes bytes)) {
        throw Errors.typeError("encoder should return a bytes object, not '" + Py.typeOf(b).name() + "'");
      }
      return bytes.array();
    }

    @Override
    void reset() {
      Py.callMethod(encoder, "reset");
    }

    @Override
    void start(boolean atStart) {
      if (atStart) {
        Py.callMethod(encoder, "reset");
      } else {
        Py.callMethod(encoder, "setstate", Py.box(0));
      }
    }

    @Override
    boolean marksStart() {
      return marks;
    }
  }
}
