package dev.tuff.jit.passes;

import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.Node;
import java.util.HashMap;
import java.util.Map;

/** Takes out phis whose inputs are one value, or the phi itself. */
final class SimplePhis {
  private SimplePhis() {}

  static void run(Graph graph) {
    boolean changed = true;
    while (changed) {
      Map<Node, Node> same = new HashMap<>();
      for (Block b : graph.blocks) {
        for (Node phi : b.phis) {
          Node only = only(phi);
          if (only != null && !same.containsKey(only)) {
            same.put(phi, only);
          }
        }
        b.phis.removeIf(same::containsKey);
      }
      graph.replace(same);
      changed = !same.isEmpty();
    }
  }

  private static Node only(Node phi) {
    Node only = null;
    for (Node in : phi.inputs) {
      if (in != phi && in != only) {
        if (only != null) {
          return null;
        }
        only = in;
      }
    }
    return only;
  }
}
