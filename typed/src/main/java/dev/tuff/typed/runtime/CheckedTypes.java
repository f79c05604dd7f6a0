package dev.tuff.typed.runtime;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.PyType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The types that checked containers have for their type arguments: {@code chklist[int]} and the like, each made once per interpreter. A type
 * keeps its {@link ElementType}s as its native state.
 */
final class CheckedTypes {
  private record Key(PyType generic, List<ElementType> elements) {}

  private final Map<Key, PyType> types = new ConcurrentHashMap<>();

  private CheckedTypes() {}

  static CheckedTypes of(Interpreter interpreter) {
    return interpreter.state(CheckedTypes.class, CheckedTypes::new);
  }

  /** {@code generic[arguments]}. */
  PyType type(PyType generic, String name, int arity, Object arguments) {
    if (generic.nativeState != null) {
      throw Errors.typeError(generic.name() + " has its type arguments already");
    }
    Object[] given = arguments instanceof PyTuple t ? t.array() : new Object[] {arguments};
    if (given.length != arity) {
      throw Errors.typeError("Incorrect number of type arguments for " + generic.name() + ": expected " + arity + ", got " + given.length);
    }
    ElementType[] elements = new ElementType[arity];
    for (int i = 0; i < arity; i++) {
      elements[i] = ElementType.of(given[i]);
    }
    return types.computeIfAbsent(new Key(generic, Arrays.asList(elements)), key -> make(generic, name, elements));
  }

  private static PyType make(PyType generic, String name, ElementType[] elements) {
    StringBuilder b = new StringBuilder("__static__.").append(name).append('[');
    for (int i = 0; i < elements.length; i++) {
      b.append(i == 0 ? "" : ", ").append(elements[i].text());
    }
    PyType t = PyType.builtin(b.append(']').toString(), generic,
        PyType.BASE_LAYOUT | PyType.FINAL | PyType.UNHASHABLE | PyType.STATIC, null);
    t.nativeState = elements;
    return t;
  }

  /** The element types of an instance's type. */
  static ElementType[] elements(PyType type) {
    return (ElementType[]) type.nativeState;
  }
}
