package dev.tuff.jit;

import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.interp.CompiledCode;
import dev.tuff.engine.interp.PyFrame;
import dev.tuff.engine.interp.Speculation;
import dev.tuff.engine.interp.Tier;
import dev.tuff.engine.interp.Tiers;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.passes.Pass;
import java.io.PrintStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The method JIT: what the interpreter finds hot becomes a JVM class. */
public final class Jit implements Tier {
  /** Calls and backward jumps until code is hot: enough for its caches to have seen what it does. */
  private static final int HOT = 1_000;

  /** Of the compiler's thread: passes recurse over blocks. */
  private static final long STACK = 64L << 20;

  private final int threshold;

  /** Where the HIR of each unit is shown, or what becomes of code; null for nowhere. */
  private final PrintStream dump;
  private final PrintStream log;

  /** Compiles on a thread of its own, which ends when there is nothing to do; null to compile on the spot. */
  private final Executor background;

  /** What waits for that. */
  private final Set<PyCode> waiting = ConcurrentHashMap.newKeySet();

  private Jit(int threshold, PrintStream dump, PrintStream log, Executor background) {
    this.threshold = threshold;
    this.dump = dump;
    this.log = log;
    this.background = background;
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
      case "on" -> new Jit(HOT, dump, log, thread());
      case "always" -> new Jit(2, dump, log, null);
      default -> null;
    };
  }

  private static Executor thread() {
    ThreadFactory daemon = task -> {
      Thread t = new Thread(null, task, "tuff-jit", STACK);
      t.setDaemon(true);
      return t;
    };
    return new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemon);
  }

  @Override
  public int threshold() {
    return threshold;
  }

  @Override
  public void compile(PyFrame frame, int entry) {
    if (background == null) {
      Tiers.attach(frame.code, entry, compile(Sample.of(frame, entry)));
      return;
    }
    // it is asked for again after as many turns
    frame.code.heat = threshold;
    if (waiting.add(frame.code)) {
      Interpreter interpreter = Interpreter.current();
      Sample sample = Sample.of(frame, entry);
      background.execute(() -> compile(interpreter, sample));
    }
  }

  private void compile(Interpreter interpreter, Sample sample) {
    ThreadState before = ThreadState.attach(new ThreadState(interpreter));
    CompiledCode made = null;
    try {
      made = compile(sample);
    } catch (RuntimeException e) {
      // the code runs on as it did, but nobody should have to guess why
      say(sample, "interpreted: the compiler failed: " + e);
    } finally {
      Tiers.attach(sample.code(), sample.entry(), made);
      waiting.remove(sample.code());
      ThreadState.attach(before);
    }
  }

  /** The unit, or null. What is too long for one may still have one for each of its loops. */
  private CompiledCode compile(Sample sample) {
    Speculation known = sample.code().speculation();
    boolean loop = HirBuilder.isLoop(sample);
    String why = null;
    for (Extent extent : Extent.values()) {
      if (extent.loop ? !loop : loop && known.isLarge()) {
        continue;
      }
      try {
        return compile(sample, extent);
      } catch (NotCompilable e) {
        why = why == null ? e.getMessage() : why;
        if (loop) {
          known.setLarge();
        }
      }
    }
    say(sample, "interpreted: " + why);
    return null;
  }

  private CompiledCode compile(Sample sample, Extent extent) throws NotCompilable {
    Graph graph = HirBuilder.build(sample, extent);
    for (Pass pass : Pass.values()) {
      pass.run(graph);
    }
    if (dump != null) {
      dump.print(HirText.of(graph));
    }
    CompiledCode made = ClassEmitter.emit(graph, sample.code());
    say(sample, "compiled" + (extent.loop ? ", that loop alone" : "") + (graph.inlinesCalls() ? ", with calls inlined" : ""));
    return made;
  }

  private void say(Sample sample, String what) {
    if (log != null) {
      log.println("jit: " + sample.code().code.qualname + (sample.entry() > 1 ? ", from " + sample.entry() : "") + ": " + what);
    }
  }
}
