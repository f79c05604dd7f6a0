package dev.tuff.jit.passes;

import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.Node;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/** Takes out values that nobody uses. A state uses the raw number of a boxed one: leaving boxes it. */
final class RemoveDead {
  private RemoveDead() {}

  static void run(Graph graph) {
    Set<Node> live = new HashSet<>();
    ArrayDeque<Node> work = new ArrayDeque<>();
    for (Block b : graph.blocks) {
      for (Node n : b.nodes) {
        if (n.isAnchored()) {
          use(n, live, work);
        }
      }
    }
    while (!work.isEmpty()) {
      Node n = work.pop();
      for (Node in : n.inputs) {
        use(in, live, work);
      }
      if (n.state != null) {
        for (Node[] values : n.state.values()) {
          useRaw(values, live, work);
        }
      }
    }
    for (Block b : graph.blocks) {
      b.phis.removeIf(n -> !live.contains(n));
      b.nodes.removeIf(n -> !live.contains(n));
    }
  }

  private static void useRaw(Node[] values, Set<Node> live, ArrayDeque<Node> work) {
    for (Node v : values) {
      if (v != null && v.op.boxes()) {
        for (Node raw : v.inputs) {
          use(raw, live, work);
        }
      } else if (v != null) {
        use(v, live, work);
      }
    }
  }

  private static void use(Node n, Set<Node> live, ArrayDeque<Node> work) {
    if (live.add(n)) {
      work.push(n);
    }
  }
}
