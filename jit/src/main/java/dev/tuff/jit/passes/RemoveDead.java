package dev.tuff.jit.passes;

import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes out values that nobody uses, and objects that are only made and filled. A state uses the raw number of a boxed one: leaving boxes it.
 */
final class RemoveDead {
  private RemoveDead() {}

  static void run(Graph graph) {
    Set<Node> live = new HashSet<>();
    ArrayDeque<Node> work = new ArrayDeque<>();
    Map<Node, List<Node>> filling = new HashMap<>();
    for (Block b : graph.blocks) {
      for (Node n : b.nodes) {
        if (fillsNewObject(n)) {
          filling.computeIfAbsent(n.input(0), o -> new ArrayList<>()).add(n);
        } else if (n.isAnchored() && !isPlainObject(n)) {
          use(n, live, work);
        }
      }
    }
    while (!work.isEmpty()) {
      Node n = work.pop();
      for (Node fill : filling.getOrDefault(n, List.of())) {
        use(fill, live, work);
      }
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

  private static boolean fillsNewObject(Node n) {
    return switch (n.op) {
      case ADD_SLOT, PUT_SLOT, PUT_FIELD -> isPlainObject(n.input(0));
      default -> false;
    };
  }

  private static boolean isPlainObject(Node n) {
    return n.op == Op.NEW_OBJECT && ((PyType) n.aux).slot(Special.DEL) == null;
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
