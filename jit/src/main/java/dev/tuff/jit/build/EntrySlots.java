package dev.tuff.jit.build;

import dev.tuff.compiler.CodeVerifier;
import dev.tuff.engine.interp.Tiers;
import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.NotCompilable;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.Rep;
import dev.tuff.jit.hir.State;

/** Where the unit is entered, and what the slots hold there: the parameters of its method, or what is in the frame. */
final class EntrySlots {
  private final HirBuilder b;

  EntrySlots(HirBuilder b) {
    this.b = b;
  }

  /** Makes the unit's first blocks, which lead to that of the instruction {@code entry}, where the frame has {@code values}, and to all others. */
  void add(int entry, Object[] values) throws NotCompilable {
    boolean start = entry == Entries.start(b.code);
    b.graph.startsFresh = start && !Entries.checksArguments(b.code);
    b.graph.directArguments = b.graph.startsFresh && Tiers.isPlain(b.code) ? b.code.argCount : -1;
    b.graph.cells = b.graph.directArguments < 0 ? new int[0] : Entries.ownCells(b.code);
    if (start && TypedCalls.isTyped(b.code)) {
      b.graph.typed = b.code.typedEntry(TypedCalls.signature(b.code));
      b.graph.directArguments = b.code.argCount;
    }
    b.flow.entries.add(entry);
    int[] depths = CodeVerifier.depths(b.code.code);
    if (b.code.suspendable) {
      for (int resume : Entries.resumptions(b.code)) {
        // a yield of a finally clause that is never reached in this way has no depth
        if (resume != entry && depths[resume] >= 0) {
          b.flow.entries.add(resume);
        }
      }
      for (int head : Entries.wantedLoops(b.code)) {
        if (!b.flow.entries.contains(head)) {
          b.flow.entries.add(head);
        }
      }
    }
    b.flow.findBlocks();
    b.graph.entries = b.flow.entries.stream().mapToInt(i -> i).toArray();
    Block first = b.graph.block(-1);
    b.graph.blocks.add(first);
    b.graph.add(first, Op.DISPATCH, null, null);
    Block[] ways = new Block[b.flow.entries.size()];
    for (int k = 0; k < ways.length; k++) {
      Block to = b.graph.block(-1);
      ways[k] = to;
      b.graph.blocks.add(to);
      int at = b.flow.entries.get(k);
      Slots atEntry = k == 0 && b.graph.directArguments >= 0 ? ofParameters(to) : ofFrame(to, b.code.nfast + depths[at]);
      if (k == 0) {
        speculate(to, atEntry, values, at);
      }
      b.ends.put(to, atEntry);
    }
    HirBuilder.link(first, ways);
    for (int k = 0; k < ways.length; k++) {
      b.graph.add(ways[k], Op.JUMP, null, null);
      HirBuilder.link(ways[k], b.flow.starts.get(b.flow.entries.get(k)));
    }
  }

  /** At the start without a frame: arguments, own cells, which the caller of the method has made, and those of the closure; the others unbound. */
  private Slots ofParameters(Block to) {
    Node[] arguments = new Node[b.graph.directArguments];
    for (int i = 0; i < arguments.length; i++) {
      Node n = b.graph.add(to, Op.PARAMETER, i, null);
      if (b.graph.typed != null) {
        n.rep = Rep.of(b.graph.typed.type.parameterType(i + 2));
        b.block = to;
        n = b.box(n);
      }
      arguments[i] = n;
    }
    Slots s = fresh(to, arguments, null);
    int made = arguments.length;
    for (int slot : b.graph.cells) {
      if (slot >= arguments.length) {
        s.value[slot] = b.graph.add(to, Op.PARAMETER, made++, null);
        s.inFrame[slot] = null;
      }
    }
    return s;
  }

  /** At the start of a call without a frame; {@code caller}: of an inlined one. */
  Slots fresh(Block to, Node[] arguments, Slots caller) {
    Slots s = new Slots(b.activation, arguments, caller);
    int count = b.code.argCount;
    int free = Entries.freeVariables(b.code);
    for (int i = 0; i < b.code.nfast; i++) {
      if (i < count) {
        s.value[i] = arguments[i];
        // a frame that is made while the local holds something else has not got it again when the local has
        s.inFrame[i] = b.flow.changing.get(i) ? null : arguments[i];
      } else if (i >= b.code.nfast - free) {
        s.value[i] = cell(to, i - b.code.nfast + free, arguments);
      } else {
        s.value[i] = s.inFrame[i] = b.graph.add(to, Op.CONST, null, null);
      }
    }
    if (caller != null) {
      for (int slot : Entries.ownCells(b.code)) {
        s.value[slot] = b.graph.add(to, Op.NEW_CELL, null, null, s.value[slot]);
        s.inFrame[slot] = null;
      }
    }
    return s;
  }

  /** A cell of the closure. */
  private Node cell(Block to, int k, Node[] arguments) {
    if (b.activation.function() == null) {
      return b.graph.add(to, Op.FREE_CELL, k, null);
    }
    Node callee = b.activation.callee(arguments);
    if (callee == null) {
      return b.graph.add(to, Op.CONST, b.activation.function().closure[k], null);
    }
    Node[] made = MadeFunction.closure(callee);
    return made == null ? b.graph.add(to, Op.FREE_CELL, k, null, callee) : made[k];
  }

  private Slots ofFrame(Block to, int sp) {
    Slots s = new Slots(b.activation, null, null);
    s.entered = true;
    s.sp = sp;
    for (int i = 0; i < sp; i++) {
      s.value[i] = s.inFrame[i] = b.graph.add(to, Op.SLOT_AT_ENTRY, i, null);
    }
    s.stale.set(b.code.nfast, Math.max(b.code.nfast, sp));
    if (b.graph.startsFresh && to == b.graph.blocks.get(1)) {
      // the cells of the closure are not in a fresh frame yet
      int free = Entries.freeVariables(b.code);
      for (int k = 0; k < free; k++) {
        s.value[b.code.nfast - free + k] = b.graph.add(to, Op.FREE_CELL, k, null);
        s.inFrame[b.code.nfast - free + k] = null;
      }
    }
    return s;
  }

  /** Numbers are taken for what the frame had there. */
  private void speculate(Block to, Slots s, Object[] values, int entry) {
    if (!b.graph.specialized || b.code.speculation().isLost(entry, b.flow.form(entry))) {
      return;
    }
    State start = s.state(entry, b.flow.form(entry));
    for (int i = 0; i < s.sp; i++) {
      Node n = s.value[i];
      // the next call of a generator may well have another argument, and only what the loop changes gains much
      boolean other = b.code.suspendable && !b.flow.changing.get(i);
      if (n.op == Op.CONST || n.op == Op.FREE_CELL || n.op.boxes() || other) {
        continue;
      }
      if (values[i] instanceof Long) {
        s.value[i] = s.inFrame[i] = b.graph.add(to, Op.BOX_LONG, null, null, b.graph.add(to, Op.UNBOX_LONG, null, start, n));
      } else if (values[i] instanceof Double) {
        s.value[i] = s.inFrame[i] = b.graph.add(to, Op.BOX_DOUBLE, null, null, b.graph.add(to, Op.UNBOX_DOUBLE, null, start, n));
      }
    }
  }
}
