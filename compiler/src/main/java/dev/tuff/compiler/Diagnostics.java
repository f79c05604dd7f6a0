package dev.tuff.compiler;

import dev.tuff.syntax.SyntaxError;

/** Errors and warnings of one compilation. */
final class Diagnostics {
  /** Nesting of the tree at which compilation gives up; far below what the stack of a Python thread holds. */
  static final int MAX_DEPTH = 2500;

  final String filename;
  private final CompileOptions.Warnings warnings;
  /** While a {@code finally} block is compiled for the second time. */
  int muted;
  private int depth;

  Diagnostics(String filename, CompileOptions.Warnings warnings) {
    this.filename = filename;
    this.warnings = warnings;
  }

  SyntaxError error(Loc loc, String message) {
    return new SyntaxError(
        SyntaxError.Kind.SYNTAX, message, filename, loc.line, loc.column + 1, loc.endLine, loc.endColumn + 1, null);
  }

  SyntaxError system(String message) {
    return new SyntaxError(SyntaxError.Kind.SYSTEM, message, filename, 0, 0, 0, 0, null);
  }

  void warn(Loc loc, String message) {
    if (muted == 0 && warnings.warn("SyntaxWarning", message, filename, loc.line)) {
      throw error(loc, message);
    }
  }

  void enter() {
    if (++depth > MAX_DEPTH) {
      throw tooDeep(filename);
    }
  }

  void leave() {
    depth--;
  }

  static SyntaxError tooDeep(String filename) {
    return new SyntaxError(
        SyntaxError.Kind.RECURSION, "maximum recursion depth exceeded during compilation", filename, 0, 0, 0, 0, null);
  }
}
