package dev.tuff.stdlib.select;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.HostErrors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.host.Errno;
import dev.tuff.host.FileStatus;
import dev.tuff.host.OpenFile;
import dev.tuff.stdlib.os.PosixDescriptor;
import dev.tuff.stdlib.os.TimeValue;
import java.util.HashMap;
import java.util.Map;

/** {@code select.epoll}: a selector that lives on between waits. Level-triggered; {@code EPOLLET} is taken as that, {@code EPOLLONESHOT} is kept. */
final class PyEpoll extends PyObject {
  static final PyType TYPE = PyType.builtin("select.epoll", PyType.OBJECT, 0, "Polls many files.", new PyEpollTable());
  private static final long ONESHOT = 1L << 30;

  private final Map<Integer, Readiness.Interest> registered = new HashMap<>();
  private final Map<Integer, Long> masks = new HashMap<>();
  private Readiness readiness;
  private int fd;

  /** What stands in the table of descriptors, so that the object has a number. */
  private static final class Handle extends OpenFile {
    @Override
    public FileStatus status() {
      return FileStatus.anonymous(0, 0, 0, 0);
    }

    @Override
    protected void close() {}
  }

  private PyEpoll(PyType type) {
    super(type);
  }

  @New(value = "epoll(sizehint=-1, flags=0)", textSignature = false)
  static Object __new__(PyType cls, int sizehint, int flags, Interpreter interpreter) {
    if (sizehint < -1 || sizehint == 0) {
      throw Errors.valueError("negative sizehint");
    }
    if ((flags & ~524288) != 0) {
      throw HostErrors.of(Errno.EINVAL);
    }
    PyEpoll e = new PyEpoll(cls);
    e.readiness = new Readiness();
    e.fd = interpreter.host.descriptors().add(new Handle());
    return e;
  }

  @ClassMethod("fromfd(type, fd, /)")
  static Object fromfd(PyType cls, int fd, Interpreter interpreter) {
    PyEpoll e = new PyEpoll(cls);
    e.readiness = new Readiness();
    e.fd = fd;
    return e;
  }

  private void check() {
    if (readiness == null) {
      throw Errors.valueError("I/O operation on closed epoll object");
    }
  }

  @Method(value = "close(self, /)", doc = "Closes the object.")
  static void close(PyEpoll self, Interpreter interpreter) {
    Readiness r = self.readiness;
    self.readiness = null;
    if (r != null) {
      r.close();
      if (interpreter.host.descriptors().find(self.fd) instanceof Handle) {
        interpreter.host.descriptors().close(self.fd);
      }
    }
  }

  @Getter("closed")
  static boolean getClosed(PyEpoll self) {
    return self.readiness == null;
  }

  @Method("fileno(self, /)")
  static long fileno(PyEpoll self) {
    self.check();
    return self.fd;
  }

  @Method("__enter__(self, /)")
  static Object __enter__(PyEpoll self) {
    self.check();
    return self;
  }

  @Method("__exit__(self, exc_type=None, exc_value=None, exc_tb=None, /)")
  static void __exit__(PyEpoll self, Object type, Object value, Object tb, Interpreter interpreter) {
    close(self, interpreter);
  }


  /** Forgets files that were closed since, as the kernel does. */
  private void dropClosed(Interpreter interpreter) {
    boolean any = false;
    for (Readiness.Interest i : readiness.interests()) {
      any |= interpreter.host.descriptors().find(i.fd) != i.file;
    }
    if (!any) {
      return;
    }
    registered.entrySet().removeIf(e -> {
      if (interpreter.host.descriptors().find(e.getKey()) == e.getValue().file) {
        return false;
      }
      readiness.remove(e.getValue());
      masks.remove(e.getKey());
      return true;
    });
  }

  @Method(value = "register(self, fd, eventmask=7)", doc = "Adds a file to be polled.")
  static void register(PyEpoll self, Object fd, long mask, Interpreter interpreter) {
    self.check();
    int n = PosixDescriptor.of(fd);
    OpenFile f = SelectModule.file(n, interpreter);
    synchronized (self) {
      self.dropClosed(interpreter);
      if (self.registered.containsKey(n)) {
        throw HostErrors.of(Errno.EEXIST);
      }
      if (!Readiness.pollable(f)) {
        throw HostErrors.of(Errno.EPERM);
      }
      Readiness.Interest i = new Readiness.Interest(n, f, PyPoll.wanted(mask));
      self.readiness.add(i);
      self.registered.put(n, i);
      self.masks.put(n, mask);
    }
  }

  @Method(value = "modify(self, fd, eventmask)", doc = "Changes what a file is polled for.")
  static void modify(PyEpoll self, Object fd, long mask, Interpreter interpreter) {
    self.check();
    int n = PosixDescriptor.of(fd);
    SelectModule.file(n, interpreter);
    synchronized (self) {
      Readiness.Interest i = self.registered.get(n);
      if (i == null) {
        throw HostErrors.of(Errno.ENOENT);
      }
      i.wanted = PyPoll.wanted(mask);
      self.masks.put(n, mask);
      self.readiness.update();
    }
  }

  @Method(value = "unregister(self, fd)", doc = "Takes a file away.")
  static void unregister(PyEpoll self, Object fd, Interpreter interpreter) {
    self.check();
    int n = PosixDescriptor.of(fd);
    synchronized (self) {
      Readiness.Interest i = self.registered.remove(n);
      self.masks.remove(n);
      if (i == null) {
        throw HostErrors.of(interpreter.host.descriptors().find(n) == null ? Errno.EBADF : Errno.ENOENT);
      }
      self.readiness.remove(i);
    }
  }

  @Method(value = "poll(self, timeout=None, maxevents=-1)", doc = "Waits that many seconds for events; a list of (fd, event).")
  static Object poll(PyEpoll self, Object timeout, int max, ThreadState ts) {
    self.check();
    long nanos = timeout == Py.None ? -1 : SelectModule.timeout(timeout);
    if (nanos >= 0) {
      nanos = TimeValue.nanos(timeout, TimeValue.CEILING);
    }
    if (max == 0 || max < -1) {
      throw Errors.valueError("maxevents must be greater than 0, got " + max);
    }
    self.dropClosed(ts.interpreter);
    Readiness r = self.readiness;
    r.await(ts, nanos);
    PyList out = new PyList();
    boolean changed = false;
    for (Readiness.Interest i : r.interests()) {
      Long mask = self.masks.get(i.fd);
      long events = mask == null ? 0 : PyPoll.events(mask, i.ready);
      if (events == 0 || max > 0 && out.size() == max) {
        continue;
      }
      out.add(Py.tuple(Py.box(i.fd), Py.box(events)));
      if ((mask & ONESHOT) != 0) {
        i.wanted = 0;
        changed = true;
      }
    }
    if (changed) {
      r.update();
    }
    return out;
  }

}
