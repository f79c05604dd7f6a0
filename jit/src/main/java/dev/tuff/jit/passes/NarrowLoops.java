package dev.tuff.jit.passes;

import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.Rep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Loops over arrays of primitives with indices that surely fit in an int: what counts them, and what is computed of that, are ints of Java then,
 * as javac would have them, and HotSpot takes the checks of indices out of the loop.
 *
 * <p>A counter begins at a value and goes up or down by a constant, where it has been compared with a limit. All values from outside that matter
 * are guarded before the loop ({@code BEFORE_LOOP} has the state): they are small, below 2^28, so that sums of several fit in an int. A product of
 * the counter and another value is computed for both ends of the counter's way, and they are guarded to be small.
 */
final class NarrowLoops {
  /** What CHECK_SMALL guards. */
  private static final long SMALL = 1L << Op.SMALL_BITS;
  private static final long MAX_STEP = 1L << 16;
  private static final long COUNTER = SMALL + 2 * MAX_STEP;
  private static final long MAX = Integer.MAX_VALUE;

  private final Graph graph;

  /** Upper bounds of the absolute values of nodes in the loops that they were found for. */
  private final Map<Node, Long> bounds = new HashMap<>();

  private NarrowLoops(Graph graph) {
    this.graph = graph;
  }

  static void run(Graph graph) {
    boolean any = false;
    for (Block b : graph.blocks) {
      any |= b.nodes.stream().anyMatch(n -> n.op == Op.BEFORE_LOOP);
    }
    if (!any) {
      return;
    }
    Dominators.compute(graph);
    NarrowLoops pass = new NarrowLoops(graph);
    for (Block head : graph.blocks) {
      Set<Block> body = Loops.body(head);
      if (!body.isEmpty()) {
        pass.new Loop(head, body).narrow();
      }
    }
    graph.blocks.forEach(b -> b.nodes.removeIf(n -> n.op == Op.BEFORE_LOOP));
  }

  /**
   * What counts turns of a loop.
   *
   * @param step the longest
   * @param limits what it has been found to be less than before each step up, greater before each step down
   */
  private record Counter(Node phi, boolean up, long step, List<Node> limits) {}

  private static boolean isSmallConstant(Node n) {
    return n.op == Op.LONG_CONST && Math.abs((Long) n.aux) < SMALL;
  }

  private static boolean isLinear(Op op) {
    return op == Op.C_ADD || op == Op.C_SUBTRACT || op == Op.C_MULTIPLY;
  }

  private final class Loop {
    private final Block head;
    private final Set<Block> body;
    private final Map<Node, Counter> counters = new HashMap<>();

    /** What has to be small before the loop, and the products that have to be: of a counter with another value. */
    private Set<Node> needed = new LinkedHashSet<>();
    private Set<List<Node>> products = new LinkedHashSet<>();
    private Set<Node> narrowed = new LinkedHashSet<>();
    private Set<Counter> used = new LinkedHashSet<>();

    Loop(Block head, Set<Block> body) {
      this.head = head;
      this.body = body;
    }

    void narrow() {
      for (Block p : head.predecessors) {
        if (!body.contains(p) && before(p) == null) {
          return;
        }
      }
      findCounters();
      if (counters.isEmpty()) {
        return;
      }
      Set<Node> allNeeded = new LinkedHashSet<>();
      Set<List<Node>> allProducts = new LinkedHashSet<>();
      Set<Node> all = new LinkedHashSet<>();
      Set<Counter> allUsed = new LinkedHashSet<>();
      for (Block b : body) {
        for (Node n : b.nodes) {
          if ((n.op != Op.ARRAY_GET && n.op != Op.ARRAY_SET) || n.narrow || isOutside(n.input(1))) {
            continue;
          }
          needed = new LinkedHashSet<>(allNeeded);
          products = new LinkedHashSet<>(allProducts);
          narrowed = new LinkedHashSet<>(all);
          used = new LinkedHashSet<>(allUsed);
          if (bound(n.input(1)) >= 0) {
            allNeeded = needed;
            allProducts = products;
            all = narrowed;
            allUsed = used;
            n.narrow = true;
          }
        }
      }
      if (allUsed.isEmpty()) {
        return;
      }
      needed = allNeeded;
      products = allProducts;
      used = allUsed;
      all.forEach(n -> n.narrow = true);
      guard();
      compareInts();
    }

