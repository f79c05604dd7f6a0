package dev.tuff.jit.emit;

import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.Rep;
import dev.tuff.jit.hir.State;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
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

  /** Free ones that still hold an object. */
  private final Set<Integer> stale = new LinkedHashSet<>();

  /** Values whose variables have been emptied before the operation that uses them last. */
  private final Set<Node> emptied = new HashSet<>();

  /**
   * For one method.
   *
   * @param shared the boxes that are made where they stand
   */
  BlockLocals(Graph graph, Set<Node> shared) {
    this.shared = shared;
    for (Block b : graph.blocks) {
      for (Node n : b.nodes) {
        forEachUse(n, shared, v -> use(v, b, n), true);
      }
    }
    for (Block b : graph.blocks) {
      for (Node phi : b.phis) {
        for (int i = 0; i < phi.inputs.length; i++) {
          Block from = b.predecessors.get(i);
          forEachUse(phi.inputs[i], shared, v -> use(v, from, from.nodes.getLast()));
        }
      }
    }
    lastUse.forEach((value, user) -> {
      if (!elsewhere.contains(value)) {
        ending.computeIfAbsent(user, k -> new ArrayList<>()).add(value);
      }
    });
  }

  /** Tells of each variable that an operation reads, and its ways out. */
  static void forEachUse(Node user, Set<Node> shared, Consumer<Node> uses, boolean state) {
    if (user.op == Op.ENTER) {
      // frames have boxes of their own, as the ways out
      forEachUse(user.inputs, shared, uses);
    } else {
      for (Node in : user.inputs) {
        forEachUse(in, shared, uses);
      }
    }
    for (State s = state ? user.state : null; s != null; s = s.caller()) {
      forEachUse(s.slots(), shared, uses);
      if (s.arguments() != null) {
        forEachUse(s.arguments(), shared, uses);
      }
    }
  }

  private static void forEachUse(Node[] slots, Set<Node> shared, Consumer<Node> uses) {
    for (Node v : slots) {
      if (v != null && v.op.boxes()) {
        // what is in the box
        for (Node in : v.inputs) {
          forEachUse(in, shared, uses);
        }
      } else if (v != null) {
        forEachUse(v, shared, uses);
      }
    }
  }

  /** Tells of each variable that is read for a value. */
  static void forEachUse(Node value, Set<Node> shared, Consumer<Node> uses) {
    if (isFolded(value, shared)) {
      forEachUse(value, shared, uses, false);
    } else {
      uses.accept(value);
    }
  }

  private void use(Node n, Block where, Node user) {
    if (n.block == where && n.op != Op.PHI) {
      lastUse.put(n, user);
    } else {
      elsewhere.add(n);
    }
  }

  /** Whether the value is computed where it is used. */
  private static boolean isFolded(Node n, Set<Node> shared) {
    return switch (n.op) {
      case CONST, LONG_CONST, DOUBLE_CONST, BOOL_CONST, COMPARE_LONG, COMPARE_DOUBLE, IS_TRUE, IS_OBJECT, IS_NULL, NOT -> true;
      default -> n.op.boxes() && !shared.contains(n);
    };
  }

  private ArrayDeque<Integer> pool(TypeKind kind) {
    return kind.slotSize() == 1 ? small : wide;
  }

  /** The variable for a value that has just been computed. */
  int take(Node n, TypeKind kind, CodeBuilder c) {
    Integer free = elsewhere.contains(n) ? null : pool(kind).poll();
    stale.remove(free);
    return free != null ? free : c.allocateLocal(kind);
  }

  /** Frees the variables of values that an operation, which is written now, was the last to use. */
  void used(Node user, Map<Node, Integer> locals, Function<Node, TypeKind> kind) {
    for (Node value : ending.getOrDefault(user, List.of())) {
      Integer at = locals.get(value);
      if (at != null && value.op != Op.PARAMETER) {
        free(value, at, kind.apply(value));
      }
    }
    if (!lastUse.containsKey(user) && !elsewhere.contains(user) && user.op != Op.PARAMETER && locals.containsKey(user)) {
      // nobody wants the value
      free(user, locals.get(user), kind.apply(user));
    }
  }

  private void free(Node value, int at, TypeKind kind) {
    pool(kind).push(at);
    if (kind == TypeKind.REFERENCE && !emptied.remove(value)) {
      stale.add(at);
    }
  }

  /** Empties the free variables that hold objects, and those of operands that nobody wants behind a call, which have been loaded: see {@link Lifetimes}. */
  void forget(Node call, Map<Node, Integer> locals, List<Integer> forgotten) {
    forgotten.addAll(stale);
    stale.clear();
    for (Node value : ending.getOrDefault(call, List.of())) {
      Integer at = locals.get(value);
      if (at != null && value.rep == Rep.OBJECT && emptied.add(value)) {
        forgotten.add(at);
      }
    }
  }

  /** Values that are used in other blocks than their own. */
  Set<Node> acrossBlocks() {
    return elsewhere;
  }
}
