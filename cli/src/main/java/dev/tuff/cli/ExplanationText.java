package dev.tuff.cli;

import dev.tuff.typed.Explanation;
import dev.tuff.typed.Explanation.Mode;
import dev.tuff.typed.Explanation.Operation;
import java.io.PrintStream;
import java.util.List;

/** An explanation for a terminal: in front of each line how it runs, below it why it is not better. */
final class ExplanationText {
  private static final String PLAIN = "\033[0m";
  private static final String FAINT = "\033[2m";

  private final Explanation e;
  private final boolean colour;
  private final PrintStream out;
  private final int width;

  ExplanationText(Explanation e, boolean colour, PrintStream out) {
    this.e = e;
    this.colour = colour;
    this.out = out;
    width = Integer.toString(e.lines().size()).length();
  }

  void print() {
    List<List<Operation>> lines = ExplanationNotes.byLine(e);
    int last = e.lines().size();
    while (last > 0 && e.lines().get(last - 1).isBlank()) {
      last--;
    }
    for (int number = 1; number <= last; number++) {
      Mode mode = ExplanationNotes.mode(lines.get(number));
      String word = mode == null ? "" : mode.word;
      out.println(paint(mode, String.format("%-8s%" + width + "d |", word, number)) + " " + e.lines().get(number - 1));
      for (Operation o : ExplanationNotes.noted(lines.get(number))) {
        note(o);
      }
    }
    out.println();
    functions();
  }

  private void note(Operation o) {
    int[] line = e.lines().get(o.line() - 1).codePoints().toArray();
    StringBuilder blanks = new StringBuilder();
    for (int i = 0; i < Math.min(o.column() - 1, line.length); i++) {
      blanks.append(line[i] == '\t' ? '\t' : ' ');
    }
    int end = o.endLine() > o.line() ? line.length + 1 : o.endColumn();
    String text = o.what() + (o.reason() == null ? "" : ": " + o.reason()) + (o.remedy() == null ? "" : " -> " + o.remedy());
    out.println(" ".repeat(8 + width) + " | " + blanks + paint(o.mode(), "^".repeat(Math.max(1, end - o.column()))) + " "
        + (colour ? FAINT + text + PLAIN : text));
  }

  private void functions() {
    int longest = 8;
    for (Explanation.Function f : e.functions()) {
      longest = Math.max(longest, f.name().length());
    }
    String row = "%-" + longest + "s %6s %6s %8s %8s %6s";
    out.println(String.format(row, "function", "line", "raw", "checked", "dynamic", "typed"));
    for (Explanation.Function f : e.functions()) {
      if (f.raw() + f.checked() + f.dynamic() > 0) {
        out.println(row(row, f, Integer.toString(f.line())));
      }
    }
    out.println(row(row, ExplanationNotes.all(e), ""));
  }

  private static String row(String format, Explanation.Function f, String line) {
    return String.format(format, f.name(), line, f.raw(), f.checked(), f.dynamic(), ExplanationNotes.percent(f));
  }

  private String paint(Mode mode, String text) {
    if (!colour || mode == null) {
      return text;
    }
    return switch (mode) {
      case RAW -> "\033[32m";
      case CHECKED -> "\033[33m";
      case DYNAMIC -> "\033[31m";
    } + text + PLAIN;
  }
}
