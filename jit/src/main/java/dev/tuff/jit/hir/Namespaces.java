package dev.tuff.jit.hir;

import dev.tuff.engine.container.PyDict;

/** The namespaces of a function. */
public record Namespaces(PyDict globals, PyDict builtins) {
  @Override
  public boolean equals(Object o) {
    return o instanceof Namespaces n && n.globals == globals && n.builtins == builtins;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(globals);
  }
}
