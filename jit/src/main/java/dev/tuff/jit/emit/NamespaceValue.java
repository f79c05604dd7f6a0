package dev.tuff.jit.emit;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.interp.Assumption;
import dev.tuff.engine.interp.GlobalCache;

/** The value that an entry of a module's namespace had when a unit was compiled. */
record NamespaceValue(PyDict namespace, GlobalCache entry, Object value) {
  /** That it still has; null if not. */
  Assumption unchanged() {
    return namespace.unchanged(entry.keys(), entry.entry(), value);
  }
}
