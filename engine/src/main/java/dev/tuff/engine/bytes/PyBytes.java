package dev.tuff.engine.bytes;

import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;

/** {@code bytes}. */
public final class PyBytes extends PyObject {
  public static final PyType TYPE = PyType.builtin("bytes", PyType.OBJECT, PyType.SEQUENCE_OPS | PyType.MATCH_SELF | PyType.VARIABLE_SIZE,
      "Immutable sequence of bytes.");

  private final byte[] value;

  /** Keeps the array. */
  public PyBytes(byte[] value) {
    this(TYPE, value);
  }

  PyBytes(PyType type, byte[] value) {
    super(type);
    this.value = value;
  }

  /** The bytes themselves: not to be written to. */
  public byte[] array() {
    return value;
  }

  public int size() {
    return value.length;
  }
}
