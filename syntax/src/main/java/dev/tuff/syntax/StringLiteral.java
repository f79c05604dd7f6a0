package dev.tuff.syntax;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Prefixes and escapes of string and bytes literals. */
final class StringLiteral {
  static final int RAW = 1;
  static final int BYTES = 2;
  static final int UNICODE = 4;
  static final int FORMAT = 8;
  static final int TEMPLATE = 16;

  private StringLiteral() {}

  /** The flags of the prefix in {@code text[start, end)}, all letters different, or -1 if these letters are none. */
  static int prefix(char[] text, int start, int end) {
    int flags = 0;
    for (int i = start; i < end; i++) {
      int flag =
          switch (text[i]) {
            case 'r', 'R' -> RAW;
            case 'b', 'B' -> BYTES;
            case 'u', 'U' -> UNICODE;
            case 'f', 'F' -> FORMAT;
            case 't', 'T' -> TEMPLATE;
            default -> -1;
          };
      if (flag < 0 || (flags & flag) != 0) {
        return -1;
      }
      flags |= flag;
    }
    return flags;
  }

  /** Letters that exclude each other. ORDER: the first pair found is the one that Python names. */
  private static final String[] INCOMPATIBLE = {"ub", "ur", "uf", "ut", "bf", "bt", "ft"};

  /** The first two letters of a prefix that do not go together, or null. */
  static String incompatible(int flags) {
    for (String pair : INCOMPATIBLE) {
      int both = prefix(pair.toCharArray(), 0, 2);
      if ((flags & both) == both) {
        return pair;
      }
    }
    return null;
  }

  /** An escape that cannot be decoded; the message is the one that Python wraps into a SyntaxError. */
  static final class BadEscape extends Exception {
    private static final long serialVersionUID = 1L;

    BadEscape(String message) {
      super(message, null, false, false);
    }
  }

  /** Where the first invalid escape of the last decoded text is; Python warns of no other. */
  static final class Found {
    int invalidEscape = -1;
    boolean splitPair;
  }

  /** A {@code String}, or {@link Const.WideText} if surrogates that are written as two escapes would make a pair. */
  static Object decode(char[] text, int from, int to, boolean raw, Found found) throws BadEscape {
    int i = from;
    if (!raw) {
      while (i < to && text[i] != '\\') {
        i++;
      }
    }
    if (raw || i == to) {
      return new String(text, from, to - from);
    }
    StringBuilder out = new StringBuilder(to - from);
    out.append(text, from, i - from);
    while (i < to) {
      char c = text[i];
      if (c != '\\') {
        out.append(c);
        i++;
      } else if (i + 1 == to || text[i + 1] >= 128) {
        // Only the text of an f-string can end so, before a brace.
        out.append(c);
        i++;
      } else {
        int before = out.length();
        i = escape(text, from, i, to, out, found);
        found.splitPair |= before > 0 && out.length() == before + 1 && joins(out.charAt(before - 1), out.charAt(before));
      }
    }
    if (found.splitPair) {
      found.splitPair = false;
      return wide(text, from, to);
    }
    return out.toString();
  }

  private static boolean joins(char high, char low) {
    return Character.isHighSurrogate(high) && Character.isLowSurrogate(low);
  }

  /** Decodes once more, piece by piece: each escape alone, so that no two of them join. */
  private static Const.WideText wide(char[] text, int from, int to) throws BadEscape {
    IntStream.Builder out = IntStream.builder();
    Found found = new Found();
    int i = from;
    while (i < to) {
      StringBuilder piece = new StringBuilder();
      if (text[i] == '\\' && i + 1 < to && text[i + 1] < 128) {
        i = escape(text, from, i, to, piece, found);
      } else {
        piece.appendCodePoint(Character.codePointAt(text, i, to));
        i += piece.length();
      }
      piece.codePoints().forEach(out);
    }
    return new Const.WideText(out.build().toArray());
  }

  /** Adjacent literals in one. */
  static Object join(List<?> parts) {
    StringBuilder joined = new StringBuilder();
    boolean wide = false;
    for (Object part : parts) {
      if (part instanceof String s) {
        wide |= !s.isEmpty() && joined.length() > 0 && joins(joined.charAt(joined.length() - 1), s.charAt(0));
        joined.append(s);
      } else {
        wide = true;
        break;
      }
    }
    if (!wide) {
      return joined.toString();
    }
    IntStream.Builder out = IntStream.builder();
    for (Object part : parts) {
      (part instanceof String s ? s.codePoints() : Arrays.stream(((Const.WideText) part).codePoints())).forEach(out);
    }
    return new Const.WideText(out.build().toArray());
  }

