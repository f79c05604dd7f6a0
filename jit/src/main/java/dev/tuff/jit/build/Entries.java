package dev.tuff.jit.build;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.compiler.Opcode;
import dev.tuff.engine.function.PyCode;
import java.util.ArrayList;
import java.util.List;

/** The instructions of code at which it begins, and is gone on with: after a yield, or at a handler. */
public final class Entries {
  private Entries() {}

  private static int opcode(PyCode code, int i) {
    return Opcode.parent(Opcode.opcode(code.instructions[i] & Integer.MAX_VALUE));
  }

  /**
   * The instruction behind the first RESUME, if a frame with just its arguments, checked if they have to be, can go on there; else -1: it makes
   * cells of its own before.
   */
  public static int start(PyCode code) {
    for (int i = 0; i < code.instructions.length; i++) {
      switch (opcode(code, i)) {
        case COPY_FREE_VARS, NOP, CHECK_ARGS -> {}
        case RESUME -> {
          return i + 1;
        }
        default -> {
          return -1;
        }
      }
    }
    return -1;
  }

  /** Whether the code begins with a check of its arguments. */
  public static boolean checksArguments(PyCode code) {
    return before(code, CHECK_ARGS) >= 0;
  }

  /** How many cells code that has a {@link #start} takes from its function. */
  public static int freeVariables(PyCode code) {
    int i = before(code, COPY_FREE_VARS);
    return i < 0 ? 0 : (code.instructions[i] & Integer.MAX_VALUE) >>> 8;
  }

  /** Where an instruction stands before the first RESUME; -1 if nowhere. */
  private static int before(PyCode code, int opcode) {
    for (int i = 0; i < code.instructions.length && opcode(code, i) != RESUME; i++) {
      if (opcode(code, i) == opcode) {
        return i;
      }
    }
    return -1;
  }

  /** The heads of loops of a generator or coroutine at which a unit has been wanted: all that it has will be in one. */
  public static List<Integer> wantedLoops(PyCode code) {
    List<Integer> heads = new ArrayList<>();
    for (int i = 0; i < code.instructions.length; i++) {
      int head = (code.instructions[i] & Integer.MAX_VALUE) >>> 8;
      if (opcode(code, i) == JUMP_BACKWARD && code.speculation().isWanted(head) && !heads.contains(head)) {
        heads.add(head);
      }
    }
    return heads;
  }

  /** Where a generator or coroutine goes on after its yields. */
  public static List<Integer> resumptions(PyCode code) {
    List<Integer> behind = new ArrayList<>();
    for (int i = 1; i < code.instructions.length; i++) {
      if (opcode(code, i) == RESUME) {
        behind.add(i + 1);
      }
    }
    return behind;
  }
}
