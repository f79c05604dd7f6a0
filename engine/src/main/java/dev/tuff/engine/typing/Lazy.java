package dev.tuff.engine.typing;

import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Py;

/** A value that a type parameter or alias is given, or that is worked out by a function when it is first asked for (PEP 649, 695). */
final class Lazy {
  private Object value;
  private final Object evaluate;

  private Lazy(Object value, Object evaluate) {
    this.value = value;
    this.evaluate = evaluate;
  }

  static Lazy of(Object value) {
    return new Lazy(value, null);
  }

  static Lazy by(Object evaluate) {
    return new Lazy(null, evaluate);
  }

  Object get() {
    if (value == null) {
      value = Call.call(evaluate, Py.box(1));
    }
    return value;
  }

  /** The value of {@code lazy}; {@code fallback} for null. */
  static Object get(Lazy lazy, Object fallback) {
    return lazy == null ? fallback : lazy.get();
  }

  /** The function that evaluates {@code lazy} in any format; None for null. */
  static Object evaluator(Lazy lazy) {
    if (lazy == null) {
      return Py.None;
    }
    return lazy.evaluate != null ? lazy.evaluate : new PyConstEvaluator(lazy.value);
  }

  /** Whether there is a default: neither absent nor given as NoDefault. */
  static boolean isDefault(Lazy lazy) {
    return lazy != null && lazy.value != PyNoDefault.VALUE;
  }
}
