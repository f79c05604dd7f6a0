package dev.tuff.typed;

import dev.tuff.compiler.CompileOptions;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.module.Compilation;
import dev.tuff.host.FileStatus;
import dev.tuff.syntax.Mode;
import dev.tuff.syntax.ParseOptions;
import dev.tuff.syntax.Parser;
import dev.tuff.syntax.SyntaxError;
import dev.tuff.syntax.ast.Mod;
import dev.tuff.syntax.ast.Node;
import dev.tuff.typed.effects.EffectAnalyser;
import dev.tuff.typed.effects.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks static modules without running them: all that is wrong with each, not only what an import would stop at. */
public final class Checker {
  /** What a file is, by the flags at its head: of others than these only the syntax is checked. */
  public enum Kind {
    STATIC,
    STRICT,
    NOT_STATIC,
    BROKEN
  }

  /**
   * What was found.
   *
   * @param module the name under which the file would be imported
   * @param diagnostics by place; what is wrong with a module that this one imports has that one's file
   * @param explanation how it runs, if that was asked for and nothing is wrong; else null
   */
  public record Checked(String file, String module, Kind kind, List<Diagnostic> diagnostics, Explanation explanation) {}

  private final Interpreter interpreter;
  private final StaticPython statics = new StaticPython();

  /** Whether what modules do at import is checked of all of them, not of strict ones alone. */
  private final boolean strict;

  /** What has been put in front of {@code sys.path}; null for nothing. */
  private String entered;

  /** An interpreter with its import system. */
  public Checker(Interpreter interpreter) {
    this(interpreter, false);
  }

  public Checker(Interpreter interpreter, boolean strict) {
    this.interpreter = interpreter;
    this.strict = strict;
  }

  /** Checks a file; a {@link dev.tuff.host.HostException} if it cannot be read. */
  public Checked check(String file) {
    return check(file, false);
  }

  /** Checks a file, and tells how it runs. */
  public Checked explain(String file) {
    return check(file, true);
  }

  private Checked check(String file, boolean explain) {
    String module = enterPath(file);
    SourceColumns columns = new SourceColumns(interpreter, file);
    Set<Diagnostic> found = new LinkedHashSet<>();
    Explanation explanation = null;
    Kind kind;
    try {
      Mod tree = Parser.parse(Compilation.sourceFile(interpreter, file, Integer.MAX_VALUE), Mode.EXEC, ParseOptions.DEFAULT);
      kind = statics.wants(tree) ? Kind.STATIC : statics.wantsStrict(tree) ? Kind.STRICT : Kind.NOT_STATIC;
      if (kind == Kind.STRICT || strict) {
        effects((Mod.Module) tree, file, module, columns, found);
      }
      if (kind == Kind.STATIC) {
        CompileOptions options = new CompileOptions(interpreter.optimize, 0, false, CompileOptions.SILENT);
        StaticPython.Analysis analysis =
            StaticPython.analyse(module, file, (Mod.Module) tree, options, new ModuleSources(interpreter, statics));
        ErrorSink sink = analysis.sink();
        explanation = explain && analysis.code() != null ? Explainer.explain(analysis, file, module, columns) : null;
        for (TypedError e : sink.errors) {
          ErrorCode code = ErrorCode.of(e.message);
          String in = e.file == null ? file : e.file;
          found.add(at(columns, in, e.node, Diagnostic.Severity.ERROR, code.shown(), e.message, code.hint(e.message)));
        }
        for (ErrorSink.Warning w : sink.warnings) {
          if (w.file().equals(file)) {
            found.add(at(columns, file, w.node(), Diagnostic.Severity.HINT, "untyped", w.message(), null));
          }
        }
      }
    } catch (SyntaxError e) {
      kind = Kind.BROKEN;
      found.add(syntax(columns, e, file));
    }
    List<Diagnostic> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparing(Diagnostic::file).thenComparing(Diagnostic::line).thenComparing(Diagnostic::column));
    return new Checked(file, module, kind, sorted, explanation);
  }

  /** What a module does at import that strict ones may not. */
  private void effects(Mod.Module tree, String file, String module, SourceColumns columns, Set<Diagnostic> found) {
    EffectAnalyser analyser = new EffectAnalyser(new StrictSources(interpreter, statics));
    for (Finding f : analyser.analyse(module, new EffectAnalyser.Source(tree, file))) {
      found.add(at(columns, file, f.node(), Diagnostic.Severity.ERROR, f.code().shown(), f.message(), f.code().hint));
    }
  }

  /** The module's name by the packages that the file is in; the folder of the outermost is where imports are looked for first. */
  private String enterPath(String file) {
    String path = file.startsWith("/") ? file : interpreter.host.files().cwd() + "/" + file;
    int slash = path.lastIndexOf('/');
    String folder = path.substring(0, slash);
    String last = path.substring(slash + 1);
    String stem = last.endsWith(".py") ? last.substring(0, last.length() - 3) : last;
    StringBuilder name = new StringBuilder(stem.equals("__init__") ? "" : stem);
    while (!folder.isEmpty() && isFile(folder + "/__init__.py")) {
      slash = folder.lastIndexOf('/');
      name.insert(0, folder.substring(slash + 1) + (name.isEmpty() ? "" : "."));
      folder = folder.substring(0, slash);
    }
    if (!folder.equals(entered)) {
      // that of the file before would hide modules of the same names
      PyList entries = (PyList) interpreter.sys.dict().getStr("path");
      if (entered != null) {
        entries.removeAt(0);
      }
      entries.insert(0, Py.str(folder));
      entered = folder;
    }
    return name.toString();
  }

  private boolean isFile(String path) {
    FileStatus status = interpreter.host.files().find(path, true);
    return status != null && status.isRegular();
  }

  // ---- places

  private static Diagnostic at(SourceColumns columns, String file, Node node, Diagnostic.Severity severity, String code, String message,
      String hint) {
    if (node == null) {
      return new Diagnostic(file, 1, 1, 1, 1, severity, code, message, hint, columns.line(file, 1));
    }
    return new Diagnostic(file, node.line(), columns.of(file, node.line(), node.column()), node.endLine(),
        columns.of(file, node.endLine(), node.endColumn()), severity, code, message, hint, columns.line(file, node.line()));
  }

  private static Diagnostic syntax(SourceColumns columns, SyntaxError e, String file) {
    int line = Math.max(e.line, 1);
    int column = Math.max(e.offset, 1);
    boolean ends = e.endLine >= line && e.endOffset > 0;
    return new Diagnostic(file, line, column, ends ? e.endLine : line, ends ? e.endOffset : column + 1, Diagnostic.Severity.ERROR, "syntax",
        e.message, null, columns.line(file, line));
  }
}