  private static int escape(char[] text, int from, int i, int to, StringBuilder out, Found found) throws BadEscape {
    char c = text[i + 1];
    switch (c) {
      case '\n' -> {}
      case '\\', '\'', '"' -> out.append(c);
      case 'a' -> out.append('\u0007');
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'v' -> out.append('\u000b');
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        int end = octalEnd(text, i + 1, to);
        int value = octal(text, i + 1, end);
        if (value > 0xFF && found.invalidEscape < 0) {
          found.invalidEscape = i;
        }
        out.append((char) value);
        return end;
      }
      case 'x' -> {
        return hex(text, from, i, to, 2, "truncated \\xXX escape", out);
      }
      case 'u' -> {
        return hex(text, from, i, to, 4, "truncated \\uXXXX escape", out);
      }
      case 'U' -> {
        return hex(text, from, i, to, 8, "truncated \\UXXXXXXXX escape", out);
      }
      case 'N' -> {
        return named(text, from, i, to, out);
      }
      default -> {
        if (found.invalidEscape < 0) {
          found.invalidEscape = i;
        }
        // The character itself follows as ordinary text.
        out.append('\\');
        return i + 1;
      }
    }
    return i + 2;
  }

  private static int octalEnd(char[] text, int i, int to) {
    int end = i;
    while (end < to && end < i + 3 && text[end] >= '0' && text[end] <= '7') {
      end++;
    }
    return end;
  }

  private static int octal(char[] text, int i, int end) {
    int value = 0;
    for (int k = i; k < end; k++) {
      value = value * 8 + text[k] - '0';
    }
    return value;
  }

  private static int hex(char[] text, int from, int i, int to, int digits, String truncated, StringBuilder out) throws BadEscape {
    int end = i + 2;
    int value = 0;
    while (end < to && end < i + 2 + digits && text[end] < 128 && Character.digit(text[end], 16) >= 0) {
      value = value << 4 | Character.digit(text[end++], 16);
    }
    if (end < i + 2 + digits) {
      throw undecodable(text, from, i, end, truncated);
    }
    if (value < 0 || value > Character.MAX_CODE_POINT) {
      throw undecodable(text, from, i, end, "illegal Unicode character");
    }
    out.appendCodePoint(value);
    return end;
  }

  private static int named(char[] text, int from, int i, int to, StringBuilder out) throws BadEscape {
    int end = i + 2;
    if (end < to && text[end] == '{') {
      while (end < to && text[end] != '}') {
        end++;
      }
      if (end < to && end > i + 3) {
        int value = UnicodeNames.lookup(new String(text, i + 3, end - i - 3));
        if (value < 0) {
          throw undecodable(text, from, i, end + 1, "unknown Unicode character name");
        }
        out.appendCodePoint(value);
        return end + 1;
      }
    }
    throw undecodable(text, from, i, Math.min(end, to), "malformed \\N character escape");
  }

  private static BadEscape undecodable(char[] text, int from, int start, int end, String reason) {
    return new BadEscape(
        "(unicode error) 'unicodeescape' codec can't decode bytes in position %d-%d: %s"
            .formatted(bytePosition(text, from, start), bytePosition(text, from, end) - 1, reason));
  }

  /** Python counts in a copy of the literal in which each character beyond ASCII is written as {@code \UXXXXXXXX}. */
  private static int bytePosition(char[] text, int from, int index) {
    int position = 0;
    for (int i = from; i < index; i++) {
      if (text[i] < 128) {
        position++;
      } else if (!Character.isLowSurrogate(text[i])) {
        position += 10;
      }
    }
    return position;
  }

  /** The bytes between the quotes, all of them ASCII in the source. */
  static byte[] decodeBytes(char[] text, int from, int to, boolean raw, Found found) throws BadEscape {
    byte[] out = new byte[to - from];
    int n = 0;
    int i = from;
    while (i < to) {
      char c = text[i++];
      if (c != '\\' || raw) {
        out[n++] = (byte) c;
        continue;
      }
      c = text[i++];
      switch (c) {
        case '\n' -> {}
        case '\\', '\'', '"' -> out[n++] = (byte) c;
        case 'a' -> out[n++] = 7;
        case 'b' -> out[n++] = '\b';
        case 'f' -> out[n++] = '\f';
        case 'n' -> out[n++] = '\n';
        case 'r' -> out[n++] = '\r';
        case 't' -> out[n++] = '\t';
        case 'v' -> out[n++] = 11;
        case '0', '1', '2', '3', '4', '5', '6', '7' -> {
          int end = octalEnd(text, i - 1, to);
          int value = octal(text, i - 1, end);
          if (value > 0xFF && found.invalidEscape < 0) {
            found.invalidEscape = i - 2;
          }
          out[n++] = (byte) value;
          i = end;
        }
        case 'x' -> {
          int high = i < to ? Character.digit(text[i], 16) : -1;
          int low = i + 1 < to ? Character.digit(text[i + 1], 16) : -1;
          if (high < 0 || low < 0) {
            throw new BadEscape("(value error) invalid \\x escape at position " + (i - 2 - from));
          }
          out[n++] = (byte) (high << 4 | low);
          i += 2;
        }
        default -> {
          if (found.invalidEscape < 0) {
            found.invalidEscape = i - 2;
          }
          out[n++] = '\\';
          out[n++] = (byte) c;
        }
      }
    }
    return Arrays.copyOf(out, n);
  }

  /** Names the invalid escape at {@code text[at]}, a backslash, as Python 3.14 does: the escape in double quotes comes first. */
  static String invalidEscape(char[] text, int at, int to) {
    char c = text[at + 1];
    if (c >= '0' && c <= '7') {
      return "\"" + new String(text, at, octalEnd(text, at + 1, to) - at) + "\" is an invalid octal escape sequence";
    }
    return "\"\\" + c + "\" is an invalid escape sequence";
  }
}
