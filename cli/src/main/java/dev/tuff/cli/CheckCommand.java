package dev.tuff.cli;

import dev.tuff.engine.core.Interpreter;
import dev.tuff.host.HostException;
import dev.tuff.typed.Checker;
import dev.tuff.typed.Diagnostic;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code tuff check}: what is wrong with static modules, for people and for editors. */
final class CheckCommand {
  private static final String HELP = """
      usage: tuff check [--strict] [--hints] [--json] [--codes] PATH ...

      Checks the types of static modules (those that begin with `import __static__`) without running them, and tells all that is wrong, where an
      import stops at the first error. A PATH is a file, or a folder of which all .py files are checked. Modules that they import are found as at
      run time: beside the checked file's outermost package, then along PYTHONPATH and the library. Files that are not static are parsed only.

      Of strict modules (`import __strict__`) it checks what their import does: the code that runs then is followed, through functions and other
      strict modules. It may make values; it may not act on the world, use values of modules that are not strict, nor change what another
      module made. `with allow_side_effects:` (from __strict__) marks an exception.

        --strict  check that of every file
        --hints   tell also what would run faster if it were typed
        --json    one JSON object: "files" (what each is), "diagnostics" (file, line, column, endLine, endColumn, severity, code, message, hint;
                  lines and columns from 1, columns in code points, the end exclusive), "errors" (how many)
        --codes   print the codes of errors with what to do about each
        --help    print this help and exit

      An error looks so; the word in brackets is its code:

        shapes.py:7:16: error[return-type]: mismatched types: expected int because of return type, found str instead
           7 |         return self.name
             |                ^^^^^^^^^
             = hint: return what is declared, or declare what is returned

      `reveal_type(x)` in a module makes an error that tells the type of x.

      Exit code: 0 no errors, 1 errors, 2 a path cannot be read or the command line is wrong. A file named `check` is run instead of this tool;
      `tuff ./check` says so plainly.
      """;

  private final Interpreter interpreter;
  private final PrintStream out;

  CheckCommand(Interpreter interpreter, PrintStream out) {
    this.interpreter = interpreter;
    this.out = out;
  }

  int run(List<String> arguments) {
    boolean json = false;
    boolean hints = false;
    boolean strict = false;
    List<String> paths = new ArrayList<>();
    for (String word : arguments) {
      switch (word) {
        case "--json" -> json = true;
        case "--hints" -> hints = true;
        case "--strict" -> strict = true;
        case "--codes" -> {
          DiagnosticText.codes(out);
          return 0;
        }
        case "--help", "-h" -> {
          out.print(HELP);
          return 0;
        }
        default -> {
          if (word.startsWith("-")) {
            return Tool.CHECK.misused("unknown option: " + word);
          }
          paths.add(word);
        }
      }
    }
    if (paths.isEmpty()) {
      return Tool.CHECK.misused("no file or folder to check");
    }
    return check(paths, json, hints, strict);
  }

  private int check(List<String> paths, boolean json, boolean hints, boolean strict) {
    Checker checker = new Checker(interpreter, strict);
    List<Checker.Checked> files = new ArrayList<>();
    Set<Diagnostic> diagnostics = new LinkedHashSet<>();
    boolean unreadable = false;
    for (String path : paths) {
      try {
        for (String file : Tool.sources(interpreter, path)) {
          Checker.Checked c = checker.check(file);
          files.add(c);
          for (Diagnostic d : c.diagnostics()) {
            if (hints || d.severity() == Diagnostic.Severity.ERROR) {
              diagnostics.add(d);
            }
          }
          if (!json && !strict && c.kind() == Checker.Kind.NOT_STATIC && file.equals(path)) {
            out.println(file + ": not static: it does not begin with `import __static__`");
          }
        }
      } catch (HostException e) {
        System.err.println("tuff check: " + path + ": " + e.getMessage());
        unreadable = true;
      }
    }
    int errors = 0;
    for (Diagnostic d : diagnostics) {
      errors += d.severity() == Diagnostic.Severity.ERROR ? 1 : 0;
    }
    if (json) {
      out.println(DiagnosticText.json(files, diagnostics, errors));
    } else {
      boolean colour = DiagnosticText.wantsColour(interpreter);
      diagnostics.forEach(d -> DiagnosticText.print(d, colour, out));
      out.println(summary(files, errors));
    }
    return unreadable ? 2 : errors > 0 ? 1 : 0;
  }

  private static String summary(List<Checker.Checked> files, int errors) {
    StringBuilder text = new StringBuilder(errors == 0 ? "no errors" : count(errors, "error"));
    String between = "; ";
    for (Checker.Kind kind : Checker.Kind.values()) {
      int n = 0;
      for (Checker.Checked c : files) {
        n += c.kind() == kind ? 1 : 0;
      }
      if (n > 0) {
        text.append(between).append(switch (kind) {
          case STATIC -> count(n, "static module");
          case STRICT -> count(n, "strict module");
          case NOT_STATIC -> count(n, "file") + " not static";
          case BROKEN -> count(n, "file") + " with syntax errors";
        });
        between = ", ";
      }
    }
    return text.toString();
  }

  private static String count(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }
}
