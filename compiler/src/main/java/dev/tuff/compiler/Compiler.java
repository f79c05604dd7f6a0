package dev.tuff.compiler;

import dev.tuff.syntax.SyntaxError;
import dev.tuff.syntax.ast.Mod;

/** The way in: from syntax tree to {@link Code}. */
public final class Compiler {
  private Compiler() {}

  /** Compiles a whole tree; its kind (module, interactive, expression) is the mode. */
  public static Code compile(Mod tree, String filename, CompileOptions options) throws SyntaxError {
    throw new UnsupportedOperationException("lowering");
  }
}
