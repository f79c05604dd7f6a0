package dev.tuff.engine.bytes;

import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;

/** What {@code bytes} and {@code bytearray} have in common: a run of bytes to read, and results of the same builtin type. */
public abstract class ByteSequence extends PyObject implements BufferExporter {
  protected ByteSequence(PyType type) {
    super(type);
  }

  /** The bytes as they are now. The array may be the object's own: not to be written to. */
  public abstract ByteSpan span();

  public abstract int size();

  /** A new object of the builtin type (not of a subclass) with these bytes; keeps the array. */
  abstract ByteSequence make(byte[] bytes);

  /** {@code bytes} or {@code bytearray}. */
  abstract String kind();

  /** The bytes as an array that is not to be written to. */
  public byte[] toBytes() {
    ByteSpan s = span();
    return s.from() == 0 && s.size() == s.data().length ? s.data() : s.copy();
  }
}
