package dev.tuff.stdlib;

import dev.tuff.host.Errno;
import dev.tuff.host.FileStatus;
import dev.tuff.host.FileSystem;
import dev.tuff.host.HostException;
import dev.tuff.host.OpenFile;

/** A file of the library, or one of its folders, opened to be read. */
final class LibraryFile extends OpenFile {
  private final String path;

  /** Null for a folder. */
  private final byte[] bytes;
  private final FileStatus status;
  private long position;

  LibraryFile(String path, byte[] bytes, FileStatus status) {
    this.path = path;
    this.bytes = bytes;
    this.status = status;
  }

  @Override
  public synchronized int read(byte[] to, int offset, int length) {
    int n = readAt(to, offset, length, position);
    position += n;
    return n;
  }

  @Override
  public int readAt(byte[] to, int offset, int length, long from) {
    if (bytes == null) {
      throw new HostException(Errno.EISDIR, path);
    }
    int n = (int) Math.max(0, Math.min(length, bytes.length - from));
    if (n > 0) {
      System.arraycopy(bytes, (int) from, to, offset, n);
    }
    return n;
  }

  @Override
  public synchronized long seek(long offset, int whence) {
    long to = switch (whence) {
      case SEEK_SET -> offset;
      case SEEK_CUR -> position + offset;
      case SEEK_END -> status.size() + offset;
      default -> -1;
    };
    if (to < 0) {
      throw new HostException(Errno.EINVAL, path);
    }
    position = to;
    return to;
  }

  @Override
  public FileStatus status() {
    return status;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public int flags() {
    return FileSystem.O_RDONLY;
  }

  @Override
  protected void close() {}
}
