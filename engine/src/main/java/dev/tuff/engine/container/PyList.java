package dev.tuff.engine.container;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import java.util.Arrays;

/** {@code list}. */
public final class PyList extends PyObject {
  public static final PyType TYPE = PyType.builtin("list", PyType.OBJECT,
      PyType.UNHASHABLE | PyType.SEQUENCE_OPS | PyType.MATCH_SEQUENCE | PyType.MATCH_SELF, "Built-in mutable sequence.", new PyListTable());

  private Object[] items;
  private int size;

  public PyList(PyType type, Object[] items, int size) {
    super(type);
    this.items = items;
    this.size = size;
  }

  public PyList() {
    this(TYPE, new Object[4], 0);
  }

  /** A list of these items; keeps the array. */
  public static PyList of(Object... items) {
    return new PyList(TYPE, items, items.length);
  }

  public int size() {
    return size;
  }

  public Object get(int i) {
    return items[i];
  }

  /** Item {@code i}, negative ones from the end. */
  public Object getItem(long i) {
    if (i < 0) {
      i += size;
    }
    if (i < 0 || i >= size) {
      throw Errors.indexError("list index out of range");
    }
    return items[(int) i];
  }

  public void setItem(long i, Object value) {
    if (i < 0) {
      i += size;
    }
    if (i < 0 || i >= size) {
      throw Errors.indexError("list assignment index out of range");
    }
    items[(int) i] = value;
  }

  public void add(Object value) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size + (size >> 1) + 4);
    }
    items[size++] = value;
  }

  public Object[] toArray() {
    return Arrays.copyOf(items, size);
  }

  @dev.tuff.engine.expose.Method("append(self, object, /)")
  static void append(PyList self, Object object) {
    self.add(object);
  }

  @dev.tuff.engine.expose.Method("__len__(self, /)")
  static long __len__(PyList self) {
    return self.size;
  }
}
