package dev.tuff.jit.emit;

import static dev.tuff.jit.emit.Descs.*;

import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which variables of the JVM the values of a body have: those that only their block uses share some ({@link BlockLocals}). A call empties those
 * whose objects nobody wants behind it ({@link Lifetimes}).
 */
final class Variables {
  private final MethodCode m;
  private final CodeBuilder c;

  /** Boxes that are made where they stand. */
  private final Set<Node> shared = new HashSet<>();
  private final BlockLocals blockLocals;

  /** Null if calls forget nothing: that takes bytes. */
  private final Lifetimes lifetimes;

  Variables(MethodCode m) {
    this.m = m;
    c = m.c;
    findShared();
    blockLocals = new BlockLocals(m.unit.graph, shared);
    lifetimes = m.unit.forgets ? new Lifetimes(m.unit.graph, shared, blockLocals.acrossBlocks()) : null;
  }

  boolean isShared(Node box) {
    return shared.contains(box);
  }

  /** An operation has been written: variables that only its block used may be free. */
  void used(Node n) {
    blockLocals.used(n, m.locals, this::kindOf);
  }

  /** Stores what is on the stack as the value of an operation. */
  void store(Node n) {
    storeNew(n, blockLocals.take(n, kindOf(n), c));
  }

  /** Gives a value a variable, and stores it there. */
  void storeNew(Node n, int at) {
    m.locals.put(n, at);
    c.storeLocal(kindOf(n), at);
    if (MethodCode.isNarrow(n)) {
      m.ints.add(n);
    }
  }

  private TypeKind kindOf(Node n) {
    return MethodCode.isNarrow(n) ? TypeKind.INT : kind(n.rep);
  }

  /** Empties variables of objects that nobody wants behind a call whose operands are loaded. */
  void forget(Node call) {
    forget(forgotten(call));
  }

  void forget(List<Integer> variables) {
    for (int at : variables) {
      c.aconst_null().astore(at);
    }
  }

  /** The variables that a call forgets: asked once for each. */
  List<Integer> forgotten(Node call) {
    if (lifetimes == null) {
      return List.of();
    }
    List<Integer> forgotten = new ArrayList<>();
    blockLocals.forget(call, m.locals, forgotten);
    for (Node value : lifetimes.forgottenBy(call)) {
      Integer at = m.locals.get(value);
      if (at != null) {
        forgotten.add(at);
      }
    }
    return forgotten;
  }

  /** Finds the boxes that are made where they stand: several operations want them, or one elsewhere. */
  private void findShared() {
    Set<Node> once = new HashSet<>();
    for (Block b : m.unit.graph.blocks) {
      for (Node phi : b.phis) {
        for (int i = 0; i < phi.inputs.length; i++) {
          use(phi.inputs[i], b.predecessors.get(i), once);
        }
      }
      for (Node n : b.nodes) {
        // a frame is made on few of the ways: it has a box of its own
        for (Node in : n.op == Op.ENTER ? new Node[0] : n.inputs) {
          use(in, b, once);
        }
      }
    }
  }

  private void use(Node n, Block where, Set<Node> once) {
    if (n.op.boxes() && (!once.add(n) || n.block != where)) {
      shared.add(n);
    }
  }
}
