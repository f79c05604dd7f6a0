package dev.tuff.compiler;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.compiler.Block.HandlerStack;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Finds for each instruction the handler that is in force, from the SETUP_* and POP_BLOCK on the way to it; and the exception
 * table.
 */
final class ExceptionRanges {
  /** RESUME behind a yield with exactly one handler around: only the implicit StopIteration one. */
  private static final int RESUME_DEPTH1 = 4;

  private ExceptionRanges() {}

  static void label(Block entry) {
    ArrayDeque<Block> todo = new ArrayDeque<>();
    for (Block b = entry; b != null; b = b.next) {
      b.visited = false;
    }
    entry.visited = true;
    todo.push(entry);
    while (!todo.isEmpty()) {
      labelBlock(todo.pop(), todo);
    }
  }

  private static void labelBlock(Block b, ArrayDeque<Block> todo) {
    HandlerStack stack = b.handlers;
    b.handlers = null;
    int lastYieldDepth = -1;
    for (int i = 0; i < b.size; i++) {
      Instr instr = b.code[i];
      int op = instr.opcode;
      Block handler = stack == null ? null : stack.top();
      if (Pseudo.isBlockPush(op)) {
        visit(instr.target, stack, todo);
        if (op != Pseudo.SETUP_FINALLY) {
          instr.target.preservesLasti = true;
        }
        instr.target.isHandler = true;
        stack = new HandlerStack(instr.target, stack, depth(stack) + 1);
      } else if (op == Pseudo.POP_BLOCK) {
        stack = stack.below();
        instr.toNop();
      } else {
        instr.handler = handler;
        if (Pseudo.isJump(op)) {
          visit(instr.target, stack, todo);
        } else if (op == YIELD_VALUE) {
          lastYieldDepth = depth(stack);
        } else if (op == RESUME && instr.arg != 0) {
          if (lastYieldDepth == 1) {
            instr.arg |= RESUME_DEPTH1;
          }
          lastYieldDepth = -1;
        }
      }
    }
    if (b.next != null && b.fallsThrough()) {
      visit(b.next, stack, todo);
    }
  }

  private static int depth(HandlerStack stack) {
    return stack == null ? 0 : stack.depth();
  }

  private static void visit(Block b, HandlerStack stack, ArrayDeque<Block> todo) {
    if (!b.visited) {
      b.visited = true;
      b.handlers = stack;
      todo.push(b);
    }
  }

  /** Start, end, handler, depth, lasti flag for each range of instructions with the same handler. */
  static int[] table(Block entry) {
    int[] table = new int[20];
    int size = 0;
    Block handler = null;
    int start = 0;
    int at = 0;
    for (Block b = entry; b != null; b = b.next) {
      for (int i = 0; i < b.size; i++, at++) {
        if (b.code[i].handler != handler) {
          if (handler != null) {
            table = entry(table, size, start, at, handler);
            size += 5;
          }
          handler = b.code[i].handler;
          start = at;
        }
      }
    }
    if (handler != null) {
      table = entry(table, size, start, at, handler);
      size += 5;
    }
    return Arrays.copyOf(table, size);
  }

  private static int[] entry(int[] table, int size, int start, int end, Block handler) {
    int[] t = size + 5 > table.length ? Arrays.copyOf(table, size * 2) : table;
    t[size] = start;
    t[size + 1] = end;
    t[size + 2] = handler.offset;
    t[size + 3] = handler.startDepth - (handler.preservesLasti ? 2 : 1);
    t[size + 4] = handler.preservesLasti ? 1 : 0;
    return t;
  }
}
