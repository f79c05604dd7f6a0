package dev.tuff.engine.bytes;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.typing.PyGenericAlias;

/** {@code memoryview}: a window on memory that another object lends. All views of one loan share it; the last release ends it. */
public final class PyMemoryView extends PyObject implements BufferExporter {
  public static final PyType TYPE = PyType.builtin("memoryview", PyType.OBJECT,
      PyType.FINAL | PyType.MATCH_SEQUENCE | PyType.WEAKREF, "Create a new memoryview object which references the given object.",
      new PyMemoryViewTable(), new MemoryViewItemsTable(), new MemoryViewMethodsTable());

  /** One loan of memory and how many memoryviews use it. */
  private static final class Loan {
    final BufferView view;
    int users;

    Loan(BufferView view) {
      this.view = view;
    }
  }

  private final Loan loan;
  private final BufferView view;
  private boolean released;
  private int exports;

  /** Hash once computed; {@link #hashed} tells. */
  long hash;
  boolean hashed;

  /** Takes over the view: it is closed when the memoryview is released. */
  public PyMemoryView(BufferView view) {
    this(new Loan(view), view);
  }

  private PyMemoryView(Loan loan, BufferView view) {
    super(TYPE);
    this.loan = loan;
    this.view = view;
    synchronized (loan) {
      loan.users++;
    }
  }

  @New("memoryview(object)")
  static Object __new__(PyType type, Object object) {
    return of(object, BufferView.FULL_RO);
  }

  static PyMemoryView of(Object object, int flags) {
    if (object instanceof PyMemoryView m) {
      BufferView v = m.view();
      return m.derive(v.check(flags));
    }
    BufferView v = Buffers.find(object, flags);
    if (v == null) {
      throw Errors.typeError("memoryview: a bytes-like object is required, not '" + dev.tuff.engine.core.Py.typeOf(object).name() + "'");
    }
    return new PyMemoryView(v);
  }

  /** The memory; ValueError once released. */
  public BufferView view() {
    if (released) {
      throw forbidden();
    }
    return view;
  }

  boolean isReleased() {
    return released;
  }

  private static PyException forbidden() {
    return Errors.valueError("operation forbidden on released memoryview object");
  }

  /** Keeps the view from being released while Python code runs that could do it; {@link #unpin} ends that. */
  synchronized BufferView pin() {
    BufferView v = view();
    exports++;
    return v;
  }

  synchronized void unpin() {
    exports--;
  }

  /** As {@link #derive}, where finding the part may run Python code that releases this view: the loan goes on meanwhile. */
  PyMemoryView derive(java.util.function.Function<BufferView, BufferView> part) {
    BufferView v = view();
    synchronized (loan) {
      loan.users++;
    }
    try {
      return new PyMemoryView(loan, part.apply(v));
    } finally {
      synchronized (loan) {
        loan.users--;
      }
    }
  }

  /** A memoryview of the same loan that shows {@code part} of it. */
  PyMemoryView derive(BufferView part) {
    view();
    return new PyMemoryView(loan, part);
  }

  /** The same memory with other bounds. */
  static BufferView part(BufferView v, int offset, boolean readOnly, String format, int itemSize, int[] shape, int[] strides) {
    return new BufferView(v.owner, null, v.array, offset, readOnly, format, itemSize, shape, strides);
  }

  @Override
  public BufferView buffer(int flags) {
    BufferView v = view();
    if ((flags & BufferView.WRITABLE) != 0 && v.readOnly) {
      throw Errors.bufferError("memoryview: underlying buffer is not writable");
    }
    if ((flags & BufferView.C_CONTIGUOUS) == BufferView.C_CONTIGUOUS && !v.isCContiguous()) {
      throw Errors.bufferError("memoryview: underlying buffer is not C-contiguous");
    }
    if ((flags & BufferView.F_CONTIGUOUS) == BufferView.F_CONTIGUOUS && !v.isFContiguous()) {
      throw Errors.bufferError("memoryview: underlying buffer is not Fortran contiguous");
    }
    if ((flags & BufferView.ANY_CONTIGUOUS) == BufferView.ANY_CONTIGUOUS && !v.isCContiguous() && !v.isFContiguous()) {
      throw Errors.bufferError("memoryview: underlying buffer is not contiguous");
    }
    if ((flags & BufferView.STRIDES) != BufferView.STRIDES && !v.isCContiguous()) {
      throw Errors.bufferError("memoryview: underlying buffer is not C-contiguous");
    }
    synchronized (this) {
      exports++;
    }
    return new BufferView(this, this, v.array, v.offset, v.readOnly, v.format, v.itemSize, v.shape, v.strides);
  }

  @Override
  public synchronized void released(BufferView v) {
    exports--;
  }

  @Method(value = "release(self, /)", doc = "Release the underlying buffer exposed by the memoryview object.")
  static void release(PyMemoryView self) {
    synchronized (self) {
      if (self.released) {
        return;
      }
      if (self.exports > 0) {
        throw Errors.bufferError("memoryview has " + self.exports + " exported buffer" + (self.exports == 1 ? "" : "s"));
      }
      self.released = true;
    }
    boolean last;
    synchronized (self.loan) {
      last = --self.loan.users == 0;
    }
    if (last) {
      self.loan.view.close();
    }
  }

  /** {@code owner.__release_buffer__(buffer)}. */
  public static void releaseFor(Object owner, Object buffer) {
    if (!(buffer instanceof PyMemoryView m)) {
      throw Errors.typeError("expected a memoryview object");
    }
    if (m.released) {
      throw Errors.valueError("memoryview's buffer has already been released");
    }
    if (m.view.owner != owner) {
      throw Errors.valueError("memoryview's buffer is not this object");
    }
    release(m);
  }

  @Method(value = "__buffer__(self, flags, /)", doc = "Return a buffer object that exposes the underlying memory of the object.")
  static Object __buffer__(PyMemoryView self, int flags) {
    return new PyMemoryView(self.buffer(flags));
  }

  @Method(value = "__release_buffer__(self, buffer, /)", doc = "Release the buffer object that exposes the underlying memory of the object.")
  static void __release_buffer__(PyMemoryView self, Object buffer) {
    releaseFor(self, buffer);
  }

  @Method(value = "__enter__(self, /)")
  static Object __enter__(PyMemoryView self) {
    self.view();
    return self;
  }

  @Method(value = "__exit__(self, /, *exc_info)", doc = "Release the underlying buffer exposed by the memoryview object.")
  static void __exit__(PyMemoryView self, Object[] excInfo) {
    release(self);
  }

  @ClassMethod(value = "_from_flags(type, /, object, flags)", doc = "Create a new memoryview object which references the given object.")
  static Object _from_flags(PyType type, Object object, int flags) {
    return of(object, flags);
  }

  @ClassMethod(value = "__class_getitem__(type, object, /)", doc = "See PEP 585")
  static Object __class_getitem__(PyType type, Object object) {
    return PyGenericAlias.of(type, object);
  }
}
