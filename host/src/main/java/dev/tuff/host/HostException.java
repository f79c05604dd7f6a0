package dev.tuff.host;

/** A failed operation of the outside world: an error number, and the paths it is about. Has no Java stack trace: it becomes an OSError. */
public final class HostException extends RuntimeException {
  private final int errno;
  private final String path;
  private final String path2;

  public HostException(int errno) {
    this(errno, null, null);
  }

  public HostException(int errno, String path) {
    this(errno, path, null);
  }

  public HostException(int errno, String path, String path2) {
    super(null, null, false, false);
    this.errno = errno;
    this.path = path;
    this.path2 = path2;
  }

  public int errno() {
    return errno;
  }

  /** The path that the operation was about, or null. */
  public String path() {
    return path;
  }

  public String path2() {
    return path2;
  }

  @Override
  public String getMessage() {
    return "[Errno " + errno + "] " + Errno.message(errno) + (path == null ? "" : ": " + path);
  }
}
