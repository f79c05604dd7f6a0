package dev.tuff.engine.interp;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.compiler.Opcode;
import dev.tuff.engine.function.PyCode;
import java.util.BitSet;

/** What monitoring knows of one code object: where its lines begin, what is wanted there, and what tools have disabled where. */
public final class CodeMonitoring {
  private final PyCode code;

  /** Lines of the instructions; -1 for none. */
  private final int[] lines;

  /** Where a line event may be due. */
  private final BitSet lineStarts = new BitSet();

  /** Events wanted in this code. */
  int active;

  /** For each tool, the pairs (instruction, event) that it has disabled, as {@code instruction * COUNT + event}. */
  private final BitSet[] disabled = new BitSet[Monitoring.TOOLS];
  private Object epoch;

  CodeMonitoring(PyCode code) {
    this.code = code;
    lines = code.code.lines();
    findLines();
  }

  private int op(int i) {
    return Opcode.parent(Opcode.opcode(code.instructions[i]));
  }

  private int arg(int i) {
    return Opcode.arg(code.instructions[i] & ~Instrumentation.MARK);
  }

  /** A line begins where the line changes, and where a jump or a handler comes in from another line. */
  private void findLines() {
    int n = lines.length;
    int first = 0;
    while (first < n && op(first) != RESUME) {
      first++;
    }
    int current = -1;
    for (int i = first; i < n; i++) {
      int op = op(i);
      if (op == END_FOR || op == END_SEND || op == RESUME || op == POP_ITER || op == END_ASYNC_FOR) {
        continue;
      }
      if (lines[i] != current && lines[i] > 0) {
        lineStarts.set(i);
      }
      current = lines[i];
    }
    for (int i = first; i < n; i++) {
      if (Opcode.isJump(op(i)) && op(i) != END_ASYNC_FOR) {
        int target = arg(i);
        while (target < n && (op(target) == END_FOR || op(target) == POP_ITER || op(target) == END_SEND)) {
          target++;
        }
        if (target < n && lines[target] > 0 && lines[target] != lines[i] && op(target) != RESUME) {
          lineStarts.set(target);
        }
      }
    }
    int[] table = code.code.exceptionTable();
    for (int i = 0; i < table.length; i += 5) {
      if (lines[table[i + 2]] > 0) {
        lineStarts.set(table[i + 2]);
      }
    }
  }

  int line(int i) {
    return lines[i];
  }

  boolean startsLine(int i) {
    return lineStarts.get(i);
  }

  /** Marks the instructions at which one of these events may happen, and no others. */
  void mark(int events) {
    active = events;
    int[] ins = code.instructions;
    if (events != 0) {
      Pairs.split(ins);
    }
    for (int i = 0; i < ins.length; i++) {
      ins[i] = (events & eventsAt(i)) != 0 ? ins[i] | Instrumentation.MARK : ins[i] & ~Instrumentation.MARK;
    }
  }

  private int eventsAt(int i) {
    int op = op(i);
    int events = (op == RESUME ? 0 : 1 << Events.INSTRUCTION) | (lineStarts.get(i) ? 1 << Events.LINE : 0);
    return events | switch (op) {
      case RESUME -> arg(i) % 4 == 0 ? 1 << Events.PY_START : 1 << Events.PY_RESUME;
      case RETURN_VALUE -> 1 << Events.PY_RETURN;
      case YIELD_VALUE -> 1 << Events.PY_YIELD;
      case CALL, CALL_KW, CALL_FUNCTION_EX, LOAD_SUPER_ATTR -> 1 << Events.CALL | 1 << Events.C_RETURN | 1 << Events.C_RAISE;
      case JUMP_FORWARD, JUMP_BACKWARD -> 1 << Events.JUMP;
      case POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE, POP_JUMP_IF_NONE, POP_JUMP_IF_NOT_NONE, END_ASYNC_FOR ->
          1 << Events.BRANCH_LEFT | 1 << Events.BRANCH_RIGHT;
      case NOT_TAKEN -> i > 0 && op(i - 1) == END_SEND ? 1 << Events.BRANCH_LEFT : 0;
      case FOR_ITER -> 1 << Events.BRANCH_LEFT | 1 << Events.BRANCH_RIGHT | 1 << Events.RAISE;
      case SEND -> 1 << Events.STOP_ITERATION | 1 << Events.RAISE;
      default -> 0;
    };
  }

  boolean isDisabled(int tool, int event, int at, Object currentEpoch) {
    if (epoch != currentEpoch) {
      java.util.Arrays.fill(disabled, null);
      epoch = currentEpoch;
    }
    return disabled[tool] != null && disabled[tool].get(at * Events.COUNT + event);
  }

  void disable(int tool, int event, int at) {
    if (disabled[tool] == null) {
      disabled[tool] = new BitSet();
    }
    disabled[tool].set(at * Events.COUNT + event);
  }
}
