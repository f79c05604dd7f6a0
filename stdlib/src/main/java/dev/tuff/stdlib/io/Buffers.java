package dev.tuff.stdlib.io;

import dev.tuff.engine.bytes.BufferView;
import dev.tuff.engine.bytes.PyByteArray;
import dev.tuff.engine.bytes.PyMemoryView;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.exception.Exceptions;
import java.util.Arrays;

/** Bytes out of and into objects with a buffer, as streams and system calls take them. */
public final class Buffers {
  private Buffers() {}

  /** The bytes of a bytes-like object; perhaps its own array: not to be written to or kept. */
  public static byte[] bytes(Object o) {
    return dev.tuff.engine.bytes.Buffers.bytes(o);
  }

  /** As {@link #bytes}, or null if {@code o} has no buffer. */
  static byte[] find(Object o) {
    return dev.tuff.engine.bytes.Buffers.find(o);
  }

  /** A buffer to write to, while it is held. */
  public static final class Writable {
    private final BufferView view;

    private Writable(BufferView view) {
      this.view = view;
    }

    public int length() {
      return view.length();
    }

    public void put(int at, byte[] from, int offset, int length) {
      System.arraycopy(from, offset, view.array, view.offset + at, length);
    }

    public void release() {
      view.close();
    }
  }

  /** The writable buffer of {@code o}; {@code function} names the caller in the error. */
  public static Writable writable(Object o, String function) {
    BufferView v;
    try {
      v = dev.tuff.engine.bytes.Buffers.find(o, BufferView.WRITABLE);
    } catch (PyException e) {
      if (!e.is(Exceptions.BufferError)) {
        throw e;
      }
      v = null;
    }
    if (v != null && v.readOnly) {
      v.close();
      v = null;
    }
    if (v == null) {
      throw Errors.typeError(function + "() argument must be read-write bytes-like object, not " + Py.typeOf(o).name());
    }
    if (!v.isCContiguous()) {
      v.close();
      throw Errors.bufferError("memoryview: underlying buffer is not C-contiguous");
    }
    return new Writable(v);
  }

  /** A buffer of our own for Python code to write to, lent as {@code object}. */
  public record Target(byte[] array, Object object) {
    byte[] copy(int length) {
      return Arrays.copyOf(array, length);
    }
  }

  /** As a memoryview. */
  static Target target(int length) {
    byte[] b = new byte[length];
    PyByteArray owner = new PyByteArray(new byte[0]);
    return new Target(b, new PyMemoryView(BufferView.ofBytes(owner, null, b, 0, length, false)));
  }
}
