package dev.tuff.compiler;

import dev.tuff.syntax.SyntaxError;
import dev.tuff.syntax.ast.Mod;

/** The way in: from syntax tree to {@link Code}. */
public final class Compiler {
  private Compiler() {}

  /** Compiles a whole tree; its kind (module, interactive, expression) is the mode. */
  public static Code compile(Mod tree, String filename, CompileOptions options) throws SyntaxError {
    return compile(tree, filename, options, null);
  }

  /** Compiles a tree of Static Python; {@code statics} is null for any other. */
  public static Code compile(Mod tree, String filename, CompileOptions options, StaticTree statics) throws SyntaxError {
    Diagnostics diagnostics = new Diagnostics(filename, options.warnings());
    try {
      Futures futures = Futures.of(tree, diagnostics, options.futures());
      SymbolTable table = SymbolTable.build(tree, diagnostics, futures, options);
      return new CodeGen(tree, table, diagnostics, futures, options.optimize(), statics).compile(tree);
    } catch (StackOverflowError e) {
      throw Diagnostics.tooDeep(filename);
    }
  }
}
