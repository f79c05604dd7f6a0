package dev.tuff.jit.build;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.compiler.Opcode;
import dev.tuff.engine.function.PyCode;
import dev.tuff.jit.hir.Activation;
import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.Sample;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which instructions of the code the unit has, and where its blocks and loops are. Code that has never run, and what is not of the loop that a
 * unit is for, ends a way: the interpreter goes on there.
 */
public final class Flow {
  private final Graph graph;
  private final Activation activation;
  private final PyCode code;
  private final int[] instructions;

  /** Where the unit can be entered: only its own activation, not inlined ones. */
  final List<Integer> entries = new ArrayList<>();

  /** The blocks, by the instructions that they begin with. */
  final TreeMap<Integer, Block> starts = new TreeMap<>();

  /** Locals that some instruction changes. */
  final BitSet changing = new BitSet();

  /** Instructions that have never run. */
  final BitSet unseen = new BitSet();

  /** Instructions that are not for this unit. */
  final BitSet outside = new BitSet();

  Flow(Graph graph, Activation activation) {
    this.graph = graph;
    this.activation = activation;
    code = activation.code();
    instructions = code.instructions.clone();
    for (int i = 0; i < instructions.length; i++) {
      instructions[i] &= Integer.MAX_VALUE;
    }
    for (int i = 0; i < instructions.length; i++) {
      if (isUnseen(i)) {
        unseen.set(i);
      }
    }
  }

  /** The opcode of an instruction as the interpreter has specialised it. */
  int form(int i) {
    return instructions[i] & 0xFF;
  }

  int argument(int i) {
    return instructions[i] >>> 8;
  }

  /**
   * Whether the unit is just a loop, or several around each other, and behind it the interpreter goes on: so is each that is entered at the head of one. It is compiled
   * in no time, by HotSpot too, which makes machine code for each loop of a method that is long under way, and for all behind it.
   */
  public static boolean isLoop(Sample sample) {
    PyCode code = sample.code();
    if (sample.entry() == Entries.start(code)) {
      return false;
    }
    for (int instruction : code.instructions) {
      int i = instruction & Integer.MAX_VALUE;
      if ((i & 0xFF) == JUMP_BACKWARD && i >>> 8 == sample.entry()) {
        return !code.suspendable;
      }
    }
    return false;
  }

  /** Whether an instruction that always notes what it sees has seen nothing yet: what lies behind is not worth compiling. */
  private boolean isUnseen(int i) {
    int form = form(i);
    boolean notes = form >= Opcode.FIRST_STATIC ? StaticInstructions.notes(form) : form == LOAD_GLOBAL || form == BINARY_OP || form == COMPARE_OP || form == CONTAINS_OP || form == GET_ITER;
    return notes && graph.specialized && code.caches[i + 1] == null && !code.speculation().isLost(i, form);
  }

  int opcode(int i) {
    return Opcode.parent(Opcode.opcode(instructions[i]));
  }

  /** The instructions after which the one at {@code i} may go on; for a branch, the one of a true condition first. */
  int[] next(int i) {
    if (unseen.get(i) || outside.get(i)) {
      return new int[0];
    }
    int arg = argument(i);
    return switch (opcode(i)) {
      case JUMP_BACKWARD, JUMP_FORWARD, JUMP_BACKWARD_NO_INTERRUPT -> new int[] {arg};
      case POP_JUMP_IF_FALSE, POP_JUMP_IF_NOT_NONE -> new int[] {i + 1, arg};
      case POP_JUMP_IF_TRUE, POP_JUMP_IF_NONE -> new int[] {arg, i + 1};
      case FOR_ITER -> new int[] {i + 1, arg + 1};
      case SEND -> new int[] {i + 1, arg};
      case RETURN_VALUE, RAISE_VARARGS, RERAISE, YIELD_VALUE -> new int[0];
      default -> new int[] {i + 1};
    };
  }

