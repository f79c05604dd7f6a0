package dev.tuff.typed;

import dev.tuff.compiler.CompileOptions;
import dev.tuff.compiler.TreeOptimizer;
import dev.tuff.syntax.ast.Mod;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** A compiler of static modules that import each other: declares each once, binds those that are asked for. */
final class StaticCompiler {
  /** Finds the modules that others import. */
  interface Importer {
    /** The source of a static module; null for all others. */
    StaticPython.Source find(String name);

    /** Whether a package that is not static has no name of its own that hides its module of that name. */
    default boolean leavesToModule(String packageName, String name) {
      return false;
    }
  }

  final TypeEnv env = new TypeEnv();
  final Map<String, ModuleTable> modules = new HashMap<>();
  ErrorSink sink;
  final ModuleTable builtins;
  final ModuleTable statics;
  private final Importer importer;
  private final CompileOptions options;
  private final Deque<ModuleTable> unvalidated = new ArrayDeque<>();

  StaticCompiler(ErrorSink sink, CompileOptions options, Importer importer) {
    this.sink = sink;
    this.options = options;
    this.importer = importer;
    builtins = intrinsic("builtins", BuiltinNames.builtins(env));
    statics = intrinsic("__static__", BuiltinNames.statics(env));
    intrinsic("typing", BuiltinNames.typing(env));
    intrinsic("typing_extensions", BuiltinNames.typingExtensions(env));
    intrinsic("__strict__", BuiltinNames.strict(env));
    modules.put("strict_modules", modules.get("__strict__"));
    intrinsic("dataclasses", BuiltinNames.dataclasses(env));
    intrinsic("cinderx", BuiltinNames.cinder(env));
    modules.put("cinder", modules.get("cinderx"));
  }

  private ModuleTable intrinsic(String name, Map<String, Value> members) {
    ModuleTable m = ModuleTable.intrinsic(name, this, members);
    modules.put(name, m);
    return m;
  }

  /** The module of that name, imported if it has to be; null if it is not static. */
  ModuleTable module(String name) {
    StaticPython.Source source = modules.containsKey(name) ? null : importer.find(name);
    if (source != null) {
      add(name, source.file(), source.tree(), options);
    }
    return modules.get(name);
  }

  /** A name of a package that means a module in it; null if it may mean something else, or the module is not static. */
  ModuleValue submodule(String packageName, String name) {
    if (modules.get(packageName) == null && !importer.leavesToModule(packageName, name)) {
      return null;
    }
    return module(packageName + "." + name) == null ? null : new ModuleValue(packageName + "." + name, this);
  }

  /** Declares a module; the tree with constants folded is what is bound later. */
  Mod.Module add(String name, String file, Mod.Module tree, CompileOptions options) {
    Mod.Module folded = Folding.fold((Mod.Module) TreeOptimizer.optimize(tree, file, options));
    boolean outermost = unvalidated.isEmpty();
    ModuleTable m = new ModuleTable(name, file, this);
    modules.put(name, m);
    unvalidated.add(m);
    try {
      new Declarations(m).visit(folded.body());
      m.finish();
      if (outermost) {
        while (!unvalidated.isEmpty()) {
          unvalidated.removeFirst().validateOverrides();
        }
      }
    } finally {
      if (outermost) {
        unvalidated.clear();
      }
    }
    return folded;
  }
}
