package dev.tuff.stdlib.binary;

import dev.tuff.engine.bytes.Buffers;
import dev.tuff.engine.bytes.HexText;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.expose.Function;
import java.io.ByteArrayOutputStream;

/** {@code binascii.a2b_qp} and {@code b2a_qp} (RFC 1521, 1522). */
final class QuotedPrintable {
  private static final String HEX = "0123456789ABCDEF";
  private static final int MAX_LINE = 76;

  private QuotedPrintable() {}

  @Function(value = "a2b_qp(data, header=False)", doc = "Decode a string of qp-encoded data.")
  static Object a2b_qp(Object data, boolean header) {
    byte[] b = BinasciiModule.ascii(data);
    ByteArrayOutputStream out = new ByteArrayOutputStream(b.length);
    int i = 0;
    while (i < b.length) {
      byte c = b[i++];
      if (c != '=') {
        out.write(header && c == '_' ? ' ' : c);
        continue;
      }
      if (i >= b.length) {
        break;
      }
      if (b[i] == '\n' || b[i] == '\r') {
        // a soft line break
        while (i < b.length && b[i] != '\n') {
          i++;
        }
        i++;
      } else if (b[i] == '=') {
        // broken case from broken python qp
        out.write('=');
        i++;
      } else if (i + 1 < b.length && HexText.digit(b[i]) >= 0 && HexText.digit(b[i + 1]) >= 0) {
        out.write(HexText.digit(b[i]) << 4 | HexText.digit(b[i + 1]));
        i += 2;
      } else {
        out.write('=');
      }
    }
    return new PyBytes(out.toByteArray());
  }

  private static boolean quoted(byte[] b, int i, int line, boolean tabs, boolean text, boolean header) {
    int c = b[i] & 0xFF;
    boolean last = i + 1 == b.length;
    return c > 126 || c == '=' || header && c == '_'
        || c == '.' && line == 0 && (last || b[i + 1] == '\n' || b[i + 1] == '\r' || b[i + 1] == 0)
        || !text && (c == '\r' || c == '\n')
        || (c == '\t' || c == ' ') && last
        || c < 33 && c != '\r' && c != '\n' && c != '\t' && c != ' '
        || c < 33 && c != '\r' && c != '\n' && (tabs || !tabs && (c != '\t' && c != ' '));
  }

  @Function(value = "b2a_qp(data, quotetabs=False, istext=True, header=False)", doc = "Encode a string using quoted-printable encoding.")
  static Object b2a_qp(Object data, boolean tabs, boolean text, boolean header) {
    byte[] b = Buffers.bytes(data);
    ByteArrayOutputStream out = new ByteArrayOutputStream(b.length * 2);
    boolean crlf = false;
    for (int i = 0; i < b.length; i++) {
      if (b[i] == '\n') {
        crlf = i > 0 && b[i - 1] == '\r';
        break;
      }
    }
    int line = 0;
    int lastWritten = -1;
    for (int i = 0; i < b.length; i++) {
      int c = b[i] & 0xFF;
      if (quoted(b, i, line, tabs, text, header)) {
        if (line + 3 >= MAX_LINE) {
          softBreak(out, crlf);
          line = 0;
        }
        hex(out, c);
        line += 3;
        lastWritten = '=';
        continue;
      }
      boolean newline = text && (c == '\n' || c == '\r' && i + 1 < b.length && b[i + 1] == '\n');
      if (newline) {
        line = 0;
        // white space before a line end is protected
        if (lastWritten == ' ' || lastWritten == '\t') {
          byte[] soFar = out.toByteArray();
          out.reset();
          out.write(soFar, 0, soFar.length - 1);
          hex(out, lastWritten);
        }
        if (crlf) {
          out.write('\r');
        }
        out.write('\n');
        if (c == '\r') {
          i++;
        }
        lastWritten = '\n';
        continue;
      }
      if (i + 1 != b.length && b[i + 1] != '\n' && line + 1 >= MAX_LINE) {
        softBreak(out, crlf);
        line = 0;
      }
      line++;
      lastWritten = header && c == ' ' ? '_' : c;
      out.write(lastWritten);
    }
    return new PyBytes(out.toByteArray());
  }

  private static void softBreak(ByteArrayOutputStream out, boolean crlf) {
    out.write('=');
    if (crlf) {
      out.write('\r');
    }
    out.write('\n');
  }

  private static void hex(ByteArrayOutputStream out, int c) {
    out.write('=');
    out.write(HEX.charAt(c >> 4));
    out.write(HEX.charAt(c & 15));
  }
}
