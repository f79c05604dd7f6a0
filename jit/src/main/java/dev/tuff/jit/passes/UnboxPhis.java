package dev.tuff.jit.passes;

import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.Rep;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Phis whose inputs are all boxed ints, all boxed floats or bools become phis of raw numbers: what a loop counts stays in a register. Where a
 * local may be unbound yet, or a sum of floats begins with an int, a second phi says so. What a loop begins with is guarded to be a number before
 * it, if the loop uses it as one.
 */
final class UnboxPhis {
  /** So far an int is a float that equals it. */
  private static final long EXACT = 1L << 53;

  private UnboxPhis() {}

  static void run(Graph graph) {
    Dominators.compute(graph);
    unbox(graph, Rep.LONG, Op.BOX_LONG, Long.class);
    unbox(graph, Rep.DOUBLE, Op.BOX_DOUBLE, Double.class);
    unbox(graph, Rep.BOOL, Op.BOX_BOOL, Boolean.class);
  }

  private static void unbox(Graph graph, Rep rep, Op box, Class<?> constant) {
    Set<Node> candidates = new HashSet<>();
    graph.blocks.forEach(b -> candidates.addAll(b.phis));
    candidates.removeIf(p -> p.rep != Rep.OBJECT);
    Set<Node> used = usedAsNumbers(graph, rep);
    Map<Node, Node> others = new HashMap<>();
    boolean changed = true;
    while (changed) {
      while (changed) {
        changed = candidates.removeIf(p -> !allNumbers(graph, p, candidates, used, box, constant));
      }
      // a phi of phis alone has no number in it
      changed = candidates.removeIf(p -> !reachesNumber(p, candidates, box, new HashSet<>()));
      others.clear();
      changed |= candidates.removeAll(ambiguous(candidates, box, others));
    }
    if (candidates.isEmpty()) {
      return;
    }
    Map<Node, Node> raw = new HashMap<>();
    for (Node p : candidates) {
      Node r = graph.phi(p.block);
      r.rep = rep;
      raw.put(p, r);
    }
    Map<Node, Node> flags = flags(graph, others, box);
    Map<Node, Node> boxed = new HashMap<>();
    for (Node p : candidates) {
      Node r = raw.get(p);
      for (int i = 0; i < r.inputs.length; i++) {
        Node in = p.inputs[i];
        r.inputs[i] = in.op == box ? in.input(0)
            : raw.containsKey(in) ? raw.get(in)
            : in.op == Op.CONST ? number(graph, p.block.predecessors.get(i), in, rep)
            : guarded(graph, before(graph, p, i), in, rep);
      }
      Node flag = flags.get(p);
      Node b = flag == null ? graph.make(p.block, box, null, null, r)
          : graph.make(p.block, box == Op.BOX_LONG ? Op.BOX_LONG_OR_NULL : Op.BOX_DOUBLE_OR, others.get(p).aux, null, r, flag);
      p.block.nodes.add(0, b);
      boxed.put(p, b);
    }
    for (Block b : graph.blocks) {
      b.phis.removeAll(candidates);
    }
    graph.replace(boxed);
  }

  /** What is no number of the kind, but may stand for one: null, and an int among floats. */
  private static boolean isOther(Node n, Op box) {
    return n.op == Op.CONST && (n.aux == null ? box != Op.BOX_BOOL : box == Op.BOX_DOUBLE && n.aux instanceof Long v && Math.abs(v) <= EXACT);
  }

