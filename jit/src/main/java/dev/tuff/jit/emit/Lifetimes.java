package dev.tuff.jit.emit;

import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.Rep;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which objects no longer matter when a call begins: HotSpot's interpreter keeps alive whatever a variable of the JVM holds, but in Python an object
 * dies once nobody has it, and its finalizer or weak references tell. So a call first forgets what only its own block knew ({@link BlockLocals})
 * and what this finds of all other values.
 */
final class Lifetimes {
  private final Map<Node, List<Node>> forgotten = new HashMap<>();
  private final List<Node> values = new ArrayList<>();
  private final Map<Node, Integer> index = new HashMap<>();
  private final Map<Block, BitSet> liveIn = new HashMap<>();
  private final Set<Node> shared;

  /**
   * Of one method.
   *
   * @param shared the boxes that are made where they stand
   */
  Lifetimes(Graph graph, Set<Node> shared, Set<Node> acrossBlocks) {
    this.shared = shared;
    for (Block b : graph.blocks) {
      b.phis.forEach(this::number);
      for (Node n : b.nodes) {
        if (n.op == Op.PARAMETER || acrossBlocks.contains(n)) {
          number(n);
        }
      }
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Block b : graph.blocks.reversed()) {
        BitSet live = liveOut(b);
        for (Node n : b.nodes.reversed()) {
          before(n, live);
        }
        b.phis.forEach(phi -> remove(phi, live));
        changed |= !live.equals(liveIn.put(b, live));
      }
    }
    Map<Block, BitSet> held = new HashMap<>();
    changed = true;
    while (changed) {
      changed = false;
      for (Block b : graph.blocks) {
        BitSet holds = new BitSet();
        for (Block p : b.predecessors) {
          holds.or(held.getOrDefault(p, new BitSet()));
        }
        forget(b, holds);
        changed |= !holds.equals(held.put(b, holds));
      }
    }
  }

  private void number(Node n) {
    if (n.rep == Rep.OBJECT && !n.op.boxes() && n.op != Op.CONST) {
      index.put(n, values.size());
      values.add(n);
    }
  }

  private void remove(Node n, BitSet set) {
    Integer i = index.get(n);
    if (i != null) {
      set.clear(i);
    }
  }

  private void add(Node n, BitSet set) {
    Integer i = index.get(n);
    if (i != null) {
      set.set(i);
    }
  }

  private BitSet liveOut(Block b) {
    BitSet live = new BitSet();
    for (Block to : b.successors) {
      live.or(liveIn.getOrDefault(to, new BitSet()));
      int way = to.predecessors.indexOf(b);
      for (Node phi : to.phis) {
        BlockLocals.forEachUse(phi.inputs[way], shared, v -> add(v, live));
      }
    }
    return live;
  }

  private void before(Node n, BitSet live) {
    remove(n, live);
    BlockLocals.forEachUse(n, shared, v -> add(v, live), true);
  }

  /** Goes through a block with what its variables hold, and takes out what its calls forget. */
  private void forget(Block b, BitSet holds) {
    b.phis.forEach(phi -> add(phi, holds));
    List<BitSet> behind = new ArrayList<>();
    BitSet live = liveOut(b);
    for (Node n : b.nodes.reversed()) {
      behind.add(isCall(n.op) ? (BitSet) live.clone() : null);
      before(n, live);
    }
    int k = behind.size();
    for (Node n : b.nodes) {
      BitSet after = behind.get(--k);
      if (after != null) {
        BitSet dead = (BitSet) holds.clone();
        dead.andNot(after);
        holds.and(after);
        if (!dead.isEmpty()) {
          forgotten.put(n, dead.stream().mapToObj(values::get).toList());
        }
      }
      add(n, holds);
    }
  }

  /** Whether any Python code may run. */
  static boolean isCall(Op op) {
    return switch (op) {
      case CALL_FUNCTION, CALL_CLASS, CALL_OBJECT, CALL_ANY, CALL_MAYBE, ROUTINE, STEP, SEND, ITERATOR_NEXT -> true;
      default -> false;
    };
  }

  /** What a call has to forget once its operands have been loaded. */
  List<Node> forgottenBy(Node call) {
    return forgotten.getOrDefault(call, List.of());
  }
}
