package dev.tuff.jit.passes;

import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.State;
import java.util.HashMap;
import java.util.Map;

/**
 * Guards between which nothing is done that anybody could notice leave with the state of the first of them: the interpreter does again what lies
 * between. So they have one way out, what only later states had wanted need not be there, and inlined calls need no frames.
 */
final class ResumeEarlier {
  private ResumeEarlier() {}

  static void run(Graph graph) {
    Map<Block, State> behind = new HashMap<>();
    // objects that are made since the state of their block's end: made again, they are others
    Map<Node, State> made = new HashMap<>();
    for (Block b : graph.blocks) {
      State earlier = b.predecessors.size() == 1 ? behind.get(b.predecessors.getFirst()) : null;
      for (Node n : b.nodes) {
        if (shares(n)) {
          earlier = earlier == null ? n.state : earlier;
          n.state = earlier;
        }
        boolean finalized = n.op == Op.NEW_OBJECT && ((PyType) n.aux).slot(Special.DEL) != null;
        if (n.op == Op.NEW_OBJECT) {
          made.put(n, earlier);
        }
        boolean changesMade = (n.op == Op.ADD_SLOT || n.op == Op.PUT_SLOT || n.op == Op.PUT_FIELD) && earlier != null && made.get(n.input(0)) == earlier;
        if (n.op.changes() && !changesMade || finalized || n.stays || n.op == Op.EXIT && earlier != null && leaves(earlier, n.aux)) {
          earlier = null;
        }
      }
      behind.put(b, earlier);
    }
  }

  /** Whether a guard may leave with another state: polls leave where they are, for tools to see each line once. */
  private static boolean shares(Node n) {
    return n.op.guard && !n.stays && !n.op.callsTyped() && n.op != Op.POLL && n.op != Op.LEAVE && n.op != Op.BEFORE_LOOP;
  }

  /** Whether the state has the frame of an activation, which is gone behind the end of the call. */
  private static boolean leaves(State state, Object activation) {
    for (State s : state.chain()) {
      if (s.activation() == activation && s.arguments() == null) {
        return true;
      }
    }
    return false;
  }
}
