package dev.tuff.engine.interp;

/** The seam to compilers: the interpreter tells one what is hot. */
public interface Tier {
  /** How many calls and backward jumps make code hot. */
  int threshold();

  /**
   * Compiles the code of a frame.
   *
   * @param entry the instruction to start at, before which the frame stands: behind RESUME, or the target of a backward jump
   * @return null if the code is not for this tier
   */
  CompiledCode compile(PyFrame frame, int entry);
}
