package dev.tuff.host;

/** How a thread that waits in the host hears of signals: implemented by the threads of the interpreter. */
public interface Interruption {
  /** Of a thread that nobody interrupts. */
  Interruption NONE = new Interruption() {
    @Override
    public void waiting(Runnable waker) {}

    @Override
    public void check() {}
  };

  /** The wait that is about to start, to be ended early by running {@code waker}; null when it is over. */
  void waiting(Runnable waker);

  /** Runs what the thread was asked to; may throw. */
  void check();

  /** That of the running thread. */
  static Interruption current() {
    return Thread.currentThread() instanceof Interruption i ? i : NONE;
  }
}
