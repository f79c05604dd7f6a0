package dev.tuff.jit.hir;

import java.util.ArrayList;
import java.util.List;

/**
 * A state of a frame: before an instruction, what is in the locals and on the stack.
 *
 * @param form the opcode that the instruction had when it was compiled
 * @param slots of the frame, as far as the stack reaches; null where the frame itself has the value already, as one that is made for it has its
 *     arguments
 * @param arguments what to make the frame with, as there may be none yet; null if there is one
 * @param caller of an inlined call
 */
public record State(Activation activation, int instruction, int form, Node[] slots, Node[] arguments, State caller) {
  /** This state and those of its callers, the unit's own first. */
  public List<State> chain() {
    List<State> chain = caller == null ? new ArrayList<>() : caller.chain();
    chain.add(this);
    return chain;
  }

  /** The arrays of values, for reading and replacing. */
  public List<Node[]> values() {
    List<Node[]> all = new ArrayList<>();
    for (State s = this; s != null; s = s.caller) {
      all.add(s.slots);
      if (s.arguments != null) {
        all.add(s.arguments);
      }
    }
    return all;
  }
}
