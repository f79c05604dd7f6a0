package dev.tuff.jit.passes;

import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Moves the making of an object that one operation wants to that operation: out of the loop that counts, to the return behind it. */
final class SinkBoxes {
  private SinkBoxes() {}

  static void run(Graph graph) {
    Loops.compute(graph);
    Map<Node, Node> user = new HashMap<>();
    Set<Node> fixed = new HashSet<>();
    for (Block b : graph.blocks) {
      for (List<Node> nodes : List.of(b.phis, b.nodes)) {
        for (Node n : nodes) {
          for (Node in : n.op == Op.ENTER ? new Node[0] : n.inputs) {
            if (in.op.boxes() && (user.put(in, n) != null || nodes == b.phis)) {
              fixed.add(in);
            }
          }
        }
      }
    }
    user.keySet().removeAll(fixed);
    user.forEach((box, n) -> {
      if (box.block != n.block && n.block.loopDepth <= box.block.loopDepth) {
        box.block.nodes.remove(box);
        box.block = n.block;
        n.block.nodes.add(n.block.nodes.indexOf(n), box);
      }
    });
  }
}
