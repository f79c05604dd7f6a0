package dev.tuff.engine.interp;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.compiler.Code;
import dev.tuff.compiler.Opcode;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.core.Warnings;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.exception.PyBaseException;
import dev.tuff.engine.number.PyInt;
import java.util.Arrays;

/**
 * {@code frame.f_lineno = line} in a trace function: makes the frame go on elsewhere.
 *
 * <p>A place can be jumped to if what must lie on the operand stack there does lie there: stacks are compared by the kinds of their items,
 * found for every instruction by running the code over kinds. A stack is a {@code long}, three bits an item, the top lowest.
 */
final class FrameJump {
  private static final int ITERATOR = 1;
  private static final int EXCEPT = 2;
  private static final int OBJECT = 3;
  private static final int NULL = 4;
  private static final int LASTI = 5;
  private static final int BITS = 3;
  private static final long UNREACHED = -2;
  private static final long TOO_DEEP = -1;
  private static final int MAX_ITEMS = 63 / BITS;

  private FrameJump() {}

  static void to(PyFrame frame, Object value) {
    ThreadState ts = ThreadState.current();
    if (!PyInt.isInt(value)) {
      throw Errors.valueError("lineno must be an integer");
    }
    if (ts.traceEvent == null || ts.tracedFrame != frame) {
      throw Errors.valueError("f_lineno can only be set in a trace function");
    }
    checkEvent(frame, ts.traceEvent);
    long line = dev.tuff.engine.core.Convert.toInt(value);
    Code code = frame.code.code;
    if (line < code.firstLine) {
      throw Errors.valueError("line " + line + " comes before the current code block");
    }
    int[] lines = firstOfLines(code);
    long target = Long.MAX_VALUE;
    for (int l : lines) {
      if (l >= line && l < target) {
        target = l;
      }
    }
    if (target == Long.MAX_VALUE) {
      throw Errors.valueError("line " + line + " comes after the current code block");
    }
    long[] stacks = stacks(frame);
    long from = stacks[frame.lasti];
    long best = UNREACHED;
    int at = -1;
    String problem = "cannot find bytecode for specified line";
    for (int i = 0; i < lines.length; i++) {
      if (lines[i] != target) {
        continue;
      }
      if (compatible(from, stacks[i])) {
        if (stacks[i] > best) {
          best = stacks[i];
          at = i;
        }
      } else if (at < 0) {
        problem = from == TOO_DEEP ? "stack to deep to analyze"
            : from == UNREACHED ? "can't jump from unreachable code" : explain(stacks[i]);
      }
    }
    if (at < 0) {
      throw Errors.valueError(problem);
    }
    bindLocals(frame);
    unstack(ts, frame, from, best);
    frame.extras().jump = at;
  }

  /** The frame can go on elsewhere from where a line begins, a branch is taken or something is yielded. */
  private static void checkEvent(PyFrame frame, String event) {
    int op = Opcode.parent(Opcode.opcode(frame.code.instructions[Math.max(0, frame.lasti)] & ~Instrumentation.MARK));
    switch (event) {
      case "call", "PY_START" -> throw Errors.valueError("can't jump from the 'call' trace event of a new frame");
      case "line", "LINE", "JUMP", "PY_YIELD" -> {}
      case "BRANCH_LEFT", "BRANCH_RIGHT" -> {
        if (op == FOR_ITER) {
          throw Errors.valueError("can only jump from a 'line' trace event");
        }
      }
      default -> {
        if (!event.equals("return") || op != YIELD_VALUE) {
          throw Errors.valueError("can only jump from a 'line' trace event");
        }
      }
    }
  }

  /** The line of each instruction that is the first of its line in a row, -1 for the others. */
  private static int[] firstOfLines(Code code) {
    int[] lines = code.lines();
    int[] first = new int[lines.length];
    int last = -1;
    for (int i = 0; i < lines.length; i++) {
      first[i] = lines[i] != last && lines[i] > 0 ? lines[i] : -1;
      last = lines[i] > 0 ? lines[i] : last;
    }
    return first;
  }

  private static void bindLocals(PyFrame frame) {
    int unbound = 0;
    byte[] kinds = frame.code.code.localsPlusKinds;
    for (int i = 0; i < kinds.length; i++) {
      if ((kinds[i] & Code.FAST_LOCAL) != 0 && frame.fast[i] == null) {
        unbound++;
      }
    }
    if (unbound > 0) {
      Warnings.warn(Exceptions.RuntimeWarning, "assigning None to " + unbound + " unbound local" + (unbound == 1 ? "" : "s"), 1);
      for (int i = 0; i < kinds.length; i++) {
        if ((kinds[i] & Code.FAST_LOCAL) != 0 && frame.fast[i] == null) {
          frame.fast[i] = Py.None;
        }
      }
    }
  }

  private static void unstack(ThreadState ts, PyFrame frame, long from, long to) {
    while (from > to) {
      Object v = frame.fast[--frame.sp];
      frame.fast[frame.sp] = null;
      if (top(from) == EXCEPT) {
        ts.handling.value = v instanceof PyBaseException e ? e : null;
      }
      from >>>= BITS;
    }
  }

