package dev.tuff.cli;

import dev.tuff.typed.Explanation;
import dev.tuff.typed.Explanation.Mode;
import dev.tuff.typed.Explanation.Operation;
import java.util.ArrayList;
import java.util.List;

/** An explanation as a page that needs nothing but a browser: the source coloured by how it runs, reasons below the lines. */
final class ExplanationPage {
  private static final String STYLE = """
      :root { color-scheme: light dark; --text: #1d232b; --back: #fff; --faint: #67707c; --line: #e4e7eb; --panel: #f6f8fa;
        --raw: #1a7f4b; --raw-back: #d9f2e3; --checked: #8a6100; --checked-back: #fdf0c8; --dynamic: #b3261e; --dynamic-back: #fbdedb; }
      @media (prefers-color-scheme: dark) { :root { --text: #e3e8ee; --back: #14181d; --faint: #93a0ae; --line: #2a313a; --panel: #1b2129;
        --raw: #5fd39a; --raw-back: #143825; --checked: #e8c04f; --checked-back: #3d3110; --dynamic: #ff8f85; --dynamic-back: #4a1b18; } }
      * { box-sizing: border-box; }
      body { margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 76rem; background: var(--back); color: var(--text);
        font: 15px/1.5 system-ui, sans-serif; }
      h1 { font-size: 1.5rem; margin: 0 0 .25rem; overflow-wrap: anywhere; }
      h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
      p { margin: .25rem 0; } .faint { color: var(--faint); }
      .bar { display: flex; height: .75rem; border-radius: .4rem; overflow: hidden; margin: 1rem 0 .5rem; background: var(--line); }
      .bar i { display: block; }
      .bar .raw { background: var(--raw); } .bar .checked { background: var(--checked); } .bar .dynamic { background: var(--dynamic); }
      .key { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; list-style: none; padding: 0; margin: 0; }
      .key b { padding: 0 .35rem; border-radius: .25rem; }
      b.raw, .code span.raw { background: var(--raw-back); } b.checked, .code span.checked { background: var(--checked-back); }
      b.dynamic, .code span.dynamic { background: var(--dynamic-back); }
      table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
      th, td { padding: .2rem .9rem .2rem 0; text-align: right; border-bottom: 1px solid var(--line); }
      th:first-child, td:first-child { text-align: left; } td a { color: inherit; }
      .scroll { overflow: auto; max-height: 24rem; }
      .code { font: 13px/1.6 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; border: 1px solid var(--line); border-radius: .5rem;
        padding: .5rem 0; overflow-x: auto; }
      .row { display: flex; border-left: .3rem solid transparent; min-width: max-content; }
      .row:target { background: var(--panel); }
      .row.raw { border-color: var(--raw); } .row.checked { border-color: var(--checked); } .row.dynamic { border-color: var(--dynamic); }
      .row > a { flex: none; width: 4.5em; padding-right: 1em; text-align: right; color: var(--faint); text-decoration: none;
        user-select: none; }
      .row > span { white-space: pre; tab-size: 8; } .row span span { border-radius: .2rem; }
      .note { margin: 0 0 0 5.2em; padding: 0 1em 0 0; display: flex; gap: .6em; font: 13px/1.45 system-ui, sans-serif; color: var(--faint);
        max-width: 64rem; }
      .note::before { content: ""; flex: none; width: .55rem; height: .55rem; border-radius: 50%; margin-top: .4em; }
      .note.raw::before { background: var(--raw); } .note.checked::before { background: var(--checked); }
      .note.dynamic::before { background: var(--dynamic); }
      .note code { font: 12px ui-monospace, Menlo, Consolas, monospace; } .note em { color: var(--text); font-style: normal; }
      #reasons:not(:checked) ~ .code .note { display: none; }
      """;

  private final Explanation e;
  private final StringBuilder out = new StringBuilder();

  ExplanationPage(Explanation e) {
    this.e = e;
  }

  String html() {
    Explanation.Function all = ExplanationNotes.all(e);
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
        .append(escape(e.module())).append(": how it runs</title>\n<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n<h1>")
        .append(escape(e.module())).append("</h1>\n<p class=\"faint\">").append(escape(e.file())).append(": ")
        .append(all.raw() + all.checked() + all.dynamic() == 0 ? "nothing to run" : all.typed() + " % of its working instructions are typed")
        .append("</p>\n");
    bar(all);
    out.append("<ul class=\"key\">\n");
    key(Mode.RAW, all.raw(), "machine numbers, slots by their place, callees that are known");
    key(Mode.CHECKED, all.checked(), "the same behind a check that a value is what is declared");
    key(Mode.DYNAMIC, all.dynamic(), "Python's ordinary instructions");
    out.append("</ul>\n");
    functions();
    out.append("<h2>Source</h2>\n<input type=\"checkbox\" id=\"reasons\" checked>")
        .append(" <label for=\"reasons\">say why, and what would make it typed</label>\n");
    source();
    return out.append("</body>\n</html>\n").toString();
  }