  /** Finds the other constant that each phi may be, and the phis that may be several. */
  private static Set<Node> ambiguous(Set<Node> candidates, Op box, Map<Node, Node> others) {
    Set<Node> ambiguous = new HashSet<>();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Node p : candidates) {
        for (Node in : p.inputs) {
          Node other = isOther(in, box) ? in : others.get(in);
          Node known = other == null ? null : others.putIfAbsent(p, other);
          changed |= other != null && known == null;
          if (known != null && !Objects.equals(known.aux, other.aux)) {
            ambiguous.add(p);
          }
        }
      }
    }
    return ambiguous;
  }

  /** For the phis that may be no number, phis of whether they are one. */
  private static Map<Node, Node> flags(Graph graph, Map<Node, Node> others, Op box) {
    Map<Node, Node> flags = new HashMap<>();
    for (Node p : others.keySet()) {
      Node f = graph.phi(p.block);
      f.rep = Rep.BOOL;
      flags.put(p, f);
    }
    for (Node p : others.keySet()) {
      Node f = flags.get(p);
      for (int i = 0; i < f.inputs.length; i++) {
        Node known = flags.get(p.inputs[i]);
        f.inputs[i] = known != null ? known : before(graph, p.block.predecessors.get(i), Op.BOOL_CONST, !isOther(p.inputs[i], box));
      }
    }
    return flags;
  }

  private static Node number(Graph graph, Block predecessor, Node constant, Rep rep) {
    Object v = constant.aux;
    return switch (rep) {
      case LONG -> before(graph, predecessor, Op.LONG_CONST, v == null ? 0L : v);
      case DOUBLE -> before(graph, predecessor, Op.DOUBLE_CONST, v == null ? 0.0 : ((Number) v).doubleValue());
      default -> before(graph, predecessor, Op.BOOL_CONST, v);
    };
  }

  /** A constant at the end of a block. */
  private static Node before(Graph graph, Block predecessor, Op op, Object value) {
    Node n = graph.make(predecessor, op, value, null);
    predecessor.nodes.add(predecessor.nodes.size() - 1, n);
    return n;
  }

  private static boolean allNumbers(Graph graph, Node phi, Set<Node> candidates, Set<Node> used, Op box, Class<?> constant) {
    for (int i = 0; i < phi.inputs.length; i++) {
      Node in = phi.input(i);
      boolean number = in.op == box || in.op == Op.CONST && constant.isInstance(in.aux) || isOther(in, box);
      if (!number && !candidates.contains(in) && (in.op == Op.CONST || !used.contains(phi) || before(graph, phi, i) == null)) {
        return false;
      }
    }
    return true;
  }

  private static boolean reachesNumber(Node phi, Set<Node> candidates, Op box, Set<Node> seen) {
    if (!seen.add(phi)) {
      return false;
    }
    for (Node in : phi.inputs) {
      if (in.op == box || in.op == Op.CONST && !isOther(in, box) || candidates.contains(in) && reachesNumber(in, candidates, box, seen)) {
        return true;
      }
    }
    return false;
  }

  // ---- what loops begin with

  /** The phis that are unboxed somewhere, or become another one that is. */
  private static Set<Node> usedAsNumbers(Graph graph, Rep rep) {
    Set<Node> used = new HashSet<>();
    ArrayDeque<Node> work = new ArrayDeque<>();
    for (Block b : graph.blocks) {
      for (Node n : b.nodes) {
        boolean unboxes = rep == Rep.LONG ? n.op == Op.UNBOX_LONG : rep == Rep.DOUBLE && (n.op == Op.UNBOX_DOUBLE || n.op == Op.TO_DOUBLE);
        if (unboxes && n.input(0).op == Op.PHI) {
          work.add(n.input(0));
        }
      }
    }
    while (!work.isEmpty()) {
      Node phi = work.pop();
      if (used.add(phi)) {
        Arrays.stream(phi.inputs).filter(in -> in.op == Op.PHI).forEach(work::add);
      }
    }
    return used;
  }

  /** Where the way leads from outside into a loop with the phi at its head, the node with the state there, if guards may be put there. */
  private static Node before(Graph graph, Node phi, int way) {
    Block from = phi.block.predecessors.get(way);
    for (Node n : from.nodes) {
      if (n.op == Op.BEFORE_LOOP && n.aux == phi.block) {
        return Dominators.dominates(phi.block, from) || graph.hasFailed(n) ? null : n;
      }
    }
    return null;
  }

  private static Node guarded(Graph graph, Node before, Node value, Rep rep) {
    Node n = graph.make(before.block, rep == Rep.LONG ? Op.LOOP_LONG : Op.LOOP_DOUBLE, null, before.state, value);
    before.block.nodes.add(before.block.nodes.indexOf(before), n);
    return n;
  }
}