    /** The node with the state before the loop at the end of a block that leads to it. */
    private Node before(Block p) {
      for (Node n : p.nodes) {
        if (n.op == Op.BEFORE_LOOP && n.aux == head) {
          return n;
        }
      }
      return null;
    }

    private boolean isOutside(Node n) {
      return n.op.isConstant() || n.op == Op.PARAMETER || !body.contains(n.block);
    }

    // ---- counters

    private void findCounters() {
      for (Node phi : head.phis) {
        Counter c = phi.rep == Rep.LONG ? counter(phi) : null;
        if (c != null) {
          counters.put(phi, c);
        }
      }
      // a limit that is a counter itself goes the other way
      boolean changed = true;
      while (changed) {
        changed = counters.values().removeIf(c -> {
          for (Node limit : c.limits) {
            Counter other = counters.get(limit);
            if (!isOutside(limit) && (other == null || other.up == c.up)) {
              return true;
            }
          }
          return false;
        });
      }
    }

    private Counter counter(Node phi) {
      Boolean up = null;
      long longest = 0;
      List<Node> limits = new ArrayList<>();
      for (int i = 0; i < phi.inputs.length; i++) {
        Block p = head.predecessors.get(i);
        Node in = phi.input(i);
        if (!body.contains(p)) {
          if (in.op == Op.LONG_CONST && !isSmallConstant(in)) {
            return null;
          }
          continue;
        }
        if (in == phi) {
          continue;
        }
        long step = step(phi, in);
        if (step == 0 || Math.abs(step) > MAX_STEP || up != null && up != step > 0) {
          return null;
        }
        up = step > 0;
        longest = Math.max(longest, Math.abs(step));
        Node limit = limit(phi, p, up);
        if (limit == null || limit.op == Op.LONG_CONST && !isSmallConstant(limit)) {
          return null;
        }
        limits.add(limit);
      }
      return up == null ? null : new Counter(phi, up, longest, limits);
    }

    private static long step(Node phi, Node next) {
      if (next.op != Op.C_ADD && next.op != Op.C_SUBTRACT) {
        return 0;
      }
      Node a = next.input(0);
      Node b = next.input(1);
      if (a == phi && b.op == Op.LONG_CONST) {
        return next.op == Op.C_ADD ? (Long) b.aux : -(Long) b.aux;
      }
      return next.op == Op.C_ADD && b == phi && a.op == Op.LONG_CONST ? (Long) a.aux : 0;
    }

    /** What a counter has been found to be less (greater) than in each turn that ends in a block; null if it has not. */
    private Node limit(Node phi, Block end, boolean up) {
      for (Block b = end; b != head; b = b.dominator) {
        if (b.predecessors.size() != 1) {
          continue;
        }
        Block from = b.predecessors.getFirst();
        Node branch = from.nodes.getLast();
        if (branch.op != Op.BRANCH || branch.input(0).op != Op.COMPARE_LONG || from.successors[0] == from.successors[1]) {
          continue;
        }
        Node compare = branch.input(0);
        int outcomes = (Integer) compare.aux & 14;
        outcomes = b == from.successors[0] ? outcomes : 14 - outcomes;
        // 2 less, 4 greater, 8 equal
        int wanted = compare.input(0) == phi == up ? 2 : 4;
        if ((compare.input(0) == phi || compare.input(1) == phi) && (outcomes == wanted || outcomes == wanted + 8)) {
          return compare.input(0) == phi ? compare.input(1) : compare.input(0);
        }
      }
      return null;
    }

    // ---- bounds

    /** A bound of the absolute value of a node, if what is needed for it is small; -1 if there is none. */
    private long bound(Node n) {
      if (n.op == Op.LONG_CONST) {
        return isSmallConstant(n) ? Math.abs((Long) n.aux) : -1;
      }
      Long known = bounds.get(n);
      if (known != null) {
        return known;
      }
      Counter c = counters.get(n);
      if (c != null) {
        use(c);
        return COUNTER;
      }
      if (n.rep != Rep.LONG) {
        return -1;
      }
      if (isFixed(n, 0)) {
        needed.add(n);
        if (!isOutside(n)) {
          narrowed.add(n);
        }
        return SMALL;
      }
      if (!isLinear(n.op)) {
        return -1;
      }
      long a = bound(n.input(0));
      long b = bound(n.input(1));
      if (a < 0 || b < 0) {
        return -1;
      }
      narrowed.add(n);
      long bound = n.op == Op.C_MULTIPLY ? product(n, a, b) : a + b;
      return bound <= MAX ? bound : -1;
    }

