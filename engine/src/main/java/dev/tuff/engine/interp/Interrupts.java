package dev.tuff.engine.interp;

import dev.tuff.engine.core.ThreadState;

/** What other threads want of a running one: signals, asynchronous exceptions. Looked at on backward jumps and on entry. */
final class Interrupts {
  private Interrupts() {}

  static void handle(ThreadState ts) {
    ts.runPending();
  }
}
