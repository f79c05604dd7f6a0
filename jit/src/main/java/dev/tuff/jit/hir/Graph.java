package dev.tuff.jit.hir;

import dev.tuff.engine.core.Shape;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.interp.TypedEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A unit: the code from one entry on, in static single assignment form. Blocks are in reverse postorder, the first is the entry. */
public final class Graph {
  public final String name;
  public final List<Block> blocks = new ArrayList<>();

  /** Which calls are inlined; how many instructions the unit is made of, with theirs. */
  public final InlinedCalls inlining;
  public int instructions;

  /** With what the unit was wanted, at the first of its entries. */
  public Sample sample;

  /** Where the unit can be entered: the successors of the first block. */
  public int[] entries;

  /** Whether what the caches have seen is speculated on. */
  public boolean specialized = true;

  /** Whether a frame with just its arguments can be run from the first entry; and how many arguments a call without a frame has, or -1. */
  public boolean startsFresh;
  public int directArguments = -1;

  /** The slots of cells that have to be made for such a call before the unit is entered. */
  public int[] cells = {};

  /** What the unit's function takes and gives as static code calls it; null if that is not how it can be called. */
  public TypedEntry typed;

  /** Whether calls of the unit's function by itself are taken to need no frame; whether there are any. */
  public final boolean closed;
  public boolean callsItself;

  /** The code that is compiled. */
  public final PyCode own;

  /** Static functions that the unit calls and that are better compiled first. */
  public final Set<PyFunction> callees = new LinkedHashSet<>();

  /** While it is built: of objects with a way for each of their classes, the shape that they have in the one that is being built. */
  public final Map<Node, Shape> receivers = new HashMap<>();

  /** Polls of loops that run no Python code: what they have to notice comes from other threads, which interrupt this one. */
  public final Set<Node> quietPolls = new HashSet<>();
  private int nodes;
  private int blockIds;
  private int activations;

  public Graph(String name, PyCode own, InlinedCalls.Limits limits, boolean closed) {
    this.own = own;
    this.name = name;
    this.closed = closed;
    inlining = new InlinedCalls(limits);
  }

  /** Whether nothing in the unit makes a frame, but for leaving it. */
  public boolean makesNoFrame() {
    for (Block b : blocks) {
      for (Node n : b.nodes) {
        if (n.op == Op.ENTER) {
          return false;
        }
      }
    }
    return typed != null && entries.length == 1;
  }

  public int newActivation() {
    return activations++;
  }

  /** Whether there are inlined calls. */
  public boolean inlinesCalls() {
    return activations > 1;
  }

  /** A new block, which is not in {@link #blocks} yet. */
  public Block block(int start) {
    return new Block(blockIds++, start);
  }

  /** A new node at the end of a block. */
  public Node add(Block b, Op op, Object aux, State state, Node... inputs) {
    Node n = make(b, op, aux, state, inputs);
    b.nodes.add(n);
    return n;
  }

  /** A new node that is in no list of its block yet. */
  public Node make(Block b, Op op, Object aux, State state, Node... inputs) {
    Node n = new Node(nodes++, op, aux, state, inputs);
    n.stays = op.mayStay() && state != null && own != null && isExpectedToStay(op, state);
    n.block = b;
    return n;
  }

  private boolean isExpectedToStay(Op op, State state) {
    // what changes objects is done by the interpreter where there are several threads
    return !specialized || ThreadState.shared && op.changes()
        || state.activation().code().speculation().isExpectedToStay(state.instruction(), state.form());
  }

  /** Whether compiled code has been left at the instruction of a guard already. */
  public boolean hasFailed(Node guard) {
    return own != null && isExpectedToStay(guard.op, guard.state);
  }

  public Node phi(Block b) {
    Node n = make(b, Op.PHI, null, null, new Node[b.predecessors.size()]);
    b.phis.add(n);
    return n;
  }

  /** Puts other values in the places of some: in inputs and states. */
  public void replace(Map<Node, Node> by) {
    if (by.isEmpty()) {
      return;
    }
    for (Block b : blocks) {
      for (Node n : b.phis) {
        replace(n.inputs, by);
      }
      for (Node n : b.nodes) {
        replace(n.inputs, by);
        if (n.state != null) {
          n.state.values().forEach(v -> replace(v, by));
        }
      }
    }
  }

  private static void replace(Node[] values, Map<Node, Node> by) {
    for (int i = 0; i < values.length; i++) {
      Node other;
      while (values[i] != null && (other = by.get(values[i])) != null) {
        values[i] = other;
      }
    }
  }
}
