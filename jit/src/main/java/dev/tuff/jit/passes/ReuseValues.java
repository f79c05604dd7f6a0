package dev.tuff.jit.passes;

import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.function.PyProperty;
import dev.tuff.engine.interp.AttributeCache;
import dev.tuff.engine.interp.MethodCache;
import dev.tuff.engine.interp.StaticCallee;
import dev.tuff.engine.interp.TypeCheck;
import dev.tuff.jit.hir.Activation;
import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.Rep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An operation whose value is there already, and a guard that has held already, go. What depends on its inputs alone is looked for wherever it
 * comes before; what reads objects, only on the one way to it, as far as nothing on it has changed them.
 */
final class ReuseValues {
  private final Map<Node, Node> same = new HashMap<>();

  /** Values that depend on their inputs alone. */
  private final Map<Key, Node> lasting = new HashMap<>();

  /** What is known of objects at the end of each block. */
  private final Map<Block, Map<Key, Node>> known = new HashMap<>();

  /**
   * What makes two operations one.
   *
   * @param what besides the inputs
   */
  private record Key(Op op, Object what, List<Node> inputs) {}

  private ReuseValues() {}

  static void run(Graph graph) {
    Dominators.compute(graph);
    ReuseValues pass = new ReuseValues();
    graph.blocks.forEach(pass::block);
    graph.replace(pass.same);
  }

  private void block(Block b) {
    Map<Key, Node> objects = new HashMap<>();
    if (b.predecessors.size() == 1) {
      Block before = b.predecessors.getFirst();
      objects.putAll(known.getOrDefault(before, Map.of()));
      Node branch = before.nodes.getLast();
      if (branch.op == Op.BRANCH && before.successors[0] == b && branch.input(0).op == Op.RECEIVER_IS
          && before.nodes.get(before.nodes.size() - 2) == branch.input(0)) {
        found(branch.input(0), objects);
      }
    }
    known.put(b, objects);
    b.nodes.removeIf(n -> isKnown(n, objects));
  }

  /** Notes what a receiver has turned out to be. */
  private void found(Node receiver, Map<Key, Node> objects) {
    StaticCallee c = (StaticCallee) receiver.aux;
    List<Node> object = List.of(value(receiver.input(0)));
    if (c.member() instanceof PyProperty) {
      return;
    }
    objects.put(new Key(Op.CHECK_RECEIVER, Arrays.asList(c.type(), c.version()), object), receiver);
    if (c.shape() != null) {
      objects.put(new Key(Op.CHECK_RECEIVER, Arrays.asList(c.shape(), c.version()), object), receiver);
      objects.put(new Key(Op.CHECK_SHAPE, c.shape(), object), receiver);
    }
  }

  private boolean isKnown(Node n, Map<Key, Node> objects) {
    if (n.op == Op.CHECK_TYPE && hasType(value(n.input(0)), (TypeCheck) n.aux, objects)) {
      return true;
    }
    Node before = null;
    if (n.op == Op.LONG_CONST || n.op == Op.DOUBLE_CONST || !n.op.effect && !n.op.isNew() && !n.op.isConstant() && n.op != Op.SLOT_AT_ENTRY
        && n.op != Op.PARAMETER && n.op != Op.BEFORE_LOOP && n.rep != Rep.BOOL) {
      Key key = key(n, n.aux);
      before = lasting.get(key);
      if (before == null || !Dominators.dominates(before.block, n.block)) {
        before = null;
        lasting.put(key, n);
      }
    } else if (!n.stays) {
      Object what = readsObjects(n);
      before = what == null ? null : objects.putIfAbsent(key(n, what), n);
    }
    if (before != null) {
      same.put(n, before);
      return true;
    }
    if (n.op == Op.NEW_OBJECT) {
      objects.put(new Key(Op.CHECK_SHAPE, ((PyType) n.aux).rootShape, List.of(n)), n);
    } else if (n.op == Op.ADD_SLOT) {
      AttributeCache cache = (AttributeCache) n.aux;
      List<Node> object = List.of(value(n.input(0)));
      objects.keySet().removeIf(k -> k.op == Op.CHECK_SHAPE && k.what == cache.shape());
      objects.put(new Key(Op.CHECK_SHAPE, cache.next(), object), n);
      objects.put(new Key(Op.GET_SLOT, cache.shape().size(), object), value(n.input(1)));
    } else if (n.runsCode() || n.op == Op.STORE_SLOT || n.op == Op.REPLACE_SLOT || n.op.changesNames()) {
      objects.clear();
    } else if (n.op == Op.PUT_SLOT) {
      objects.keySet().removeIf(k -> k.op == Op.GET_SLOT && k.what.equals(n.aux));
      objects.put(new Key(Op.GET_SLOT, n.aux, List.of(value(n.input(0)))), value(n.input(1)));
    } else if (n.op == Op.PUT_FIELD) {
      objects.keySet().removeIf(k -> (k.op == Op.GET_FIELD || k.op == Op.GET_SET_FIELD) && k.what.equals(n.aux));
    } else if (n.op == Op.STORE_FIELD) {
      objects.keySet().removeIf(k -> k.op == Op.GET_FIELD || k.op == Op.GET_SET_FIELD);
    } else if (n.op == Op.STORE_CELL) {
      objects.keySet().removeIf(k -> k.op == Op.LOAD_CELL);
    }
    return false;
  }

  /** Whether an object is of just the class that static code wants. */
  private static boolean hasType(Node object, TypeCheck wanted, Map<Key, Node> objects) {
    List<Node> inputs = List.of(object);
    return wanted.isPlain() && objects.keySet().stream()
        .anyMatch(k -> k.op == Op.CHECK_SHAPE && k.inputs.equals(inputs) && ((Shape) k.what).type == wanted.type());
  }

  private Key key(Node n, Object what) {
    List<Node> inputs = new ArrayList<>();
    for (Node in : n.inputs) {
      inputs.add(value(in));
    }
    return new Key(n.op, what, inputs);
  }

  private Node value(Node n) {
    Node v = n;
    while (same.containsKey(v)) {
      v = same.get(v);
    }
    return v;
  }

  /** What an operation that reads objects, and changes none, asks besides its inputs; null for others. */
  private static Object readsObjects(Node n) {
    return switch (n.op) {
      case CHECK_SHAPE, GET_SLOT, GET_FIELD, GET_SET_FIELD, CHECK_VERSION, CHECK_FAMILY, CHECK_GLOBAL, CHECK_INIT, CHECK_DEFAULTS, CHECK_CLASS_ATTRIBUTE, CHECK_PROPERTY, CHECK_KNOWN_TYPE ->
          n.aux;
      case LOAD_CELL -> Op.LOAD_CELL;
      case CHECK_METHOD -> n.aux instanceof MethodCache m && m.shape() == null ? List.of(m.javaClass(), m.type(), m.version()) : null;
      case CHECK_RECEIVER -> n.aux instanceof StaticCallee c && !(c.member() instanceof PyProperty)
          ? Arrays.asList(c.shape() == null ? c.type() : c.shape(), c.version())
          : null;
      case CHECK_CODE -> n.aux instanceof Activation a && !a.alike() ? List.of(a.function(), a.code()) : null;
      default -> null;
    };
  }
}
