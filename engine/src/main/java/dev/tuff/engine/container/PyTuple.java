package dev.tuff.engine.container;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;

/** {@code tuple}. */
public final class PyTuple extends PyObject {
  public static final PyType TYPE = PyType.builtin("tuple", PyType.OBJECT,
      PyType.SEQUENCE_OPS | PyType.MATCH_SEQUENCE | PyType.MATCH_SELF | PyType.VARIABLE_SIZE, "Built-in immutable sequence.", new PyTupleTable());
  public static final PyTuple EMPTY = new PyTuple(TYPE, new Object[0]);

  private final Object[] items;

  /** Keeps {@code items}: the caller gives the array away. */
  public PyTuple(PyType type, Object[] items) {
    super(type);
    this.items = items;
  }

  /** A tuple of these items; keeps the array. */
  public static PyTuple of(Object... items) {
    return items.length == 0 ? EMPTY : new PyTuple(TYPE, items);
  }

  public int size() {
    return items.length;
  }

  /** The items themselves: not to be written to. */
  public Object[] array() {
    return items;
  }

  public Object get(int i) {
    return items[i];
  }

  /** Item {@code i}, negative ones from the end. */
  public Object getItem(long i) {
    if (i < 0) {
      i += items.length;
    }
    if (i < 0 || i >= items.length) {
      throw Errors.indexError("tuple index out of range");
    }
    return items[(int) i];
  }

  @dev.tuff.engine.expose.Method("__len__(self, /)")
  static long __len__(PyTuple self) {
    return self.items.length;
  }
}
