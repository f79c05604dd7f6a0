package dev.tuff.jit;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.compiler.Opcode;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.interp.Tiers;
import dev.tuff.jit.hir.Activation;
import dev.tuff.jit.hir.Graph;

/** Which calls become part of the caller's unit. */
final class Inlining {
  /** Instructions of an inlined function, and of a unit with all that is inlined: HotSpot compiles 8,000 bytes. */
  private static final int MAX_CALLEE = 100;
  private static final int MAX_UNIT = 400;
  private static final int MAX_DEPTH = 6;

  /** How often a function may be inlined in itself. */
  private static final int MAX_RECURSION = 1;

  private Inlining() {}

  /**
   * Whether to inline a call whose arguments are bound.
   *
   * @param constructs whether the function is the {@code __init__} of a new object
   */
  static boolean may(Graph graph, Activation caller, PyFunction fn, boolean constructs) {
    PyCode code = fn.code;
    return graph.inlines
        && code.plainArguments
        && !code.suspendable
        && code.instructions != null
        && code.instructions.length <= MAX_CALLEE
        && graph.instructions + code.instructions.length <= MAX_UNIT
        && code.heat < Tiers.heat()
        && code.exceptionTable.length == 0
        && code.monitoring == null
        && Entries.start(code) >= 0
        && caller.depth() < MAX_DEPTH
        && recursion(caller, code) <= MAX_RECURSION
        && (!constructs || returnsNone(code));
  }

  private static int recursion(Activation caller, PyCode code) {
    int n = 0;
    for (Activation a = caller; a != null; a = a.caller()) {
      if (a.code() == code) {
        n++;
      }
    }
    return n;
  }

  /** Whether each return is one of the constant None. */
  private static boolean returnsNone(PyCode code) {
    for (int i = 1; i < code.instructions.length; i++) {
      int before = code.instructions[i - 1] & Integer.MAX_VALUE;
      if (Opcode.opcode(code.instructions[i] & Integer.MAX_VALUE) == RETURN_VALUE
          && !(Opcode.opcode(before) == LOAD_CONST && code.consts[before >>> 8] == Py.None)) {
        return false;
      }
    }
    return true;
  }
}
