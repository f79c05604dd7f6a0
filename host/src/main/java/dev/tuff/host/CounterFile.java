package dev.tuff.host;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A file that is read as a number of 8 bytes and makes its readers wait for it to be more than nothing: eventfd, timerfd. */
abstract class CounterFile extends OpenFile {
  private static final int SIZE = 8;

  /** Takes the number; 0 if there is none yet. The caller holds the monitor. */
  abstract long take();

  /** Waits for a change, with the monitor held. */
  abstract void pause() throws InterruptedException;

  @Override
  public int read(byte[] bytes, int offset, int length) {
    if (length < SIZE) {
      throw new HostException(Errno.EINVAL);
    }
    Interruption i = Interruption.current();
    while (true) {
      i.waiting(this::changed);
      try {
        synchronized (this) {
          long n = take();
          if (n != 0) {
            ByteBuffer.wrap(bytes, offset, SIZE).order(ByteOrder.nativeOrder()).putLong(n);
            return SIZE;
          }
          if (!blocking()) {
            return -1;
          }
          pause();
        }
      } catch (InterruptedException e) {
        throw new HostException(Errno.EINTR);
      } finally {
        i.waiting(null);
      }
      i.check();
    }
  }

  /** Has those who wait look again. */
  synchronized void changed() {
    notifyAll();
  }

  @Override
  public FileStatus status() {
    return FileStatus.anonymous(0, System.identityHashCode(this), 0, 0);
  }

  @Override
  protected void close() {
    changed();
  }
}
