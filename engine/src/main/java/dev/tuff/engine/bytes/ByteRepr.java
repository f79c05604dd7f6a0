package dev.tuff.engine.bytes;

import dev.tuff.engine.core.Warnings;
import dev.tuff.engine.exception.Exceptions;

/** The repr of bytes: printable ASCII as it is, the rest escaped. */
final class ByteRepr {
  private static final String HEX = "0123456789abcdef";

  private ByteRepr() {}

  static String repr(ByteSpan s) {
    return quoted(s, false);
  }

  /** A bytearray's repr escapes single quotes even between double ones. */
  static String quoted(ByteSpan s, boolean escapeSingle) {
    boolean single = false;
    boolean dbl = false;
    for (int i = 0; i < s.size(); i++) {
      single |= s.at(i) == '\'';
      dbl |= s.at(i) == '"';
    }
    char quote = single && !dbl ? '"' : '\'';
    StringBuilder b = new StringBuilder(s.size() + 3).append('b').append(quote);
    for (int i = 0; i < s.size(); i++) {
      int c = s.at(i) & 0xFF;
      if (c == quote || c == '\\' || c == '\'' && escapeSingle) {
        b.append('\\').append((char) c);
      } else if (c == '\t') {
        b.append("\\t");
      } else if (c == '\n') {
        b.append("\\n");
      } else if (c == '\r') {
        b.append("\\r");
      } else if (c < ' ' || c >= 127) {
        b.append("\\x").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      } else {
        b.append((char) c);
      }
    }
    return b.append(quote).toString();
  }

  static void warn(String message) {
    Warnings.warn(Exceptions.BytesWarning, message, 1);
  }
}
