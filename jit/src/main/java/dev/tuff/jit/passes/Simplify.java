package dev.tuff.jit.passes;

import dev.tuff.engine.interp.TypeCheck;
import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import java.util.HashMap;
import java.util.Map;

/** Takes out what undoes itself: unboxing what has been boxed, testing a bool that a test has made, checking the type of a box. */
final class Simplify {
  private Simplify() {}

  static void run(Graph graph) {
    Map<Node, Node> simpler = new HashMap<>();
    for (Block b : graph.blocks) {
      for (Node n : b.nodes) {
        Node s = simpler(n);
        if (s != null) {
          simpler.put(n, s);
        }
      }
      b.nodes.removeIf(simpler::containsKey);
    }
    graph.replace(simpler);
  }

  private static Node simpler(Node n) {
    if ((n.op == Op.UNBOX_LONG || n.op == Op.BITS_OF) && n.input(0).op == Op.BOX_LONG_OR_NULL) {
      // locals that may be unbound are checked before they are read
      return n.input(0).input(0);
    }
    if (n.inputs.length != 1) {
      return null;
    }
    Op in = n.input(0).op;
    return switch (n.op) {
      case UNBOX_LONG -> in == Op.BOX_LONG ? n.input(0).input(0) : null;
      case UNBOX_DOUBLE -> in == Op.BOX_DOUBLE ? n.input(0).input(0) : null;
      case BITS_OF -> in == Op.BOX_LONG || in == Op.BOX_UNSIGNED ? n.input(0).input(0) : null;
      case DOUBLE_OF -> in == Op.BOX_DOUBLE ? n.input(0).input(0) : null;
      case BOOL_OF, UNBOX_BOOL -> in == Op.BOX_BOOL ? n.input(0).input(0) : null;
      case CHECK_TYPE -> n.input(0).isSurely((TypeCheck) n.aux) ? n.input(0) : null;
      case IS_TRUE -> in == Op.BOX_BOOL ? n.input(0).input(0) : null;
      default -> null;
    };
  }
}
