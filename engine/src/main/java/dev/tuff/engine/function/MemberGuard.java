package dev.tuff.engine.function;

import dev.tuff.engine.core.PyType;
import dev.tuff.engine.interp.TypeCheck;

/** Says what may be in a slot of instances, and what one that is not set reads as. */
public interface MemberGuard {
  /** The type of the descriptor: {@link PyMemberDescr#TYPE} or one of {@link PyMemberDescr#kind}. */
  PyType kind();

  /**
   * A value on its way into the slot.
   *
   * @param value null to delete
   * @return what is stored, null for nothing; an error is thrown if it may not be there
   */
  Object check(PyMemberDescr member, Object value);

  /** What values must be, if that is all there is to check; null if there is more, or it is not known yet. */
  TypeCheck type();

  /** The code in {@link dev.tuff.engine.primitive.TypeCodes} of what the slot holds: OBJECT unless primitive. */
  int code();

  /** What a slot that is not set reads as; null: AttributeError. */
  Object unset();

  /** What the class has for the name; null: the descriptor. */
  Object ofClass();
}
