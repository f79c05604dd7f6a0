package dev.tuff.syntax;

import dev.tuff.syntax.ast.Node;

/** Finds out what is wrong with a source that the parser rejected. */
final class Diagnosis {
  private Diagnosis() {}

  static SyntaxError of(Tokenizer in, StatementParser parser, Source source) {
    if (in.error != null) {
      return in.error;
    }
    int line = Math.max(1, Node.line(parser.startPos[parser.p]));
    int column = Node.column(parser.startPos[parser.p]) + 1;
    int endColumn = Node.column(parser.endPos[parser.p]) + 1;
    return new SyntaxError(SyntaxError.Kind.SYNTAX, "invalid syntax", source.filename(), line, column, line, endColumn, null);
  }
}
