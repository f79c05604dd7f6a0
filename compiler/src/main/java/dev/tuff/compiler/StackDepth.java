package dev.tuff.compiler;

import static dev.tuff.compiler.Opcode.*;

import java.util.ArrayDeque;

/** Depth of the stack at the start of each block, and the greatest anywhere. */
final class StackDepth {
  private final ArrayDeque<Block> todo = new ArrayDeque<>();

  private StackDepth() {}

  static int compute(Block entry) {
    return new StackDepth().run(entry);
  }

  private int run(Block entry) {
    for (Block b = entry; b != null; b = b.next) {
      b.startDepth = Block.UNKNOWN_DEPTH;
    }
    int max = 0;
    push(entry, 0);
    while (!todo.isEmpty()) {
      Block b = todo.pop();
      int depth = b.startDepth;
      for (int i = 0; i < b.size; i++) {
        Instr instr = b.code[i];
        if (Pseudo.hasTarget(instr.opcode) && instr.opcode != END_ASYNC_FOR) {
          int atTarget = depth + Pseudo.stackEffect(instr.opcode, instr.arg, true);
          max = Math.max(max, atTarget);
          push(instr.target, atTarget);
        }
        depth += Pseudo.stackEffect(instr.opcode, instr.arg, false);
        if (depth < 0) {
          throw new IllegalStateException("stack underflow");
        }
        max = Math.max(max, depth);
      }
      if (b.next != null && b.fallsThrough()) {
        push(b.next, depth);
      }
    }
    return max;
  }

  private void push(Block b, int depth) {
    if (b.startDepth == Block.UNKNOWN_DEPTH) {
      b.startDepth = depth;
      todo.push(b);
    } else if (b.startDepth != depth) {
      throw new IllegalStateException("stack depth " + depth + " where it was " + b.startDepth);
    }
  }
}
