package dev.tuff.jit.build;

import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.NotCompilable;
import dev.tuff.jit.hir.Op;
import java.util.ArrayList;
import java.util.List;

/** What the slots hold where ways meet: a phi for each value that is not the same on all of them; at a loop's head, for each that may change. */
final class Joins {
  private final HirBuilder b;

  Joins(HirBuilder b) {
    this.b = b;
  }

  /** At a block all of whose ways are built. */
  Slots merged(Block at) throws NotCompilable {
    List<Slots> ways = waysTo(at);
    Slots m = Slots.common(ways);
    for (int i = 0; i < m.sp; i++) {
      Node phi = null;
      boolean kept = true;
      for (Slots p : ways) {
        kept &= p.inFrame[i] != null && p.inFrame[i] == p.value[i];
        if (phi == null && p.value[i] != m.value[i]) {
          phi = b.graph.phi(at);
        }
      }
      if (phi != null) {
        for (int k = 0; k < ways.size(); k++) {
          phi.inputs[k] = ways.get(k).value[i];
        }
        m.value[i] = phi;
        m.inFrame[i] = kept ? phi : null;
      }
    }
    return m;
  }

  /** What is known on each of the ways to a block that have been built. */
  private List<Slots> waysTo(Block at) throws NotCompilable {
    List<Slots> ways = new ArrayList<>();
    for (Block p : at.predecessors) {
      Slots s = b.ends.get(p);
      if (s != null) {
        ways.add(s);
        if (s.sp != ways.getFirst().sp) {
          throw new NotCompilable("ways that meet with different stacks");
        }
      }
    }
    return ways;
  }

  /** At the head of a loop, whatever may change has a phi; its inputs are known when the loop is built. */
  Slots atLoop(Block at) throws NotCompilable {
    List<Slots> ways = waysTo(at);
    Slots m = Slots.common(ways);
    stateBefore(at);
    // what is the same all over the code may still be another value for each entry; and cells are in the frame for some
    boolean several = b.flow.entries.size() > 1;
    for (int i = 0; i < m.sp; i++) {
      boolean changes = several || i >= b.code.nfast || b.flow.changing.get(i);
      boolean kept = i < b.code.nfast && !b.flow.changing.get(i) && !(several && i >= b.code.nfast - Entries.freeVariables(b.code));
      for (Slots p : ways) {
        changes |= p.value[i] != m.value[i];
        kept &= p.inFrame[i] != null && p.inFrame[i] == p.value[i];
      }
      if (changes) {
        Node phi = b.graph.make(at, Op.PHI, i, null);
        at.phis.add(phi);
        m.value[i] = phi;
        m.inFrame[i] = kept ? phi : null;
      }
    }
    return m;
  }

  /** Keeps the state at the ends of the ways into a loop. */
  private void stateBefore(Block head) {
    int form = b.flow.form(head.start);
    if (b.code.speculation().isLost(head.start, form)) {
      return;
    }
    for (Block p : head.predecessors) {
      Slots s = b.ends.get(p);
      if (s != null && p.nodes.getLast().op == Op.JUMP) {
        p.nodes.add(p.nodes.size() - 1, b.graph.make(p, Op.BEFORE_LOOP, head, s.state(head.start, form)));
      }
    }
  }

  /** Gives the phis at the heads of loops their values, and finds loops with a second head. */
  void closeLoops(List<Block> blocks) throws NotCompilable {
    for (Block at : blocks) {
      for (Node phi : at.phis) {
        if (at.isLoopHeader) {
          int slot = (Integer) phi.aux;
          phi.inputs = new Node[at.predecessors.size()];
          for (int k = 0; k < phi.inputs.length; k++) {
            phi.inputs[k] = b.ends.get(at.predecessors.get(k)).value[slot];
          }
        }
        if (phi.inputs.length != at.predecessors.size()) {
          throw new NotCompilable("loops with several heads");
        }
      }
    }
  }
}
