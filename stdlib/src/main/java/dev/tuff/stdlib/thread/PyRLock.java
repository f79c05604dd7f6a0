package dev.tuff.stdlib.thread;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Identity;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** {@code _thread.RLock}: a lock that its owner may take again. */
public final class PyRLock extends PyObject {
  public static final PyType TYPE = PyType.builtin("_thread.RLock", PyType.OBJECT, PyType.WEAKREF, "A reentrant lock.", new PyRLockTable());

  /** Knows the owner's Java thread. */
  private static final class OwnedLock extends ReentrantLock {
    private static final long serialVersionUID = 1;

    long owner() {
      Thread t = getOwner();
      return t == null ? 0 : t.threadId();
    }
  }

  private OwnedLock lock = new OwnedLock();

  private PyRLock(PyType type) {
    super(type);
  }

  @New(value = "RLock(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, dev.tuff.engine.container.PyDict kwargs) {
    if (cls == TYPE && (args.length > 0 || kwargs.size() > 0)) {
      throw Errors.typeError("RLock() takes no arguments (" + (args.length + kwargs.size()) + " given)");
    }
    return new PyRLock(cls);
  }

  @Method(value = "acquire(self, blocking=True, timeout=-1)", doc = "Lock the lock; False if that was not possible in time.")
  static boolean acquire(PyRLock self, boolean blocking, double timeout, ThreadState ts) {
    return take(self.lock, PyLock.waiting(blocking, timeout), ts);
  }

  private static boolean take(ReentrantLock lock, long nanos, ThreadState ts) {
    if (lock.tryLock()) {
      return true;
    }
    if (nanos == 0) {
      return false;
    }
    long end = System.nanoTime() + nanos;
    while (true) {
      try {
        if (nanos < 0) {
          lock.lockInterruptibly();
          return true;
        }
        return lock.tryLock(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        for (Runnable r : ts.takePending()) {
          r.run();
        }
      }
    }
  }

  @Method(value = "release(self, /)", doc = "Release the lock.")
  static void release(PyRLock self) {
    if (!self.lock.isHeldByCurrentThread()) {
      throw Errors.runtimeError("cannot release un-acquired lock");
    }
    self.lock.unlock();
  }

  @Method(value = "locked(self, /)", doc = "Whether the lock is taken.")
  static boolean locked(PyRLock self) {
    return self.lock.isLocked();
  }

  @Method(value = "__enter__(self, /)", doc = "Lock the lock.")
  static boolean __enter__(PyRLock self, ThreadState ts) {
    return take(self.lock, -1, ts);
  }

  @Method(value = "__exit__(self, /, *exc_info)", doc = "Release the lock.")
  static void __exit__(PyRLock self, Object[] exception) {
    release(self);
  }

  @Method(value = "_is_owned(self, /)", doc = "Gives the lock up or back whole, for a condition variable.")
  static boolean _is_owned(PyRLock self) {
    return self.lock.isHeldByCurrentThread();
  }

  @Method(value = "_recursion_count(self, /)", doc = "How often this thread holds the lock.")
  static long _recursion_count(PyRLock self) {
    return self.lock.getHoldCount();
  }

  @Method(value = "_release_save(self, /)", doc = "Gives the lock up or back whole, for a condition variable.")
  static Object _release_save(PyRLock self) {
    int n = self.lock.getHoldCount();
    if (n == 0) {
      throw Errors.runtimeError("cannot release un-acquired lock");
    }
    for (int i = 0; i < n; i++) {
      self.lock.unlock();
    }
    return Py.tuple(Py.box(n), Py.box(Thread.currentThread().threadId()));
  }

  @Method(value = "_acquire_restore(self, state, /)", doc = "Gives the lock up or back whole, for a condition variable.")
  static void _acquire_restore(PyRLock self, PyTuple state) {
    long n = (Long) state.get(0);
    for (int i = 0; i < n; i++) {
      self.lock.lock();
    }
  }

  @Method(value = "_at_fork_reinit(self, /)", doc = "Makes the lock free again.")
  static void _at_fork_reinit(PyRLock self) {
    self.lock = new OwnedLock();
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyRLock self) {
    return Py.str("<" + (locked(self) ? "locked" : "unlocked") + " " + self.type().fullName() + " object owner=" + self.lock.owner() + " count="
        + self.lock.getHoldCount() + " at 0x" + Identity.hex(self) + ">");
  }
}
