package dev.tuff.host;

/** timerfd(2): read as the number of times that it has expired since it was last read. Runs by the JVM's monotonic clock. */
public final class TimerFile extends CounterFile {
  private final boolean realtime;

  /** When it expires next, by System.nanoTime. */
  private long due;
  private long interval;
  private boolean armed;

  /**
   * A timer that is not set.
   *
   * @param realtime whether absolute times are those of the real-time clock
   */
  public TimerFile(boolean realtime) {
    this.realtime = realtime;
  }

  public boolean realtime() {
    return realtime;
  }

  /** Sets it; returns what was left until it expired, and its interval. All in nanoseconds; 0 as the first stops it. */
  public synchronized long[] set(long first, long newInterval) {
    long[] before = get();
    armed = first > 0;
    due = System.nanoTime() + first;
    interval = newInterval;
    notifyAll();
    return before;
  }

  /** What is left until it expires, and its interval. */
  public synchronized long[] get() {
    long left = armed ? due - System.nanoTime() : 0;
    if (left < 0) {
      left = interval > 0 ? interval - -left % interval : 0;
    }
    return new long[] {left, interval};
  }

  @Override
  long take() {
    long late = System.nanoTime() - due;
    if (!armed || late < 0) {
      return 0;
    }
    long n = interval > 0 ? 1 + late / interval : 1;
    due += n * interval;
    armed = interval > 0;
    return n;
  }

  @Override
  void pause() throws InterruptedException {
    if (armed) {
      long left = Math.max(1, due - System.nanoTime());
      wait(left / 1_000_000, (int) (left % 1_000_000));
    } else {
      wait();
    }
  }

  @Override
  public synchronized boolean readReady() {
    return armed && due - System.nanoTime() <= 0;
  }

  @Override
  public boolean writeReady() {
    return false;
  }

  @Override
  public int write(byte[] bytes, int offset, int length) {
    throw new HostException(Errno.EINVAL);
  }
}
