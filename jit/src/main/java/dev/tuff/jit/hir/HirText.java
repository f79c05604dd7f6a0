package dev.tuff.jit.hir;

import dev.tuff.engine.core.Py;
import dev.tuff.engine.interp.TypeCheck;

/**
 * The HIR as text, {@code -X dump=hir}: a block's name with those that lead to it, then a line for each operation.
 *
 * <pre>
 * b1: loop &lt;- b0 &lt;- b2
 *   v4 = phi.long v2 v9
 *   v7 = add_long v4 v3  else 12#0 {0: v4}
 *   branch v6 -&gt; b2 -&gt; b3
 * </pre>
 *
 * <p>Behind the inputs stands what else the operation needs. {@code else}: if the guard fails, the interpreter goes on before that instruction
 * of that activation, with those values in the frame's slots; {@code new} where the frame is yet to be made, with those arguments. {@code stays}: it
 * does that instruction only.
 */
public final class HirText {
  private HirText() {}

  public static String of(Graph graph) {
    StringBuilder out = new StringBuilder("unit ").append(graph.name).append('\n');
    for (Block b : graph.blocks) {
      out.append("b").append(b.id).append(b.isLoopHeader ? ": loop" : ":");
      b.predecessors.forEach(p -> out.append(" <- b").append(p.id));
      out.append('\n');
      b.phis.forEach(n -> node(out, graph, n));
      b.nodes.forEach(n -> node(out, graph, n));
    }
    return out.toString();
  }

  private static void node(StringBuilder out, Graph graph, Node n) {
    out.append("  ");
    if (n.rep != Rep.VOID) {
      out.append('v').append(n.id).append(" = ");
    }
    out.append(n.op.name().toLowerCase(java.util.Locale.ROOT));
    if (n.op == Op.PHI && n.rep != Rep.OBJECT) {
      out.append('.').append(n.rep.name().toLowerCase(java.util.Locale.ROOT));
    }
    for (Node in : n.inputs) {
      out.append(" v").append(in.id);
    }
    if (n.aux != null) {
      out.append(' ').append(n.op == Op.CONST || n.op == Op.IS_OBJECT || n.op == Op.CHECK_SAME ? Py.javaRepr(n.aux) : aux(n.aux));
    }
    if (n.stays) {
      out.append(" stays");
    }
    if (n.narrow) {
      out.append(" narrow");
    }
    if (graph.quietPolls.contains(n)) {
      out.append(" quiet");
    }
    for (Block to : n.op == Op.JUMP || n.op == Op.BRANCH || n.op == Op.DISPATCH ? n.block.successors : new Block[0]) {
      out.append(" -> b").append(to.id);
    }
    if (n.state != null) {
      out.append("  else");
      n.state.chain().forEach(s -> state(out, s));
    }
    out.append('\n');
  }

  private static String aux(Object aux) {
    return switch (aux) {
      case Number n -> n.toString();
      case Boolean b -> b.toString();
      case Block b -> "b" + b.id;
      case Class<?> c -> c.getName();
      case Activation a -> a.code().code.qualname + "#" + a.id();
      case KnownGlobal g -> Py.javaRepr(g.value());
      case TypeCheck t -> t.type().fullName();
      case Place p -> p.slot() + "#" + p.activation().id();
      case Routine r -> r + " at " + r.site().instruction() + "#" + r.site().activation().id();
      case Site s -> (s.object() == null ? "" : Py.javaRepr(s.object()) + " ") + "at " + s.instruction() + "#" + s.activation().id();
      default -> aux.getClass().getSimpleName();
    };
  }

  private static void state(StringBuilder out, State s) {
    out.append(' ').append(s.instruction()).append('#').append(s.activation().id());
    if (s.arguments() != null) {
      out.append(" new");
      for (Node n : s.arguments()) {
        out.append(n == null ? " -" : " v" + n.id);
      }
    }
    out.append(" {");
    Node[] slots = s.slots();
    String between = "";
    for (int i = 0; i < slots.length; i++) {
      if (slots[i] != null) {
        out.append(between).append(i).append(": v").append(slots[i].id);
        between = ", ";
      }
    }
    out.append('}');
  }
}
