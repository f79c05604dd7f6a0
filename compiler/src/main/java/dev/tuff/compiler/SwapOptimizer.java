package dev.tuff.compiler;

import static dev.tuff.compiler.Opcode.*;

/** Shortens runs of SWAP, and swaps instructions instead of values where that is the same. */
final class SwapOptimizer {
  private static final int DONE = -1;

  private SwapOptimizer() {}

  static void optimize(Block b) {
    for (int i = 0; i < b.size; i++) {
      if (b.code[i].opcode == SWAP) {
        i = shorten(b, i);
        applyStatically(b, i);
      }
    }
  }

  /** Replaces the run that starts at {@code at} by the shortest that does the same; returns the index of its last instruction. */
  private static int shorten(Block b, int at) {
    int depth = b.code[at].arg;
    int length = 1;
    boolean more = false;
    while (at + length < b.size) {
      Instr instr = b.code[at + length];
      if (instr.opcode == SWAP) {
        depth = Math.max(depth, instr.arg);
        more = true;
      } else if (instr.opcode != NOP) {
        break;
      }
      length++;
    }
    if (!more) {
      return at;
    }
    // Where each value of the stack (0: the top) ends up.
    int[] stack = new int[depth];
    for (int i = 0; i < depth; i++) {
      stack[i] = i;
    }
    for (int i = at; i < at + length; i++) {
      if (b.code[i].opcode == SWAP) {
        int other = b.code[i].arg - 1;
        int top = stack[0];
        stack[0] = stack[other];
        stack[other] = top;
      }
    }
    // Cycle by cycle, written from the end backwards; a cycle without the top is entered by swapping the top into it.
    int current = at + length - 1;
    for (int i = 0; i < depth; i++) {
      if (stack[i] == DONE || stack[i] == i) {
        continue;
      }
      int j = i;
      while (true) {
        if (j != 0) {
          b.code[current--].set(SWAP, j + 1);
        }
        if (stack[j] == DONE) {
          break;
        }
        int next = stack[j];
        stack[j] = DONE;
        j = next;
      }
    }
    while (current >= at) {
      b.code[current--].toNop();
    }
    return at + length - 1;
  }

  /** These cannot raise or look at more than the value that they take. */
  private static boolean isSwappable(int op) {
    return op == STORE_FAST || op == Pseudo.STORE_FAST_MAYBE_NULL || op == POP_TOP;
  }

  private static int storesTo(Instr instr) {
    return instr.opcode == STORE_FAST || instr.opcode == Pseudo.STORE_FAST_MAYBE_NULL ? instr.arg : -1;
  }

  /** Going left from {@code i}, turns a SWAP before swappable instructions into an exchange of two of them. */
  private static void applyStatically(Block b, int i) {
    for (; i >= 0; i--) {
      Instr swap = b.code[i];
      if (swap.opcode != SWAP) {
        if (swap.opcode == NOP || isSwappable(swap.opcode)) {
          continue;
        }
        return;
      }
      int j = nextSwappable(b, i, -1);
      if (j < 0) {
        return;
      }
      int k = j;
      int line = b.code[j].loc.line;
      for (int count = swap.arg - 1; count > 0; count--) {
        k = nextSwappable(b, k, line);
        if (k < 0) {
          return;
        }
      }
      if (storesConflict(b, j, k)) {
        return;
      }
      swap.toNop();
      Instr first = b.code[j];
      b.code[j] = b.code[k];
      b.code[k] = first;
    }
  }

  private static boolean storesConflict(Block b, int j, int k) {
    int first = storesTo(b.code[j]);
    int second = storesTo(b.code[k]);
    if (first < 0 && second < 0) {
      return false;
    }
    if (first == second) {
      return true;
    }
    for (int i = j + 1; i < k; i++) {
      int between = storesTo(b.code[i]);
      if (between >= 0 && (between == first || between == second)) {
        return true;
      }
    }
    return false;
  }

  /** Not across lines: tracing would see the names bound in the wrong order. */
  private static int nextSwappable(Block b, int i, int line) {
    while (++i < b.size) {
      Instr instr = b.code[i];
      if (line >= 0 && instr.loc.line != line) {
        return -1;
      }
      if (instr.opcode != NOP) {
        return isSwappable(instr.opcode) ? i : -1;
      }
    }
    return -1;
  }
}
