package dev.tuff.engine.interp;

/** What compiling a code object has taught: on which of its instructions speculation is lost. */
public final class Speculation {
  /** An instruction that keeps changing its form is wrong so often, then lost. */
  private static final int MAX_TRIES = 12;
  private static final int TRY = 4;

  /** The form of a guard whose failure says that the instruction's cache has grown: less of a fault. */
  public static final int LEARNING = 0;

  /** The form of a handler that a unit has not got. */
  static final int HANDLER = 1;

  /** After so many failures of one guard its unit is given up. */
  private static final int MAX_FAILURES = 16;

  /** After the interpreter has done an instruction so often for compiled code, its cache may know better. */
  private static final int MAX_STAYS = 100;

  /** After so many calls of static functions that were not compiled then: those may never be again, and mostly are in some milliseconds. */
  private static final int MAX_REFUSALS = 4_000;

  /** After so many times that compiled code was left where an operation could not do an instruction, the interpreter does it for compiled code. */
  private static final int MAX_STRAYS = 4;

  private int refusals;

  /** For each instruction, how often compiled code was left there because its operation could not do it. */
  private final byte[] strays;

  /** For each instruction, how often the interpreter did it because its operation could not; -1: compiled anew for that already. */
  private final byte[] stays;

  /** For each instruction, how often its guards have failed since a unit was given up because of it. */
  private final byte[] failures;

  /** How often units were given up because of it, and the form that it had. */
  private final byte[] tries;
  private final byte[] forms;

  /** For each instruction, whether a unit shall start there: {@link #ASKED}, {@link #REFUSED}. */
  private final byte[] starts;

  /** A unit was wanted for it, when there were others of the code. */
  private static final byte ASKED = 1;

  /** There can be none. */
  private static final byte REFUSED = 2;

  /** How often the code was called since it has units for loops. */
  private int calls;

  public Speculation(int instructions) {
    starts = new byte[instructions + 1];
    strays = new byte[instructions];
    stays = new byte[instructions];
    failures = new byte[instructions];
    tries = new byte[instructions];
    forms = new byte[instructions];
  }

  /**
   * Whether to compile from an instruction now. Where the code has units already, this loop has not run often: its caches have to learn first.
   *
   * @param others whether the code has units
   */
  synchronized boolean wants(int start, boolean others) {
    if (starts[start] == REFUSED) {
      return false;
    }
    boolean wants = !others || starts[start] == ASKED;
    starts[start] = ASKED;
    return wants;
  }

  /** The same for the start of code that has units for loops already: whether it is called often, too. */
  boolean wantsStart(int start, int threshold) {
    return ++calls >= threshold && !isRefused(start);
  }

  /** Whether a unit has been wanted that starts there. */
  public synchronized boolean isWanted(int start) {
    return starts[start] == ASKED;
  }

  public synchronized boolean isRefused(int start) {
    return starts[start] == REFUSED;
  }

  synchronized void refuse(int start) {
    starts[start] = REFUSED;
  }

  /** A guard of an instruction has failed, or an exception has left compiled code for a handler there; whether that was once too often. */
  synchronized boolean fails(int instruction) {
    if (++failures[instruction] < MAX_FAILURES) {
      return false;
    }
    failures[instruction] = 0;
    return true;
  }

  /** A call could not be made because the callee is given up, and to be compiled anew; whether that was once too often. */
  synchronized boolean refuses() {
    if (++refusals < MAX_REFUSALS) {
      return false;
    }
    refusals = 0;
    return true;
  }

  /** Compiled code is left because an operation could not do its instruction; whether that was once too often. */
  synchronized boolean strays(int instruction) {
    if (strays[instruction] < MAX_STRAYS) {
      strays[instruction]++;
    }
    return strays[instruction] == MAX_STRAYS;
  }

  /**
   * Whether the interpreter shall do the instruction where its operation cannot, and compiled code goes on behind it. As long as that has not happened it is
   * not expected: code that need not go on there is shorter, and knows that no other code has run.
   */
  public synchronized boolean isExpectedToStay(int instruction, int form) {
    return strays[instruction] > 0 || stays[instruction] != 0 || isLost(instruction, form);
  }

  /** The interpreter does an instruction because its operation cannot; whether to compile anew with what its cache knows now, once for each. */
  boolean stays(int instruction) {
    if (stays[instruction] < 0 || ++stays[instruction] < MAX_STAYS) {
      return false;
    }
    // those that are about to come to it as well learn by the same unit
    for (int i = 0; i < stays.length; i++) {
      if (stays[i] > MAX_STAYS / 4) {
        stays[i] = -1;
      }
    }
    return true;
  }

  /** Whether the interpreter had to do the instruction often, and the operation that compiled code had for it may fail again. */
  public boolean isHard(int instruction) {
    return stays[instruction] < 0;
  }

  /** Whether no guard of the instruction is worth another try. */
  public synchronized boolean isHopeless(int instruction) {
    return tries[instruction] >= MAX_TRIES;
  }

  /** A unit is given up: a guard of this instruction, of this specialised form, has failed too often. */
  synchronized void givenUp(int instruction, int form) {
    if (tries[instruction] < MAX_TRIES) {
      tries[instruction] += form == LEARNING ? 1 : TRY;
    }
    forms[instruction] = (byte) form;
  }

  /** Whether to leave the instruction to the interpreter: in the same form it would fail again. */
  public synchronized boolean isLost(int instruction, int form) {
    return isHopeless(instruction) || tries[instruction] > 0 && forms[instruction] == (byte) form && form != LEARNING;
  }
}
