package dev.tuff.compiler;

import static dev.tuff.compiler.Opcode.*;

import java.util.ArrayDeque;

/** Definite assignment: a LOAD_FAST of a local that may be unbound becomes LOAD_FAST_CHECK. */
final class LocalsAnalysis {
  /** So many locals are followed across blocks, one bit each; the others only within a block. */
  private static final int TRACKED = 64;

  private LocalsAnalysis() {}

  static void addChecks(Block entry, int locals, int parameters) {
    if (locals == 0) {
      return;
    }
    if (locals > TRACKED) {
      scanUntracked(entry, locals);
    }
    ArrayDeque<Block> todo = new ArrayDeque<>();
    for (Block b = entry; b != null; b = b.next) {
      b.visited = false;
      b.unsafeLocals = 0;
    }
    long unsafe = 0;
    for (int i = parameters; i < Math.min(locals, TRACKED); i++) {
      unsafe |= 1L << i;
    }
    push(entry, unsafe, todo);
    for (Block b = entry; b != null; b = b.next) {
      scan(b, todo);
    }
    while (!todo.isEmpty()) {
      Block b = todo.pop();
      b.visited = false;
      scan(b, todo);
    }
  }

  /** {@code visited} means: on the list. */
  private static void push(Block b, long unsafe, ArrayDeque<Block> todo) {
    long both = b.unsafeLocals | unsafe;
    if (both != b.unsafeLocals) {
      b.unsafeLocals = both;
      if (!b.visited) {
        b.visited = true;
        todo.push(b);
      }
    }
  }

  private static void scan(Block b, ArrayDeque<Block> todo) {
    long unsafe = b.unsafeLocals;
    for (int i = 0; i < b.size; i++) {
      Instr instr = b.code[i];
      if (instr.handler != null) {
        push(instr.handler, unsafe, todo);
      }
      if (instr.arg >= TRACKED) {
        continue;
      }
      long bit = 1L << instr.arg;
      switch (instr.opcode) {
        case DELETE_FAST, LOAD_FAST_AND_CLEAR, Pseudo.STORE_FAST_MAYBE_NULL -> unsafe |= bit;
        case STORE_FAST, LOAD_FAST_CHECK -> unsafe &= ~bit;
        case LOAD_FAST -> {
          if ((unsafe & bit) != 0) {
            instr.opcode = LOAD_FAST_CHECK;
          }
          unsafe &= ~bit;
        }
        default -> {
          // Touches no local.
        }
      }
    }
    if (b.next != null && b.fallsThrough()) {
      push(b.next, unsafe, todo);
    }
    Instr last = b.last();
    if (last != null && Pseudo.isJump(last.opcode)) {
      push(last.target, unsafe, todo);
    }
  }

  private static void scanUntracked(Block entry, int locals) {
    // The number of the block in which the local is certainly bound by now.
    int[] boundIn = new int[locals - TRACKED];
    int number = 0;
    for (Block b = entry; b != null; b = b.next) {
      number++;
      for (int i = 0; i < b.size; i++) {
        Instr instr = b.code[i];
        int local = instr.arg - TRACKED;
        if (local < 0) {
          continue;
        }
        switch (instr.opcode) {
          case DELETE_FAST, LOAD_FAST_AND_CLEAR, Pseudo.STORE_FAST_MAYBE_NULL -> boundIn[local] = number - 1;
          case STORE_FAST -> boundIn[local] = number;
          case LOAD_FAST -> {
            if (boundIn[local] != number) {
              instr.opcode = LOAD_FAST_CHECK;
            }
            boundIn[local] = number;
          }
          default -> {
            // Touches no local.
          }
        }
      }
    }
  }
}
