package dev.tuff.engine.reference;

import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.PyInstance;
import dev.tuff.engine.core.PyType;

/**
 * An instance of a class with a {@code __del__} method. The JVM's finaliser only hands the object to the interpreter, which keeps it alive
 * and calls {@code __del__} at a safe point; as in CPython an object that comes back to life is not finalised again. Cycles are no obstacle.
 * Only such instances pay for it.
 */
public final class PyFinalizedInstance extends PyInstance {
  private final References references;
  private volatile boolean finalized;

  public PyFinalizedInstance(PyType type) {
    super(type);
    references = Interpreter.current().references();
    references.finalizers = true;
  }

  /** Whether {@code __del__} has been called, or is about to be. */
  public boolean finalized() {
    return finalized;
  }

  /** Takes on calling {@code __del__}; false if somebody has. */
  synchronized boolean claim() {
    boolean free = !finalized;
    finalized = true;
    return free;
  }

  @Override
  @SuppressWarnings({"deprecation", "removal"})
  protected void finalize() {
    if (claim()) {
      references.addFinalizable(this);
    }
  }
}
