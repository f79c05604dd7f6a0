package dev.tuff.engine.interp;

import dev.tuff.engine.core.ThreadState;

/** What a tier above the interpreter makes of a code object: from one of its instructions to its end. */
public abstract class CompiledCode {
  /** What {@link #run} gives if the interpreter is to go on with the frame, which is then in its exact state. */
  public static final Object LEFT = new Object();

  /** The instruction that this starts at. */
  public final int entry;

  /** Cleared when the code is to be compiled anew: other units may have this one for their constant. */
  boolean valid = true;

  /** How often each instruction's guard has failed. */
  private final int[] failures;

  protected CompiledCode(int entry, int instructions) {
    this.entry = entry;
    failures = new int[instructions];
  }

  /**
   * Runs the thread's current frame, which stands at {@link #entry}, to its end.
   *
   * @return what the frame returns, or {@link #LEFT}
   * @throws RuntimeException an exception of the instruction that {@code frame.lasti} names; the frame is in its exact state
   */
  public abstract Object run(ThreadState ts, PyFrame frame);

  /** Counts a failed guard; how often it has failed now. */
  int failed(int instruction) {
    return ++failures[instruction];
  }
}
