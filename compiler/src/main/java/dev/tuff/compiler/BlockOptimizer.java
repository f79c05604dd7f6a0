package dev.tuff.compiler;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.syntax.Const;

/**
 * Peephole optimisation within a block: tests of constants, jumps to jumps, needless conversions, folding. Leaves NOPs behind.
 */
final class BlockOptimizer {
  private final ConstantPool consts;
  private final ConstantFolding folding;

  BlockOptimizer(ConstantPool consts) {
    this.consts = consts;
    this.folding = new ConstantFolding(consts);
  }

  /** Makes small ints immediate and decides what depends on a constant just loaded. */
  void loadConsts(Block b) {
    int opcode = 0;
    int arg = 0;
    for (int i = 0; i < b.size; i++) {
      Instr instr = b.code[i];
      if (instr.opcode == LOAD_CONST) {
        ConstantFolding.makeSmallInt(instr, consts.get(instr.arg));
      }
      // A copy of a constant is as good as the constant.
      if (!(opcode == LOAD_CONST && instr.opcode == COPY && instr.arg == 1)) {
        opcode = instr.opcode;
        arg = instr.arg;
      }
      if (opcode != LOAD_CONST && opcode != LOAD_SMALL_INT || i + 1 == b.size) {
        continue;
      }
      Object value = opcode == LOAD_CONST ? consts.get(arg) : (Object) (long) arg;
      Instr next = b.code[i + 1];
      switch (next.opcode) {
        case POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE, Pseudo.JUMP_IF_FALSE, Pseudo.JUMP_IF_TRUE -> decideJump(instr, next, value);
        case IS_OP -> testForNone(b, i, value);
        case TO_BOOL -> {
          instr.toNop();
          next.set(LOAD_CONST, consts.add(ConstantArithmetic.isTrue(value)));
        }
        default -> {
          // Nothing depends on it.
        }
      }
    }
  }

  private static void decideJump(Instr load, Instr jump, Object value) {
    int op = jump.opcode;
    if (op == POP_JUMP_IF_FALSE || op == POP_JUMP_IF_TRUE) {
      load.toNop();
    }
    boolean jumpIfTrue = op == POP_JUMP_IF_TRUE || op == Pseudo.JUMP_IF_TRUE;
    if (ConstantArithmetic.isTrue(value) == jumpIfTrue) {
      jump.opcode = Pseudo.JUMP;
    } else {
      jump.toNop();
    }
  }

  /** {@code x is None} as a condition becomes POP_JUMP_IF_NONE. */
  private static void testForNone(Block b, int at, Object value) {
    if (value != Const.None.NONE || b.size <= at + 2) {
      return;
    }
    Instr is = b.code[at + 1];
    Instr jump = b.code[at + 2];
    if (jump.opcode == TO_BOOL) {
      jump.toNop();
      if (b.size <= at + 3) {
        return;
      }
      jump = b.code[at + 3];
    }
    boolean invert = is.arg != 0;
    if (jump.opcode == POP_JUMP_IF_FALSE) {
      invert = !invert;
    } else if (jump.opcode != POP_JUMP_IF_TRUE) {
      return;
    }
    b.code[at].toNop();
    is.toNop();
    jump.opcode = invert ? POP_JUMP_IF_NOT_NONE : POP_JUMP_IF_NONE;
  }

