package dev.tuff.jit.passes;

import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Global value numbering along the dominator tree: an operation that depends on its inputs alone is done once, a guard too. */
final class NumberValues {
  private record Key(Op op, Object aux, List<Node> inputs) {}

  private final Map<Block, List<Block>> children = new IdentityHashMap<>();
  private final Map<Node, Node> replaced = new HashMap<>();

  private NumberValues() {}

  static void run(Graph graph) {
    Dominators.compute(graph);
    NumberValues pass = new NumberValues();
    for (Block b : graph.blocks) {
      if (b.dominator != null) {
        pass.children.computeIfAbsent(b.dominator, d -> new ArrayList<>()).add(b);
      }
    }
    pass.visit(graph.blocks.getFirst(), new HashMap<>());
    graph.replace(pass.replaced);
  }

  private void visit(Block b, Map<Key, Node> known) {
    for (Node n : b.nodes) {
      if (n.op.effect || n.op.isNew()) {
        continue;
      }
      Node[] inputs = n.inputs.clone();
      for (int i = 0; i < inputs.length; i++) {
        Node r;
        while ((r = replaced.get(inputs[i])) != null) {
          inputs[i] = r;
        }
      }
      Node first = known.putIfAbsent(new Key(n.op, n.aux, Arrays.asList(inputs)), n);
      if (first != null) {
        replaced.put(n, first);
      }
    }
    b.nodes.removeIf(replaced::containsKey);
    for (Block child : children.getOrDefault(b, List.of())) {
      visit(child, new HashMap<>(known));
    }
  }
}
