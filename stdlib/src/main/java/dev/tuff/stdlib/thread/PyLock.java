package dev.tuff.stdlib.thread;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Identity;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/** {@code _thread.lock}: may be released by another thread than took it, so that it has no owner. */
public final class PyLock extends PyObject {
  public static final PyType TYPE = PyType.builtin("_thread.lock", PyType.OBJECT, PyType.FINAL | PyType.WEAKREF,
      "A lock object is a synchronization primitive.", new PyLockTable());

  /** Seconds: what fits nanoseconds in 64 bits. */
  static final double TIMEOUT_MAX = 9223372036.0;

  final LockCore core = new LockCore();

  PyLock(PyType type) {
    super(type);
  }

  @New("lock()")
  static Object __new__(PyType cls) {
    return new PyLock(cls);
  }

  /** Nanoseconds to wait: 0 not at all, negative for ever. */
  static long waiting(boolean blocking, double timeout) {
    if (!blocking) {
      if (timeout != -1) {
        throw Errors.valueError("can't specify a timeout for a non-blocking call");
      }
      return 0;
    }
    if (timeout == -1) {
      return -1;
    }
    if (timeout < 0 || Double.isNaN(timeout)) {
      throw Errors.valueError("timeout value must be a non-negative number");
    }
    if (timeout > TIMEOUT_MAX) {
      throw Errors.overflowError("timeout value is too large");
    }
    return (long) (timeout * 1e9);
  }

  @Method(value = "acquire(self, blocking=True, timeout=-1)", doc = "Lock the lock; False if that was not possible in time.")
  static boolean acquire(PyLock self, boolean blocking, double timeout, ThreadState ts) {
    return self.core.take(ts, waiting(blocking, timeout));
  }

  @Method(value = "acquire_lock(self, blocking=True, timeout=-1)", doc = "An obsolete synonym of acquire().")
  static boolean acquire_lock(PyLock self, boolean blocking, double timeout, ThreadState ts) {
    return acquire(self, blocking, timeout, ts);
  }

  @Method(value = "release(self, /)", doc = "Release the lock.")
  static void release(PyLock self) {
    if (!self.core.release()) {
      throw notLocked();
    }
  }

  static PyException notLocked() {
    return Errors.runtimeError("release unlocked lock");
  }

  @Method(value = "release_lock(self, /)", doc = "An obsolete synonym of release().")
  static void release_lock(PyLock self) {
    release(self);
  }

  @Method(value = "locked(self, /)", doc = "Whether the lock is taken.")
  static boolean locked(PyLock self) {
    return self.core.isTaken();
  }

  @Method(value = "locked_lock(self, /)", doc = "An obsolete synonym of locked().")
  static boolean locked_lock(PyLock self) {
    return locked(self);
  }

  @Method(value = "__enter__(self, /)", doc = "Lock the lock.")
  static boolean __enter__(PyLock self, ThreadState ts) {
    return self.core.take(ts, -1);
  }

  @Method(value = "__exit__(self, /, *exc_info)", doc = "Release the lock.")
  static void __exit__(PyLock self, Object[] exception) {
    release(self);
  }

  @Method(value = "_at_fork_reinit(self, /)", doc = "Makes the lock free again.")
  static void _at_fork_reinit(PyLock self) {
    self.core.reset();
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyLock self) {
    return Py.str("<" + (locked(self) ? "locked" : "unlocked") + " _thread.lock object at 0x" + Identity.hex(self) + ">");
  }
}
