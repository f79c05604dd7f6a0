package dev.tuff.jit.passes;

import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/** In how many loops each block lies, and which polls of loops have nobody to notice but other threads. */
final class Loops {
  private Loops() {}

  static void compute(Graph graph) {
    graph.blocks.forEach(b -> b.loopDepth = 0);
    for (Block head : graph.blocks) {
      body(head).forEach(b -> b.loopDepth++);
    }
  }

  /** Finds the polls of loops that run no Python code. */
  static void findQuietPolls(Graph graph) {
    Dominators.compute(graph);
    for (Block head : graph.blocks) {
      Set<Block> body = body(head);
      boolean quiet = body.stream().noneMatch(b -> b.nodes.stream().anyMatch(Node::runsCode));
      for (Block b : quiet ? body : Set.<Block>of()) {
        for (Node n : b.nodes) {
          if (n.op == Op.POLL) {
            graph.quietPolls.add(n);
          }
        }
      }
    }
  }

  /** The blocks of the loop with a head; none if it is no head of a loop. */
  static Set<Block> body(Block head) {
    Set<Block> body = new HashSet<>();
    ArrayDeque<Block> work = new ArrayDeque<>();
    for (Block p : head.predecessors) {
      if (Dominators.dominates(head, p)) {
        work.add(p);
      }
    }
    if (!work.isEmpty()) {
      body.add(head);
    }
    while (!work.isEmpty()) {
      Block b = work.pop();
      if (body.add(b)) {
        work.addAll(b.predecessors);
      }
    }
    return body;
  }
}
