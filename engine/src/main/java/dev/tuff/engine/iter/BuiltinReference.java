package dev.tuff.engine.iter;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.ThreadState;

/** The builtin functions that the {@code __reduce__} of iterators names, as the builtins of the running frame have them at the time. */
public final class BuiltinReference {
  private BuiltinReference() {}

  public static Object get(String name) {
    ThreadState ts = ThreadState.current();
    PyDict builtins = ts.frame == null ? ts.interpreter.builtins.dict() : ts.frame.builtins;
    Object v = builtins.getStr(name);
    if (v == null) {
      throw Errors.attributeError(name);
    }
    return v;
  }
}
