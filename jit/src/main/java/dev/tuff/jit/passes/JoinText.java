package dev.tuff.jit.passes;

import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes {@code a + b + c} of strs at once: text that is only a part of other text is never made itself. */
final class JoinText {
  private JoinText() {}

  static void run(Graph graph) {
    Map<Node, Integer> uses = new HashMap<>();
    for (Block b : graph.blocks) {
      for (List<Node> nodes : List.of(b.phis, b.nodes)) {
        for (Node n : nodes) {
          count(n.inputs, uses);
          if (n.state != null) {
            n.state.values().forEach(values -> count(values, uses));
          }
        }
      }
    }
    for (Block b : graph.blocks) {
      List<Node> parts = new ArrayList<>();
      for (Node n : b.nodes) {
        if (n.op == Op.BUILD_STRING && !n.stays) {
          join(n, uses, parts);
        }
      }
      b.nodes.removeAll(parts);
    }
  }

  private static void count(Node[] values, Map<Node, Integer> uses) {
    for (Node v : values) {
      if (v != null) {
        uses.merge(v, 1, Integer::sum);
      }
    }
  }

  private static void join(Node n, Map<Node, Integer> uses, List<Node> parts) {
    for (int i = 0; i < n.inputs.length; i++) {
      Node in = n.input(i);
      if (in.op == Op.BUILD_STRING && !in.stays && in.block == n.block && uses.get(in) == 1 && n.inputs.length + in.inputs.length - 1 <= Op.MOST_PARTS) {
        List<Node> all = new ArrayList<>(List.of(n.inputs));
        all.remove(i);
        all.addAll(i, List.of(in.inputs));
        n.inputs = all.toArray(Node[]::new);
        parts.add(in);
      }
    }
  }
}
