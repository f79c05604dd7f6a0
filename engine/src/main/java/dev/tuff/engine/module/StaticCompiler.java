package dev.tuff.engine.module;

import dev.tuff.compiler.Code;
import dev.tuff.compiler.CompileOptions;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.syntax.ast.Mod;

/** Compiles the modules that ask for Static Python: how the {@code typed} module plugs in. */
public interface StaticCompiler {
  /** Whether a module asks for it: {@code import __static__} at its head. */
  boolean wants(Mod tree);

  /**
   * The code of such a module.
   *
   * @param name the module's name
   */
  Code compile(Interpreter interpreter, Mod tree, String name, String file, CompileOptions options);

  /**
   * Whether code of such a module, kept in a file, may still run.
   *
   * @param name what the module is called now
   * @param checkSources whether what it was compiled with may have changed
   */
  boolean isCurrent(Interpreter interpreter, Code code, String name, boolean checkSources);
}
