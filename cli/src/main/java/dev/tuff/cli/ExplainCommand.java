package dev.tuff.cli;

import dev.tuff.engine.core.Interpreter;
import dev.tuff.host.FileSystem;
import dev.tuff.host.HostException;
import dev.tuff.host.OpenFile;
import dev.tuff.typed.Checker;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code tuff explain}: how a static module runs, line by line, and what would make the rest of it typed. */
final class ExplainCommand {
  private static final String HELP = """
      usage: tuff explain FILE [--html OUT]

      Shows a static module line by line with how each line runs, read off its instructions:

        raw      machine numbers, slots by their place, callees that are known
        checked  the same behind a check that a value is what is declared
        dynamic  Python's ordinary instructions, looked up and dispatched when they run

      A line is as the worst of what is on it. Below it stand the dynamic spots, each with the reason and, behind `->`, what would make it typed;
      and the checks that could be spared. A table of functions ends it: how much of each is typed.

        --html OUT   write a page to look at in a browser instead
        --help       print this help and exit

      Exit code: 0, 1 if the module has errors of types (which are shown as `tuff check` shows them) or is not static, 2 if it cannot be read.
      """;

  private final Interpreter interpreter;
  private final PrintStream out;

  ExplainCommand(Interpreter interpreter, PrintStream out) {
    this.interpreter = interpreter;
    this.out = out;
  }

  int run(List<String> arguments) {
    String file = null;
    String html = null;
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (word.equals("--help") || word.equals("-h")) {
        out.print(HELP);
        return 0;
      } else if (word.equals("--html") && i + 1 < arguments.size()) {
        html = arguments.get(++i);
      } else if (word.startsWith("-")) {
        return Tool.EXPLAIN.misused(word.equals("--html") ? "--html needs a file" : "unknown option: " + word);
      } else if (file != null) {
        return Tool.EXPLAIN.misused("one file at a time");
      } else {
        file = word;
      }
    }
    return file == null ? Tool.EXPLAIN.misused("no file to explain") : explain(file, html);
  }

  private int explain(String file, String html) {
    String at = file;
    try {
      Checker.Checked c = new Checker(interpreter).explain(file);
      if (c.kind() == Checker.Kind.NOT_STATIC || c.kind() == Checker.Kind.STRICT) {
        out.println(file + ": not static: it does not begin with `import __static__`, so all of it is dynamic");
        return 1;
      }
      boolean colour = DiagnosticText.wantsColour(interpreter);
      if (c.explanation() == null) {
        DiagnosticText.errors(c, colour, out);
        return 1;
      }
      if (html == null) {
        new ExplanationText(c.explanation(), colour, out).print();
      } else {
        at = html;
        write(html, new ExplanationPage(c.explanation()).html());
        out.println(html + " tells how " + file + " runs");
      }
      return 0;
    } catch (HostException e) {
      System.err.println("tuff explain: " + at + ": " + e.getMessage());
      return 2;
    }
  }

  private void write(String path, String text) {
    OpenFile f = interpreter.host.files().open(path, FileSystem.O_WRONLY | FileSystem.O_CREAT | FileSystem.O_TRUNC, 0666);
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      for (int n = 0; n < bytes.length; ) {
        n += f.write(bytes, n, bytes.length - n);
      }
    } finally {
      f.release();
    }
  }
}
