package dev.tuff.syntax;

import dev.tuff.syntax.ast.Node;

/** The warnings of the parser proper. */
final class Warnings {
  private Warnings() {}

  /** An invalid escape at {@code text[at]} in the literal that is token {@code t}; the warning is at the line of the escape. */
  static void invalidEscape(Tokenizer in, int t, int at, int to) {
    int line = Node.line(in.tokens.startPos[t]);
    int begin = in.tokens.start[t];
    for (int i = begin; i < at; i++) {
      if (in.text[i] == '\n') {
        line++;
      }
    }
    int lineStart = at;
    while (lineStart > 0 && in.text[lineStart - 1] != '\n') {
      lineStart--;
    }
    int column = in.codePoints(lineStart, at);
    in.warnings.add(new SyntaxWarning("SyntaxWarning", StringLiteral.invalidEscapeMessage(in.text, at, to), line, column, line, column + 2));
  }
}
