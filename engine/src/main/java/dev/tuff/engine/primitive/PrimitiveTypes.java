package dev.tuff.engine.primitive;

import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.PyType;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** Which classes stand for primitive types: those of {@code __static__} that were given a type code. */
public final class PrimitiveTypes {
  private final Map<PyType, Integer> codes = Collections.synchronizedMap(new WeakHashMap<>());

  private PrimitiveTypes() {}

  public static PrimitiveTypes of(Interpreter interpreter) {
    return interpreter.state(PrimitiveTypes.class, PrimitiveTypes::new);
  }

  public void set(PyType type, int code) {
    codes.put(type, code);
  }

  /** The class's code of {@link TypeCodes}: {@link TypeCodes#OBJECT} for all others. */
  public int code(PyType type) {
    return codes.getOrDefault(type, TypeCodes.OBJECT);
  }
}
