package dev.tuff.jit.passes;

import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Graph;
import java.util.IdentityHashMap;
import java.util.Map;

/** The dominator of each block, by iteration over the reverse postorder (Cooper, Harvey and Kennedy, 2001). */
final class Dominators {
  private Dominators() {}

  static void compute(Graph graph) {
    Map<Block, Integer> order = new IdentityHashMap<>();
    for (Block b : graph.blocks) {
      order.put(b, order.size());
      b.dominator = null;
    }
    Block first = graph.blocks.getFirst();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Block b : graph.blocks) {
        if (b == first) {
          continue;
        }
        Block d = null;
        for (Block p : b.predecessors) {
          if (p == first || p.dominator != null) {
            d = d == null ? p : common(d, p, order);
          }
        }
        if (d != b.dominator) {
          b.dominator = d;
          changed = true;
        }
      }
    }
  }

  /** Whether every way to {@code b} goes through {@code a}. */
  static boolean dominates(Block a, Block b) {
    for (Block d = b; d != null; d = d.dominator) {
      if (d == a) {
        return true;
      }
    }
    return false;
  }

  private static Block common(Block a, Block b, Map<Block, Integer> order) {
    while (a != b) {
      while (order.get(a) > order.get(b)) {
        a = a.dominator;
      }
      while (order.get(b) > order.get(a)) {
        b = b.dominator;
      }
    }
    return a;
  }
}
