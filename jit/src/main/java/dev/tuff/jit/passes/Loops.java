package dev.tuff.jit.passes;

import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Graph;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/** In how many loops each block lies. */
final class Loops {
  private Loops() {}

  static void compute(Graph graph) {
    graph.blocks.forEach(b -> b.loopDepth = 0);
    for (Block head : graph.blocks) {
      Set<Block> body = new HashSet<>();
      ArrayDeque<Block> work = new ArrayDeque<>();
      for (Block p : head.predecessors) {
        if (dominates(head, p)) {
          work.add(p);
        }
      }
      if (work.isEmpty()) {
        continue;
      }
      body.add(head);
      while (!work.isEmpty()) {
        Block b = work.pop();
        if (body.add(b)) {
          work.addAll(b.predecessors);
        }
      }
      body.forEach(b -> b.loopDepth++);
    }
  }

  private static boolean dominates(Block a, Block b) {
    for (Block d = b; d != null; d = d.dominator) {
      if (d == a) {
        return true;
      }
    }
    return false;
  }
}
