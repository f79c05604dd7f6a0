package dev.tuff.engine.reference;

import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.PyInstance;

/**
 * The end of an instance of a class with a {@code __del__} method. The JVM's finaliser only hands the object to the interpreter, which keeps it alive
 * and calls {@code __del__} at a safe point; as in CPython an object that comes back to life is not finalised again. Cycles are no obstacle.
 * Only such instances pay for it.
 */
public final class DelState {
  private final References references;
  private volatile boolean done;

  public DelState() {
    references = Interpreter.current().references();
    references.finalizers = true;
  }

  /** Whether {@code __del__} has been called, or is about to be. */
  public boolean isDone() {
    return done;
  }

  /** Takes on calling {@code __del__}; false if somebody has. */
  synchronized boolean claim() {
    boolean free = !done;
    done = true;
    return free;
  }

  /** The JVM finalises the object. */
  public void dies(PyInstance object) {
    if (claim()) {
      references.addFinalizable(object);
    }
  }
}
