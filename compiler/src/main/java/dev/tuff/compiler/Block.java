package dev.tuff.compiler;

import java.util.Arrays;

/** A basic block: instructions of which only the last may leave it, and the block that follows in the text. */
final class Block {
  static final int UNKNOWN_DEPTH = Integer.MIN_VALUE;

  Instr[] code = new Instr[8];
  int size;
  Block next;
  /** Some jump or handler names this block. */
  boolean labelled;
  int predecessors;
  int startDepth = UNKNOWN_DEPTH;
  /** Index of the first instruction, once blocks are laid out. */
  int offset;
  boolean visited;
  boolean isHandler;
  boolean preservesLasti;
  boolean cold;
  boolean warm;
  /** Bit i: fast local i may be unbound here. */
  long unsafeLocals;
  /** Handlers in force at the start. */
  HandlerStack handlers;

  /** An immutable stack of handlers; null is the empty one. */
  record HandlerStack(Block top, HandlerStack below, int depth) {}

  Instr last() {
    return size == 0 ? null : code[size - 1];
  }

  Instr add(Instr instr) {
    if (size == code.length) {
      code = Arrays.copyOf(code, size * 2);
    }
    code[size++] = instr;
    return instr;
  }

  /** The new instruction is covered by the handler of the one that was in its place before, if any: as in CPython. */
  Instr add(int opcode, int arg, Loc loc) {
    Instr instr = new Instr(opcode, arg, loc);
    if (size < code.length && code[size] != null) {
      instr.handler = code[size].handler;
    }
    return add(instr);
  }

  void addJump(int opcode, Block target, Loc loc) {
    add(opcode, 0, loc).target = target;
  }

  void insert(int at, Instr instr) {
    add(instr);
    System.arraycopy(code, at, code, at + 1, size - 1 - at);
    code[at] = instr;
  }

  void appendCopies(Block from) {
    for (int i = 0; i < from.size; i++) {
      add(from.code[i].copy());
    }
  }

  boolean fallsThrough() {
    if (size == 0) {
      return true;
    }
    int op = code[size - 1].opcode;
    return !Pseudo.exitsScope(op) && !Pseudo.isUnconditionalJump(op);
  }

  boolean exitsScope() {
    return size > 0 && Pseudo.exitsScope(code[size - 1].opcode);
  }

  boolean checksSignals() {
    for (int i = 0; i < size; i++) {
      if (Pseudo.checksSignals(code[i].opcode)) {
        return true;
      }
    }
    return false;
  }

  boolean hasNoLine() {
    for (int i = 0; i < size; i++) {
      if (code[i].loc.line >= 0) {
        return false;
      }
    }
    return true;
  }

  /** The first block from here on that has instructions. */
  static Block nonEmpty(Block b) {
    while (b != null && b.size == 0) {
      b = b.next;
    }
    return b;
  }
}
