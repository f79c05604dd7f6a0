package dev.tuff.jit.passes;

import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.Rep;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Phis whose inputs are all boxed ints, all boxed floats or bools become phis of raw numbers: what a loop counts stays in a register. */
final class UnboxPhis {
  private UnboxPhis() {}

  static void run(Graph graph) {
    unbox(graph, Rep.LONG, Op.BOX_LONG, Long.class);
    unbox(graph, Rep.DOUBLE, Op.BOX_DOUBLE, Double.class);
    unbox(graph, Rep.BOOL, Op.BOX_BOOL, Boolean.class);
  }

  private static void unbox(Graph graph, Rep rep, Op box, Class<?> constant) {
    Set<Node> candidates = new HashSet<>();
    graph.blocks.forEach(b -> candidates.addAll(b.phis));
    candidates.removeIf(p -> p.rep != Rep.OBJECT);
    boolean changed = true;
    while (changed) {
      changed = candidates.removeIf(p -> !allNumbers(p, candidates, box, constant));
    }
    // a phi of phis alone has no number in it
    candidates.removeIf(p -> !reachesNumber(p, candidates, new HashSet<>()));
    if (candidates.isEmpty()) {
      return;
    }
    Map<Node, Node> raw = new HashMap<>();
    for (Node p : candidates) {
      Node r = graph.phi(p.block);
      r.rep = rep;
      raw.put(p, r);
    }
    Map<Node, Node> bound = flags(graph, candidates);
    Map<Node, Node> boxed = new HashMap<>();
    for (Node p : candidates) {
      Node r = raw.get(p);
      for (int i = 0; i < r.inputs.length; i++) {
        Node in = p.inputs[i];
        r.inputs[i] = in.op == box ? in.input(0) : in.op == Op.PHI ? raw.get(in) : number(graph, p.block.predecessors.get(i), in, rep);
      }
      Node flag = bound.get(p);
      Op orNull = box == Op.BOX_LONG ? Op.BOX_LONG_OR_NULL : Op.BOX_DOUBLE_OR_NULL;
      Node b = flag == null ? graph.make(p.block, box, null, null, r) : graph.make(p.block, orNull, null, null, r, flag);
      p.block.nodes.add(0, b);
      boxed.put(p, b);
    }
    for (Block b : graph.blocks) {
      b.phis.removeAll(candidates);
    }
    graph.replace(boxed);
  }

  /** For the phis that may be null, phis of whether they are not. */
  private static Map<Node, Node> flags(Graph graph, Set<Node> candidates) {
    Set<Node> nullable = new HashSet<>();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Node p : candidates) {
        for (Node in : p.inputs) {
          changed |= (isNull(in) || nullable.contains(in)) && nullable.add(p);
        }
      }
    }
    Map<Node, Node> flags = new HashMap<>();
    for (Node p : nullable) {
      Node f = graph.phi(p.block);
      f.rep = Rep.BOOL;
      flags.put(p, f);
    }
    for (Node p : nullable) {
      Node f = flags.get(p);
      for (int i = 0; i < f.inputs.length; i++) {
        Node known = flags.get(p.inputs[i]);
        f.inputs[i] = known != null ? known : before(graph, p.block.predecessors.get(i), Op.BOOL_CONST, !isNull(p.inputs[i]));
      }
    }
    return flags;
  }

  private static boolean isNull(Node n) {
    return n.op == Op.CONST && n.aux == null;
  }

  private static Node number(Graph graph, Block predecessor, Node constant, Rep rep) {
    if (isNull(constant)) {
      return rep == Rep.LONG ? before(graph, predecessor, Op.LONG_CONST, 0L) : before(graph, predecessor, Op.DOUBLE_CONST, 0.0);
    }
    Op op = constant.aux instanceof Long ? Op.LONG_CONST : constant.aux instanceof Double ? Op.DOUBLE_CONST : Op.BOOL_CONST;
    return before(graph, predecessor, op, constant.aux);
  }

  /** A constant at the end of a block. */
  private static Node before(Graph graph, Block predecessor, Op op, Object value) {
    Node n = graph.make(predecessor, op, value, null);
    predecessor.nodes.add(predecessor.nodes.size() - 1, n);
    return n;
  }

  private static boolean allNumbers(Node phi, Set<Node> candidates, Op box, Class<?> constant) {
    for (Node in : phi.inputs) {
      boolean number = in.op == box || in.op == Op.CONST && (constant.isInstance(in.aux) || in.aux == null && box != Op.BOX_BOOL);
      if (!number && !candidates.contains(in)) {
        return false;
      }
    }
    return true;
  }

  private static boolean reachesNumber(Node phi, Set<Node> candidates, Set<Node> seen) {
    if (!seen.add(phi)) {
      return false;
    }
    for (Node in : phi.inputs) {
      if (in.op != Op.PHI && !isNull(in) || in.op == Op.PHI && reachesNumber(in, candidates, seen)) {
        return true;
      }
    }
    return false;
  }
}
