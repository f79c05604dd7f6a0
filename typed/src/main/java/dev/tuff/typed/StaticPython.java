package dev.tuff.typed;

import dev.tuff.compiler.Code;
import dev.tuff.compiler.CompileOptions;
import dev.tuff.compiler.Compiler;
import dev.tuff.compiler.SymbolTable;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.syntax.ast.Alias;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Mod;
import dev.tuff.syntax.ast.Stmt;

/** Compiles static modules: declares, binds, lowers, and hands the tree to the ordinary compiler. */
public final class StaticPython implements dev.tuff.engine.module.StaticCompiler {
  /** Source of another module: its tree and its file. */
  public record Source(Mod.Module tree, String file) {}

  @Override
  public boolean wants(Mod tree) {
    return hasFlag(tree, "__static__");
  }

  /** Whether a module asks to be strict: {@code import __strict__} at its head. */
  boolean wantsStrict(Mod tree) {
    return hasFlag(tree, "__strict__");
  }

  private static boolean hasFlag(Mod tree, String flag) {
    if (!(tree instanceof Mod.Module m)) {
      return false;
    }
    for (Stmt s : m.body()) {
      if (s instanceof Stmt.Import i) {
        for (Alias a : i.names()) {
          if (a.name().equals(flag)) {
            return true;
          }
        }
      }
      boolean head = s instanceof Stmt.Import || s instanceof Stmt.ImportFrom i && "__future__".equals(i.module())
          || s instanceof Stmt.ExprStmt e && e.value() instanceof Expr.Constant;
      if (!head) {
        return false;
      }
    }
    return false;
  }

  @Override
  public Code compile(Interpreter interpreter, Mod tree, String name, String file, CompileOptions options) {
    ModuleSources sources = new ModuleSources(interpreter, this);
    return sources.with(compile(name, file, (Mod.Module) tree, options, false, sources), name);
  }

  @Override
  public boolean isCurrent(Interpreter interpreter, Code code, String name, boolean checkSources) {
    return new ModuleSources(interpreter, this).current(code, name, checkSources);
  }

  /**
   * The code of a module; its first error is raised as a {@code TypedSyntaxError}.
   *
   * @param patchable its functions may be replaced: none is inlined
   * @param sources finds the modules that it imports; null for those that are not static
   */
  static Code compile(String name, String file, Mod.Module tree, CompileOptions options, boolean patchable, StaticCompiler.Importer sources) {
    ErrorSink sink = new ErrorSink(true);
    try {
      StaticCompiler compiler = new StaticCompiler(sink, options, sources);
      Mod.Module folded = compiler.add(name, file, tree, options);
      SymbolTable symbols = SymbolTable.build(folded, file, silent(options));
      Binder binder = new Binder(compiler.modules.get(name), folded, symbols, patchable);
      binder.bind(folded);
      Lowering lowering = new Lowering(binder, options.optimize());
      Mod.Module lowered = lowering.lower(folded);
      return Compiler.compile(lowered, file, options, lowering);
    } catch (TypedError e) {
      throw Diagnosis.raise(e, file);
    }
  }

  /**
   * A module as the checker sees it.
   *
   * @param sink all errors and hints
   * @param tree what was bound: constants are folded; null with the binder if the declarations have failed altogether
   * @param code null if there are errors
   */
  record Analysis(ErrorSink sink, Mod.Module tree, Binder binder, Code code) {}

  static Analysis analyse(String name, String file, Mod.Module tree, CompileOptions options, StaticCompiler.Importer sources) {
    ErrorSink sink = new ErrorSink(false);
    Mod.Module folded = null;
    Binder binder = null;
    Code code = null;
    try {
      StaticCompiler compiler = new StaticCompiler(sink, options, sources);
      folded = compiler.add(name, file, tree, options);
      SymbolTable symbols = SymbolTable.build(folded, file, silent(options));
      binder = new Binder(compiler.modules.get(name), folded, symbols, false);
      binder.bind(folded);
      if (sink.errors.isEmpty()) {
        // what is compiled to a slower form is known when it is lowered; and the ordinary compiler has errors of its own
        Lowering lowering = new Lowering(binder, options.optimize());
        code = Compiler.compile(lowering.lower(folded), file, silent(options), lowering);
      }
    } catch (TypedError e) {
      sink.errors.add(e);
    }
    return new Analysis(sink, folded, binder, code);
  }

  private static CompileOptions silent(CompileOptions options) {
    return new CompileOptions(options.optimize(), options.futures(), options.allowTopLevelAwait(), CompileOptions.SILENT);
  }
}
