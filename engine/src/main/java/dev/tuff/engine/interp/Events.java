package dev.tuff.engine.interp;

/** The events of {@code sys.monitoring} (PEP 669), by the numbers that make their bits. */
public final class Events {
  // ORDER: as CPython 3.14 numbers them
  public static final int PY_START = 0;
  public static final int PY_RESUME = 1;
  public static final int PY_RETURN = 2;
  public static final int PY_YIELD = 3;
  public static final int CALL = 4;
  public static final int LINE = 5;
  public static final int INSTRUCTION = 6;
  public static final int JUMP = 7;
  public static final int BRANCH_LEFT = 8;
  public static final int BRANCH_RIGHT = 9;
  public static final int STOP_ITERATION = 10;
  public static final int RAISE = 11;
  public static final int EXCEPTION_HANDLED = 12;
  public static final int PY_UNWIND = 13;
  public static final int PY_THROW = 14;
  public static final int RERAISE = 15;
  public static final int C_RETURN = 16;
  public static final int C_RAISE = 17;

  /** Both branches: deprecated. */
  public static final int BRANCH = 18;
  public static final int COUNT = 19;

  /** Events up to this one belong to an instruction: they can be local to a code object, and be disabled at a place. */
  public static final int LAST_LOCAL = STOP_ITERATION;

  public static final String[] NAMES = {
    "PY_START", "PY_RESUME", "PY_RETURN", "PY_YIELD", "CALL", "LINE", "INSTRUCTION", "JUMP", "BRANCH_LEFT", "BRANCH_RIGHT",
    "STOP_ITERATION", "RAISE", "EXCEPTION_HANDLED", "PY_UNWIND", "PY_THROW", "RERAISE", "C_RETURN", "C_RAISE", "BRANCH",
  };

  /** What {@code sys.settrace} listens to. */
  static final int TRACE =
      1 << PY_START | 1 << PY_RESUME | 1 << PY_RETURN | 1 << PY_YIELD | 1 << LINE | 1 << JUMP | 1 << BRANCH_LEFT | 1 << BRANCH_RIGHT
          | 1 << STOP_ITERATION | 1 << RAISE | 1 << PY_UNWIND | 1 << PY_THROW;

  /** What {@code sys.setprofile} listens to. */
  static final int PROFILE =
      1 << PY_START | 1 << PY_RESUME | 1 << PY_RETURN | 1 << PY_YIELD | 1 << CALL | 1 << PY_UNWIND | 1 << PY_THROW | 1 << C_RETURN
          | 1 << C_RAISE;

  private Events() {}
}
