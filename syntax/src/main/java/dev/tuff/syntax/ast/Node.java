package dev.tuff.syntax.ast;

/**
 * A node of the syntax tree. Positions are packed: the line (from 1) in the upper 32 bits, the column (from 0, in UTF-8 bytes,
 * as in Python's {@code ast}) in the lower. The end is exclusive.
 */
public sealed interface Node
    permits Mod, Stmt, Expr, Pattern, TypeParam, Arguments, Arg, Keyword, Alias, WithItem, MatchCase, ExceptHandler, Comprehension, TypeIgnore {
  long start();

  long end();

  default int line() {
    return line(start());
  }

  default int column() {
    return column(start());
  }

  default int endLine() {
    return line(end());
  }

  default int endColumn() {
    return column(end());
  }

  static long pos(int line, int column) {
    return (long) line << 32 | column & 0xFFFFFFFFL;
  }

  static int line(long pos) {
    return (int) (pos >> 32);
  }

  static int column(long pos) {
    return (int) pos;
  }
}
