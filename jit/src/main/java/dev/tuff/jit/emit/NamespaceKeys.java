package dev.tuff.jit.emit;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.interp.Assumption;

/** The keys that a module's namespace had when a unit was compiled, as far as they matter: some names are none. */
record NamespaceKeys(PyDict namespace, Object version) {
  /** That it still has; null if not. */
  Assumption unchanged() {
    return namespace.unchangedKeys(version);
  }
}
