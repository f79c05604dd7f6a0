package dev.tuff.typed.runtime;

import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.function.PyMemberDescr;
import dev.tuff.engine.primitive.TypeCodes;

/** A slot that holds objects of a declared type, which is looked up when a value first comes: it may be a class that is made later. */
final class TypedSlot implements DeclaredSlot {
  private static final PyType KIND = PyMemberDescr.kind("typed_descriptor", "A slot of a declared type.");
  static final PyType KIND_WITH_DEFAULT =
      PyMemberDescr.kind("typed_descriptor_with_default_value", "A slot of a declared type that has a value where it is not set.");

  private final Object descriptor;

  /** What the slot reads as where it is not set, and what the class has; null for none. */
  private final Object fallback;
  private Descriptor resolved;

  TypedSlot(Object descriptor, Object fallback) {
    this.descriptor = descriptor;
    this.fallback = fallback;
  }

  /** The descriptor of the declared type. */
  Object descriptor() {
    return descriptor;
  }

  @Override
  public TypedSlot withDefault(Object value) {
    return new TypedSlot(descriptor, value);
  }

  @Override
  public PyType kind() {
    return fallback == null ? KIND : KIND_WITH_DEFAULT;
  }

  @Override
  public Object check(PyMemberDescr member, Object value) {
    if (value == null) {
      return null;
    }
    Descriptor d = resolved;
    if (d == null) {
      try {
        resolved = d = Descriptor.resolve(Interpreter.current(), descriptor);
      } catch (PyException unknown) {
        if (value == Py.None && descriptor instanceof dev.tuff.engine.container.PyTuple t && "?".equals(t.get(t.size() - 1))) {
          return value;
        }
        throw unknown;
      }
    }
    if (!d.accepts(value)) {
      throw TypedErrors.staticTypeError("expected '" + d.type().fullName() + "', got '" + Py.typeOf(value).fullName()
          + "' for attribute '" + member.name() + "'");
    }
    return value;
  }

  @Override
  public Descriptor type() {
    return resolved;
  }

  @Override
  public int code() {
    return TypeCodes.OBJECT;
  }

  @Override
  public Object unset() {
    return fallback;
  }

  @Override
  public Object ofClass() {
    return fallback;
  }
}
