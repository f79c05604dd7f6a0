package dev.tuff.syntax;

/** The source text of a replacement field's expression, which {@code =} shows and an {@code Interpolation} keeps. */
final class FieldText {
  private FieldText() {}

  /** The text without comments; a {@code #} in a string is none. */
  static String withoutComments(char[] text, int from, int to) {
    boolean hash = false;
    for (int i = from; i < to; i++) {
      hash |= text[i] == '#';
    }
    if (!hash) {
      return new String(text, from, to - from);
    }
    StringBuilder out = new StringBuilder(to - from);
    char quote = 0;
    for (int i = from; i < to; i++) {
      char c = text[i];
      if (quote == 0 && c == '#') {
        while (i + 1 < to && text[i + 1] != '\n') {
          i++;
        }
        continue;
      }
      if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
      out.append(c);
    }
    return out.toString();
  }

  /** What an {@code Interpolation} keeps: without the {@code =} of a debug field and what follows it. */
  static String expression(char[] text, int from, int to, boolean debug) {
    String s = withoutComments(text, from, to);
    return debug ? s.substring(0, s.lastIndexOf('=')) : s;
  }
}
