package dev.tuff.engine.core;

/** An instance of a class written in Python, without a builtin base but {@code object}. */
public class PyInstance extends NumberedObject {
  public PyInstance(PyType type) {
    super(type);
  }

  /** Of the shape that instances of its type begin with, and such slots as it needs. */
  public PyInstance(Shape shape, Object[] slots) {
    super(shape, slots);
  }

  /** A member that is a field of the Java class, as an object; null if it is not set. See {@link Species}. */
  public Object field(int member) {
    throw new IndexOutOfBoundsException(member);
  }

  /** Sets it; the value is of the member's kind. */
  public void setField(int member, Object value) {
    throw new IndexOutOfBoundsException(member);
  }

  /** A new instance of a class whose layout is object's. */
  public static PyInstance create(PyType type) {
    if (type.species != null) {
      return type.species.create(type);
    }
    return type.slot(Special.DEL) == null ? new PyInstance(type) : new dev.tuff.engine.reference.PyFinalizedInstance(type);
  }
}
