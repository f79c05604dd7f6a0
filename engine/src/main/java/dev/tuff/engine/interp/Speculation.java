package dev.tuff.engine.interp;

/** What compiling a code object has taught: which of its instructions speculation is lost on. */
public final class Speculation {
  /** An instruction may be wrong so often: caches that were young learn. */
  private static final int MAX_TRIES = 2;

  private final byte[] tries;

  public Speculation(int instructions) {
    tries = new byte[instructions];
  }

  /** The code was compiled in vain, because a guard of this instruction has failed too often. */
  synchronized void failed(int instruction) {
    if (tries[instruction] < MAX_TRIES) {
      tries[instruction]++;
    }
  }

  /** Whether to leave the instruction to the interpreter. */
  public synchronized boolean isLost(int instruction) {
    return tries[instruction] >= MAX_TRIES;
  }
}
