package dev.tuff.engine.function;

import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Identity;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.expose.Setter;

/** A variable shared with inner functions; {@code value} is null while it is empty. */
public final class PyCell extends PyObject {
  public static final PyType TYPE = PyType.builtin("cell", PyType.OBJECT, PyType.FINAL | PyType.UNHASHABLE,
      "A variable that a function shares with functions inside it.", new PyCellTable());
  private static final Shape SHAPE = TYPE.rootShape;

  public Object value;

  public PyCell(Object value) {
    super(SHAPE);
    this.value = value;
  }

  @New("cell(contents=<null>, /)")
  static Object __new__(PyType cls, Object contents) {
    return new PyCell(contents);
  }

  @Getter("cell_contents")
  static Object getContents(PyCell self) {
    if (self.value == null) {
      throw Errors.valueError("cell is empty");
    }
    return self.value;
  }

  @Setter("cell_contents")
  static void setContents(PyCell self, Object value) {
    self.value = value;
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyCell self) {
    String at = "<cell at 0x" + Identity.hex(self) + ": ";
    return self.value == null ? at + "empty>"
        : Py.str(at + Py.typeOf(self.value).name() + " object at 0x" + Identity.hex(self.value) + ">");
  }

  private static Object compare(PyCell self, Object other, int op) {
    if (!(other instanceof PyCell c)) {
      return Py.NotImplemented;
    }
    if (self.value != null && c.value != null) {
      return Comparison.compare(op, self.value, c.value);
    }
    return Comparison.compare(op, Py.box(self.value == null ? 0 : 1), Py.box(c.value == null ? 0 : 1));
  }

  @Method("__eq__(self, value, /)")
  static Object __eq__(PyCell self, Object other) {
    return compare(self, other, Comparison.EQ);
  }

  @Method("__ne__(self, value, /)")
  static Object __ne__(PyCell self, Object other) {
    return compare(self, other, Comparison.NE);
  }

  @Method("__lt__(self, value, /)")
  static Object __lt__(PyCell self, Object other) {
    return compare(self, other, Comparison.LT);
  }

  @Method("__le__(self, value, /)")
  static Object __le__(PyCell self, Object other) {
    return compare(self, other, Comparison.LE);
  }

  @Method("__gt__(self, value, /)")
  static Object __gt__(PyCell self, Object other) {
    return compare(self, other, Comparison.GT);
  }

  @Method("__ge__(self, value, /)")
  static Object __ge__(PyCell self, Object other) {
    return compare(self, other, Comparison.GE);
  }
}