    private long product(Node n, long a, long b) {
      if (n.input(0).op == Op.LONG_CONST || n.input(1).op == Op.LONG_CONST) {
        return a * b;
      }
      Node counter = counters.containsKey(n.input(0)) ? n.input(0) : n.input(1);
      Node factor = counter == n.input(0) ? n.input(1) : n.input(0);
      Counter c = counters.get(counter);
      if (c == null || !isOutside(factor) || !c.limits.stream().allMatch(this::isOutside)) {
        return -1;
      }
      products.add(List.of(counter, factor));
      return SMALL;
    }

    /** Whether a value is the same in all turns: it is from outside, or computed of such values alone. */
    private boolean isFixed(Node n, int depth) {
      return isOutside(n) || depth < 4 && isLinear(n.op) && isFixed(n.input(0), depth + 1) && isFixed(n.input(1), depth + 1);
    }

    private void use(Counter c) {
      if (!used.add(c)) {
        return;
      }
      for (Node limit : c.limits) {
        if (!isOutside(limit)) {
          use(counters.get(limit));
        } else if (!isSmallConstant(limit)) {
          needed.add(limit);
        }
      }
    }

    // ---- the guards, and what is narrow behind them

    private void guard() {
      for (int i = 0; i < head.predecessors.size(); i++) {
        Block p = head.predecessors.get(i);
        if (body.contains(p)) {
          continue;
        }
        Node before = before(p);
        Set<Node> checked = new HashSet<>();
        for (Node n : needed) {
          check(before, isOutside(n) ? n : copy(before, n), checked);
        }
        for (Counter c : used) {
          check(before, c.phi.input(i), checked);
        }
        for (List<Node> product : products) {
          Counter c = counters.get(product.get(0));
          Node factor = product.get(1);
          check(before, factor, checked);
          check(before, put(before, Op.C_MULTIPLY, null, c.phi.input(i), factor), checked);
          for (Node limit : c.limits) {
            Node last = put(before, c.up ? Op.C_ADD : Op.C_SUBTRACT, null, limit, put(before, Op.LONG_CONST, c.step));
            check(before, put(before, Op.C_MULTIPLY, null, last, factor), checked);
          }
        }
      }
      for (Counter c : used) {
        c.phi.narrow = true;
        bounds.put(c.phi, COUNTER);
        for (int i = 0; i < c.phi.inputs.length; i++) {
          if (body.contains(head.predecessors.get(i)) && c.phi.input(i) != c.phi) {
            c.phi.input(i).narrow = true;
          }
        }
      }
    }

    private void check(Node before, Node n, Set<Node> checked) {
      boolean zero = n.op == Op.C_MULTIPLY && n.input(0).op == Op.LONG_CONST && (Long) n.input(0).aux == 0;
      if (!isSmallConstant(n) && !zero && bounds.getOrDefault(n, MAX) > COUNTER && checked.add(n)) {
        Node guard = graph.make(before.block, Op.CHECK_SMALL, null, before.state, n);
        before.block.nodes.add(before.block.nodes.indexOf(before), guard);
      }
    }

    private Node put(Node before, Op op, Object aux, Node... inputs) {
      Node n = graph.make(before.block, op, aux, null, inputs);
      before.block.nodes.add(before.block.nodes.indexOf(before), n);
      return n;
    }

    /** The value of a fixed node before the loop. */
    private Node copy(Node before, Node n) {
      return isOutside(n) ? n : put(before, n.op, n.aux, copy(before, n.input(0)), copy(before, n.input(1)));
    }

    private void compareInts() {
      Set<Node> small = new HashSet<>(needed);
      for (Block b : body) {
        for (Node n : b.nodes) {
          if (n.op == Op.COMPARE_LONG && isInt(n.input(0), small) && isInt(n.input(1), small)) {
            n.narrow = true;
          }
        }
      }
    }

    private static boolean isInt(Node n, Set<Node> small) {
      return isSmallConstant(n) || n.narrow && (n.op == Op.PHI || isLinear(n.op)) || small.contains(n);
    }
  }
}
