package dev.tuff.compiler;

import static dev.tuff.compiler.Opcode.*;

import java.util.ArrayDeque;

/**
 * The passes over the blocks of one code object between lowering and assembly. They follow CPython's order, since which NOPs and
 * jumps remain shows in tracing.
 */
final class FlowGraph {
  /** Exits up to this size are copied in place of a jump to them. */
  private static final int MAX_COPY_SIZE = 4;

  private final Block entry;
  private final ConstantPool consts;

  FlowGraph(Block entry, ConstantPool consts) {
    this.entry = entry;
    this.consts = consts;
  }

  void optimize(int locals, int parameters) {
    ExceptionRanges.label(entry);
    inlineSmallExits();
    removeUnreachable();
    LineNumbers.resolve(entry);
    BlockOptimizer optimizer = new BlockOptimizer(consts);
    for (Block b = entry; b != null; b = b.next) {
      optimizer.loadConsts(b);
    }
    for (Block b = entry; b != null; b = b.next) {
      optimizer.optimize(b);
    }
    removeNopsAndPairs();
    removeUnreachable();
    removeNopsAndJumps();
    removeUnusedConsts();
    LocalsAnalysis.addChecks(entry, locals, parameters);
    insertSuperinstructions();
    if (BlockLayout.moveColdToEnd(entry)) {
      removeNopsAndJumps();
    }
    LineNumbers.resolve(entry);
  }

  // ---- unreachable code and needless jumps ----

  private void inlineSmallExits() {
    boolean changed;
    do {
      changed = false;
      for (Block b = entry; b != null; b = b.next) {
        changed |= inlineExit(b);
      }
    } while (changed);
  }

  /** A jump to a small exit, or to code without lines that does not fall through, is replaced by what it jumps to. */
  private static boolean inlineExit(Block b) {
    Instr last = b.last();
    if (last == null || !Pseudo.isUnconditionalJump(last.opcode)) {
      return false;
    }
    Block target = last.target;
    boolean smallExit = target.exitsScope() && target.size <= MAX_COPY_SIZE;
    boolean noLines = target.hasNoLine() && !target.fallsThrough();
    if (!smallExit && !noLines) {
      return false;
    }
    int jump = last.opcode;
    last.toNop();
    b.appendCopies(target);
    if (noLines && jump == Pseudo.JUMP && Pseudo.isUnconditionalJump(b.last().opcode)) {
      b.last().opcode = Pseudo.JUMP; // keeps the check for signals
    }
    target.predecessors--;
    return true;
  }

  private void removeUnreachable() {
    for (Block b = entry; b != null; b = b.next) {
      b.predecessors = 0;
      b.visited = false;
    }
    ArrayDeque<Block> todo = new ArrayDeque<>();
    entry.predecessors = 1;
    entry.visited = true;
    todo.push(entry);
    while (!todo.isEmpty()) {
      Block b = todo.pop();
      if (b.next != null && b.fallsThrough()) {
        reach(b.next, todo);
      }
      for (int i = 0; i < b.size; i++) {
        if (Pseudo.hasTarget(b.code[i].opcode)) {
          reach(b.code[i].target, todo);
        }
      }
    }
    for (Block b = entry; b != null; b = b.next) {
      if (b.predecessors == 0) {
        b.size = 0;
        b.isHandler = false;
      }
    }
  }

  private static void reach(Block b, ArrayDeque<Block> todo) {
    if (!b.visited) {
      b.visited = true;
      todo.push(b);
    }
    b.predecessors++;
  }

  private void removeNopsAndJumps() {
    int removed;
    do {
      removed = removeNops() + removeJumpsToNext();
    } while (removed > 0);
  }

  private int removeJumpsToNext() {
    int removed = 0;
    for (Block b = entry; b != null; b = b.next) {
      Instr last = b.last();
      if (last != null && Pseudo.isUnconditionalJump(last.opcode) && Block.nonEmpty(last.target) == Block.nonEmpty(b.next)) {
        last.toNop();
        removed++;
      }
    }
    return removed;
  }

  int removeNops() {
    int removed = 0;
    for (Block b = entry; b != null; b = b.next) {
      removed += removeNops(b);
    }
    return removed;
  }

  /** A NOP stays only if it is all that there is of its line. */
  private static int removeNops(Block b) {
    int kept = 0;
    int previousLine = -1;
    for (int i = 0; i < b.size; i++) {
      Instr instr = b.code[i];
      int line = instr.loc.line;
      if (instr.opcode == NOP && isRedundant(b, i, line, previousLine)) {
        continue;
      }
      b.code[kept++] = instr;
      previousLine = line;
    }
    int removed = b.size - kept;
    b.size = kept;
    return removed;
  }

  private static boolean isRedundant(Block b, int at, int line, int previousLine) {
    if (line < 0 || line == previousLine) {
      return true;
    }
    if (at < b.size - 1) {
      Instr next = b.code[at + 1];
      if (next.loc.line < 0) {
        next.loc = b.code[at].loc;
        return true;
      }
      return next.loc.line == line;
    }
    Block next = Block.nonEmpty(b.next);
    if (next == null) {
      return false;
    }
    int i = 0;
    while (i < next.size && next.code[i].opcode == NOP && next.code[i].loc.line < 0) {
      i++;
    }
    return line == (i < next.size ? next.code[i].loc.line : -1);
  }

