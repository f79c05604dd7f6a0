package dev.tuff.stdlib.json;

import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.text.StrBuilder;

/** JSON string literals, both ways. */
final class JsonStrings {
  private static final String HEX = "0123456789abcdef";

  private JsonStrings() {}

  // ---- writing

  private static boolean plain(String s, boolean ascii) {
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || ascii && c > '~') {
        return false;
      }
    }
    return true;
  }

  /** The literal of a str, quotes included. */
  static void write(StrBuilder out, Object str, boolean ascii) {
    Object v = PyStr.value(str);
    if (v instanceof String s && plain(s, ascii)) {
      out.point('"').text(s).point('"');
      return;
    }
    out.point('"');
    int n = PyStr.length(v);
    if (v instanceof String s) {
      writeNarrow(out, s, n, ascii);
    } else {
      for (int i = 0; i < n; i++) {
        writePoint(out, PyStr.pointAt(v, i), ascii);
      }
    }
    out.point('"');
  }

  /** Copies what lies between the characters that need an escape. */
  private static void writeNarrow(StrBuilder out, String s, int n, boolean ascii) {
    int from = 0;
    for (int i = 0; i < n; i++) {
      char c = s.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || ascii && c > '~') {
        if (i > from) {
          out.append(s, from, i);
        }
        writePoint(out, c, ascii);
        from = i + 1;
      }
    }
    if (n > from) {
      out.append(s, from, n);
    }
  }

  private static void writePoint(StrBuilder out, int c, boolean ascii) {
    switch (c) {
      case '"' -> out.text("\\\"");
      case '\\' -> out.text("\\\\");
      case '\n' -> out.text("\\n");
      case '\r' -> out.text("\\r");
      case '\t' -> out.text("\\t");
      case '\f' -> out.text("\\f");
      case '\b' -> out.text("\\b");
      default -> {
        if (c >= ' ' && (!ascii || c <= '~')) {
          out.point(c);
        } else if (c > 0xFFFF) {
          unit(out, Character.highSurrogate(c));
          unit(out, Character.lowSurrogate(c));
        } else {
          unit(out, c);
        }
      }
    }
  }

  private static void unit(StrBuilder out, int c) {
    out.text("\\u").point(HEX.charAt(c >> 12)).point(HEX.charAt(c >> 8 & 15)).point(HEX.charAt(c >> 4 & 15)).point(HEX.charAt(c & 15));
  }

  // ---- reading

  /** Reads the literal whose opening quote is just before {@code from}: its value; where it ended is in the text. */
  static Object scan(JsonText t, int from, boolean strict) {
    int i = t.plainUntil(from);
    if (i < t.length && t.at(i) == '"') {
      t.end = i + 1;
      return t.slice(from, i);
    }
    return escaped(t, from, i, strict);
  }

  private static Object escaped(JsonText t, int from, int firstEscape, boolean strict) {
    StrBuilder out = new StrBuilder(firstEscape - from + 16);
    if (firstEscape > from) {
      out.append(t.slice(from, firstEscape));
    }
    int i = firstEscape;
    int n = t.length;
    while (i < n) {
      int c = t.at(i);
      if (c == '"') {
        t.end = i + 1;
        return out.build();
      }
      if (c != '\\') {
        if (c < ' ' && strict) {
          throw error("Invalid control character at", t, i);
        }
        out.point(c);
        i++;
        continue;
      }
      if (i + 1 >= n) {
        break;
      }
      int e = t.at(i + 1);
      i += 2;
      if (e == 'u') {
        int unit = unit(t, i);
        i += 4;
        if (unit >= 0xD800 && unit <= 0xDBFF && i + 6 < n && t.at(i) == '\\' && t.at(i + 1) == 'u') {
          int low = unit(t, i + 2);
          if (low >= 0xDC00 && low <= 0xDFFF) {
            unit = Character.toCodePoint((char) unit, (char) low);
            i += 6;
          }
        }
        out.point(unit);
        continue;
      }
      int v = switch (e) {
        case '"', '\\', '/' -> e;
        case 'b' -> '\b';
        case 'f' -> '\f';
        case 'n' -> '\n';
        case 'r' -> '\r';
        case 't' -> '\t';
        default -> -1;
      };
      if (v < 0) {
        throw error("Invalid \\escape", t, i - 2);
      }
      out.point(v);
    }
    throw error("Unterminated string starting at", t, from - 1);
  }

  private static int unit(JsonText t, int i) {
    if (i + 4 > t.length) {
      throw error("Invalid \\uXXXX escape", t, i - 1);
    }
    int v = 0;
    for (int k = 0; k < 4; k++) {
      int d = dev.tuff.engine.bytes.HexText.digit(t.at(i + k));
      if (d < 0) {
        throw error("Invalid \\uXXXX escape", t, i - 1);
      }
      v = v << 4 | d;
    }
    return v;
  }

  /** A {@code json.decoder.JSONDecodeError}. */
  static PyException error(String message, JsonText t, int at) {
    Object decoder = Interpreter.current().importModule("json.decoder");
    Object type = Attributes.get(decoder, "JSONDecodeError");
    return Errors.from(Call.call(type, Py.str(message), t.str, Py.box(at)));
  }
}
