package dev.tuff.typed;

import dev.tuff.compiler.CompileOptions;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.module.Compilation;
import dev.tuff.engine.text.PyStr;
import dev.tuff.host.FileStatus;
import dev.tuff.syntax.Mode;
import dev.tuff.syntax.ParseOptions;
import dev.tuff.syntax.Parser;
import dev.tuff.syntax.SyntaxError;
import dev.tuff.syntax.ast.Mod;
import dev.tuff.syntax.ast.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks static modules without running them: all that is wrong with each, not only what an import would stop at. */
public final class Checker {
  /** What a file is: only static modules are checked beyond their syntax. */
  public enum Kind {
    STATIC,
    NOT_STATIC,
    BROKEN
  }

  /**
   * What was found.
   *
   * @param module the name under which the file would be imported
   * @param diagnostics by place; what is wrong with a module that this one imports has that one's file
   */
  public record Checked(String file, String module, Kind kind, List<Diagnostic> diagnostics) {}

  private final Interpreter interpreter;
  private final StaticPython statics = new StaticPython();

  /** The lines of files that something was said of. */
  private final Map<String, String[]> lines = new HashMap<>();

  /** An interpreter with its import system. */
  public Checker(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /** Checks a file; a {@link dev.tuff.host.HostException} if it cannot be read. */
  public Checked check(String file) {
    String module = enterPath(file);
    Set<Diagnostic> found = new LinkedHashSet<>();
    Kind kind;
    try {
      Mod tree = Parser.parse(Compilation.sourceFile(interpreter, file, Integer.MAX_VALUE), Mode.EXEC, ParseOptions.DEFAULT);
      kind = statics.wants(tree) ? Kind.STATIC : Kind.NOT_STATIC;
      if (kind == Kind.STATIC) {
        CompileOptions options = new CompileOptions(interpreter.optimize, 0, false, CompileOptions.SILENT);
        ErrorSink sink = StaticPython.check(module, file, (Mod.Module) tree, options, new ModuleSources(interpreter, statics));
        for (TypedError e : sink.errors) {
          ErrorCode code = ErrorCode.of(e.message);
          found.add(at(e.file == null ? file : e.file, e.node, Diagnostic.Severity.ERROR, code.shown(), e.message, code.hint(e.message)));
        }
        for (ErrorSink.Warning w : sink.warnings) {
          if (w.file().equals(file)) {
            found.add(at(file, w.node(), Diagnostic.Severity.HINT, "untyped", w.message(), null));
          }
        }
      }
    } catch (SyntaxError e) {
      kind = Kind.BROKEN;
      found.add(syntax(e, file));
    }
    List<Diagnostic> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparing(Diagnostic::file).thenComparing(Diagnostic::line).thenComparing(Diagnostic::column));
    return new Checked(file, module, kind, sorted);
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
    PyList entries = (PyList) interpreter.sys.dict().getStr("path");
    for (Object entry : entries.toArray()) {
      if (PyStr.isStr(entry) && PyStr.java(entry).equals(folder)) {
        return name.toString();
      }
    }
    entries.insert(0, Py.str(folder));
    return name.toString();
  }

  private boolean isFile(String path) {
    FileStatus status = interpreter.host.files().find(path, true);
    return status != null && status.isRegular();
  }

  // ---- places

  private Diagnostic at(String file, Node node, Diagnostic.Severity severity, String code, String message, String hint) {
    if (node == null) {
      return new Diagnostic(file, 1, 1, 1, 1, severity, code, message, hint, text(file, 1));
    }
    return new Diagnostic(file, node.line(), character(file, node.line(), node.column()) + 1, node.endLine(),
        character(file, node.endLine(), node.endColumn()) + 1, severity, code, message, hint, text(file, node.line()));
  }

  private Diagnostic syntax(SyntaxError e, String file) {
    int line = Math.max(e.line, 1);
    int column = Math.max(e.offset, 1);
    boolean ends = e.endLine >= line && e.endOffset > 0;
    return new Diagnostic(file, line, column, ends ? e.endLine : line, ends ? e.endOffset : column + 1, Diagnostic.Severity.ERROR, "syntax",
        e.message, null, text(file, line));
  }

  private String text(String file, int line) {
    String[] all = lines.computeIfAbsent(file, this::split);
    return line <= all.length ? all[line - 1] : "";
  }

  private String[] split(String file) {
    try {
      return Compilation.sourceFile(interpreter, file, Integer.MAX_VALUE).text().split("\r?\n|\r", -1);
    } catch (dev.tuff.host.HostException | SyntaxError unreadable) {
      return new String[0];
    }
  }

  /** The code points before a column in UTF-8 bytes. */
  private int character(String file, int line, int column) {
    String s = text(file, line);
    int bytes = 0;
    int n = 0;
    for (int i = 0; i < s.length() && bytes < column; n++) {
      int c = s.codePointAt(i);
      bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      i += Character.charCount(c);
    }
    return bytes < column ? n + column - bytes : n;
  }
}
