package dev.tuff.jit;

import dev.tuff.engine.core.Py;
import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Callee;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import java.util.Arrays;

/** The HIR as text: {@code -X dump=hir}. */
final class HirText {
  private HirText() {}

  static String of(Graph graph) {
    StringBuilder out = new StringBuilder("unit ").append(graph.name).append('\n');
    for (Block b : graph.blocks) {
      out.append("b").append(b.id).append(b.isLoopHeader ? ": loop" : ":");
      b.predecessors.forEach(p -> out.append(" <- b").append(p.id));
      out.append('\n');
      b.phis.forEach(n -> node(out, n));
      b.nodes.forEach(n -> node(out, n));
    }
    return out.toString();
  }

  private static void node(StringBuilder out, Node n) {
    out.append("  ");
    if (n.rep != dev.tuff.jit.hir.Rep.VOID) {
      out.append('v').append(n.id).append(" = ");
    }
    out.append(n.op.name().toLowerCase(java.util.Locale.ROOT));
    for (Node in : n.inputs) {
      out.append(" v").append(in.id);
    }
    if (n.aux != null) {
      out.append(' ').append(n.aux instanceof int[] where ? Arrays.toString(where) : n.op == Op.CONST ? Py.javaRepr(n.aux)
          : n.aux instanceof Number || n.aux instanceof Class<?> ? n.aux.toString() : n.aux instanceof Callee call ? Py.javaRepr(call.callee()) + " at " + call.instruction() : n.aux.getClass().getSimpleName());
    }
    for (Block to : n.op == Op.JUMP || n.op == Op.BRANCH ? n.block.successors : new Block[0]) {
      out.append(" -> b").append(to.id);
    }
    if (n.state != null) {
      out.append("  else ").append(n.state.instruction()).append(" {");
      Node[] slots = n.state.slots();
      String between = "";
      for (int i = 0; i < slots.length; i++) {
        if (slots[i] != null) {
          out.append(between).append(i).append(": v").append(slots[i].id);
          between = ", ";
        }
      }
      out.append('}');
    }
    out.append('\n');
  }
}
