package dev.tuff.engine.interp;

import dev.tuff.engine.function.PyCode;

/** The seam to compilers: the interpreter tells one what is hot. */
public interface Tier {
  /** How many calls and backward jumps make code hot. */
  int threshold();

  /** The same for fresh code of this kind. */
  int threshold(PyCode code);

  /**
   * Is told that the code of a frame is hot, and has it compiled: now, or later on another thread, with {@link Tiers#attach} at the end.
   *
   * @param entry the instruction to start at, before which the frame stands: behind RESUME, or the target of a backward jump
   */
  void compile(PyFrame frame, int entry);

  /**
   * Is told that the interpreter goes on in the midst of a unit.
   *
   * @param frame it stands before {@code instruction}, or an earlier one; perhaps of a call that is inlined in the unit
   * @param code with the instruction that the reason belongs to
   * @param why the operation that could not go on, or HANDLER for an exception whose handler is not compiled
   */
  void left(PyFrame frame, CompiledCode unit, PyCode code, int instruction, String why);

  /**
   * Is told that all units of the code are given up, to be compiled anew.
   *
   * @param where the code with the instruction: that one, or of a function that is inlined in a unit
   * @param why the operation that failed too often at the instruction; HANDLER, STAY, TRIAL: the interpreter has learned something there
   */
  void gaveUp(PyCode code, PyCode where, int instruction, String why);

  /** Is told that the program has ended. */
  void end();
}
