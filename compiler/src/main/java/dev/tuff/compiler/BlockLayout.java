package dev.tuff.compiler;

import static dev.tuff.compiler.Opcode.*;

import java.util.ArrayDeque;

/** The final order of blocks: what only runs after an exception goes to the end; conditional jumps go forward only. */
final class BlockLayout {
  private BlockLayout() {}

  /** Returns whether anything was moved. */
  static boolean moveColdToEnd(Block entry) {
    if (entry.next == null) {
      return false;
    }
    markWarm(entry);
    markCold(entry);
    jumpFromColdToWarm(entry);
    Block coldHead = null;
    Block coldTail = null;
    Block b = entry;
    while (b.next != null) {
      while (b.next != null && !b.next.cold) {
        b = b.next;
      }
      if (b.next == null) {
        break;
      }
      Block end = b.next;
      while (end.next != null && end.next.cold) {
        end = end.next;
      }
      if (coldHead == null) {
        coldHead = b.next;
      } else {
        coldTail.next = b.next;
      }
      coldTail = end;
      b.next = end.next;
      end.next = null;
    }
    b.next = coldHead;
    return coldHead != null;
  }

  private static void unvisit(Block entry) {
    for (Block b = entry; b != null; b = b.next) {
      b.visited = false;
    }
  }

  private static void visit(Block b, ArrayDeque<Block> todo) {
    if (!b.visited) {
      b.visited = true;
      todo.push(b);
    }
  }

  private static void markWarm(Block entry) {
    unvisit(entry);
    ArrayDeque<Block> todo = new ArrayDeque<>();
    visit(entry, todo);
    while (!todo.isEmpty()) {
      Block b = todo.pop();
      b.warm = true;
      if (b.next != null && b.fallsThrough()) {
        visit(b.next, todo);
      }
      for (int i = 0; i < b.size; i++) {
        if (Pseudo.isJump(b.code[i].opcode)) {
          visit(b.code[i].target, todo);
        }
      }
    }
  }

  private static void markCold(Block entry) {
    unvisit(entry);
    ArrayDeque<Block> todo = new ArrayDeque<>();
    for (Block b = entry; b != null; b = b.next) {
      if (b.isHandler) {
        visit(b, todo);
      }
    }
    while (!todo.isEmpty()) {
      Block b = todo.pop();
      b.cold = true;
      if (b.next != null && b.fallsThrough() && !b.next.warm) {
        visit(b.next, todo);
      }
      Instr last = b.last();
      if (last != null && Pseudo.isJump(last.opcode) && !last.target.warm) {
        visit(last.target, todo);
      }
    }
  }

  private static void jumpFromColdToWarm(Block entry) {
    for (Block b = entry; b != null; b = b.next) {
      if (b.cold && b.next != null && b.next.warm && b.fallsThrough()) {
        Block jump = new Block();
        b.next.labelled = true;
        jump.addJump(Pseudo.JUMP_NO_INTERRUPT, b.next, Loc.NONE);
        jump.cold = true;
        jump.predecessors = 1;
        jump.next = b.next;
        b.next = jump;
      }
    }
  }

  /** A conditional jump is followed by NOT_TAKEN; one that would go backward jumps over a JUMP instead. */
  static void normalizeJumps(Block entry) {
    unvisit(entry);
    for (Block b = entry; b != null; b = b.next) {
      b.visited = true;
      Instr last = b.last();
      if (last == null || !Pseudo.isConditionalJump(last.opcode)) {
        continue;
      }
      if (!last.target.visited) {
        b.add(NOT_TAKEN, 0, last.loc);
        continue;
      }
      Block backwards = new Block();
      backwards.add(NOT_TAKEN, 0, last.loc);
      backwards.addJump(Pseudo.JUMP, last.target, last.loc);
      backwards.startDepth = last.target.startDepth;
      last.opcode = reversed(last.opcode);
      last.target = b.next;
      backwards.cold = b.cold;
      backwards.next = b.next;
      b.next = backwards;
    }
  }

  private static int reversed(int jump) {
    return switch (jump) {
      case POP_JUMP_IF_NOT_NONE -> POP_JUMP_IF_NONE;
      case POP_JUMP_IF_NONE -> POP_JUMP_IF_NOT_NONE;
      case POP_JUMP_IF_FALSE -> POP_JUMP_IF_TRUE;
      default -> POP_JUMP_IF_FALSE;
    };
  }
}
