package dev.tuff.engine.bytes;

/** An object of a Java class that lends its memory by the buffer protocol (PEP 3118). */
public interface BufferExporter {
  /**
   * A view of the object's memory, which stays where it is until the view is closed.
   *
   * @param flags what the consumer can handle, of {@link BufferView#WRITABLE} and the like; a request that cannot be met is a BufferError
   */
  BufferView buffer(int flags);

  /** A view is given back. */
  default void released(BufferView view) {}
}
