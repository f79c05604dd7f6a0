package dev.tuff.stdlib.thread;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.stdlib.os.TimeValue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** {@code _thread._ThreadHandle}: a thread that can be joined. */
final class PyThreadHandle extends PyObject {
  static final PyType TYPE = PyType.builtin("_thread._ThreadHandle", PyType.OBJECT, PyType.FINAL, null, new PyThreadHandleTable());

  private static final int NEW = 0;
  private static final int RUNNING = 1;
  private static final int DONE = 2;

  private volatile int state = NEW;
  private volatile long ident;
  private final ConcurrentLinkedQueue<Thread> waiters = new ConcurrentLinkedQueue<>();

  PyThreadHandle() {
    super(TYPE);
  }

  @New("_ThreadHandle()")
  static Object __new__(PyType cls) {
    return new PyThreadHandle();
  }

  synchronized void starting() {
    if (state != NEW) {
      throw Errors.runtimeError("thread already started");
    }
    state = RUNNING;
  }

  void running(long id) {
    state = RUNNING;
    ident = id;
  }

  /** The thread could not be started. */
  void failed() {
    state = NEW;
  }

  void done() {
    state = DONE;
    for (Thread t : waiters) {
      LockSupport.unpark(t);
    }
  }

  /** Waits until the thread has ended; false if it has not after that time (negative: for ever). */
  boolean await(ThreadState ts, long nanos) {
    Thread me = Thread.currentThread();
    long end = System.nanoTime() + nanos;
    waiters.add(me);
    try {
      while (state != DONE) {
        Waiting.check(ts);
        if (nanos < 0) {
          LockSupport.park(this);
        } else {
          long left = end - System.nanoTime();
          if (left <= 0) {
            return false;
          }
          LockSupport.parkNanos(this, left);
        }
      }
      return true;
    } finally {
      waiters.remove(me);
    }
  }

  @Method(value = "join(self, timeout=None, /)", doc = "Waits until the thread has ended.")
  static void join(PyThreadHandle self, Object timeout, ThreadState ts) {
    long nanos = timeout == Py.None ? -1 : Math.max(-1, TimeValue.nanos(timeout, TimeValue.UP));
    if (self.state == NEW) {
      throw Errors.runtimeError("thread not started");
    }
    if (self.state == RUNNING && self.ident == ts.ident()) {
      throw Errors.runtimeError("Cannot join current thread");
    }
    if (self.state == RUNNING && ts.interpreter.finalizing) {
      throw Errors.make(Exceptions.PythonFinalizationError, "cannot join thread at interpreter shutdown");
    }
    self.await(ts, nanos);
  }

  @Method("_set_done(self, /)")
  static void _set_done(PyThreadHandle self) {
    if (self.state == NEW) {
      throw Errors.runtimeError("thread not started");
    }
    self.done();
  }

  @Method(value = "is_done(self, /)", doc = "Whether the thread has ended.")
  static boolean is_done(PyThreadHandle self) {
    return self.state == DONE;
  }

  @Getter("ident")
  static Object getIdent(PyThreadHandle self) {
    return Py.box(self.ident);
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyThreadHandle self) {
    return "<_ThreadHandle object: ident=" + self.ident + ">";
  }
}
