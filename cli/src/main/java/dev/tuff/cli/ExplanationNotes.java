package dev.tuff.cli;

import dev.tuff.typed.Explanation;
import dev.tuff.typed.Explanation.Mode;
import dev.tuff.typed.Explanation.Operation;
import java.util.ArrayList;
import java.util.List;

/** What both forms of an explanation share: how a line runs, and which of its operations a reader should look at. */
final class ExplanationNotes {
  private ExplanationNotes() {}

  static List<List<Operation>> byLine(Explanation e) {
    List<List<Operation>> lines = new ArrayList<>();
    for (int i = 0; i <= e.lines().size(); i++) {
      lines.add(new ArrayList<>());
    }
    for (Operation o : e.operations()) {
      if (o.line() < lines.size()) {
        lines.get(o.line()).add(o);
      }
    }
    return lines;
  }

  /** The worst of a line's operations; null if nothing works there. */
  static Mode mode(List<Operation> line) {
    Mode worst = null;
    for (Operation o : line) {
      worst = worst == null || o.mode().ordinal() > worst.ordinal() ? o.mode() : worst;
    }
    return worst;
  }

  /** All that is dynamic, and what else could be better. Of an attribute that is looked up to be called, only the call is told. */
  static List<Operation> noted(List<Operation> line) {
    List<Operation> noted = new ArrayList<>();
    for (Operation o : line) {
      if (o.mode() == Mode.DYNAMIC || o.remedy() != null) {
        boolean calls = o.instruction().startsWith("CALL");
        noted.removeIf(b -> b.column() == o.column() && (b.what().equals(o.what()) || calls && isLookup(b)));
        noted.add(o);
      }
    }
    return noted;
  }

  private static boolean isLookup(Operation o) {
    return o.instruction().equals("LOAD_ATTR") || o.instruction().equals("LOAD_SUPER_ATTR");
  }

  static String percent(Explanation.Function f) {
    return f.raw() + f.checked() + f.dynamic() == 0 ? "" : f.typed() + " %";
  }

  /** The sum over all functions. */
  static Explanation.Function all(Explanation e) {
    int raw = 0;
    int checked = 0;
    int dynamic = 0;
    for (Explanation.Function f : e.functions()) {
      raw += f.raw();
      checked += f.checked();
      dynamic += f.dynamic();
    }
    return new Explanation.Function("all", 0, raw, checked, dynamic);
  }
}
