package dev.tuff.typed;

import dev.tuff.syntax.ast.Mod;
import dev.tuff.syntax.ast.Node;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The nodes of a tree by where they stand, and what each stands in. */
final class NodeIndex {
  private record Place(long start, long end) {}

  private final Map<Place, List<Node>> places = new HashMap<>();
  private final Map<Node, Node> parents = new IdentityHashMap<>();
  private final Map<Class<?>, List<Node>> kinds = new HashMap<>();

  NodeIndex(Mod.Module tree) {
    add(tree, null);
  }

  private void add(Node node, Node parent) {
    parents.put(node, parent);
    places.computeIfAbsent(new Place(node.start(), node.end()), p -> new ArrayList<>()).add(node);
    for (RecordComponent c : node.getClass().getRecordComponents()) {
      Object v;
      try {
        v = c.getAccessor().invoke(node);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
      if (v instanceof Node child) {
        add(child, node);
      } else if (v instanceof List<?> list) {
        for (Object o : list) {
          if (o instanceof Node child) {
            add(child, node);
          }
        }
      }
    }
  }

  /** The innermost node of a kind with exactly that place; null if there is none. */
  <T extends Node> T at(long start, long end, Class<T> kind) {
    T found = null;
    for (Node n : places.getOrDefault(new Place(start, end), List.of())) {
      found = kind.isInstance(n) ? kind.cast(n) : found;
    }
    return found;
  }

  Node parent(Node node) {
    return parents.get(node);
  }

  /** The function that a node is in; null in the module. */
  FunctionNode functionOf(Node node) {
    for (Node n = parents.get(node); n != null; n = parents.get(n)) {
      if (n instanceof dev.tuff.syntax.ast.Stmt s && FunctionNode.of(s) != null) {
        return FunctionNode.of(s);
      }
    }
    return null;
  }

  /** All nodes of a kind, in order. */
  @SuppressWarnings("unchecked")
  <T extends Node> List<T> all(Class<T> kind) {
    return (List<T>) kinds.computeIfAbsent(kind, k -> {
      List<Node> found = new ArrayList<>();
      for (Node n : parents.keySet()) {
        if (k.isInstance(n)) {
          found.add(n);
        }
      }
      found.sort(java.util.Comparator.comparingLong(Node::start));
      return found;
    });
  }

  /** Those within a node. */
  <T extends Node> List<T> within(Node outer, Class<T> kind) {
    List<T> found = new ArrayList<>(all(kind));
    found.removeIf(n -> n.start() < outer.start() || n.end() > outer.end());
    return found;
  }
}
