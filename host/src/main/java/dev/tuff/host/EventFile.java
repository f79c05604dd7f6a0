package dev.tuff.host;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** eventfd(2): a counter that writing adds to and reading takes, all of it or, as a semaphore, one at a time. */
public final class EventFile extends CounterFile {
  /** The highest value, as an unsigned number: 2 to the 64th less 2. */
  private static final long MAX = -2;

  private final boolean semaphore;
  private long counter;

  public EventFile(long initial, boolean semaphore) {
    counter = initial;
    this.semaphore = semaphore;
  }

  @Override
  long take() {
    long n = semaphore && counter != 0 ? 1 : counter;
    counter -= n;
    if (n != 0) {
      notifyAll();
    }
    return n;
  }

  @Override
  void pause() throws InterruptedException {
    wait();
  }

  @Override
  public int write(byte[] bytes, int offset, int length) {
    if (length < 8) {
      throw new HostException(Errno.EINVAL);
    }
    long n = ByteBuffer.wrap(bytes, offset, 8).order(ByteOrder.nativeOrder()).getLong();
    if (n == -1) {
      throw new HostException(Errno.EINVAL);
    }
    Interruption i = Interruption.current();
    while (true) {
      i.waiting(this::changed);
      try {
        synchronized (this) {
          if (Long.compareUnsigned(n, MAX - counter) <= 0) {
            counter += n;
            notifyAll();
            return 8;
          }
          if (!blocking()) {
            return -1;
          }
          wait();
        }
      } catch (InterruptedException e) {
        throw new HostException(Errno.EINTR);
      } finally {
        i.waiting(null);
      }
      i.check();
    }
  }

  @Override
  public synchronized boolean readReady() {
    return counter != 0;
  }

  @Override
  public synchronized boolean writeReady() {
    return counter != MAX;
  }
}
