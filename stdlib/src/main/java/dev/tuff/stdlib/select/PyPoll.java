package dev.tuff.stdlib.select;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.HostErrors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Method;
import dev.tuff.host.Errno;
import dev.tuff.host.OpenFile;
import dev.tuff.stdlib.os.PosixDescriptor;
import dev.tuff.stdlib.os.TimeValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code select.poll} objects. */
final class PyPoll extends PyObject {
  static final PyType TYPE = PyType.builtin("select.poll", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, "A polling object.", new PyPollTable());

  static final int IN = 1;
  static final int PRI = 2;
  static final int OUT = 4;
  static final int NVAL = 32;
  private static final int READS = IN | 64;
  private static final int WRITES = OUT | 256;

  private final Map<Integer, Integer> registered = new LinkedHashMap<>();
  private boolean polling;

  PyPoll() {
    super(TYPE);
  }

  static int wanted(long events) {
    return ((events & READS) != 0 ? Readiness.READ : 0) | ((events & WRITES) != 0 ? Readiness.WRITE : 0);
  }

  static long events(long asked, int ready) {
    return ((ready & Readiness.READ) != 0 ? asked & READS : 0) | ((ready & Readiness.WRITE) != 0 ? asked & WRITES : 0);
  }

  private static int mask(Object o) {
    long v = Convert.toLong(o);
    if (v < 0) {
      throw Errors.valueError("value must be positive");
    }
    if (v > 0xFFFF) {
      throw Errors.overflowError("Python int too large for C unsigned short");
    }
    return (int) v;
  }

  @Method(value = "register(self, fd, eventmask=7, /)", doc = "Adds a file to be polled.", textSignature = false)
  static void register(PyPoll self, Object fd, Object mask) {
    self.registered.put(PosixDescriptor.of(fd), mask(mask));
  }

  @Method(value = "modify(self, fd, eventmask, /)", doc = "Changes what a file is polled for.")
  static void modify(PyPoll self, Object fd, Object mask) {
    int n = PosixDescriptor.of(fd);
    int m = mask(mask);
    if (!self.registered.containsKey(n)) {
      throw HostErrors.of(Errno.ENOENT);
    }
    self.registered.put(n, m);
  }

  @Method(value = "unregister(self, fd, /)", doc = "Takes a file away.")
  static void unregister(PyPoll self, Object fd) {
    int n = PosixDescriptor.of(fd);
    if (self.registered.remove(n) == null) {
      throw Errors.keyError(Py.box(n));
    }
  }

  /** Nanoseconds of a timeout in milliseconds; negative for ever. */
  static long millis(Object timeout) {
    if (timeout == Py.None) {
      return -1;
    }
    try {
      long nanos = TimeValue.nanos(timeout, TimeValue.CEILING);
      if (nanos < 0) {
        return -1;
      }
      return Math.ceilDiv(nanos, 1_000_000_000L) > Integer.MAX_VALUE ? overflow() : Math.ceilDiv(nanos, 1_000L);
    } catch (PyException e) {
      if (e.is(Exceptions.TypeError)) {
        throw Errors.typeError("timeout must be an integer or None");
      }
      throw e;
    }
  }

  private static long overflow() {
    throw Errors.overflowError("timeout is too large");
  }

  @Method(value = "poll(self, timeout=None, /)", doc = "Waits that many milliseconds for events; a list of (fd, event).")
  static Object poll(PyPoll self, Object timeout, ThreadState ts) {
    long nanos = millis(timeout);
    synchronized (self) {
      if (self.polling) {
        throw Errors.runtimeError("concurrent poll() invocation");
      }
      self.polling = true;
    }
    PyList out = new PyList();
    try (Readiness r = new Readiness()) {
      for (Map.Entry<Integer, Integer> e : self.registered.entrySet()) {
        OpenFile f = ts.interpreter.host.descriptors().find(e.getKey());
        if (f == null) {
          out.add(Py.tuple(Py.box(e.getKey()), Py.box(NVAL)));
        } else {
          r.add(new Readiness.Interest(e.getKey(), f, wanted(e.getValue())));
        }
      }
      r.await(ts, out.size() > 0 ? 0 : nanos);
      for (Readiness.Interest i : r.interests()) {
        long events = events(self.registered.getOrDefault(i.fd, 0), i.ready);
        if (events != 0) {
          out.add(Py.tuple(Py.box(i.fd), Py.box(events & (IN | OUT) | events & ~(IN | OUT))));
        }
      }
      return out;
    } finally {
      self.polling = false;
    }
  }
}
