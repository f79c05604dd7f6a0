package dev.tuff.host;

import java.nio.channels.SelectableChannel;

/**
 * What a file descriptor stands for: a file, a pipe end, a socket or a standard stream. Descriptors made by {@code dup} share one; the
 * last {@link #release} closes it. All methods throw {@link HostException}.
 */
public abstract class OpenFile {
  public static final int SEEK_SET = 0;
  public static final int SEEK_CUR = 1;
  public static final int SEEK_END = 2;

  private int references = 1;
  private volatile boolean blocking = true;

  /** Reads up to {@code length} bytes: their number, 0 at the end, -1 if there are none now and reading does not block. */
  public int read(byte[] bytes, int offset, int length) {
    throw new HostException(Errno.EBADF);
  }

  /** Writes some of the bytes: their number, -1 if none can be written now and writing does not block. */
  public int write(byte[] bytes, int offset, int length) {
    throw new HostException(Errno.EBADF);
  }

  /** Reads at a place of a file without moving. */
  public int readAt(byte[] bytes, int offset, int length, long position) {
    throw new HostException(Errno.ESPIPE);
  }

  public int writeAt(byte[] bytes, int offset, int length, long position) {
    throw new HostException(Errno.ESPIPE);
  }

  /** Moves, and returns the new position. */
  public long seek(long offset, int whence) {
    throw new HostException(Errno.ESPIPE);
  }

  public void truncate(long size) {
    throw new HostException(Errno.EINVAL);
  }

  public void sync(boolean metadata) {
    throw new HostException(Errno.EINVAL);
  }

  public abstract FileStatus status();

  /** Whether this is a terminal. */
  public boolean isTerminal() {
    return false;
  }

  /** Columns and lines of a terminal. */
  public int[] terminalSize() {
    throw new HostException(Errno.ENOTTY);
  }

  /** The path that it was opened by, or null. */
  public String path() {
    return null;
  }

  /** The channel to wait for it with, or null if it is always ready. */
  public SelectableChannel selectable() {
    return null;
  }

  /** Whether reading would not block now; asked of what is not selectable. */
  public boolean readReady() {
    return true;
  }

  /** Whether this is a writing end of which all reading ends are closed, as far as can be told. */
  public boolean peerGone() {
    return false;
  }

  /** Whether writing would not block now; asked of what is not selectable. */
  public boolean writeReady() {
    return true;
  }

  /** The flags of {@code open} that still matter: access mode and append. */
  public int flags() {
    return FileSystem.O_RDWR;
  }

  /** Locks or unlocks a range of a file; false if another process holds it and {@code wait} is false. */
  public boolean lock(long start, long length, boolean shared, boolean wait) {
    throw new HostException(Errno.EBADF);
  }

  public void unlock(long start, long length) {
    throw new HostException(Errno.EBADF);
  }

  /** The number of the descriptor that the process itself has for it (0 to 2), or -1. */
  public int inheritedAs() {
    return -1;
  }

  public boolean blocking() {
    return blocking;
  }

  public void setBlocking(boolean on) {
    blocking = on;
  }

  protected abstract void close();

  final synchronized OpenFile retain() {
    references++;
    return this;
  }

  /** Gives up one reference; the last closes. */
  public final void release() {
    synchronized (this) {
      if (--references != 0) {
        return;
      }
    }
    close();
  }
}
