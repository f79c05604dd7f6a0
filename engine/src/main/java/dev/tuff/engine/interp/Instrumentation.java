package dev.tuff.engine.interp;

import dev.tuff.engine.core.ThreadState;

/**
 * Tracing, profiling and monitoring: marks instructions (the sign bit of their word), and is told by the loop before a marked one runs.
 */
final class Instrumentation {
  /** The mark of an instrumented instruction. */
  static final int MARK = 1 << 31;

  private Instrumentation() {}

  /**
   * Tells tools of the instruction at {@code at}. Returns the instruction to run: the one there without its mark, or RESYNC if it has been
   * run already or a tool made the frame go on elsewhere.
   */
  static int before(ThreadState ts, PyFrame f, int at, int sp) {
    f.lasti = at;
    return f.code.instructions[at] & ~MARK;
  }
}
