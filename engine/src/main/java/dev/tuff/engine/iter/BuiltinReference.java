package dev.tuff.engine.iter;

import dev.tuff.engine.core.Interpreter;

/** The builtin functions that the {@code __reduce__} of iterators names, as {@code builtins} has them at the time. */
public final class BuiltinReference {
  private BuiltinReference() {}

  public static Object get(String name) {
    return Interpreter.current().builtins.dict().getStr(name);
  }
}
