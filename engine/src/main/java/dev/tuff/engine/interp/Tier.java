package dev.tuff.engine.interp;

/** The seam to compilers: the interpreter tells one what is hot. */
public interface Tier {
  /** How many calls and backward jumps make code hot. */
  int threshold();

  /**
   * Is told that the code of a frame is hot, and has it compiled: now, or later on another thread, with {@link Tiers#attach} at the end.
   *
   * @param entry the instruction to start at, before which the frame stands: behind RESUME, or the target of a backward jump
   */
  void compile(PyFrame frame, int entry);
}
