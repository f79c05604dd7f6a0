package dev.tuff.syntax;

import dev.tuff.syntax.ast.Node;

/** Makes the warnings about invalid escapes, with the places that Python gives them. */
final class Warnings {
  private Warnings() {}

  /** An invalid escape at {@code text[at]} in the string literal that is token {@code t}. */
  static void inString(Tokenizer in, int t, int at, int to) {
    int line = Node.line(in.tokens.startPos[t]) + newlines(in, in.tokens.start[t], at);
    int lineStart = lineStart(in, at);
    int offset = in.codePoints(lineStart, at) + 1;
    if (lineStart <= in.tokens.start[t] && in.text[in.tokens.start[t]] != '"' && in.text[in.tokens.start[t]] != '\'') {
      // Python counts from the start of the token but without its prefix.
      offset -= 2;
    }
    add(in, line, offset, lineStart, at, to);
  }

  /**
   * An invalid escape in the text of an f-string, which Python decodes when it is at the token {@code t} that follows: it
   * counts from there.
   */
  static void inLiteral(Tokenizer in, int t, int from, int at, int to) {
    int newlines = newlines(in, from, at);
    int line = Node.line(in.tokens.startPos[t]) + newlines;
    int lineStart = lineStart(in, newlines > 0 ? at : in.tokens.start[t]);
    int quotes = in.tokens.kind[t] == Token.FSTRING_END || in.tokens.kind[t] == Token.TSTRING_END
        ? in.tokens.end[t] - in.tokens.start[t] : 0;
    int offset = newlines > 0 ? in.codePoints(lineStart, at) + 1
        : in.codePoints(lineStart, in.tokens.start[t]) + 1 + quotes + at - from;
    add(in, line, offset, lineStart, at, to);
  }

  private static void add(Tokenizer in, int line, int offset, int lineStart, int at, int to) {
    String text = in.lineTextWithNewline(lineStart);
    int endOffset = Math.min(offset + 2, text.codePointCount(0, text.length()) + 1);
    String what = StringLiteral.invalidEscape(in.text, at, to);
    in.warnings.add(warning(what, in.filename, line, offset, endOffset, text));
  }

  /** A backslash before a brace in an f-string, which the tokenizer finds. */
  static SyntaxWarning brace(char brace, String filename, int line, int offset, String text) {
    char[] escape = {'\\', brace};
    return warning(StringLiteral.invalidEscape(escape, 0, 2), filename, line, offset, offset, text);
  }

  private static SyntaxWarning warning(String what, String filename, int line, int offset, int endOffset, String text) {
    String escape = what.substring(1, what.indexOf('"', 1));
    String advice = "Did you mean \"\\" + escape + "\"? A raw string is also an option.";
    SyntaxError error =
        new SyntaxError(SyntaxError.Kind.SYNTAX, what + ". " + advice, filename, line, offset, line, endOffset, text);
    return new SyntaxWarning(what + ". Such sequences will not work in the future. " + advice, line, error);
  }

  private static int newlines(Tokenizer in, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += in.text[i] == '\n' ? 1 : 0;
    }
    return count;
  }

  private static int lineStart(Tokenizer in, int at) {
    int i = at;
    while (i > 0 && in.text[i - 1] != '\n') {
      i--;
    }
    return i;
  }
}