  void optimize(Block b) {
    for (int i = 0; i < b.size; i++) {
      Instr instr = b.code[i];
      Instr next = i + 1 < b.size ? b.code[i + 1] : null;
      int nextOp = next == null ? 0 : next.opcode;
      switch (instr.opcode) {
        case BUILD_TUPLE -> buildTuple(b, i, instr, next);
        case LIST_APPEND, SET_ADD -> {
          if (instr.arg == 1 && (nextOp == GET_ITER || nextOp == CONTAINS_OP)) {
            folding.consumedDisplay(b, i);
          }
        }
        case BUILD_LIST, BUILD_SET -> folding.listOrSet(b, i, nextOp);
        case POP_JUMP_IF_NOT_NONE, POP_JUMP_IF_NONE, POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE -> {
          if (firstOpcode(instr.target) == Pseudo.JUMP && thread(b, instr, instr.opcode)) {
            i--;
          }
        }
        case Pseudo.JUMP_IF_FALSE -> i -= threadShortCircuit(b, instr, Pseudo.JUMP_IF_TRUE);
        case Pseudo.JUMP_IF_TRUE -> i -= threadShortCircuit(b, instr, Pseudo.JUMP_IF_FALSE);
        case Pseudo.JUMP, Pseudo.JUMP_NO_INTERRUPT -> {
          int first = firstOpcode(instr.target);
          boolean toJump = first == Pseudo.JUMP || first == Pseudo.JUMP_NO_INTERRUPT;
          if (toJump && thread(b, instr, first == Pseudo.JUMP ? Pseudo.JUMP : instr.opcode)) {
            i--;
          }
        }
        case STORE_FAST -> {
          // The first of two stores into the same variable.
          if (nextOp == STORE_FAST && instr.arg == next.arg && instr.loc.line == next.loc.line) {
            instr.set(POP_TOP, 0);
          }
        }
        case SWAP -> {
          if (instr.arg == 1) {
            instr.toNop();
          }
        }
        case LOAD_GLOBAL -> {
          if (nextOp == PUSH_NULL && (instr.arg & 1) == 0) {
            instr.arg |= 1;
            next.toNop();
          }
        }
        case COMPARE_OP -> {
          if (nextOp == TO_BOOL) {
            next.set(COMPARE_OP, instr.arg | CompareOp.TO_BOOL);
            instr.toNop();
          }
        }
        case CONTAINS_OP, IS_OP -> {
          if (nextOp == TO_BOOL || nextOp == UNARY_NOT) {
            next.set(instr.opcode, nextOp == TO_BOOL ? instr.arg : instr.arg ^ 1);
            instr.toNop();
          }
        }
        case TO_BOOL -> {
          if (nextOp == TO_BOOL) {
            instr.toNop();
          }
        }
        case UNARY_NOT -> unaryNot(b, i, instr, next);
        case UNARY_INVERT, UNARY_NEGATIVE, BINARY_OP, CALL_INTRINSIC_1 -> folding.operation(b, i, nextOp);
        default -> {
          // Stays.
        }
      }
    }
    SwapOptimizer.optimize(b);
  }

  private void buildTuple(Block b, int at, Instr instr, Instr next) {
    if (next != null && next.opcode == UNPACK_SEQUENCE && instr.arg == next.arg && instr.arg >= 1 && instr.arg <= 3) {
      instr.toNop();
      if (next.arg == 1) {
        next.toNop();
      } else {
        next.opcode = SWAP;
      }
      return;
    }
    folding.tuple(b, at);
  }

  private void unaryNot(Block b, int at, Instr instr, Instr next) {
    if (next != null && next.opcode == TO_BOOL) {
      instr.toNop();
      next.set(UNARY_NOT, 0);
    } else if (next != null && next.opcode == UNARY_NOT) {
      instr.toNop();
      next.toNop();
    } else {
      folding.operation(b, at, 0);
    }
  }

  private static int firstOpcode(Block b) {
    return b.size == 0 ? 0 : b.code[0].opcode;
  }

  /**
   * In "a and b or c": the way of an "and" that ends in the test of an "or" is known already. Returns by how much to step back.
   */
  private static int threadShortCircuit(Block b, Instr instr, int opposite) {
    int first = firstOpcode(instr.target);
    if (first == Pseudo.JUMP || first == instr.opcode) {
      return thread(b, instr, instr.opcode) ? 1 : 0;
    }
    if (first == opposite) {
      instr.target = instr.target.next;
      return 1;
    }
    return 0;
  }

  /** Lets a jump to a jump go to its end at once. */
  private static boolean thread(Block b, Instr jump, int opcode) {
    Instr second = jump.target.code[0];
    if (jump.target == second.target) {
      return false;
    }
    jump.toNop();
    b.addJump(opcode, second.target, second.loc);
    return true;
  }
}
