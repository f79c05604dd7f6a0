package dev.tuff.engine.container;

import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;

/** {@code slice}. */
public final class PySlice extends PyObject {
  public static final PyType TYPE = PyType.builtin("slice", PyType.OBJECT, PyType.FINAL, "slice(stop)\nslice(start, stop[, step])");

  public final Object start;
  public final Object stop;
  public final Object step;

  public PySlice(Object start, Object stop, Object step) {
    super(TYPE);
    this.start = start;
    this.stop = stop;
    this.step = step;
  }
}
