package dev.tuff.typed;

import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.module.Compilation;
import dev.tuff.host.HostException;
import dev.tuff.syntax.Mode;
import dev.tuff.syntax.ParseOptions;
import dev.tuff.syntax.Parser;
import dev.tuff.syntax.SyntaxError;
import dev.tuff.syntax.ast.Mod;
import dev.tuff.typed.effects.EffectAnalyser;

/** The sources of strict modules, static ones among them, for those who ask what imports do. */
final class StrictSources implements EffectAnalyser.Sources {
  private final Interpreter interpreter;
  private final StaticPython statics;
  private final ModuleFinder finder;

  StrictSources(Interpreter interpreter, StaticPython statics) {
    this.interpreter = interpreter;
    this.statics = statics;
    finder = new ModuleFinder(interpreter);
  }

  @Override
  public EffectAnalyser.Source find(String name) {
    ModuleFinder.Spec spec = finder.find(name);
    String file = spec == null || spec.origin() == null || !spec.origin().endsWith(".py") ? null : spec.origin();
    if (file == null || interpreter.host.files().find(file, true) == null) {
      return null;
    }
    try {
      byte[] text = Compilation.read(interpreter, file, Integer.MAX_VALUE);
      if (!ModuleSources.mentions(text, "__static__") && !ModuleSources.mentions(text, "__strict__")) {
        return null;
      }
      Mod tree = Parser.parse(Compilation.sourceFile(interpreter, file, Integer.MAX_VALUE), Mode.EXEC, ParseOptions.DEFAULT);
      return statics.wants(tree) || statics.wantsStrict(tree) ? new EffectAnalyser.Source((Mod.Module) tree, file) : null;
    } catch (HostException | SyntaxError e) {
      // its own import will tell
      return null;
    }
  }
}
