package dev.tuff.jit.passes;

import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.Rep;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What must hold between passes: blocks end in the one operation that leaves them and know each other, each value is there where it is used
 * (also by the state that a guard leaves), values have the representation that their use wants.
 */
public final class HirVerifier {
  private final Graph graph;
  private final String when;
  private final Map<Node, Integer> places = new HashMap<>();
  private final Set<Block> blocks;

  private HirVerifier(Graph graph, String when) {
    this.graph = graph;
    this.when = when;
    blocks = new HashSet<>(graph.blocks);
  }

  /**
   * Checks a graph.
   *
   * @throws IllegalStateException if something does not hold
   */
  public static void check(Graph graph, String when) {
    HirVerifier v = new HirVerifier(graph, when);
    Dominators.compute(graph);
    for (Block b : graph.blocks) {
      int at = 0;
      for (List<Node> nodes : List.of(b.phis, b.nodes)) {
        for (Node n : nodes) {
          v.hold(n.block == b, n, "is in a block that is not its own");
          v.hold(v.places.put(n, at++) == null, n, "is in the graph twice");
        }
      }
    }
    graph.blocks.forEach(v::block);
  }

  private void hold(boolean condition, Object where, String what) {
    if (!condition) {
      String name = where instanceof Node n ? "v" + n.id + " (" + n.op + ")" : "b" + ((Block) where).id;
      throw new IllegalStateException("HIR of " + graph.name + " " + when + ": " + name + " " + what);
    }
  }

  private static boolean ends(Op op) {
    return switch (op) {
      case DISPATCH, JUMP, BRANCH, RETURN, RAISE, LEAVE, UNSEEN, YIELD -> true;
      default -> false;
    };
  }

  private void block(Block b) {
    hold(!b.nodes.isEmpty() && ends(b.nodes.getLast().op), b, "does not end in an operation that leaves it");
    Op end = b.nodes.getLast().op;
    int successors = end == Op.JUMP ? 1 : end == Op.BRANCH ? 2 : end == Op.DISPATCH ? b.successors.length : 0;
    hold(b.successors.length == successors, b, "has " + b.successors.length + " successors behind " + end);
    for (Block s : b.successors) {
      hold(blocks.contains(s), b, "leads to b" + s.id + ", which is not in the graph");
      hold(s.predecessors.contains(b), b, "is no predecessor of its successor b" + s.id);
    }
    for (Block p : b.predecessors) {
      hold(blocks.contains(p) && List.of(p.successors).contains(b), b, "is no successor of its predecessor b" + p.id);
    }
    for (Node phi : b.phis) {
      hold(phi.op == Op.PHI, phi, "stands among the phis");
      hold(phi.inputs.length == b.predecessors.size(), phi, "has " + phi.inputs.length + " inputs for " + b.predecessors.size() + " ways");
      for (int i = 0; i < phi.inputs.length; i++) {
        Node in = phi.inputs[i];
        hold(in != null, phi, "has no value for the way from b" + b.predecessors.get(i).id);
        hold(in.rep == phi.rep, phi, "is " + phi.rep + ", but an input is " + in.rep);
        Block way = b.predecessors.get(i);
        hold(in.op.isConstant() || in.op == Op.PARAMETER || places.containsKey(in) && Dominators.dominates(in.block, way), phi, "has an input v" + in.id + " that is not there on its way");
      }
    }
    for (Node n : b.nodes) {
      hold(n == b.nodes.getLast() || !ends(n.op), n, "leaves the block in its midst");
      node(n);
    }
  }

  private void node(Node n) {
    for (int i = 0; i < n.inputs.length; i++) {
      Node in = n.inputs[i];
      hold(in != null, n, "has no input " + i);
      if (n.op == Op.ENTER) {
        usedInState(n, in);
      } else {
        hold(isThere(in, n), n, "uses v" + in.id + " (" + in.op + "), which is not there");
      }
      Rep wanted = n.op == Op.RETURN ? result() : wanted(n.op);
      hold(wanted == null || in.rep == wanted, n, "wants " + wanted + ", and v" + in.id + " (" + in.op + ") is " + in.rep);
    }
    hold(!n.op.guard || n.state != null, n, "is a guard without a state");
    if (n.state != null) {
      for (Node[] values : n.state.values()) {
        for (Node v : values) {
          if (v != null) {
            usedInState(n, v);
          }
        }
      }
    }
  }

  /** A state makes objects of its own of raw values. */
  private void usedInState(Node n, Node value) {
    for (Node v : value.op.boxes() ? value.inputs : new Node[] {value}) {
      hold(isThere(v, n), n, "has v" + v.id + " (" + v.op + ") in its state, which is not there");
    }
  }

  /** The representation of all inputs of an operation; null if they differ or may be any. */
  private static Rep wanted(Op op) {
    return switch (op) {
      case ADD_LONG, SUBTRACT_LONG, MULTIPLY_LONG, FLOOR_DIVIDE_LONG, REMAINDER_LONG, RSHIFT_LONG, LSHIFT_LONG, AND_LONG, OR_LONG, XOR_LONG,
          COMPARE_LONG, BOX_LONG, LONG_TO_DOUBLE, C_ADD, C_SUBTRACT, C_MULTIPLY, C_LSHIFT, C_RSHIFT, C_URSHIFT, C_WRAP, C_DIVIDE, C_REMAINDER,
          C_DIVIDE_UNSIGNED, C_REMAINDER_UNSIGNED, C_POWER_LONG, UNSIGNED_TO_DOUBLE, CHECK_RANGE, CHECK_SMALL, BOX_UNSIGNED -> Rep.LONG;
      case ADD_DOUBLE, SUBTRACT_DOUBLE, MULTIPLY_DOUBLE, DIVIDE_DOUBLE, FLOOR_DIVIDE_DOUBLE, REMAINDER_DOUBLE, COMPARE_DOUBLE, BOX_DOUBLE,
          C_POWER, NEGATE_DOUBLE -> Rep.DOUBLE;
      case BRANCH, NOT, BOX_BOOL -> Rep.BOOL;
      case YIELD, UNBOX_LONG, UNBOX_DOUBLE, STORE_FRAME, ENTER, CALL_FUNCTION, CALL_ANY, CALL_MAYBE, CALL_OBJECT, CALL_CLASS, BITS_OF, DOUBLE_OF, BOOL_OF,
          UNBOX_BOOL, GET_FIELD, GET_SET_FIELD -> Rep.OBJECT;
      default -> null;
    };
  }

  /** What the unit's function returns. */
  private Rep result() {
    return graph.typed == null ? Rep.OBJECT : Rep.of(graph.typed.type.returnType());
  }

  private boolean isThere(Node v, Node user) {
    // a parameter is there for all entries: with one that has a frame, nobody makes it with what is in there
    if (v.op.isConstant() || v.op == Op.PARAMETER) {
      return true;
    }
    if (!places.containsKey(v)) {
      return false;
    }
    return v.block == user.block ? places.get(v) < places.get(user) : Dominators.dominates(v.block, user.block);
  }
}
