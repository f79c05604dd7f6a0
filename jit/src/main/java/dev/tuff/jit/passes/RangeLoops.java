package dev.tuff.jit.passes;

import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.Rep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A loop over a range that nothing but the loop sees the iterator of counts in a phi: the iterator is made where the unit is left, for the
 * interpreter to go on with.
 */
final class RangeLoops {
  private final Graph graph;

  /** The operations that have an iterator, besides states. */
  private final Map<Node, List<Node>> users = new HashMap<>();

  private RangeLoops(Graph graph) {
    this.graph = graph;
  }

  static void run(Graph graph) {
    RangeLoops pass = new RangeLoops(graph);
    pass.find();
    if (!pass.users.isEmpty()) {
      Dominators.compute(graph);
      pass.users.forEach(pass::count);
    }
  }

  private void find() {
    for (Block b : graph.blocks) {
      for (Node n : b.nodes) {
        if (n.op == Op.RANGE_ITERATOR && !n.stays && n.input(2).op == Op.LONG_CONST) {
          users.put(n, new ArrayList<>());
        }
      }
    }
    for (Block b : graph.blocks) {
      for (List<Node> nodes : List.of(b.phis, b.nodes)) {
        for (Node n : nodes) {
          for (Node in : n.inputs) {
            if (users.containsKey(in)) {
              users.get(in).add(n);
            }
          }
        }
      }
    }
  }

  private void count(Node iterator, List<Node> users) {
    Node hasNext = only(users, Op.RANGE_HAS_NEXT);
    Node next = only(users, Op.RANGE_NEXT);
    boolean others = users.stream().anyMatch(n -> n != hasNext && n != next && n.op != Op.CHECK_CLASS);
    if (others || hasNext == null || next == null || Loops.body(hasNext.block).isEmpty()) {
      return;
    }
    Block head = hasNext.block;
    Node branch = head.nodes.getLast();
    boolean taken = branch.op == Op.BRANCH && branch.input(0) == hasNext && head.successors[0] == next.block;
    if (!taken || head.predecessors.stream().anyMatch(p -> Dominators.dominates(head, p) && !Dominators.dominates(next.block, p))) {
      return;
    }
    Node start = iterator.input(0);
    Node stop = iterator.input(1);
    Node step = iterator.input(2);
    Node value = graph.phi(head);
    value.rep = Rep.LONG;
    Node after = graph.make(next.block, Op.C_ADD, null, null, value, step);
    for (int i = 0; i < value.inputs.length; i++) {
      value.inputs[i] = Dominators.dominates(head, head.predecessors.get(i)) ? after : start;
    }
    Node more = graph.make(head, Op.COMPARE_LONG, (Long) step.aux > 0 ? 2 : 4, null, value, stop);
    Node guard = graph.make(iterator.block, Op.CHECK_BOUNDS, null, iterator.state, start, stop, step);
    Node atStart = graph.make(iterator.block, Op.RANGE_FROM, null, null, start, stop, step);
    Node atHead = graph.make(head, Op.RANGE_FROM, null, null, value, stop, step);
    Node behind = graph.make(next.block, Op.RANGE_FROM, null, null, after, stop, step);
    for (Block b : graph.blocks) {
      Node now = Dominators.dominates(next.block, b) ? behind : Dominators.dominates(head, b) ? atHead : atStart;
      for (Node n : b.nodes) {
        if (n.state != null) {
          n.state.values().forEach(v -> Arrays.setAll(v, i -> v[i] == iterator ? now : v[i]));
        }
      }
    }
    put(iterator, guard, atStart);
    put(hasNext, atHead, more);
    put(next, after, behind);
    users.forEach(n -> n.block.nodes.remove(n));
    graph.replace(Map.of(hasNext, more, next, value));
  }

  private static void put(Node in, Node... instead) {
    int at = in.block.nodes.indexOf(in);
    in.block.nodes.remove(at);
    in.block.nodes.addAll(at, List.of(instead));
  }

  private static Node only(List<Node> users, Op op) {
    List<Node> found = users.stream().filter(n -> n.op == op).toList();
    return found.size() == 1 ? found.getFirst() : null;
  }
}
