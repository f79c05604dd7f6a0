package dev.tuff.engine.interp;

/** What compiling a code object has taught: on which of its instructions speculation is lost. */
public final class Speculation {
  /** An instruction that keeps changing its form is wrong so often, then lost. */
  private static final int MAX_TRIES = 3;

  /** After so many failures of one guard its unit is given up. */
  private static final int MAX_FAILURES = 16;

  /** For each instruction, how often its guards have failed since a unit was given up because of it. */
  private final byte[] failures;

  /** How often units were given up because of it, and the form that it had. */
  private final byte[] tries;
  private final byte[] forms;

  public Speculation(int instructions) {
    failures = new byte[instructions];
    tries = new byte[instructions];
    forms = new byte[instructions];
  }

  /** A guard of an instruction has failed, or an exception has left compiled code for a handler there; whether that was once too often. */
  synchronized boolean fails(int instruction) {
    if (++failures[instruction] < MAX_FAILURES) {
      return false;
    }
    failures[instruction] = 0;
    return true;
  }

  /** A unit is given up: a guard of this instruction, of this specialised form, has failed too often. */
  synchronized void givenUp(int instruction, int form) {
    if (tries[instruction] < MAX_TRIES) {
      tries[instruction]++;
    }
    forms[instruction] = (byte) form;
  }

  /** Whether to leave the instruction to the interpreter: in the same form it would fail again. */
  public synchronized boolean isLost(int instruction, int form) {
    return tries[instruction] >= MAX_TRIES || tries[instruction] > 0 && forms[instruction] == (byte) form;
  }
}
