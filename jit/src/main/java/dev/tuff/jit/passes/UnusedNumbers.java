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

/** What the unit was entered with was taken for a number, but is only passed on: then it need not be one, and nothing is guarded. */
final class UnusedNumbers {
  private UnusedNumbers() {}

  static void run(Graph graph) {
    Map<Node, Node> boxes = new HashMap<>();
    Set<Node> numbers = new HashSet<>();
    for (Block b : graph.blocks) {
      for (Node n : b.nodes) {
        if (isAtEntry(n) && !n.relied) {
          boxes.put(n, n.input(0).input(0));
          numbers.add(n.input(0));
        }
      }
    }
    if (boxes.isEmpty()) {
      return;
    }
    Set<Node> used = new HashSet<>();
    for (Block b : graph.blocks) {
      for (List<Node> nodes : List.of(b.phis, b.nodes)) {
        for (Node n : nodes) {
          for (Node in : n.inputs) {
            if (numbers.contains(in) && !boxes.containsKey(n)) {
              used.add(in);
            } else if (boxes.containsKey(in) && (nodes == b.phis || unboxes(n))) {
              // a phi: perhaps what a loop counts
              used.add(in.input(0));
            }
          }
        }
      }
    }
    boxes.keySet().removeIf(box -> used.contains(box.input(0)));
    graph.replace(boxes);
    numbers.removeAll(used);
    for (Block b : graph.blocks) {
      b.nodes.removeIf(n -> boxes.containsKey(n) || numbers.contains(n));
    }
  }

  private static boolean unboxes(Node n) {
    return switch (n.op) {
      case UNBOX_LONG, UNBOX_DOUBLE, TO_DOUBLE, BITS_OF, DOUBLE_OF -> true;
      default -> false;
    };
  }

  private static boolean isAtEntry(Node n) {
    if (n.op != Op.BOX_LONG && n.op != Op.BOX_DOUBLE) {
      return false;
    }
    Node number = n.input(0);
    return (number.op == Op.UNBOX_LONG || number.op == Op.UNBOX_DOUBLE)
        && (number.input(0).op == Op.PARAMETER || number.input(0).op == Op.SLOT_AT_ENTRY);
  }
}
