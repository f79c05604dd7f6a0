package dev.tuff.stdlib.queue;

import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.module.PyModule;

/** The module {@code _queue}. */
public final class QueueModule {
  private static final PyType EMPTY = PyType.builtin("_queue.Empty", Exceptions.Exception, PyType.BASE_LAYOUT,
      "Raised by Queue.get(block=0) and get_nowait().");

  private QueueModule() {}

  public static void init(PyModule m) {
    m.set("SimpleQueue", PySimpleQueue.TYPE);
    m.set("Empty", EMPTY);
  }

  static PyType empty(Interpreter interpreter) {
    return EMPTY;
  }
}
