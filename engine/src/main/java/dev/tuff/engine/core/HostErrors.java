package dev.tuff.engine.core;

import dev.tuff.host.Errno;
import dev.tuff.host.HostException;

/** OSErrors out of what the host reports. */
public final class HostErrors {
  private HostErrors() {}

  /** {@code OSError(errno, strerror)} without a file name. */
  public static PyException of(HostException e) {
    return Errors.osError(e.errno(), Errno.message(e.errno()));
  }

  /** With the file name as the program gave it. */
  public static PyException of(HostException e, Object filename) {
    return Errors.osError(e.errno(), Errno.message(e.errno()), filename);
  }

  public static PyException of(HostException e, Object filename, Object filename2) {
    return Errors.osError(e.errno(), Errno.message(e.errno()), filename, filename2);
  }

  public static PyException of(int errno) {
    return Errors.osError(errno, Errno.message(errno));
  }
}
