package dev.tuff.engine.interp;

import dev.tuff.engine.core.ThreadState;

/** What other threads want of a running one: signals, asynchronous exceptions. Looked at on backward jumps, on entry and behind calls. */
final class Interrupts {
  private Interrupts() {}

  /** On a jump back to {@code target}: what a handler raises is raised there. */
  static void backward(ThreadState ts, PyFrame f, int target, int sp) {
    f.sp = sp;
    f.lasti = target;
    handle(ts);
    f.lasti = target - 1;
  }

  static void handle(ThreadState ts) {
    ts.runPending();
  }
}
