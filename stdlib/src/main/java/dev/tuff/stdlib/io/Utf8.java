package dev.tuff.stdlib.io;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.text.PyWideStr;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** UTF-8 for streams: bytes to Python strs and back, with the usual error handlers. */
final class Utf8 {
  /** What to do with what cannot be decoded or encoded. */
  enum OnError {
    STRICT,
    ESCAPE,
    REPLACE,
    IGNORE,
    BACKSLASH;

    /** The handler of that name, or null if it is not one of these. */
    static OnError of(String name) {
      return switch (name) {
        case "strict" -> STRICT;
        case "surrogateescape" -> ESCAPE;
        case "replace" -> REPLACE;
        case "ignore" -> IGNORE;
        case "backslashreplace" -> BACKSLASH;
        default -> null;
      };
    }
  }

  private Utf8() {}

  /** The str of {@code b[from..to)}, which ends with a whole character if it is well formed. */
  static Object decode(byte[] b, int from, int to, OnError onError) {
    String s = new String(b, from, to - from, StandardCharsets.UTF_8);
    // ill-formed input comes out as U+FFFD, but that may also be what is in the text
    if (s.indexOf('\uFFFD') >= 0) {
      int[] points = points(b, from, to, onError);
      return PyWideStr.of(points);
    }
    return s.length() == to - from ? s : Py.str(s);
  }

  /** How many bytes at the end of {@code b[from..to)} begin a character that is not complete. */
  static int incomplete(byte[] b, int from, int to) {
    for (int back = 1; back <= 3 && to - back >= from; back++) {
      int c = b[to - back] & 0xFF;
      if (c < 0x80) {
        return 0;
      }
      if (c >= 0xC0) {
        int need = c >= 0xF0 ? c <= 0xF4 ? 4 : 1 : c >= 0xE0 ? 3 : c >= 0xC2 ? 2 : 1;
        if (need <= back) {
          return 0;
        }
        // the bytes after it must still be able to complete it
        return back < 2 || valid(c, b[to - back + 1] & 0xFF) ? back : 0;
      }
    }
    return 0;
  }

  /** Whether {@code second} can follow the lead byte {@code lead}. */
  private static boolean valid(int lead, int second) {
    int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    return second >= low && second <= high;
  }

  private static int[] points(byte[] b, int from, int to, OnError onError) {
    int[] out = new int[(to - from) * (onError == OnError.BACKSLASH ? 4 : 1)];
    int n = 0;
    int i = from;
    while (i < to) {
      int c = b[i] & 0xFF;
      int need = c < 0x80 ? 1 : c >= 0xC2 && c < 0xE0 ? 2 : c >= 0xE0 && c < 0xF0 ? 3 : c >= 0xF0 && c <= 0xF4 ? 4 : 0;
      int ok = 1;
      if (need > 1) {
        while (ok < need && i + ok < to && (ok == 1 ? valid(c, b[i + 1] & 0xFF) : (b[i + ok] & 0xC0) == 0x80)) {
          ok++;
        }
      }
      if (need == 0 || ok < need) {
        if (onError == OnError.STRICT) {
          String reason = need == 0 ? "invalid start byte" : i + ok >= to ? "unexpected end of data" : "invalid continuation byte";
          throw decodeError("utf-8", b, from, to, i - from, i - from + ok, reason);
        }
        n = replace(b, i, ok, onError, out, n);
        i += ok;
        continue;
      }
      int p = need == 1 ? c : c & 0x7F >> need;
      for (int k = 1; k < need; k++) {
        p = p << 6 | b[i + k] & 0x3F;
      }
      out[n++] = p;
      i += need;
    }
    return Arrays.copyOf(out, n);
  }

  /** Puts what stands for {@code count} bytes that cannot be decoded. */
  private static int replace(byte[] b, int at, int count, OnError onError, int[] out, int n) {
    switch (onError) {
      case ESCAPE -> {
        for (int k = 0; k < count; k++) {
          out[n++] = 0xDC00 + (b[at + k] & 0xFF);
        }
      }
      case REPLACE -> out[n++] = 0xFFFD;
      case BACKSLASH -> {
        for (int k = 0; k < count; k++) {
          int v = b[at + k] & 0xFF;
          out[n++] = '\\';
          out[n++] = 'x';
          out[n++] = Character.forDigit(v >> 4, 16);
          out[n++] = Character.forDigit(v & 15, 16);
        }
      }
      default -> {}
    }
    return n;
  }

  static PyException decodeError(String encoding, byte[] b, int from, int to, int start, int end, String reason) {
    return Errors.make(Exceptions.UnicodeDecodeError, encoding, new PyBytes(Arrays.copyOfRange(b, from, to)), Py.box(start), Py.box(end),
        reason);
  }

  static PyException encodeError(String encoding, Object text, int start, int end, String reason) {
    return Errors.make(Exceptions.UnicodeEncodeError, encoding, text, Py.box(start), Py.box(end), reason);
  }

  static String decodeEscaped(byte[] b, int from, int to) {
    int[] p = points(b, from, to, OnError.ESCAPE);
    return new String(p, 0, p.length);
  }

  static byte[] encodeEscaped(String s) {
    return encode(PyWideStr.of(s), OnError.ESCAPE);
  }

  /** The bytes of a str. */
  static byte[] encode(Object text, OnError onError) {
    Object v = PyStr.value(text);
    if (v instanceof String s) {
      return s.getBytes(StandardCharsets.UTF_8);
    }
    int[] points = ((PyWideStr) v).points();
    ByteArrayOutputStream out = new ByteArrayOutputStream(points.length + 16);
    for (int i = 0; i < points.length; i++) {
      int c = points[i];
      if (c < 0x80) {
        out.write(c);
      } else if (c < 0x800) {
        out.write(0xC0 | c >> 6);
        out.write(0x80 | c & 0x3F);
      } else if (c >= 0xD800 && c <= 0xDFFF) {
        if (onError == OnError.REPLACE) {
          out.write('?');
          continue;
        }
        if (onError == OnError.IGNORE) {
          continue;
        }
        if (onError == OnError.BACKSLASH) {
          out.writeBytes(("\\u" + Integer.toHexString(c)).getBytes(StandardCharsets.US_ASCII));
          continue;
        }
        if (onError == OnError.STRICT || c < 0xDC80 || c > 0xDCFF) {
          int end = i + 1;
          while (end < points.length && points[end] >= 0xD800 && points[end] <= 0xDFFF) {
            end++;
          }
          throw encodeError("utf-8", text, i, end, "surrogates not allowed");
        }
        out.write(c - 0xDC00);
      } else if (c < 0x10000) {
        out.write(0xE0 | c >> 12);
        out.write(0x80 | c >> 6 & 0x3F);
        out.write(0x80 | c & 0x3F);
      } else {
        out.write(0xF0 | c >> 18);
        out.write(0x80 | c >> 12 & 0x3F);
        out.write(0x80 | c >> 6 & 0x3F);
        out.write(0x80 | c & 0x3F);
      }
    }
    return out.toByteArray();
  }
}
