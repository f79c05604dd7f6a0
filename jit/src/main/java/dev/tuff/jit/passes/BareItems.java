package dev.tuff.jit.passes;

import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Set;

/**
 * Items of lists that are used as numbers are read, stored and appended as numbers: many lists have them without objects. Where one item of
 * a list is a number, those that are only moved to another place are too.
 */
final class BareItems {
  /** Items that are unboxed at once; those that are unboxed somewhere; those that are moved; those that are used otherwise. */
  private final Map<Node, Op> unboxed = new HashMap<>();
  private final Map<Node, Op> perhaps = new HashMap<>();
  private final Set<Node> moved = new HashSet<>();
  private final Set<Node> otherwise = new HashSet<>();

  private BareItems() {}

  static void run(Graph graph) {
    new BareItems().change(graph);
  }

  private void change(Graph graph) {
    for (Block b : graph.blocks) {
      for (List<Node> nodes : List.of(b.phis, b.nodes)) {
        for (Node n : nodes) {
          for (Node in : n.inputs) {
            if (in.op == Op.GET_ITEM || in.op == Op.LIST_NEXT) {
              use(in, n);
            }
          }
        }
      }
    }
    perhaps.keySet().removeAll(otherwise);
    perhaps.keySet().removeAll(moved);
    perhaps.putAll(unboxed);
    Map<Node, Op> lists = new HashMap<>();
    perhaps.forEach((item, kind) -> {
      if (item.op == Op.GET_ITEM) {
        lists.put(item.input(0), kind);
      }
    });
    for (Node item : moved) {
      if (!otherwise.contains(item) && lists.containsKey(item.input(0))) {
        perhaps.putIfAbsent(item, lists.get(item.input(0)));
      }
    }
    Map<Node, Node> boxes = new HashMap<>();
    perhaps.forEach((item, kind) -> {
      if (item.op == Op.LIST_NEXT) {
        next(graph, item, kind, boxes);
      }
    });
    perhaps.keySet().removeIf(item -> item.op == Op.LIST_NEXT);
    for (Block b : graph.blocks) {
      for (ListIterator<Node> nodes = b.nodes.listIterator(); nodes.hasNext();) {
        Node n = nodes.next();
        if (perhaps.containsKey(n)) {
          boolean isFloat = perhaps.get(n) == Op.UNBOX_DOUBLE;
          Node item = graph.make(b, isFloat ? Op.FLOAT_ITEM : Op.INT_ITEM, null, n.state, n.inputs);
          Node box = graph.make(b, isFloat ? Op.BOX_DOUBLE : Op.BOX_LONG, null, null, item);
          nodes.set(item);
          nodes.add(box);
          boxes.put(n, box);
        }
      }
    }
    graph.replace(boxes);
    for (Block b : graph.blocks) {
      for (ListIterator<Node> nodes = b.nodes.listIterator(); nodes.hasNext();) {
        Node n = nodes.next();
        if (n.op == Op.SET_ITEM || n.op == Op.LIST_APPEND && !n.stays) {
          store(graph, n, nodes);
        }
      }
    }
  }

  private void use(Node item, Node by) {
    boolean moves = (by.op == Op.SET_ITEM || by.op == Op.LIST_APPEND) && by.inputs[by.inputs.length - 1] == item;
    if (by.op != Op.UNBOX_DOUBLE && by.op != Op.UNBOX_LONG) {
      if (by.op != Op.IS_NULL) {
        (moves ? moved : otherwise).add(item);
      }
    } else if (isAtOnce(item, by.block)) {
      unboxed.putIfAbsent(item, by.op);
    } else if (perhaps.putIfAbsent(item, by.op) != null && perhaps.get(item) != by.op) {
      otherwise.add(item);
    }
  }

  /** Whether a block runs whenever there is the item. */
  private static boolean isAtOnce(Node item, Block block) {
    if (item.op == Op.GET_ITEM) {
      return block == item.block;
    }
    Block taken = item.block.successors.length == 2 ? item.block.successors[1] : item.block;
    return block == taken || block.predecessors.size() == 1 && block.predecessors.getFirst() == taken && taken.successors.length == 1;
  }

  /** The next item of a list iterator: whether there is one, and then the number. */
  private static void next(Graph graph, Node item, Op kind, Map<Node, Node> boxes) {
    Block head = item.block;
    int at = head.nodes.indexOf(item);
    Node check = at == 0 ? item : head.nodes.get(at - 1);
    Node branch = head.nodes.getLast();
    if (check.op != Op.CHECK_CLASS || check.input(0) != item.input(0) || branch.op != Op.BRANCH
        || branch.input(0).op != Op.IS_NULL || branch.input(0).input(0) != item || head.successors[1].predecessors.size() != 1
        || graph.hasFailed(check)) {
      return;
    }
    boolean isFloat = kind == Op.UNBOX_DOUBLE;
    Block taken = head.successors[1];
    Node hasNext = graph.make(head, Op.LIST_HAS_NEXT, null, null, item.input(0));
    Node ended = graph.make(head, Op.NOT, null, null, hasNext);
    Node next = graph.make(taken, isFloat ? Op.NEXT_FLOAT : Op.NEXT_INT, null, check.state, item.input(0));
    Node box = graph.make(taken, isFloat ? Op.BOX_DOUBLE : Op.BOX_LONG, null, null, next);
    head.nodes.remove(branch.input(0));
    head.nodes.set(at, hasNext);
    head.nodes.add(at + 1, ended);
    branch.inputs[0] = ended;
    taken.nodes.addAll(0, List.of(next, box));
    boxes.put(item, box);
  }

  private static void store(Graph graph, Node n, ListIterator<Node> nodes) {
    int last = n.inputs.length - 1;
    Node value = n.input(last);
    boolean isFloat = isNumber(value, Op.BOX_DOUBLE, Double.class);
    if (!isFloat && !isNumber(value, Op.BOX_LONG, Long.class)) {
      return;
    }
    Node raw = value.op.boxes() ? value.input(0)
        : value.op == Op.CONST ? graph.make(n.block, isFloat ? Op.DOUBLE_CONST : Op.LONG_CONST, value.aux, null)
        : graph.make(n.block, isFloat ? Op.UNBOX_DOUBLE : Op.UNBOX_LONG, null, n.state, value);
    Node[] inputs = n.inputs.clone();
    inputs[last] = raw;
    Op op = n.op == Op.SET_ITEM ? isFloat ? Op.STORE_FLOAT : Op.STORE_INT : isFloat ? Op.APPEND_FLOAT : Op.APPEND_INT;
    nodes.set(graph.make(n.block, op, null, n.op == Op.SET_ITEM ? n.state : null, inputs));
    if (!value.op.boxes()) {
      nodes.previous();
      nodes.add(raw);
      nodes.next();
    }
  }

  /** Whether a value is surely of that kind of numbers; a phi of such is going to be a raw number. */
  private static boolean isNumber(Node n, Op box, Class<?> constant) {
    if (n.op == Op.PHI) {
      return Arrays.stream(n.inputs).allMatch(in -> in != null && in.op != Op.PHI && isNumber(in, box, constant));
    }
    return n.op == box || n.op == Op.CONST && constant.isInstance(n.aux);
  }
}
