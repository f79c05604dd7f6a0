package dev.tuff.jit;

import dev.tuff.compiler.Code;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.interp.CompiledCode;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** {@code -X jit-log}: what became fast, what did not and why, in words of Python. */
final class JitLog {
  private final PrintStream out;

  JitLog(PrintStream out) {
    this.out = out;
  }

  void compiled(PyCode code, CompiledCode unit) {
    UnitReport r = UnitReport.of(unit);
    StringBuilder text = new StringBuilder(r.loop() ? "compiled, that loop alone, in " : "compiled in ").append(r.nanos() / 1_000).append(" microseconds to ").append(r.codeBytes())
        .append(" bytes of JVM code");
    if (!r.inlined().isEmpty()) {
      text.append(", with calls inlined of ").append(list(r.inlined()));
    }
    r.notInlined().forEach((reason, names) -> text.append("; not inlined: ").append(list(names)).append(" (").append(reason).append(')'));
    if (!r.left().isEmpty()) {
      text.append("; the interpreter still does ");
      StringJoiner lines = new StringJoiner(", ");
      r.left().forEach((line, names) -> lines.add(list(names) + " of line " + line));
      text.append(lines);
    }
    say(code, r.entry(), text.toString());
  }

  private static String list(Iterable<String> names) {
    StringJoiner text = new StringJoiner(", ");
    names.forEach(n -> text.add(n.startsWith("__main__:") ? n.substring(9) : n));
    return text.toString();
  }

  void interpreted(PyCode code, int entry, String why) {
    say(code, entry, "stays interpreted: " + why);
  }

  void gaveUp(PyCode code, PyCode where, int instruction, String why) {
    say(code, 1, "given up, to be compiled anew: " + Deopts.description(why) + " in line " + where.code.line(instruction));
  }

  void failed(PyCode code, int entry, Throwable e) {
    say(code, entry, "stays interpreted: the compiler failed: " + e);
  }

  private void say(PyCode code, int entry, String what) {
    Code c = code.code;
    int line = c.line(Math.min(entry, code.instructions.length - 1));
    String where = entry > 1 && line != c.firstLine ? ", from line " + line : "";
    out.println("jit: " + c.qualname + " (" + c.filename + ":" + c.firstLine + where + "): " + what);
  }

  /** The statistics, at the end of the program. */
  static void statistics(PrintStream out, Jit jit) {
    out.printf("JIT runtime stats: %d functions and loops compiled in %d ms, %d of them live with %d bytes%n", jit.units.made(),
        jit.units.nanos() / 1_000_000, jit.units.count(), jit.units.bytes());
    for (Map.Entry<Deopts.Place, int[]> e : jit.deopts.counts().entrySet()) {
      Deopts.Place p = e.getKey();
      out.printf("  %d times back to the interpreter in %s (%s:%d): %s%n", e.getValue()[0], p.qualname(), p.file(), p.line(), p.description());
    }
    Set<PyCode> codes = jit.units.codes();
    codes.removeIf(c -> !(c.tierState instanceof CodeRecord r) || r.givenUp == 0);
    codes.forEach(c -> out.printf("  given up %d times: %s (%s:%d)%n", CodeRecord.of(c).givenUp, c.code.qualname, c.code.filename, c.code.firstLine));
  }
}
