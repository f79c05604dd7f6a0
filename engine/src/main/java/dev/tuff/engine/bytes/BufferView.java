package dev.tuff.engine.bytes;

import dev.tuff.engine.core.Errors;

/**
 * Memory lent by an object: a part of a Java byte array with item format, shape and strides. Item {@code i, j, …} lies at
 * {@code offset + i * strides[0] + j * strides[1] + …}. Values of more than one byte are little-endian unless the format says otherwise.
 */
public final class BufferView implements AutoCloseable {
  // request flags, the values of CPython's PyBUF_*
  public static final int SIMPLE = 0;
  public static final int WRITABLE = 1;
  public static final int FORMAT = 4;
  public static final int ND = 8;
  public static final int STRIDES = 0x10 | ND;
  public static final int C_CONTIGUOUS = 0x20 | STRIDES;
  public static final int F_CONTIGUOUS = 0x40 | STRIDES;
  public static final int ANY_CONTIGUOUS = 0x80 | STRIDES;
  public static final int INDIRECT = 0x100 | STRIDES;
  public static final int FULL_RO = INDIRECT | FORMAT;
  public static final int FULL = FULL_RO | WRITABLE;

  /** The Python object whose memory this is ({@code memoryview.obj}). */
  public final Object owner;
  public final byte[] array;
  public final int offset;
  public final boolean readOnly;
  public final String format;
  public final int itemSize;
  public final int[] shape;
  public final int[] strides;
  private BufferExporter exporter;

  public BufferView(Object owner, BufferExporter exporter, byte[] array, int offset, boolean readOnly, String format, int itemSize,
      int[] shape, int[] strides) {
    this.owner = owner;
    this.exporter = exporter;
    this.array = array;
    this.offset = offset;
    this.readOnly = readOnly;
    this.format = format;
    this.itemSize = itemSize;
    this.shape = shape;
    this.strides = strides;
  }

  /** A view of {@code length} contiguous bytes; {@code exporter} is told when it is closed (null: nobody). */
  public static BufferView ofBytes(Object owner, BufferExporter exporter, byte[] array, int offset, int length, boolean readOnly) {
    return new BufferView(owner, exporter, array, offset, readOnly, "B", 1, new int[] {length}, new int[] {1});
  }

  /** Number of items over all dimensions. */
  public int count() {
    int n = 1;
    for (int s : shape) {
      n *= s;
    }
    return n;
  }

  /** Number of bytes of all items. */
  public int length() {
    return count() * itemSize;
  }

  public boolean isCContiguous() {
    int expected = itemSize;
    for (int i = shape.length - 1; i >= 0; i--) {
      if (shape[i] == 0) {
        return true;
      }
      if (shape[i] != 1 && strides[i] != expected) {
        return length() == 0;
      }
      expected *= shape[i];
    }
    return true;
  }

  public boolean isFContiguous() {
    int expected = itemSize;
    for (int i = 0; i < shape.length; i++) {
      if (shape[i] == 0) {
        return true;
      }
      if (shape[i] != 1 && strides[i] != expected) {
        return length() == 0;
      }
      expected *= shape[i];
    }
    return true;
  }

  /** All items in C order, as bytes of their own. */
  public byte[] toBytes() {
    byte[] out = new byte[length()];
    if (isCContiguous()) {
      System.arraycopy(array, offset, out, 0, out.length);
    } else {
      copy(0, offset, out, 0);
    }
    return out;
  }

  private int copy(int dimension, int from, byte[] out, int to) {
    if (dimension == shape.length) {
      System.arraycopy(array, from, out, to, itemSize);
      return to + itemSize;
    }
    for (int i = 0; i < shape[dimension]; i++) {
      to = copy(dimension + 1, from + i * strides[dimension], out, to);
    }
    return to;
  }

  /** Sets all items, in C order, from {@link #length} bytes at {@code in[from]}. */
  public void fromBytes(byte[] in, int from) {
    if (isCContiguous()) {
      System.arraycopy(in, from, array, offset, length());
    } else {
      fill(0, offset, in, from);
    }
  }

  private int fill(int dimension, int to, byte[] in, int from) {
    if (dimension == shape.length) {
      System.arraycopy(in, from, array, to, itemSize);
      return from + itemSize;
    }
    for (int i = 0; i < shape[dimension]; i++) {
      from = fill(dimension + 1, to + i * strides[dimension], in, from);
    }
    return from;
  }

  /** Checks a consumer's request against what this view is. */
  public BufferView check(int flags) {
    if ((flags & WRITABLE) != 0 && readOnly) {
      throw Errors.bufferError("Object is not writable.");
    }
    return this;
  }

  /** Gives the memory back; later calls do nothing. */
  @Override
  public void close() {
    BufferExporter e = exporter;
    exporter = null;
    if (e != null) {
      e.released(this);
    }
  }
}
