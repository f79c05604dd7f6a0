package dev.tuff.engine.bytes;

import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;

/**
 * How consumers of the buffer protocol get at memory: from builtin exporters directly, from Python classes by {@code __buffer__}
 * (PEP 688).
 */
public final class Buffers {
  private Buffers() {}

  /** Whether {@code o} supports the buffer protocol. */
  public static boolean supports(Object o) {
    return o instanceof BufferExporter || o instanceof PyObject p && p.type().isHeap() && p.type().slot(Special.BUFFER) != null;
  }

  /** A view of a bytes-like object's memory, to be closed after use. TypeError if it is none. */
  public static BufferView get(Object o, int flags) {
    BufferView v = find(o, flags);
    if (v == null) {
      throw notBytesLike(o);
    }
    return v;
  }

  /** A contiguous view; {@code writable} asks for one that can be written to. */
  public static BufferView get(Object o, boolean writable) {
    BufferView v = get(o, writable ? BufferView.WRITABLE : BufferView.SIMPLE);
    if (!v.isCContiguous()) {
      v.close();
      throw Errors.bufferError("memoryview: underlying buffer is not C-contiguous");
    }
    return v;
  }

  /** As {@link #get}, or null if {@code o} does not support the protocol. */
  public static BufferView find(Object o, int flags) {
    if (o instanceof BufferExporter e) {
      PyType t = ((PyObject) o).type();
      if (!t.isHeap() || t.slot(Special.BUFFER) == t.layout().slot(Special.BUFFER)) {
        return e.buffer(flags);
      }
    }
    if (o instanceof PyObject p && p.type().isHeap()) {
      Object f = p.type().slot(Special.BUFFER);
      if (f != null && f != Py.None) {
        return fromPython(p, f, flags);
      }
    }
    return null;
  }

  private static BufferView fromPython(PyObject o, Object f, int flags) {
    Object r = Call.method(f, o, Py.box(flags));
    if (!(r instanceof PyMemoryView m)) {
      throw Errors.typeError("__buffer__ returned non-memoryview object");
    }
    BufferView inner = m.buffer(flags);
    Object release = o.type().slot(Special.RELEASE_BUFFER);
    BufferExporter exporter = new BufferExporter() {
      @Override
      public BufferView buffer(int unused) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void released(BufferView view) {
        inner.close();
        if (release != null && release != Py.None) {
          Call.method(release, o, m);
        }
      }
    };
    return new BufferView(o, exporter, inner.array, inner.offset, inner.readOnly, inner.format, inner.itemSize, inner.shape,
        inner.strides);
  }

  /** The bytes of a bytes-like object; those of a {@code bytes} are its own array, not to be written to. TypeError if it is none. */
  public static byte[] bytes(Object o) {
    byte[] b = find(o);
    if (b == null) {
      throw notBytesLike(o);
    }
    return b;
  }

  /** As {@link #bytes}, or null if {@code o} is not bytes-like. BufferError if its memory is not contiguous. */
  public static byte[] find(Object o) {
    return find(o, false);
  }

  /** As {@link #find(Object)}, of contiguous memory or of any. */
  static byte[] find(Object o, boolean strided) {
    if (o instanceof PyBytes b) {
      return b.array();
    }
    try (BufferView v = find(o, strided ? BufferView.FULL_RO : BufferView.SIMPLE)) {
      return v == null ? null : v.toBytes();
    }
  }

  public static PyException notBytesLike(Object o) {
    return Errors.typeError("a bytes-like object is required, not '" + Py.typeOf(o).name() + "'");
  }
}
