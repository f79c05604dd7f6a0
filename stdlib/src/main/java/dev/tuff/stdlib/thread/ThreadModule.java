package dev.tuff.stdlib.thread;

import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;

/** {@code _thread}. */
public final class ThreadModule {
  private ThreadModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_thread", new ThreadModuleTable());
    m.set("LockType", PyLock.TYPE);
    m.set("lock", PyLock.TYPE);
    m.set("RLock", PyRLock.TYPE);
    m.set("error", Exceptions.RuntimeError);
    m.set("TIMEOUT_MAX", PyLock.TIMEOUT_MAX);
  }

  @Function(value = "get_ident()", doc = "A number that no other living thread has.")
  static long get_ident(ThreadState ts) {
    return ts.ident();
  }

  @Function(value = "allocate_lock()", doc = "A new lock.")
  static Object allocate_lock() {
    return new PyLock(PyLock.TYPE);
  }
}
