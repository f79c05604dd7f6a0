package dev.tuff.compiler;

import dev.tuff.syntax.ast.Node;

/** The source range that an instruction is attributed to. Columns are UTF-8 bytes from 0, -1 if unknown; lines start at 1. */
final class Loc {
  /** An artificial instruction: it takes over the place of what comes before it. */
  static final Loc NONE = new Loc(-1, -1, -1, -1);
  /** Takes over the place of the instruction that follows. */
  static final Loc NEXT = new Loc(-2, -2, -2, -2);

  final int line;
  final int endLine;
  final int column;
  final int endColumn;

  Loc(int line, int endLine, int column, int endColumn) {
    this.line = line;
    this.endLine = endLine;
    this.column = column;
    this.endColumn = endColumn;
  }

  static Loc of(Node node) {
    return new Loc(node.line(), node.endLine(), node.column(), node.endColumn());
  }

  boolean same(Loc other) {
    return this == other || line == other.line && endLine == other.endLine && column == other.column
        && endColumn == other.endColumn;
  }
}
