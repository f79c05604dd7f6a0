package dev.tuff.jit.build;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.compiler.Code;
import dev.tuff.compiler.Opcode;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.interp.Tiers;
import dev.tuff.jit.CodeRecord;
import dev.tuff.jit.hir.Activation;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.InlinedCalls;

/** Which calls become part of the caller's unit. */
final class Inlining {
  /** How often a function may be inlined in itself. */
  private static final int MAX_RECURSION = 1;

  private Inlining() {}

  /**
   * Whether to inline a call; keeps in mind what became of it.
   *
   * @param bound its arguments; null if they could not be bound
   * @param constructs whether the function is the {@code __init__} of a new object
   */
  static boolean may(Graph graph, Activation caller, PyFunction fn, Arguments bound, boolean constructs) {
    String refusal = refusal(graph, caller, fn, bound, constructs);
    if (refusal != null) {
      graph.inlining.refuse(fn, refusal);
      return false;
    }
    graph.inlining.done.add(InlinedCalls.name(fn));
    return true;
  }

  /** Why a call is not inlined, in CinderX's words where it has one for it; null if it is. */
  private static String refusal(Graph graph, Activation caller, PyFunction fn, Arguments bound, boolean constructs) {
    PyCode code = fn.code;
    InlinedCalls.Limits limits = graph.inlining.limits;
    if (code.suspendable) {
      return "IsGenerator";
    }
    if ((code.flags & Code.CO_VARARGS) != 0) {
      return "HasVarargs";
    }
    if ((code.flags & Code.CO_VARKEYWORDS) != 0) {
      return "HasVarkwargs";
    }
    if (code.code.kwOnlyArgCount > 0) {
      return "HasKwOnlyArgs";
    }
    if (bound == null) {
      return "CalledWithMismatchedArgs";
    }
    if (code.instructions == null || !code.hasRun()) {
      return "HasNotRun";
    }
    if (CodeRecord.of(code).suppressed) {
      return "IsSuppressed";
    }
    if (recursion(caller, code) > MAX_RECURSION) {
      return "IsRecursive";
    }
    if (caller.depth() >= limits.depth()) {
      return "ExceedsDepthLimit";
    }
    if (code.instructions.length > limits.callee() || graph.instructions + code.instructions.length > limits.unit()) {
      return "ExceedsCostLimit";
    }
    if (code.exceptionTable.length > 0) {
      return "HasHandlers";
    }
    if (Tiers.isMonitored(code)) {
      return "IsMonitored";
    }
    if (Entries.start(code) < 0) {
      return "IsNoFunction";
    }
    return constructs && !returnsNone(code) ? "ReturnsFromInit" : null;
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
