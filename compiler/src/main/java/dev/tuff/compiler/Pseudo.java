package dev.tuff.compiler;

import static dev.tuff.compiler.Opcode.*;

/** Instructions that exist only between lowering and assembly, and questions about how any instruction ends a block. */
final class Pseudo {
  private Pseudo() {}

  static final int FIRST = 256;
  /** Holds the place where the set-up of a module's annotations is spliced in. */
  static final int ANNOTATIONS_PLACEHOLDER = 256;
  /** Becomes JUMP_FORWARD or JUMP_BACKWARD by where its target ends up. */
  static final int JUMP = 257;
  /** Test the top without popping it; become COPY, TO_BOOL, POP_JUMP_IF_*. */
  static final int JUMP_IF_FALSE = 258;
  static final int JUMP_IF_TRUE = 259;
  static final int JUMP_NO_INTERRUPT = 260;
  /** LOAD_FAST of a cell itself; its argument counts cells and free variables. */
  static final int LOAD_CLOSURE = 261;
  /** Ends the range of the innermost SETUP_*. */
  static final int POP_BLOCK = 262;
  /** Start a range with the handler at their target; CLEANUP and WITH also have lasti pushed, WITH keeps one value more below. */
  static final int SETUP_CLEANUP = 263;
  static final int SETUP_FINALLY = 264;
  static final int SETUP_WITH = 265;
  /** STORE_FAST of a value that may be null: the local may be unbound afterwards. */
  static final int STORE_FAST_MAYBE_NULL = 266;

  static boolean isBlockPush(int op) {
    return op == SETUP_CLEANUP || op == SETUP_FINALLY || op == SETUP_WITH;
  }

  static boolean isJump(int op) {
    return op < FIRST ? Opcode.isJump(op) : op >= JUMP && op <= JUMP_NO_INTERRUPT;
  }

  static boolean hasTarget(int op) {
    return isJump(op) || isBlockPush(op);
  }

  static boolean isUnconditionalJump(int op) {
    return op == JUMP || op == JUMP_NO_INTERRUPT || op == JUMP_FORWARD || op == JUMP_BACKWARD || op == JUMP_BACKWARD_NO_INTERRUPT;
  }

  static boolean isConditionalJump(int op) {
    return op >= POP_JUMP_IF_FALSE && op <= POP_JUMP_IF_TRUE;
  }

  static boolean exitsScope(int op) {
    return op == RETURN_VALUE || op == RAISE_VARARGS || op == RERAISE;
  }

  /** Nothing may follow in the same block. */
  static boolean isTerminator(int op) {
    return isJump(op) || exitsScope(op);
  }

  /** Instructions that check for signals, and so must have a line. */
  static boolean checksSignals(int op) {
    return switch (op) {
      case CALL, CALL_KW, CALL_FUNCTION_EX, JUMP, JUMP_BACKWARD, RESUME -> true;
      default -> false;
    };
  }

  /** Effect on the stack when the instruction falls through ({@code jump} false) or jumps. */
  static int stackEffect(int op, int arg, boolean jump) {
    if (op < FIRST) {
      return Opcode.stackEffect(op, arg);
    }
    return switch (op) {
      case LOAD_CLOSURE -> 1;
      case STORE_FAST_MAYBE_NULL -> -1;
      case SETUP_CLEANUP -> jump ? 2 : 0;
      case SETUP_FINALLY, SETUP_WITH -> jump ? 1 : 0;
      default -> 0;
    };
  }
}
