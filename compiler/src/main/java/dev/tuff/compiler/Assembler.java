package dev.tuff.compiler;

import static dev.tuff.compiler.Opcode.*;

/** Makes the code object of a unit: optimises its blocks, numbers locals, cells and jumps, and writes the tables. */
final class Assembler {
  /** From the SEND of an async loop to its END_SEND, which END_ASYNC_FOR names for monitoring. */
  private static final int END_SEND_OFFSET = 4;

  private final Unit unit;
  private final Diagnostics diagnostics;
  private final int flags;
  /** Index among the fast locals of each cell and free variable. */
  private int[] cellLocals;

  Assembler(Unit unit, Diagnostics diagnostics, int flags) {
    this.unit = unit;
    this.diagnostics = diagnostics;
    this.flags = flags;
  }

  Code assemble() {
    Block entry = unit.code.toBlocks();
    FlowGraph graph = new FlowGraph(entry, unit.consts);
    graph.optimize(unit.varnames.size(), unit.scope.parameters.size());
    graph.expandConditionalJumps();
    int stackSize = Math.max(StackDepth.compute(entry), 1);
    numberCells();
    insertPrefix(entry);
    fixCells(entry);
    graph.expandPseudo();
    BlockLayout.normalizeJumps(entry);
    int size = layOut(entry);
    if (size > 1 << 23) {
      throw diagnostics.system("code is too large");
    }
    String[] names = localsPlusNames();
    Code.Body body = new Code.Body(
        instructions(entry, size), constants(), Code.interned(unit.names.names()), ExceptionRanges.table(entry), positions(entry));
    return new Code(
        unit.name, unit.qualname, diagnostics.filename, unit.firstLine, flags, unit.posOnlyArgCount + unit.argCount,
        unit.posOnlyArgCount, unit.kwOnlyArgCount, stackSize, names, localsPlusKinds(names.length), body, null);
  }

  private Object[] constants() {
    Object[] all = unit.consts.toArray();
    if (unit.signature != null) {
      all = java.util.Arrays.copyOf(all, all.length + 1);
      all[all.length - 1] = unit.signature;
    }
    return all;
  }

  // ---- locals ----

  /** A captured parameter stays where it is; the other cells and the free variables follow the locals. */
  private void numberCells() {
    int locals = unit.varnames.size();
    int cells = unit.cellvars.size();
    int next = locals;
    cellLocals = new int[cells + unit.freevars.size()];
    for (int i = 0; i < cells; i++) {
      int local = unit.varnames.get(unit.cellvars.name(i));
      cellLocals[unit.cellvars.value(i)] = local >= 0 ? local : next++;
    }
    for (int i = 0; i < unit.freevars.size(); i++) {
      cellLocals[unit.freevars.value(i)] = next++;
    }
  }

  private void insertPrefix(Block entry) {
    int at = 0;
    if (unit.signature != null && unit.kind != Unit.Kind.MODULE) {
      // before cells are made: the arguments are still where the caller put them
      entry.insert(at++, new Instr(CHECK_ARGS, 0, new Loc(unit.firstLine, unit.firstLine, -1, -1)));
    }
    if (unit.freevars.size() > 0) {
      entry.insert(at++, new Instr(COPY_FREE_VARS, unit.freevars.size(), Loc.NONE));
    }
    int cells = unit.cellvars.size();
    int made = 0;
    for (int local = 0; made < cells; local++) {
      for (int cell = 0; cell < cells; cell++) {
        if (cellLocals[cell] == local) {
          entry.insert(at++, new Instr(MAKE_CELL, cell, Loc.NONE));
          made++;
        }
      }
    }
    if ((flags & (Code.CO_GENERATOR | Code.CO_COROUTINE | Code.CO_ASYNC_GENERATOR)) != 0) {
      Loc loc = new Loc(unit.firstLine, unit.firstLine, -1, -1);
      entry.insert(at++, new Instr(RETURN_GENERATOR, 0, loc));
      entry.insert(at, new Instr(POP_TOP, 0, loc));
    }
  }

  private void fixCells(Block entry) {
    for (Block b = entry; b != null; b = b.next) {
      for (int i = 0; i < b.size; i++) {
        Instr instr = b.code[i];
        switch (instr.opcode) {
          case MAKE_CELL, LOAD_DEREF, STORE_DEREF, DELETE_DEREF, LOAD_FROM_DICT_OR_DEREF, Pseudo.LOAD_CLOSURE ->
              instr.arg = cellLocals[instr.arg];
          default -> {
            // Names no cell.
          }
        }
      }
    }
  }