  /** Values that are loaded only to be dropped. */
  private void removeNopsAndPairs() {
    boolean changed;
    do {
      changed = false;
      Instr instr = null;
      for (Block b = entry; b != null; b = b.next) {
        removeNops(b);
        if (b.labelled) {
          instr = null;
        }
        for (int i = 0; i < b.size; i++) {
          Instr previous = instr;
          instr = b.code[i];
          if (previous != null && instr.opcode == POP_TOP && isPureLoad(previous)) {
            previous.toNop();
            instr.toNop();
            changed = true;
          }
        }
        if (instr != null && Pseudo.isJump(instr.opcode) || !b.fallsThrough()) {
          instr = null;
        }
      }
    } while (changed);
  }

  private static boolean isPureLoad(Instr instr) {
    return instr.opcode == LOAD_CONST || instr.opcode == LOAD_SMALL_INT || instr.opcode == COPY && instr.arg == 1;
  }

  // ---- constants and superinstructions ----

  /** The first constant stays always: it may be the docstring. */
  private void removeUnusedConsts() {
    int count = consts.size();
    if (count == 0) {
      return;
    }
    boolean[] used = new boolean[count];
    used[0] = true;
    for (Block b = entry; b != null; b = b.next) {
      for (int i = 0; i < b.size; i++) {
        if (hasConst(b.code[i].opcode)) {
          used[b.code[i].arg >> countBits(b.code[i].opcode)] = true;
        }
      }
    }
    int[] kept = new int[count];
    int[] moved = new int[count];
    int n = 0;
    for (int i = 0; i < count; i++) {
      if (used[i]) {
        moved[i] = n;
        kept[n++] = i;
      }
    }
    if (n == count) {
      return;
    }
    consts.retain(kept, n);
    for (Block b = entry; b != null; b = b.next) {
      for (int i = 0; i < b.size; i++) {
        if (hasConst(b.code[i].opcode)) {
          int bits = countBits(b.code[i].opcode);
          int arg = b.code[i].arg;
          b.code[i].arg = moved[arg >> bits] << bits | arg & (1 << bits) - 1;
        }
      }
    }
  }

  private static boolean hasConst(int op) {
    return op == LOAD_CONST || op >= FIRST_STATIC && op < Pseudo.FIRST && (argKind(op) == ArgKind.CONST || argKind(op) == ArgKind.CONST_COUNT);
  }

  /** How many bits of the argument stand below the constant's index. */
  private static int countBits(int op) {
    return op != LOAD_CONST && argKind(op) == ArgKind.CONST_COUNT ? 8 : 0;
  }

  private void insertSuperinstructions() {
    for (Block b = entry; b != null; b = b.next) {
      for (int i = 0; i + 1 < b.size; i++) {
        int op = b.code[i].opcode;
        int next = b.code[i + 1].opcode;
        if (op == LOAD_FAST && next == LOAD_FAST) {
          combine(b.code[i], b.code[i + 1], LOAD_FAST_LOAD_FAST);
        } else if (op == STORE_FAST && next == LOAD_FAST) {
          combine(b.code[i], b.code[i + 1], STORE_FAST_LOAD_FAST);
        } else if (op == STORE_FAST && next == STORE_FAST) {
          combine(b.code[i], b.code[i + 1], STORE_FAST_STORE_FAST);
        }
      }
    }
    removeNops();
  }

  private static void combine(Instr first, Instr second, int opcode) {
    int line1 = first.loc.line;
    int line2 = second.loc.line;
    if (line1 >= 0 && line2 >= 0 && line1 != line2 || first.arg >= 16 || second.arg >= 16) {
      return;
    }
    first.set(opcode, first.arg << 4 | second.arg);
    second.toNop();
  }

  // ---- from pseudo instructions to real ones ----

  void expandConditionalJumps() {
    for (Block b = entry; b != null; b = b.next) {
      Instr last = b.last();
      if (last != null && (last.opcode == Pseudo.JUMP_IF_FALSE || last.opcode == Pseudo.JUMP_IF_TRUE)) {
        last.opcode = last.opcode == Pseudo.JUMP_IF_FALSE ? POP_JUMP_IF_FALSE : POP_JUMP_IF_TRUE;
        insertBefore(b, last, COPY, 1);
        insertBefore(b, last, TO_BOOL, 0);
      }
    }
  }

  private static void insertBefore(Block b, Instr last, int opcode, int arg) {
    Instr instr = new Instr(opcode, arg, last.loc);
    instr.handler = last.handler;
    b.insert(b.size - 1, instr);
  }

  void expandPseudo() {
    for (Block b = entry; b != null; b = b.next) {
      for (int i = 0; i < b.size; i++) {
        Instr instr = b.code[i];
        if (Pseudo.isBlockPush(instr.opcode)) {
          instr.toNop();
        } else if (instr.opcode == Pseudo.LOAD_CLOSURE) {
          instr.opcode = LOAD_FAST;
        } else if (instr.opcode == Pseudo.STORE_FAST_MAYBE_NULL) {
          instr.opcode = STORE_FAST;
        }
      }
    }
    removeNopsAndJumps();
  }
}
