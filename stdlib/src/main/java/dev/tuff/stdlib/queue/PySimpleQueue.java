package dev.tuff.stdlib.queue;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.stdlib.os.TimeValue;
import dev.tuff.stdlib.thread.Waiting;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** {@code _queue.SimpleQueue}: an unbounded queue between threads; putting never waits. */
final class PySimpleQueue extends PyObject {
  static final PyType TYPE = PyType.builtin("_queue.SimpleQueue", PyType.OBJECT, PyType.WEAKREF, "An unbounded queue between threads.",
      new PySimpleQueueTable());

  private final ConcurrentLinkedQueue<Object> items = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Thread> waiters = new ConcurrentLinkedQueue<>();

  private PySimpleQueue(PyType type) {
    super(type);
  }

  @New("SimpleQueue()")
  static Object __new__(PyType cls) {
    return new PySimpleQueue(cls);
  }

  @Method(value = "put(self, item, block=True, timeout=None)", doc = "Adds an item; never waits.")
  static void put(PySimpleQueue self, Object item, Object block, Object timeout) {
    self.items.add(item);
    Thread t = self.waiters.peek();
    if (t != null) {
      LockSupport.unpark(t);
    }
  }

  @Method(value = "put_nowait(self, item)", doc = "Adds an item.")
  static void put_nowait(PySimpleQueue self, Object item) {
    put(self, item, Boolean.TRUE, Py.None);
  }

  @Method(value = "get(self, block=True, timeout=None)", doc = "Takes the oldest item; waits for one if asked to.")
  static Object get(PySimpleQueue self, boolean block, Object timeout, ThreadState ts) {
    long nanos = -1;
    if (!block) {
      nanos = 0;
    } else if (timeout != Py.None) {
      nanos = TimeValue.nanos(timeout, TimeValue.CEILING);
      if (nanos < 0) {
        throw Errors.valueError("'timeout' must be a non-negative number");
      }
    }
    Object item = self.items.poll();
    if (item == null && nanos != 0) {
      item = self.await(ts, nanos);
    }
    if (item == null) {
      throw Errors.make(QueueModule.empty(ts.interpreter));
    }
    return item;
  }

  private Object await(ThreadState ts, long nanos) {
    Thread me = Thread.currentThread();
    long end = System.nanoTime() + nanos;
    waiters.add(me);
    try {
      while (true) {
        Object item = items.poll();
        if (item != null) {
          return item;
        }
        Waiting.check(ts);
        if (nanos < 0) {
          LockSupport.park(this);
        } else {
          long left = end - System.nanoTime();
          if (left <= 0) {
            return null;
          }
          LockSupport.parkNanos(this, left);
        }
      }
    } finally {
      waiters.remove(me);
      Thread next = items.isEmpty() ? null : waiters.peek();
      if (next != null) {
        LockSupport.unpark(next);
      }
    }
  }

  @Method(value = "get_nowait(self, /)", doc = "Takes the oldest item without waiting.")
  static Object get_nowait(PySimpleQueue self, ThreadState ts) {
    return get(self, false, Py.None, ts);
  }

  @Method(value = "empty(self, /)", doc = "Whether there is no item now.")
  static boolean empty(PySimpleQueue self) {
    return self.items.isEmpty();
  }

  @Method(value = "qsize(self, /)", doc = "How many items there are now.")
  static long qsize(PySimpleQueue self) {
    return self.items.size();
  }

  @ClassMethod("__class_getitem__(type, item, /)")
  static Object __class_getitem__(PyType type, Object item, Interpreter interpreter) {
    return dev.tuff.engine.typing.PyGenericAlias.of(type, item);
  }
}
