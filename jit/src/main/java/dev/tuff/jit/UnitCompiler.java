package dev.tuff.jit;

import dev.tuff.compiler.Opcode;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.interp.CompiledCode;
import dev.tuff.jit.build.Extent;
import dev.tuff.jit.build.Flow;
import dev.tuff.jit.build.HirBuilder;
import dev.tuff.jit.emit.ClassEmitter;
import dev.tuff.jit.emit.ClassText;
import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.HirText;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.NotCompilable;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.Sample;
import dev.tuff.jit.hir.Site;
import dev.tuff.jit.passes.HirVerifier;
import dev.tuff.jit.passes.Pass;
import java.io.PrintStream;
import java.lang.invoke.MethodHandles;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** From a sample to a unit and the report on it: HIR, passes, class; or as much of it as is not too long. */
final class UnitCompiler {
  private final JitSettings settings;
  private final Sample sample;
  private final long start = System.nanoTime();

  /** Compiles what a unit calls before it; whether there was anything. */
  private final Predicate<Collection<PyFunction>> callees;

  private UnitCompiler(JitSettings settings, Sample sample, Predicate<Collection<PyFunction>> callees) {
    this.settings = settings;
    this.sample = sample;
    this.callees = callees;
  }

  /** The unit, not attached to its code yet. */
  static CompiledCode compile(JitSettings settings, Sample sample, Predicate<Collection<PyFunction>> callees) throws NotCompilable {
    UnitCompiler c = new UnitCompiler(settings, sample, callees);
    NotCompilable last = null;
    for (Extent extent : Extent.values()) {
      if (extent.inlines() && !settings.inlines) {
        continue;
      }
      try {
        return c.compile(extent);
      } catch (NotCompilable e) {
        last = e;
      }
    }
    throw last;
  }

  /** The HIR or the class of a unit that nobody will run. */
  static String text(JitSettings settings, Sample sample, boolean asClass) throws NotCompilable {
    UnitCompiler c = new UnitCompiler(settings, sample, none -> false);
    Graph graph = c.optimized(settings.inlines ? Extent.WITH_CALLS : Extent.WITHOUT_CALLS);
    return asClass ? ClassText.of(ClassEmitter.emit(graph, sample.code(), Extent.WITHOUT_CALLS, MethodHandles.lookup()).classFile()) : HirText.of(graph);
  }

  private Graph optimized(Extent extent) throws NotCompilable {
    Graph graph = HirBuilder.build(sample, extent, settings.inlining, settings.specialized, true);
    if (callees.test(graph.callees)) {
      graph = HirBuilder.build(sample, extent, settings.inlining, settings.specialized, true);
    }
    if (graph.callsItself && !graph.makesNoFrame()) {
      graph = HirBuilder.build(sample, extent, settings.inlining, settings.specialized, false);
    }
    int operations = graph.blocks.stream().mapToInt(b -> b.phis.size() + b.nodes.size()).sum();
    check(graph.blocks.size(), settings.maxBlocks, "blocks");
    check(operations, settings.maxOperations, "operations");
    show(settings.firstHir, "Initial HIR for ", "", graph);
    verify(graph, "as it was built");
    for (Pass pass : Pass.values()) {
      show(settings.passes, "HIR for ", " before pass " + pass, graph);
      long before = System.nanoTime();
      pass.run(graph);
      if (settings.times != null) {
        settings.times.printf("jit: %s: %s took %d microseconds%n", name(), pass, (System.nanoTime() - before) / 1_000);
      }
      show(settings.passes, "HIR for ", " after pass " + pass, graph);
      verify(graph, "after " + pass);
    }
    return graph;
  }

  private CompiledCode compile(Extent extent) throws NotCompilable {
    Graph graph = optimized(extent);
    if (settings.hir != null) {
      settings.hir.print(HirText.of(graph));
    }
    ClassEmitter.Emitted emitted = ClassEmitter.emit(graph, sample.code(), extent, MethodHandles.lookup());
    CompiledCode unit = emitted.unit();
    if (settings.observer != null) {
      settings.observer.accept(graph, emitted.classFile());
    }
    if (settings.classes != null) {
      settings.classes.print(ClassText.of(emitted.classFile()));
    }
    unit.report = new UnitReport(sample.entry(), Flow.isLoop(sample), operations(graph), List.copyOf(graph.inlining.done), graph.inlining.refused, left(graph),
        emitted.classFile().length, emitted.codeBytes(), 8 * (emitted.locals() + emitted.operands()), 8 * emitted.locals(),
        System.nanoTime() - start);
    return unit;
  }

  private void verify(Graph graph, String when) {
    if (settings.verifies) {
      HirVerifier.check(graph, when);
    }
  }

  private static void check(int size, int limit, String what) throws NotCompilable {
    if (size > limit) {
      throw new NotCompilable("it is too long: " + size + " " + what + " of HIR, and the limit is " + limit);
    }
  }

  private String name() {
    return (sample.globals().getStr("__name__") instanceof String m ? m : "?") + ":" + sample.code().code.qualname;
  }

  private void show(PrintStream out, String before, String after, Graph graph) {
    if (out != null) {
      out.print("JIT: " + before + name() + after + ":\n" + HirText.of(graph) + "\n");
    }
  }

  private static Map<Op, Integer> operations(Graph graph) {
    Map<Op, Integer> counts = new EnumMap<>(Op.class);
    for (Block b : graph.blocks) {
      b.phis.forEach(n -> counts.merge(n.op, 1, Integer::sum));
      b.nodes.forEach(n -> counts.merge(n.op, 1, Integer::sum));
    }
    return counts;
  }

  /** What the interpreter does for the unit, by lines of its own function. */
  private Map<Integer, Set<String>> left(Graph graph) {
    Map<Integer, Set<String>> left = new TreeMap<>();
    for (Block b : graph.blocks) {
      for (Node n : b.nodes) {
        if (n.op == Op.STEP && n.aux instanceof Site s && s.activation().caller() == null) {
          int word = sample.code().instructions[s.instruction()] & Integer.MAX_VALUE;
          left.computeIfAbsent(sample.code().code.line(s.instruction()), k -> new TreeSet<>())
              .add(Opcode.name(Opcode.parent(Opcode.opcode(word))));
        }
      }
    }
    return left;
  }
}
