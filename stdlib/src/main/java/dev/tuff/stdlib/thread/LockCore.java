package dev.tuff.stdlib.thread;

import dev.tuff.engine.core.ThreadState;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** A lock that any thread may release, whose waiters handle signals. Taking it is one compare-and-set; a waiter parks. */
final class LockCore {
  private final AtomicBoolean taken = new AtomicBoolean();
  private final ConcurrentLinkedQueue<Thread> waiters = new ConcurrentLinkedQueue<>();

  boolean isTaken() {
    return taken.get();
  }

  boolean tryTake() {
    return taken.compareAndSet(false, true);
  }

  /** @param nanos how long to wait: 0 not at all, negative for ever */
  boolean take(ThreadState ts, long nanos) {
    return tryTake() || nanos != 0 && await(ts, nanos);
  }

  private boolean await(ThreadState ts, long nanos) {
    Thread me = Thread.currentThread();
    long end = System.nanoTime() + nanos;
    waiters.add(me);
    boolean got = false;
    try {
      while (!(got = tryTake())) {
        if (ts.interrupted) {
          ts.runPending();
        }
        if (nanos < 0) {
          LockSupport.park(this);
        } else {
          long left = end - System.nanoTime();
          if (left <= 0) {
            return false;
          }
          LockSupport.parkNanos(this, left);
        }
      }
      return true;
    } finally {
      waiters.remove(me);
      if (!got && !taken.get()) {
        // a release may have chosen this thread to wake
        wake();
      }
    }
  }

  private void wake() {
    Thread t = waiters.peek();
    if (t != null) {
      LockSupport.unpark(t);
    }
  }

  /** False if it was not taken. */
  boolean release() {
    if (!taken.compareAndSet(true, false)) {
      return false;
    }
    wake();
    return true;
  }

  void reset() {
    taken.set(false);
    wake();
  }
}
