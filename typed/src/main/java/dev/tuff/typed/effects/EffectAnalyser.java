package dev.tuff.typed.effects;

import dev.tuff.syntax.ast.Mod;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells what modules do when they are imported beyond making values of their own: the rules of strict modules. The code that runs at import is
 * followed with what is known of its values, through functions and into other strict modules; nothing is run. Where it cannot be told which
 * way is taken, both are followed; what a loop does is followed twice.
 *
 * <p>Values that are lost in containers or behind reflection are taken for harmless: this finds mistakes, it proves nothing about malice.
 */
public final class EffectAnalyser {
  /** A module's tree and file. */
  public record Source(Mod.Module tree, String file) {}

  /** Finds the strict modules that others import. */
  public interface Sources {
    /** Null for a module that is not strict. */
    Source find(String name);
  }

  private final Sources sources;
  private final Map<String, Known.Module> modules = new HashMap<>();

  public EffectAnalyser(Sources sources) {
    this.sources = sources;
  }

  /** What a module does that it may not, in the order of its doing. */
  public List<Finding> analyse(String name, Source source) {
    Known.Module m = new Known.Module(name, new LinkedHashMap<>());
    modules.put(name, m);
    ImportRun run = new ImportRun(this, name, source.file());
    run.statements.module(source.tree(), m.names());
    return run.findings();
  }

  /** The module of that name as an import gives it. */
  Known.Module module(String name) {
    Known.Module known = modules.get(name);
    if (known == null) {
      Source source = sources.find(name);
      if (source == null) {
        known = new Known.Module(name, null);
        modules.put(name, known);
      } else {
        analyse(name, source);
        known = modules.get(name);
      }
    }
    return known;
  }
}
