package dev.tuff.engine.core;

import dev.tuff.engine.expose.Method;

/**
 * An iterator written in Java. Each concrete type lists {@link IteratorMethods#table} among its tables to get {@code __iter__} and
 * {@code __next__}.
 */
public abstract class PyIterator extends PyObject {
  protected PyIterator(PyType type) {
    super(type);
  }

  /** For those made often: the shape is known, and has no members. */
  protected PyIterator(Shape shape) {
    super(shape);
  }

  /** In the place of an item: see {@link #quickNext}. */
  public static final Object ASK = new Object();

  /** The next item, or null at the end. */
  public abstract Object next();

  /** As {@link #next}; {@link #ASK}, with nothing done, where that might run Python code or raise an exception. */
  public Object quickNext() {
    return ASK;
  }

  @Method(value = "__iter__(self, /)", doc = "Implement iter(self).")
  static Object __iter__(Object self) {
    return self;
  }

  @Method(value = "__next__(self, /)", doc = "Implement next(self).")
  static Object __next__(Object self) {
    Object v = ((PyIterator) self).next();
    if (v == null) {
      throw ((PyIterator) self).stop();
    }
    return v;
  }

  /** Whether there is something to be done when a coroutine that waits for it is lost. */
  public boolean hasToClose() {
    return true;
  }

  /** What an iterator that has just ended has as the value of its StopIteration; asked for once. */
  public Object returned() {
    return Py.None;
  }

  /** The StopIteration of an exhausted iterator; a generator's carries its return value. */
  public PyException stop() {
    return Errors.stopIteration();
  }
}
