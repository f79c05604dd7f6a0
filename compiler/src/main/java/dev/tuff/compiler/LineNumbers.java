package dev.tuff.compiler;

/**
 * Gives places to instructions that have none (PEP 626): each takes that of what comes before it. Exits and instructions that
 * check for signals must have a line, so that blocks of them without one are copied for each jump to them.
 */
final class LineNumbers {
  private LineNumbers() {}

  static void resolve(Block entry) {
    duplicateExits(entry);
    propagate(entry);
  }

  private static boolean needsLine(Block b) {
    return (b.exitsScope() || b.checksSignals()) && b.hasNoLine();
  }

  private static void duplicateExits(Block entry) {
    for (Block b = entry; b != null; b = b.next) {
      Instr last = b.last();
      if (last == null || !Pseudo.isJump(last.opcode)) {
        continue;
      }
      Block target = Block.nonEmpty(last.target);
      if (target.predecessors > 1 && needsLine(target) && !target.fallsThrough()) {
        Block copy = new Block();
        copy.appendCopies(target);
        copy.code[0].loc = last.loc;
        last.target = copy;
        target.predecessors--;
        copy.predecessors = 1;
        copy.labelled = true;
        copy.next = target.next;
        target.next = copy;
      }
    }
    // What is left is reached by falling through only.
    for (Block b = entry; b != null; b = b.next) {
      if (b.next != null && b.size > 0 && b.fallsThrough() && needsLine(b.next)) {
        b.next.code[0].loc = b.last().loc;
      }
    }
  }

  private static void propagate(Block entry) {
    for (Block b = entry; b != null; b = b.next) {
      Instr last = b.last();
      if (last == null) {
        continue;
      }
      Loc previous = Loc.NONE;
      for (int i = 0; i < b.size; i++) {
        if (b.code[i].loc.line == Loc.NONE.line) {
          b.code[i].loc = previous;
        } else {
          previous = b.code[i].loc;
        }
      }
      if (b.next != null && b.fallsThrough()) {
        pass(previous, b.next);
      }
      if (Pseudo.isJump(last.opcode)) {
        pass(previous, last.target);
      }
    }
  }

  private static void pass(Loc loc, Block to) {
    if (to.predecessors == 1 && to.size > 0 && to.code[0].loc.line == Loc.NONE.line) {
      to.code[0].loc = loc;
    }
  }
}
