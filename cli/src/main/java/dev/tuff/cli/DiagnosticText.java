package dev.tuff.cli;

import dev.tuff.engine.core.Interpreter;
import dev.tuff.host.HostException;
import dev.tuff.typed.Checker;
import dev.tuff.typed.Diagnostic;
import dev.tuff.typed.ErrorCode;
import dev.tuff.typed.effects.Finding;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** How diagnostics look: with the source line and a caret for people, as JSON for editors. */
final class DiagnosticText {
  private static final String RED = "\033[1;31m";
  private static final String BLUE = "\033[1;34m";
  private static final String BOLD = "\033[1m";
  private static final String PLAIN = "\033[0m";

  private DiagnosticText() {}

  /** As Python's own tracebacks decide: on a terminal, unless NO_COLOR or PYTHON_COLORS says otherwise. */
  static boolean wantsColour(Interpreter interpreter) {
    String python = interpreter.environment("PYTHON_COLORS");
    if ("1".equals(python) || "0".equals(python)) {
      return python.equals("1");
    }
    try {
      return System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM")) && interpreter.host.descriptors().get(1).isTerminal();
    } catch (HostException closed) {
      return false;
    }
  }

  /** The errors of a file alone. */
  static void errors(Checker.Checked c, boolean colour, PrintStream out) {
    for (Diagnostic d : c.diagnostics()) {
      if (d.severity() == Diagnostic.Severity.ERROR) {
        print(d, colour, out);
      }
    }
  }

  static void print(Diagnostic d, boolean colour, PrintStream out) {
    boolean error = d.severity() == Diagnostic.Severity.ERROR;
    String mark = colour ? error ? RED : BLUE : "";
    String bold = colour ? BOLD : "";
    String plain = colour ? PLAIN : "";
    out.println(bold + d.file() + ":" + d.line() + ":" + d.column() + ":" + plain + " " + mark
        + (error ? "error" : "hint") + "[" + d.code() + "]" + plain + ": " + bold + d.message() + plain);
    String number = Integer.toString(d.line());
    String margin = " ".repeat(number.length() + 3) + "| ";
    if (!d.text().isEmpty()) {
      out.println("  " + number + " | " + d.text());
      out.println(margin + mark + underline(d) + plain);
    }
    if (d.hint() != null) {
      out.println(margin.substring(0, margin.length() - 2) + "= hint: " + d.hint());
    }
  }

  /** Carets below what is meant, on its first line. */
  private static String underline(Diagnostic d) {
    int[] line = d.text().codePoints().toArray();
    int from = Math.min(d.column() - 1, line.length);
    int to = d.endLine() > d.line() ? line.length : Math.min(d.endColumn() - 1, line.length);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < from; i++) {
      text.append(line[i] == '\t' ? "\t" : wide(line[i]) ? "  " : " ");
    }
    int width = 0;
    for (int i = from; i < to; i++) {
      width += wide(line[i]) ? 2 : 1;
    }
    return text.append("^".repeat(Math.max(width, 1))).toString();
  }

  /** Whether terminals give a character two columns. */
  private static boolean wide(int c) {
    return c >= 0x1100 && (Character.isIdeographic(c) || c >= 0xAC00 && c <= 0xD7A3 || c >= 0x3040 && c <= 0x30FF || c >= 0xFF00 && c <= 0xFF60
        || c >= 0x1F300 && c <= 0x1FAFF);
  }

  static void codes(PrintStream out) {
    for (ErrorCode c : ErrorCode.values()) {
      out.println(String.format("%-22s", c.shown()) + c.hint().replace("$1", "that"));
    }
    for (Finding.Code c : Finding.Code.values()) {
      out.println(String.format("%-22s", c.shown()) + c.hint);
    }
    out.println(String.format("%-22s", "syntax") + "what no Python takes");
    out.println(String.format("%-22s", "untyped") + "with --hints: what is looked up when it runs");
  }

  // ---- JSON

  static String json(List<Checker.Checked> files, Set<Diagnostic> diagnostics, int errors) {
    StringBuilder text = new StringBuilder("{\"files\": [");
    String between = "";
    for (Checker.Checked c : files) {
      text.append(between).append("{\"file\": ").append(Json.text(c.file())).append(", \"module\": ").append(Json.text(c.module()))
          .append(", \"kind\": ").append(Json.text(c.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))).append('}');
      between = ", ";
    }
    text.append("],\n \"diagnostics\": [");
    between = "";
    for (Diagnostic d : diagnostics) {
      text.append(between).append("\n  {\"file\": ").append(Json.text(d.file())).append(", \"line\": ").append(d.line())
          .append(", \"column\": ").append(d.column()).append(", \"endLine\": ").append(d.endLine()).append(", \"endColumn\": ")
          .append(d.endColumn()).append(", \"severity\": ").append(Json.text(d.severity().name().toLowerCase(java.util.Locale.ROOT)))
          .append(", \"code\": ").append(Json.text(d.code())).append(", \"message\": ").append(Json.text(d.message())).append(", \"hint\": ")
          .append(d.hint() == null ? "null" : Json.text(d.hint())).append('}');
      between = ",";
    }
    return text.append("],\n \"errors\": ").append(errors).append('}').toString();
  }
}
