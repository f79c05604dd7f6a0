package dev.tuff.host;

/**
 * The outside world as an interpreter sees it: everything that touches files, processes, sockets, clocks, the environment or randomness
 * goes through one of these. {@link SystemHost} is the machine itself.
 */
public interface Host extends AutoCloseable {
  /** The table of file descriptors. */
  Descriptors descriptors();

  FileSystem files();

  Processes processes();

  Network network();

  Clock clock();

  Environment environment();

  Entropy entropy();

  Signals signals();

  /** Libraries of machine code; a host that keeps programs in refuses. */
  default NativeLibraries libraries() {
    return NativeLibraries.NONE;
  }

  /** Closes all descriptors but the standard streams. */
  @Override
  default void close() {
    descriptors().closeAll();
  }
}
