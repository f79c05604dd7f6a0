package dev.tuff.typed;

import dev.tuff.compiler.CompileOptions;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.module.Compilation;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.text.PyStr;
import dev.tuff.syntax.Mode;
import dev.tuff.syntax.SyntaxError;
import dev.tuff.syntax.ast.Mod;
import dev.tuff.syntax.ast.Node;
import dev.tuff.typed.effects.EffectAnalyser;
import dev.tuff.typed.effects.Finding;
import java.util.ArrayList;
import java.util.List;

/** {@code _static_compiler}: what {@code cinderx.compiler.static.compiler} is made of. */
public final class CompilerModule {
  private CompilerModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_static_compiler", new CompilerModuleTable());
  }

  private static Mod.Module tree(Object node, Interpreter interpreter) {
    return (Mod.Module) interpreter.astBridge().fromPython(node, Mode.EXEC);
  }

  private static CompileOptions options(int optimize) {
    return new CompileOptions(optimize, 0, false, CompileOptions.SILENT);
  }

  /** The importer: a callable that gives (tree, filename), or None. */
  private static StaticCompiler.Importer sources(Object importer, int optimize, Interpreter interpreter) {
    return name -> {
      Object found = Call.call(importer, Py.str(name), Py.box(optimize));
      if (found == Py.None) {
        return null;
      }
      Object[] pair = ((PyTuple) found).array();
      return new StaticPython.Source(tree(pair[0], interpreter), PyStr.java(pair[1]));
    };
  }

  @Function(value = "compile(name, filename, tree, source, optimize, enable_patching, import_module, /)",
      doc = "The code of a static module, given its syntax tree.")
  static Object compile(Object name, Object filename, Object tree, Object source, int optimize, boolean patchable, Object importer,
      Interpreter interpreter) {
    String file = PyStr.java(filename);
    try {
      return new PyCode(StaticPython.compile(PyStr.java(name), file, tree(tree, interpreter), options(optimize), patchable,
          sources(importer, optimize, interpreter)));
    } catch (SyntaxError e) {
      throw Compilation.raise(e, file);
    }
  }

  @Function(value = "bind(name, filename, tree, source, optimize, import_module, /)",
      doc = "Check a static module: its errors, and hints as tuples of message and place.")
  static Object bind(Object name, Object filename, Object tree, Object source, int optimize, Object importer, Interpreter interpreter) {
    String file = PyStr.java(filename);
    ErrorSink sink;
    try {
      sink = StaticPython.analyse(PyStr.java(name), file, tree(tree, interpreter), options(optimize),
          sources(importer, optimize, interpreter)).sink();
    } catch (SyntaxError e) {
      throw Compilation.raise(e, file);
    }
    List<Object> errors = new ArrayList<>();
    for (TypedError e : sink.errors) {
      errors.add(Diagnosis.raise(e, file).value);
    }
    List<Object> warnings = new ArrayList<>();
    for (ErrorSink.Warning w : sink.warnings) {
      Node n = w.node();
      warnings.add(Py.tuple(Py.str(w.message()), Py.box(n.line()), Py.box(n.column() + 1), Py.box(n.endLine()), Py.box(n.endColumn() + 1)));
    }
    return Py.tuple(PyTuple.of(errors.toArray()), PyTuple.of(warnings.toArray()));
  }

  @Function(value = "effects(name, filename, tree, /)",
      doc = "What a module does when it is imported that strict modules may not: tuples of message, line and column.")
  static Object effects(Object name, Object filename, Object tree, Interpreter interpreter) {
    StaticPython statics = new StaticPython();
    EffectAnalyser analyser = new EffectAnalyser(new StrictSources(interpreter, statics));
    List<Object> found = new ArrayList<>();
    for (Finding f : analyser.analyse(PyStr.java(name), new EffectAnalyser.Source(tree(tree, interpreter), PyStr.java(filename)))) {
      found.add(Py.tuple(Py.str(f.message()), Py.box(f.node().line()), Py.box(f.node().column())));
    }
    return PyTuple.of(found.toArray());
  }
}
