package dev.tuff.engine.interp;

import dev.tuff.compiler.Code;
import dev.tuff.compiler.CodeVerifier;
import dev.tuff.compiler.Opcode;
import dev.tuff.engine.core.ThreadState;
import java.util.Arrays;

/**
 * The loop does not clear the elements of the operand stack that it pops: until something is pushed over them, they keep objects alive. A
 * collection that the program asks for clears them first, so that what is unreachable for the program is so for the JVM.
 */
public final class DeadOperands {
  private DeadOperands() {}

  /** Clears the dead elements in the frames that run in this thread. */
  public static void clear(ThreadState ts) {
    for (PyFrame f = ts.frame; f != null; f = f.back) {
      Code code = f.code.code;
      if (f.lasti < 0) {
        continue;
      }
      int depth = CodeVerifier.depths(code)[f.lasti];
      if (depth >= 0) {
        int live = f.code.nfast + Math.max(0, depth - consumed(code.instructions()[f.lasti]));
        Arrays.fill(f.fast, live, f.fast.length, null);
      }
    }
  }

  /** Clears the operand stack of a frame that an exception leaves: tracebacks keep the frame. */
  static void clear(PyFrame f) {
    Object[] fast = f.fast;
    for (int i = f.code.nfast; i < fast.length; i++) {
      fast[i] = null;
    }
  }

  /** What a call under way has taken over from the stack. */
  private static int consumed(int instruction) {
    int arg = Opcode.arg(instruction);
    return switch (Opcode.opcode(instruction)) {
      case Opcode.CALL -> arg + 2;
      case Opcode.CALL_KW -> arg + 3;
      case Opcode.CALL_FUNCTION_EX -> 4;
      default -> 0;
    };
  }
}
