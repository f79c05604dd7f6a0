package dev.tuff.jit;

import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.State;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Variables of the JVM for values that only their own block uses: taken by other values once they have been used last. Few variables make short
 * code (those above 255 take four bytes to load) and quick work for HotSpot. The ways out of a guard are written at the end of the method, but
 * start with the variables as they are at the guard; so what its state wants counts as used there.
 */
final class BlockLocals {
  private final Set<Node> shared;

  /** Values that other blocks use too. */
  private final Set<Node> elsewhere = new HashSet<>();
  private final Map<Node, Node> lastUse = new HashMap<>();
  private final Map<Node, List<Node>> ending = new HashMap<>();

  /** Variables that are free. */
  private final ArrayDeque<Integer> small = new ArrayDeque<>();
  private final ArrayDeque<Integer> wide = new ArrayDeque<>();

  /**
   * For one method.
   *
   * @param shared the boxes that are made where they stand
   */
  BlockLocals(Graph graph, Set<Node> shared) {
    this.shared = shared;
    for (Block b : graph.blocks) {
      for (Node n : b.nodes) {
        for (Node in : n.inputs) {
          use(in, b, n);
        }
        for (State s = n.state; s != null; s = s.caller()) {
          uses(s.slots(), b, n);
          if (s.arguments() != null) {
            uses(s.arguments(), b, n);
          }
        }
      }
    }
    for (Block b : graph.blocks) {
      for (Node phi : b.phis) {
        for (int i = 0; i < phi.inputs.length; i++) {
          Block from = b.predecessors.get(i);
          use(phi.inputs[i], from, from.nodes.getLast());
        }
      }
    }
    lastUse.forEach((value, user) -> {
      if (!elsewhere.contains(value)) {
        ending.computeIfAbsent(user, k -> new ArrayList<>()).add(value);
      }
    });
  }

  private void uses(Node[] slots, Block where, Node user) {
    for (Node v : slots) {
      if (v != null && v.op.boxes()) {
        // the ways out take what is in the box
        for (Node in : v.inputs) {
          use(in, where, user);
        }
      } else if (v != null) {
        use(v, where, user);
      }
    }
  }

  private void use(Node n, Block where, Node user) {
    if (isFolded(n)) {
      for (Node in : n.inputs) {
        use(in, where, user);
      }
    } else if (n.block == where && n.op != Op.PHI) {
      lastUse.put(n, user);
    } else {
      elsewhere.add(n);
    }
  }

  /** Whether the value is computed where it is used. */
  private boolean isFolded(Node n) {
    return switch (n.op) {
      case CONST, LONG_CONST, DOUBLE_CONST, BOOL_CONST, COMPARE_LONG, COMPARE_DOUBLE, IS_TRUE, IS_NONE, IS_NULL, NOT -> true;
      default -> n.op.boxes() && !shared.contains(n);
    };
  }

  private ArrayDeque<Integer> pool(TypeKind kind) {
    return kind.slotSize() == 1 ? small : wide;
  }

  /** The variable for a value that has just been computed. */
  int take(Node n, TypeKind kind, CodeBuilder c) {
    Integer free = elsewhere.contains(n) ? null : pool(kind).poll();
    return free != null ? free : c.allocateLocal(kind);
  }

  /** Frees the variables of values that an operation, which is written now, was the last to use. */
  void used(Node user, Map<Node, Integer> locals, Function<Node, TypeKind> kind) {
    for (Node value : ending.getOrDefault(user, List.of())) {
      Integer at = locals.get(value);
      if (at != null && value.op != Op.PARAMETER) {
        pool(kind.apply(value)).push(at);
      }
    }
    if (!lastUse.containsKey(user) && !elsewhere.contains(user) && user.op != Op.PARAMETER && locals.containsKey(user)) {
      // nobody wants the value
      pool(kind.apply(user)).push(locals.get(user));
    }
  }
}
