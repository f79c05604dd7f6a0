package dev.tuff.stdlib.binary;

import dev.tuff.engine.bytes.BufferView;
import dev.tuff.engine.bytes.Buffers;
import dev.tuff.engine.bytes.ByteSpan;
import dev.tuff.engine.bytes.HexText;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;
import dev.tuff.stdlib.zlib.Checksums;
import java.nio.charset.StandardCharsets;

/** {@code binascii}: hex, uu and checksums; base64 and quoted-printable have files of their own. */
public final class BinasciiModule {
  static final PyType ERROR = PyType.builtin("binascii.Error", Exceptions.ValueError, PyType.BASE_LAYOUT, null);
  static final PyType INCOMPLETE = PyType.builtin("binascii.Incomplete", Exceptions.Exception, PyType.BASE_LAYOUT, null);
  private static final int UU_LINE = 45;

  private BinasciiModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "binascii", new BinasciiModuleTable());
    Exposed.define(m, "binascii", new Base64CodecTable());
    Exposed.define(m, "binascii", new QuotedPrintableTable());
    m.set("Error", ERROR);
    m.set("Incomplete", INCOMPLETE);
  }

  static PyException error(String message) {
    return Errors.make(ERROR, message);
  }

  /** Bytes, or a str of ASCII characters. */
  static byte[] ascii(Object data) {
    if (PyStr.isStr(data)) {
      String s = PyStr.java(data);
      for (int i = 0; i < s.length(); i++) {
        if (s.charAt(i) > 127) {
          throw Errors.valueError("string argument should contain only ASCII characters");
        }
      }
      return s.getBytes(StandardCharsets.ISO_8859_1);
    }
    byte[] b = Buffers.find(data);
    if (b == null) {
      throw Errors.typeError("argument should be bytes, buffer or ASCII string, not '" + Py.typeOf(data).name() + "'");
    }
    return b;
  }

  @Function(value = "b2a_hex(data, sep=<unrepresentable>, bytes_per_sep=1)", doc = "Hexadecimal representation of binary data.")
  static Object b2a_hex(Object data, Object sep, int group) {
    return new PyBytes(HexText.encode(ByteSpan.of(Buffers.bytes(data)), sep, group));
  }

  @Function(value = "hexlify(data, sep=<unrepresentable>, bytes_per_sep=1)", doc = "Hexadecimal representation of binary data.")
  static Object hexlify(Object data, Object sep, int group) {
    return b2a_hex(data, sep, group);
  }

  @Function(value = "a2b_hex(hexstr, /)", doc = "Binary data of hexadecimal representation.")
  static Object a2b_hex(Object hexstr) {
    byte[] s = ascii(hexstr);
    if (s.length % 2 != 0) {
      throw error("Odd-length string");
    }
    byte[] out = new byte[s.length / 2];
    for (int i = 0; i < out.length; i++) {
      int high = HexText.digit(s[2 * i]);
      int low = HexText.digit(s[2 * i + 1]);
      if (high < 0 || low < 0) {
        throw error("Non-hexadecimal digit found");
      }
      out[i] = (byte) (high << 4 | low);
    }
    return new PyBytes(out);
  }

  @Function(value = "unhexlify(hexstr, /)", doc = "Binary data of hexadecimal representation.")
  static Object unhexlify(Object hexstr) {
    return a2b_hex(hexstr);
  }

  @Function(value = "crc32(data, crc=0, /)", doc = "Compute CRC-32 incrementally.")
  static long crc32(Object data, Object crc) {
    try (BufferView v = Buffers.get(data, false)) {
      return Checksums.crc32(v.array, v.offset, v.length(), PyInt.big(PyInt.index(crc)).longValue() & 0xFFFFFFFFL);
    }
  }

  @Function(value = "crc_hqx(data, crc, /)", doc = "Compute CRC-CCITT incrementally.")
  static long crc_hqx(Object data, Object crc) {
    int c = (int) PyInt.big(PyInt.index(crc)).longValue() & 0xFFFF;
    for (byte b : Buffers.bytes(data)) {
      c ^= (b & 0xFF) << 8;
      for (int i = 0; i < 8; i++) {
        c = (c & 0x8000) != 0 ? (c << 1 ^ 0x1021) & 0xFFFF : c << 1;
      }
    }
    return c & 0xFFFF;
  }

  @Function(value = "b2a_uu(data, /, *, backtick=False)", doc = "Uuencode line of data.")
  static Object b2a_uu(Object data, boolean backtick) {
    byte[] b = Buffers.bytes(data);
    if (b.length > UU_LINE) {
      throw error("At most 45 bytes at once");
    }
    byte[] out = new byte[2 + (b.length + 2) / 3 * 4];
    int n = 0;
    out[n++] = uu(b.length, backtick);
    for (int i = 0; i < b.length; i += 3) {
      int v = (b[i] & 0xFF) << 16 | (i + 1 < b.length ? b[i + 1] & 0xFF : 0) << 8 | (i + 2 < b.length ? b[i + 2] & 0xFF : 0);
      for (int shift = 18; shift >= 0; shift -= 6) {
        out[n++] = uu(v >> shift & 63, backtick);
      }
    }
    out[n] = '\n';
    return new PyBytes(out);
  }

  private static byte uu(int v, boolean backtick) {
    return (byte) (v == 0 && backtick ? '`' : v + ' ');
  }

  @Function(value = "a2b_uu(data, /)", doc = "Decode a line of uuencoded data.")
  static Object a2b_uu(Object data) {
    byte[] b = ascii(data);
    if (b.length == 0) {
      throw error("Missing length byte");
    }
    int length = b[0] - ' ' & 63;
    byte[] out = new byte[length];
    int n = 0;
    int bits = 0;
    int have = 0;
    int i = 1;
    while (n < length) {
      int c = i < b.length ? b[i] : '\n';
      int v;
      if (c == '\n' || c == '\r' || i >= b.length) {
        // trailing spaces may have been cut: they mean zeros
        v = 0;
        if (i >= b.length) {
          i--;
        }
      } else {
        if (c < ' ' || c > ' ' + 64) {
          throw error("Illegal char");
        }
        v = c - ' ' & 63;
      }
      i++;
      bits = bits << 6 | v;
      have += 6;
      if (have >= 8) {
        have -= 8;
        out[n++] = (byte) (bits >> have);
        bits &= (1 << have) - 1;
      }
    }
    for (; i < b.length; i++) {
      int c = b[i];
      // the padding of the last group and line ends may follow
      if (c != ' ' && c != ' ' + 64 && c != '\n' && c != '\r') {
        throw error("Trailing garbage");
      }
    }
    return new PyBytes(out);
  }
}