  private void bar(Explanation.Function all) {
    out.append("<div class=\"bar\" aria-hidden=\"true\">");
    int[] counts = {all.raw(), all.checked(), all.dynamic()};
    for (Mode m : Mode.values()) {
      out.append("<i class=\"").append(m.word).append("\" style=\"flex-grow:").append(counts[m.ordinal()]).append("\"></i>");
    }
    out.append("</div>\n");
  }

  private void key(Mode m, int count, String meaning) {
    out.append("<li><b class=\"").append(m.word).append("\">").append(m.word).append("</b> ").append(count).append(" <span class=\"faint\">")
        .append(meaning).append("</span></li>\n");
  }

  private void functions() {
    out.append("<h2>Functions</h2>\n<div class=\"scroll\"><table>\n<tr><th>function<th>raw<th>checked<th>dynamic<th>typed</tr>\n");
    for (Explanation.Function f : e.functions()) {
      if (f.raw() + f.checked() + f.dynamic() > 0) {
        out.append("<tr><td><a href=\"#L").append(f.line()).append("\">").append(escape(f.name())).append("</a><td>")
            .append(f.raw()).append("<td>").append(f.checked()).append("<td>").append(f.dynamic()).append("<td>").append(ExplanationNotes.percent(f)).append("</tr>\n");
      }
    }
    out.append("</table></div>\n");
  }

  // ---- the source

  private void source() {
    List<List<Operation>> lines = ExplanationNotes.byLine(e);
    List<Operation> open = new ArrayList<>();
    out.append("<div class=\"code\">\n");
    for (int number = 1; number <= e.lines().size(); number++) {
      String text = e.lines().get(number - 1);
      if (number == e.lines().size() && text.isEmpty()) {
        break;
      }
      List<Operation> here = lines.get(number);
      int now = number;
      open.removeIf(o -> o.endLine() < now);
      Mode mode = ExplanationNotes.mode(here);
      out.append("<div class=\"row").append(mode == null ? "" : " " + mode.word).append("\" id=\"L").append(number).append("\"><a href=\"#L")
          .append(number).append("\">").append(number).append("</a><span>");
      List<Operation> all = new ArrayList<>(open);
      all.addAll(here);
      line(text, number, all);
      out.append("</span></div>\n");
      for (Operation o : here) {
        if (o.endLine() > number) {
          open.add(o);
        }
      }
      for (Operation o : ExplanationNotes.noted(here)) {
        note(o);
      }
    }
    out.append("</div>\n");
  }

  /** The line in pieces, each in the colour of the smallest operation that it belongs to. */
  private void line(String text, int number, List<Operation> operations) {
    int[] points = text.codePoints().toArray();
    Operation[] of = new Operation[points.length];
    operations.sort((a, b) -> Integer.compare(extent(b), extent(a)));
    for (Operation o : operations) {
      int from = o.line() == number ? o.column() - 1 : 0;
      int to = o.endLine() == number ? o.endColumn() - 1 : points.length;
      for (int i = from; i < Math.min(to, points.length); i++) {
        of[i] = of[i] != null && extent(of[i]) == extent(o) && of[i].mode().ordinal() > o.mode().ordinal() ? of[i] : o;
      }
    }
    for (int i = 0; i < points.length; ) {
      int end = i + 1;
      while (end < points.length && of[end] == of[i]) {
        end++;
      }
      String piece = escape(new String(points, i, end - i));
      if (of[i] == null) {
        out.append(piece);
      } else {
        out.append("<span class=\"").append(of[i].mode().word).append("\" title=\"").append(escape(of[i].what()))
            .append(of[i].reason() == null ? "" : ": " + escape(of[i].reason())).append("\">").append(piece).append("</span>");
      }
      i = end;
    }
  }

  private static int extent(Operation o) {
    return o.endLine() > o.line() ? Integer.MAX_VALUE : o.endColumn() - o.column();
  }

  private void note(Operation o) {
    out.append("<div class=\"note ").append(o.mode().word).append("\"><span>").append(marked(o.what()));
    if (o.reason() != null) {
      out.append(": ").append(marked(o.reason()));
    }
    if (o.remedy() != null) {
      out.append(" <em>&rarr; ").append(marked(o.remedy())).append("</em>");
    }
    out.append("</span></div>\n");
  }

  /** Text between backquotes is code. */
  private static String marked(String text) {
    return escape(text).replaceAll("`([^`]*)`", "<code>$1</code>");
  }

  private static String escape(String s) {
    return s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
