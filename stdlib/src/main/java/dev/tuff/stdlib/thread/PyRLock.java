package dev.tuff.stdlib.thread;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Identity;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/** {@code _thread.RLock}: a lock that its owner may take again. */
public final class PyRLock extends PyObject {
  public static final PyType TYPE = PyType.builtin("_thread.RLock", PyType.OBJECT, PyType.WEAKREF, "A lock that its owner may take again.",
      new PyRLockTable());

  private final LockCore core = new LockCore();

  /** Written by the owner alone, so that every thread reads for certain whether it is itself the owner. */
  private volatile ThreadState owner;
  private int count;

  private PyRLock(PyType type) {
    super(type);
  }

  @New(value = "RLock(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, dev.tuff.engine.container.PyDict kwargs) {
    // threading.RLock warns of arguments; here, as in CPython, they are let pass
    return new PyRLock(cls);
  }

  private boolean take(ThreadState ts, long nanos) {
    if (owner == ts) {
      count++;
      return true;
    }
    if (!core.take(ts, nanos)) {
      return false;
    }
    owner = ts;
    count = 1;
    return true;
  }

  @Method(value = "acquire(self, blocking=True, timeout=-1)", doc = "Takes the lock; False if that was not possible in time.")
  static boolean acquire(PyRLock self, boolean blocking, double timeout, ThreadState ts) {
    return self.take(ts, PyLock.waiting(blocking, timeout));
  }

  @Method(value = "release(self, /)", doc = "Gives the lock back.")
  static void release(PyRLock self, ThreadState ts) {
    if (self.owner != ts) {
      throw Errors.runtimeError("cannot release un-acquired lock");
    }
    if (--self.count == 0) {
      self.owner = null;
      self.core.release();
    }
  }

  @Method(value = "locked(self, /)", doc = "Whether the lock is taken.")
  static boolean locked(PyRLock self) {
    return self.core.isTaken();
  }

  @Method(value = "__enter__(self, /)", doc = "Takes the lock.")
  static boolean __enter__(PyRLock self, ThreadState ts) {
    return self.take(ts, -1);
  }

  @Method(value = "__exit__(self, /, *exc_info)", doc = "Gives the lock back.")
  static void __exit__(PyRLock self, Object[] exception, ThreadState ts) {
    release(self, ts);
  }

  @Method(value = "_is_owned(self, /)", doc = "Whether this thread has the lock.")
  static boolean _is_owned(PyRLock self, ThreadState ts) {
    return self.owner == ts;
  }

  @Method(value = "_recursion_count(self, /)", doc = "How often this thread has taken the lock.")
  static long _recursion_count(PyRLock self, ThreadState ts) {
    return self.owner == ts ? self.count : 0;
  }

  @Method(value = "_release_save(self, /)", doc = "Gives the lock back whole, for a condition variable.")
  static Object _release_save(PyRLock self) {
    ThreadState owner = self.owner;
    if (self.count == 0 || owner == null) {
      throw Errors.runtimeError("cannot release un-acquired lock");
    }
    int n = self.count;
    self.count = 0;
    self.owner = null;
    self.core.release();
    return Py.tuple(Py.box(n), Py.box(owner.ident()));
  }

  @Method(value = "_acquire_restore(self, state, /)", doc = "Takes the lock again as often as before, for a condition variable.")
  static void _acquire_restore(PyRLock self, PyTuple state, ThreadState ts) {
    self.core.take(ts, -1);
    self.owner = ts;
    self.count = Convert.toInt(state.get(0));
  }

  @Method("_at_fork_reinit(self, /)")
  static void _at_fork_reinit(PyRLock self) {
    self.owner = null;
    self.count = 0;
    self.core.reset();
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyRLock self) {
    ThreadState o = self.owner;
    return Py.str("<" + (locked(self) ? "locked" : "unlocked") + " " + self.type().fullName() + " object owner=" + (o == null ? 0 : o.ident())
        + " count=" + self.count + " at 0x" + Identity.hex(self) + ">");
  }
}
