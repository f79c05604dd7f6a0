package dev.tuff.jit;

import dev.tuff.engine.interp.CompiledCode;
import dev.tuff.engine.interp.PyFrame;
import dev.tuff.engine.interp.Tier;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.passes.Pass;
import java.io.PrintStream;

/** The method JIT: what the interpreter finds hot becomes a JVM class. */
public final class Jit implements Tier {
  /** Calls and backward jumps until code is hot: enough for its caches to have seen what it does. */
  private static final int HOT = 1_000;

  private final int threshold;

  /** Where the HIR of each unit is shown, or what becomes of code; null for nowhere. */
  private final PrintStream dump;
  private final PrintStream log;

  private Jit(int threshold, PrintStream dump, PrintStream log) {
    this.threshold = threshold;
    this.dump = dump;
    this.log = log;
  }

  /**
   * The compiler for {@code -X jit=MODE}.
   *
   * @param mode "on", or "always" to compile everything as soon as its caches know something; other modes have none
   * @param dump where to show the HIR; null for nowhere
   * @param log where to tell what was compiled, and what was not and why; null for nowhere
   */
  public static Tier of(String mode, PrintStream dump, PrintStream log) {
    return switch (mode) {
      case "on" -> new Jit(HOT, dump, log);
      case "always" -> new Jit(2, dump, log);
      default -> null;
    };
  }

  @Override
  public int threshold() {
    return threshold;
  }

  @Override
  public CompiledCode compile(PyFrame frame, int entry) {
    String name = frame.code.code.qualname;
    String why;
    try {
      return compile(frame, entry, true);
    } catch (NotCompilable e) {
      why = e.getMessage();
    }
    try {
      return compile(frame, entry, false);
    } catch (NotCompilable e) {
      say(name, entry, "interpreted: " + why);
      return null;
    }
  }

  private CompiledCode compile(PyFrame frame, int entry, boolean inlines) throws NotCompilable {
    Graph graph = HirBuilder.build(frame, entry, inlines);
    for (Pass pass : Pass.values()) {
      pass.run(graph);
    }
    if (dump != null) {
      dump.print(HirText.of(graph));
    }
    CompiledCode made = ClassEmitter.emit(graph, frame.code);
    say(frame.code.code.qualname, entry, "compiled" + (graph.instructions > frame.code.instructions.length ? ", with calls inlined" : ""));
    return made;
  }

  private void say(String name, int entry, String what) {
    if (log != null) {
      log.println("jit: " + name + (entry > 1 ? ", loop at " + entry : "") + ": " + what);
    }
  }
}
