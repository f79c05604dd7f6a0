package dev.tuff.stdlib.os;

/** File descriptors as arguments of other modules. */
public final class PosixDescriptor {
  private PosixDescriptor() {}

  /** A number, or the {@code fileno()} of an object; not negative. */
  public static int of(Object o) {
    int fd = PathArgument.descriptor(o);
    if (fd < 0) {
      throw dev.tuff.engine.core.Errors.valueError("file descriptor cannot be a negative integer (" + fd + ")");
    }
    return fd;
  }
}
