package dev.tuff.stdlib.pickle;

import dev.tuff.engine.bytes.BufferExporter;
import dev.tuff.engine.bytes.BufferView;
import dev.tuff.engine.bytes.Buffers;
import dev.tuff.engine.bytes.PyMemoryView;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/** {@code pickle.PickleBuffer}: memory of another object that may be transferred outside of the pickle (PEP 574). */
final class PyPickleBuffer extends PyObject implements BufferExporter {
  static final PyType TYPE = PyType.builtin("pickle.PickleBuffer", PyType.OBJECT, PyType.FINAL | PyType.WEAKREF,
      "Wrapper for potentially out-of-band buffers", new PyPickleBufferTable());

  private final Object source;

  /** The loan of {@link #source}; null once released. */
  private BufferView view;

  private PyPickleBuffer(Object source) {
    super(TYPE);
    this.source = source;
    view = Buffers.get(source, BufferView.FULL_RO);
  }

  @New(value = "PickleBuffer(object, /)", textSignature = false)
  static Object __new__(PyType type, Object object) {
    return new PyPickleBuffer(object);
  }

  /** The memory; ValueError once released. */
  BufferView view() {
    BufferView v = view;
    if (v == null) {
      throw Errors.valueError("operation forbidden on released PickleBuffer object");
    }
    return v;
  }

  @Override
  public BufferView buffer(int flags) {
    view();
    return Buffers.get(source, flags);
  }

  @Method(value = "__buffer__(self, flags, /)", doc = "Return a buffer object that exposes the underlying memory of the object.")
  static Object __buffer__(PyPickleBuffer self, int flags) {
    return new PyMemoryView(self.buffer(flags));
  }

  @Method(value = "raw(self, /)", doc = "Return a memoryview of the raw memory underlying this buffer.\n\n"
      + "Will raise BufferError is the buffer isn't contiguous.")
  static Object raw(PyPickleBuffer self) {
    BufferView v = self.view();
    if (!v.isCContiguous() && !v.isFContiguous()) {
      throw Errors.bufferError("cannot extract raw buffer from non-contiguous buffer");
    }
    BufferView loan = self.buffer(BufferView.FULL_RO);
    BufferExporter end = new BufferExporter() {
      @Override
      public BufferView buffer(int flags) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void released(BufferView raw) {
        loan.close();
      }
    };
    return new PyMemoryView(
        new BufferView(v.owner, end, v.array, v.offset, v.readOnly, "B", 1, new int[] {v.length()}, new int[] {1}));
  }

  @Method(value = "release(self, /)", doc = "Release the underlying buffer controlled by the PickleBuffer object.")
  static void release(PyPickleBuffer self) {
    BufferView v = self.view;
    self.view = null;
    if (v != null) {
      v.close();
    }
  }
}
