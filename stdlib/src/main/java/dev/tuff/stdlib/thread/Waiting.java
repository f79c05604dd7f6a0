package dev.tuff.stdlib.thread;

import dev.tuff.engine.core.ThreadState;
import java.util.concurrent.locks.LockSupport;

/**
 * Waiting so that signals get through: a thread parks, and whoever has something for it unparks it. Java's own interruption is not used: it
 * would close the channel that a thread reads from.
 */
public final class Waiting {
  private Waiting() {}

  /** Runs what other threads asked of this one; handlers of signals may raise. */
  public static void check(ThreadState ts) {
    if (ts.interrupted) {
      ts.runPending();
    }
  }

  public static void sleep(ThreadState ts, long nanos) {
    if (nanos == 0) {
      Thread.yield();
      check(ts);
      return;
    }
    long end = System.nanoTime() + nanos;
    for (long left = nanos; left > 0; left = end - System.nanoTime()) {
      check(ts);
      LockSupport.parkNanos(left);
    }
    check(ts);
  }
}
