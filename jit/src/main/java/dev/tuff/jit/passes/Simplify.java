package dev.tuff.jit.passes;

import dev.tuff.engine.interp.TypeCheck;
import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import java.util.HashMap;
import java.util.ListIterator;
import java.util.Map;

/** Takes out what undoes itself: unboxing what has been boxed, testing a bool that a test has made or a number in a box, checking the type of a box. */
final class Simplify {
  private Simplify() {}

  static void run(Graph graph) {
    Map<Node, Node> simpler = new HashMap<>();
    for (Block b : graph.blocks) {
      for (ListIterator<Node> nodes = b.nodes.listIterator(); nodes.hasNext();) {
        Node n = nodes.next();
        Node s = n.op == Op.TO_BOOL ? truth(graph, n, nodes) : simpler(n);
        if (s != null) {
          simpler.put(n, s);
        }
      }
      b.nodes.removeIf(simpler::containsKey);
    }
    graph.replace(simpler);
  }

  /** The truth of a number in a box; null of anything else. */
  private static Node truth(Graph graph, Node n, ListIterator<Node> nodes) {
    Node in = n.input(0);
    if (in.op == Op.BOX_BOOL) {
      return in.input(0);
    }
    boolean isLong = in.op == Op.BOX_LONG;
    if (!isLong && in.op != Op.BOX_DOUBLE) {
      return null;
    }
    Node zero = isLong ? graph.make(n.block, Op.LONG_CONST, 0L, null) : graph.make(n.block, Op.DOUBLE_CONST, 0.0, null);
    // all outcomes but equal
    Node isTrue = graph.make(n.block, isLong ? Op.COMPARE_LONG : Op.COMPARE_DOUBLE, 7, null, in.input(0), zero);
    nodes.add(zero);
    nodes.add(isTrue);
    return isTrue;
  }

  private static Node simpler(Node n) {
    boolean isLong = (n.op == Op.UNBOX_LONG || n.op == Op.BITS_OF) && n.input(0).op == Op.BOX_LONG_OR_NULL;
    boolean isFloat = (n.op == Op.UNBOX_DOUBLE || n.op == Op.DOUBLE_OF) && n.input(0).op == Op.BOX_DOUBLE_OR && n.input(0).aux == null;
    if (isLong || isFloat || n.op == Op.TO_DOUBLE && n.input(0).op == Op.BOX_DOUBLE_OR) {
      // locals that may be unbound are checked before they are read
      return n.input(0).input(0);
    }
    if (n.inputs.length != 1) {
      return null;
    }
    Op in = n.input(0).op;
    return switch (n.op) {
      case UNBOX_LONG -> in == Op.BOX_LONG ? n.input(0).input(0) : null;
      case UNBOX_DOUBLE, TO_DOUBLE -> in == Op.BOX_DOUBLE ? n.input(0).input(0) : null;
      case BITS_OF -> in == Op.BOX_LONG || in == Op.BOX_UNSIGNED ? n.input(0).input(0) : null;
      case DOUBLE_OF -> in == Op.BOX_DOUBLE ? n.input(0).input(0) : null;
      case BOOL_OF, UNBOX_BOOL -> in == Op.BOX_BOOL ? n.input(0).input(0) : null;
      case CHECK_TYPE -> n.input(0).isSurely((TypeCheck) n.aux) ? n.input(0) : null;
      case IS_TRUE -> in == Op.BOX_BOOL ? n.input(0).input(0) : null;
      default -> null;
    };
  }
}
