package dev.tuff.jit.hir;

import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.interp.StaticCallee.ResultCheck;

/**
 * A running of a function in a unit: the unit's own, or that of an inlined call. It has a frame only when something may look at it.
 *
 * @param caller the one with the call; null for the unit's own
 * @param function what is called; null for the unit's own
 * @param alike whether what is called may be another function with the code and the namespaces of that one: it is the last of the arguments then
 * @param constructs whether the function is the {@code __init__} of a new object, its first argument
 * @param check what the result must pass; null for nothing
 * @param operator whether the function is an operator's method, which may leave it to that of the other operand
 * @param call the instruction of the call
 * @param height where its result goes on the caller's stack
 */
public record Activation(int id, Activation caller, PyCode code, PyFunction function, boolean alike, boolean constructs, ResultCheck check,
    boolean operator, int call, int height) {
  @Override
  public boolean equals(Object o) {
    return this == o;
  }

  @Override
  public int hashCode() {
    return id;
  }

  /** The function that is called, of the arguments it was inlined with; null if it is known, or the unit's own. */
  public Node callee(Node[] arguments) {
    return alike ? arguments[arguments.length - 1] : null;
  }

  /** Whether something waits in the caller's frame where the result goes. */
  public boolean hasWaiting() {
    return constructs || check != null || operator;
  }

  /** How many calls it lies below the unit's own. */
  public int depth() {
    return caller == null ? 0 : caller.depth() + 1;
  }
}