  private String[] localsPlusNames() {
    int size = unit.varnames.size();
    for (int local : cellLocals) {
      size = Math.max(size, local + 1);
    }
    String[] names = new String[size];
    for (int i = 0; i < unit.varnames.size(); i++) {
      names[i] = unit.varnames.name(i);
    }
    for (int i = 0; i < unit.cellvars.size(); i++) {
      names[cellLocals[unit.cellvars.value(i)]] = unit.cellvars.name(i);
    }
    for (int i = 0; i < unit.freevars.size(); i++) {
      names[cellLocals[unit.freevars.value(i)]] = unit.freevars.name(i);
    }
    return names;
  }

  private byte[] localsPlusKinds(int size) {
    byte[] kinds = new byte[size];
    for (int i = 0; i < unit.varnames.size(); i++) {
      boolean hidden = unit.hiddenLocals.contains(unit.varnames.name(i));
      kinds[i] = (byte) (Code.FAST_LOCAL | (hidden ? Code.FAST_HIDDEN : 0) | parameterKind(i));
    }
    for (int i = 0; i < unit.cellvars.size(); i++) {
      kinds[cellLocals[unit.cellvars.value(i)]] |= Code.FAST_CELL;
    }
    for (int i = 0; i < unit.freevars.size(); i++) {
      kinds[cellLocals[unit.freevars.value(i)]] = (byte) Code.FAST_FREE;
    }
    return kinds;
  }

  private int parameterKind(int local) {
    int positional = unit.posOnlyArgCount + unit.argCount;
    int keyword = positional + unit.kwOnlyArgCount;
    int varargs = keyword + ((flags & Code.CO_VARARGS) != 0 ? 1 : 0);
    int varkeywords = varargs + ((flags & Code.CO_VARKEYWORDS) != 0 ? 1 : 0);
    if (local < unit.posOnlyArgCount) {
      return Code.FAST_ARG_POS;
    }
    if (local < positional) {
      return Code.FAST_ARG_POS | Code.FAST_ARG_KW;
    }
    if (local < keyword) {
      return Code.FAST_ARG_KW;
    }
    if (local < varargs) {
      return Code.FAST_ARG_VAR | Code.FAST_ARG_POS;
    }
    return local < varkeywords ? Code.FAST_ARG_VAR | Code.FAST_ARG_KW : 0;
  }

  // ---- instructions and positions ----

  private static int layOut(Block entry) {
    int offset = 0;
    for (Block b = entry; b != null; b = b.next) {
      b.offset = offset;
      offset += b.size;
    }
    return offset;
  }

  private static int[] instructions(Block entry, int size) {
    int[] code = new int[size];
    int at = 0;
    for (Block b = entry; b != null; b = b.next) {
      for (int i = 0; i < b.size; i++, at++) {
        Instr instr = b.code[i];
        int arg = instr.arg;
        if (Pseudo.isJump(instr.opcode)) {
          arg = instr.target.offset;
          boolean forward = arg > at;
          if (instr.opcode == END_ASYNC_FOR) {
            arg += END_SEND_OFFSET;
          }
          if (instr.opcode == Pseudo.JUMP) {
            instr.opcode = forward ? JUMP_FORWARD : JUMP_BACKWARD;
          } else if (instr.opcode == Pseudo.JUMP_NO_INTERRUPT) {
            instr.opcode = forward ? JUMP_FORWARD : JUMP_BACKWARD_NO_INTERRUPT;
          }
        }
        code[at] = Opcode.instruction(instr.opcode, arg);
      }
    }
    return code;
  }

  private byte[] positions(Block entry) {
    PositionTable.Writer writer = new PositionTable.Writer(unit.firstLine);
    Loc loc = null;
    int count = 0;
    for (Block b = entry; b != null; b = b.next) {
      for (int i = 0; i < b.size; i++) {
        Loc here = b.code[i].loc;
        if (here.line == Loc.NEXT.line) {
          here = following(b, i);
        }
        if (loc != null && !loc.same(here)) {
          writer.add(count, loc.line, loc.endLine, loc.column, loc.endColumn);
          count = 0;
        }
        loc = here;
        count++;
      }
    }
    if (loc != null) {
      writer.add(count, loc.line, loc.endLine, loc.column, loc.endColumn);
    }
    return writer.finish();
  }

  private static Loc following(Block b, int at) {
    if (Pseudo.isTerminator(b.code[at].opcode)) {
      return Loc.NONE;
    }
    int i = at + 1;
    for (Block in = b; in != null; in = in.next, i = 0) {
      for (; i < in.size; i++) {
        if (in.code[i].loc.line != Loc.NEXT.line) {
          return in.code[i].loc;
        }
      }
    }
    return Loc.NONE;
  }
}