  // ---- stacks of kinds

  private static int top(long stack) {
    return (int) (stack & (1 << BITS) - 1);
  }

  private static int depth(long stack) {
    int n = 0;
    for (; stack > 0; stack >>>= BITS) {
      n++;
    }
    return n;
  }

  private static long push(long stack, int kind) {
    return stack < 0 || depth(stack) >= MAX_ITEMS ? TOO_DEEP : stack << BITS | kind;
  }

  private static long pop(long stack, int n) {
    return stack < 0 ? stack : stack >>> BITS * n;
  }

  private static int peek(long stack, int n) {
    return top(stack >>> BITS * (n - 1));
  }

  private static boolean compatible(long from, long to) {
    if (from < 0 || to < 0) {
      return false;
    }
    while (from > to) {
      from >>>= BITS;
    }
    while (from != 0) {
      int have = top(from);
      int want = top(to);
      boolean fits = want == OBJECT ? have != NULL : want == NULL || want != 0 && have == want;
      if (!fits) {
        return false;
      }
      from >>>= BITS;
      to >>>= BITS;
    }
    return to == 0;
  }

  private static String explain(long to) {
    if (to == TOO_DEEP) {
      return "stack is too deep to analyze";
    }
    if (to == UNREACHED) {
      return "can't jump into an exception handler, or code may be unreachable";
    }
    return switch (top(to)) {
      case EXCEPT -> "can't jump into an 'except' block as there's no exception";
      case LASTI -> "can't jump into a re-raising block as there's no location";
      case ITERATOR -> "can't jump into the body of a for loop";
      default -> "incompatible stacks";
    };
  }

  /** The stack in front of each instruction. */
  private static long[] stacks(PyFrame frame) {
    int[] ins = frame.code.code.instructions();
    long[] stacks = new long[ins.length + 1];
    Arrays.fill(stacks, UNREACHED);
    // a generator's frame starts with what is sent on it
    stacks[0] = frame.code.suspendable ? push(0, OBJECT) : 0;
    int[] table = frame.code.code.exceptionTable();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < ins.length; i++) {
        if (stacks[i] != UNREACHED) {
          changed |= step(ins[i], i, stacks);
        }
      }
      for (int e = 0; e < table.length; e += 5) {
        int handler = table[e + 2];
        if (stacks[table[e]] != UNREACHED && stacks[handler] == UNREACHED) {
          long s = stacks[table[e]];
          while (depth(s) > table[e + 3]) {
            s = pop(s, 1);
          }
          s = table[e + 4] != 0 ? push(s, LASTI) : s;
          stacks[handler] = push(s, EXCEPT);
          changed = true;
        }
      }
    }
    return stacks;
  }

  private static boolean set(long[] stacks, int i, long stack) {
    if (stacks[i] != UNREACHED) {
      return false;
    }
    stacks[i] = stack;
    return true;
  }

  private static boolean step(int instruction, int i, long[] stacks) {
    int op = Opcode.opcode(instruction);
    int arg = Opcode.arg(instruction);
    long s = stacks[i];
    switch (op) {
      case POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE, POP_JUMP_IF_NONE, POP_JUMP_IF_NOT_NONE:
        return set(stacks, arg, pop(s, 1)) | set(stacks, i + 1, pop(s, 1));
      case SEND:
        return set(stacks, arg, s) | set(stacks, i + 1, s);
      case JUMP_BACKWARD, JUMP_BACKWARD_NO_INTERRUPT, JUMP_FORWARD:
        return set(stacks, arg, s);
      case FOR_ITER:
        return set(stacks, arg, push(s, OBJECT)) | set(stacks, i + 1, push(s, OBJECT));
      case RETURN_VALUE, RAISE_VARARGS, RERAISE:
        return false;
      default:
        return set(stacks, i + 1, after(op, arg, s));
    }
  }

  private static long after(int op, int arg, long s) {
    switch (op) {
      case RETURN_GENERATOR:
        return s;
      case GET_ITER, GET_AITER:
        return push(pop(s, 1), ITERATOR);
      case PUSH_EXC_INFO:
        return push(s, EXCEPT);
      case PUSH_NULL:
        return push(s, NULL);
      case LOAD_GLOBAL:
        s = push(s, OBJECT);
        return (arg & 1) != 0 ? push(s, NULL) : s;
      case LOAD_ATTR:
        return (arg & 1) != 0 ? push(s, NULL) : s;
      case COPY:
        return push(s, peek(s, arg));
      case SWAP: {
        int a = top(s);
        int b = peek(s, arg);
        int shift = BITS * (arg - 1);
        long mask = (1 << BITS) - 1;
        return s & ~mask & ~(mask << shift) | b | (long) a << shift;
      }
      default: {
        int effect = Opcode.stackEffect(op, arg);
        for (; effect < 0; effect++) {
          s = pop(s, 1);
        }
        for (; effect > 0; effect--) {
          s = push(s, OBJECT);
        }
        return s;
      }
    }
  }
}
