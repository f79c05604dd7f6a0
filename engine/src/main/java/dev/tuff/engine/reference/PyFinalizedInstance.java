package dev.tuff.engine.reference;

import dev.tuff.engine.core.PyInstance;
import dev.tuff.engine.core.PyType;

/** An instance of a class with a {@code __del__} method. */
public final class PyFinalizedInstance extends PyInstance implements WithDel {
  private final DelState delState = new DelState();

  public PyFinalizedInstance(PyType type) {
    super(type);
  }

  @Override
  public DelState delState() {
    return delState;
  }

  @Override
  @SuppressWarnings({"deprecation", "removal"})
  protected void finalize() {
    delState.dies(this);
  }
}
