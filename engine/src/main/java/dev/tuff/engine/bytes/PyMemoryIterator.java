package dev.tuff.engine.bytes;

import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;

/** {@code memory_iterator}: the items of a one-dimensional memoryview. */
public final class PyMemoryIterator extends PyIterator {
  public static final PyType TYPE = PyType.builtin("memory_iterator", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null,
      IteratorMethods.table());

  /** Null once exhausted. */
  private PyMemoryView source;
  private int index;
  private final int length;

  PyMemoryIterator(PyMemoryView source) {
    super(TYPE);
    this.source = source;
    length = source.view().shape[0];
  }

  @Override
  public Object next() {
    if (source == null) {
      return null;
    }
    if (index >= length) {
      source = null;
      return null;
    }
    BufferView v = source.view();
    return MemoryViewItems.unpack(v, v.offset + index++ * v.strides[0]);
  }
}
