package dev.tuff.engine.core;

/** A Java thread that runs Python: it has the deep stack that Python recursion needs, and carries its state without a thread-local. */
public final class PyThread extends Thread implements dev.tuff.host.Interruption {
  public final ThreadState state;

  /** @param stackSize bytes of address space for the stack; memory is used only as deep as calls go */
  public PyThread(ThreadState state, Runnable body, String name, long stackSize) {
    super(null, body, name, stackSize);
    this.state = state;
  }

  @Override
  public void waiting(Runnable waker) {
    state.waker = waker;
    if (waker != null && state.interrupted) {
      waker.run();
    }
  }

  @Override
  public void check() {
    if (state.interrupted) {
      state.runPending();
    }
  }
}
