package dev.tuff.jit.build;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.compiler.Opcode;
import dev.tuff.engine.function.PyCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The instructions of code at which it begins, and is gone on with: after a yield, or at a handler. */
public final class Entries {
  private Entries() {}

  private static int opcode(PyCode code, int i) {
    return Opcode.parent(Opcode.opcode(code.instructions[i] & Integer.MAX_VALUE));
  }

  /** The instruction behind the first RESUME, before which only cells are made or taken and arguments checked; -1 for code that does more. */
  public static int start(PyCode code) {
    for (int i = 0; i < code.instructions.length; i++) {
      switch (opcode(code, i)) {
        case COPY_FREE_VARS, MAKE_CELL, NOP, CHECK_ARGS -> {}
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

  /** The slots of the cells that code with a {@link #start} makes before it: those of arguments first. */
  public static int[] ownCells(PyCode code) {
    int[] slots = {};
    for (int i = 0; i < code.instructions.length && opcode(code, i) != RESUME; i++) {
      if (opcode(code, i) == MAKE_CELL) {
        slots = Arrays.copyOf(slots, slots.length + 1);
        slots[slots.length - 1] = (code.instructions[i] & Integer.MAX_VALUE) >>> 8;
      }
    }
    Arrays.sort(slots);
    return slots;
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