  void findBlocks() {
    BitSet seen = new BitSet();
    BitSet leaders = new BitSet();
    ArrayDeque<Integer> work = new ArrayDeque<>();
    for (int e : entries) {
      work.add(e);
      leaders.set(e);
    }
    while (!work.isEmpty()) {
      int i = work.pop();
      if (seen.get(i)) {
        leaders.set(i);
        continue;
      }
      seen.set(i);
      noteChanges(i);
      int handler = activation.caller() == null ? code.handler(i) : -1;
      if (handler >= 0 && code.hasHandled(handler) && !outside.get(handler) && !entries.contains(handler)) {
        entries.add(handler);
        leaders.set(handler);
        work.add(handler);
      }
      int[] next = next(i);
      boolean jumps = next.length != 1 || next[0] != i + 1;
      for (int n : next) {
        if (jumps) {
          leaders.set(n);
        }
        work.push(n);
      }
    }
    leaders.stream().forEach(i -> starts.put(i, graph.block(i)));
  }

  private void noteChanges(int i) {
    int arg = argument(i);
    switch (opcode(i)) {
      case STORE_FAST, DELETE_FAST, LOAD_FAST_AND_CLEAR, MAKE_CELL -> changing.set(arg);
      case STORE_FAST_LOAD_FAST -> changing.set(arg >> 4);
      case STORE_FAST_STORE_FAST -> {
        changing.set(arg >> 4);
        changing.set(arg & 15);
      }
      case COPY_FREE_VARS -> changing.set(code.nfast - arg, code.nfast);
      default -> {}
    }
  }

  /** The last instruction of the block that begins at {@code start}. */
  int last(int start) {
    int i = start;
    while (true) {
      int[] next = next(i);
      if (next.length != 1 || next[0] != i + 1 || starts.containsKey(i + 1)) {
        return i;
      }
      i++;
    }
  }

  /** Reverse postorder; marks the targets of jumps that go back. */
  List<Block> order() {
    LinkedList<Block> order = new LinkedList<>();
    Set<Block> seen = new HashSet<>();
    for (int e : entries.reversed()) {
      Block b = starts.get(e);
      if (!seen.contains(b)) {
        visit(b, order, seen, new HashSet<>());
      }
    }
    return order;
  }

  private void visit(Block b, LinkedList<Block> order, Set<Block> seen, Set<Block> open) {
    seen.add(b);
    open.add(b);
    int[] next = next(last(b.start));
    for (int k = next.length - 1; k >= 0; k--) {
      Block to = starts.get(next[k]);
      if (open.contains(to)) {
        to.isLoopHeader = true;
      } else if (!seen.contains(to)) {
        visit(to, order, seen, open);
      }
    }
    open.remove(b);
    order.addFirst(b);
  }

  /** Leaves everything to the interpreter but the loop with this head: what comes from there and gets back. */
  void keepLoop(int head) {
    Map<Integer, List<Integer>> before = new HashMap<>();
    ArrayDeque<Integer> work = new ArrayDeque<>(List.of(head));
    BitSet seen = new BitSet();
    while (!work.isEmpty()) {
      int i = work.pop();
      if (!seen.get(i)) {
        seen.set(i);
        int handler = code.handler(i);
        if (handler >= 0 && code.hasHandled(handler)) {
          before.computeIfAbsent(handler, k -> new ArrayList<>()).add(i);
          work.push(handler);
        }
        for (int n : next(i)) {
          before.computeIfAbsent(n, k -> new ArrayList<>()).add(i);
          work.push(n);
        }
      }
    }
    BitSet loop = new BitSet();
    loop.set(head);
    work.push(head);
    while (!work.isEmpty()) {
      for (int i : before.getOrDefault(work.pop(), List.of())) {
        if (!loop.get(i)) {
          loop.set(i);
          work.push(i);
        }
      }
    }
    outside.set(0, instructions.length);
    outside.andNot(loop);
    graph.instructions -= outside.cardinality();
  }
}
