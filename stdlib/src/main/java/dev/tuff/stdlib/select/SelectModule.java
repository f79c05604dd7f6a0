package dev.tuff.stdlib.select;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.HostErrors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.host.Errno;
import dev.tuff.host.OpenFile;
import dev.tuff.stdlib.os.PosixDescriptor;
import dev.tuff.stdlib.os.TimeValue;

/** The module {@code select}. */
public final class SelectModule {
  private SelectModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "select", new SelectModuleTable());
    m.set("error", Exceptions.OSError);
    m.set("PIPE_BUF", Py.box(4096));
    m.set("epoll", PyEpoll.TYPE);
    String[] numbers = {
      "POLLIN", "1", "POLLPRI", "2", "POLLOUT", "4", "POLLERR", "8", "POLLHUP", "16", "POLLNVAL", "32", "POLLRDNORM", "64", "POLLRDBAND", "128",
      "POLLWRNORM", "256", "POLLWRBAND", "512", "POLLMSG", "1024", "POLLRDHUP", "8192", "EPOLLIN", "1", "EPOLLPRI", "2", "EPOLLOUT", "4",
      "EPOLLERR", "8", "EPOLLHUP", "16", "EPOLLRDNORM", "64", "EPOLLRDBAND", "128", "EPOLLWRNORM", "256", "EPOLLWRBAND", "512", "EPOLLMSG",
      "1024", "EPOLLRDHUP", "8192", "EPOLLEXCLUSIVE", "268435456", "EPOLLWAKEUP", "536870912", "EPOLLONESHOT", "1073741824", "EPOLLET",
      "2147483648", "EPOLL_CLOEXEC", "524288",
    };
    for (int i = 0; i < numbers.length; i += 2) {
      m.set(numbers[i], Py.box(Long.parseLong(numbers[i + 1])));
    }
  }

  static OpenFile file(int fd, Interpreter interpreter) {
    OpenFile f = interpreter.host.descriptors().find(fd);
    if (f == null) {
      throw HostErrors.of(Errno.EBADF);
    }
    return f;
  }

  /** Nanoseconds of a timeout in seconds; -1 for None. */
  static long timeout(Object o) {
    if (o == Py.None) {
      return -1;
    }
    try {
      return TimeValue.nanos(o, TimeValue.CEILING);
    } catch (PyException e) {
      if (e.is(Exceptions.TypeError)) {
        throw Errors.typeError("timeout must be a float or None");
      }
      throw e;
    }
  }

  private static Object[] sequence(Object o) {
    try {
      return Iteration.toArray(o).clone();
    } catch (PyException e) {
      if (e.is(Exceptions.TypeError)) {
        throw Errors.typeError("arguments 1-3 must be sequences");
      }
      throw e;
    }
  }

  @Function(value = "select(rlist, wlist, xlist, timeout=None, /)", doc = "Waits until some files can be read or written; returns which.")
  static Object select(Object rlist, Object wlist, Object xlist, Object timeout, ThreadState ts) {
    long nanos = timeout(timeout);
    if (timeout != Py.None && nanos < 0) {
      throw Errors.valueError("timeout must be non-negative");
    }
    Object[][] lists = {sequence(rlist), sequence(wlist), sequence(xlist)};
    try (Readiness r = new Readiness()) {
      Readiness.Interest[][] interests = new Readiness.Interest[3][];
      for (int k = 0; k < 3; k++) {
        interests[k] = new Readiness.Interest[lists[k].length];
        for (int i = 0; i < lists[k].length; i++) {
          int fd = PosixDescriptor.of(lists[k][i]);
          OpenFile f = file(fd, ts.interpreter);
          interests[k][i] = new Readiness.Interest(fd, f, k == 0 ? Readiness.READ : k == 1 ? Readiness.WRITE : 0);
          if (k < 2) {
            r.add(interests[k][i]);
          }
        }
      }
      r.await(ts, nanos);
      PyList[] out = new PyList[3];
      for (int k = 0; k < 3; k++) {
        out[k] = new PyList();
        for (int i = 0; i < lists[k].length; i++) {
          if (interests[k][i].ready != 0) {
            out[k].add(lists[k][i]);
          }
        }
      }
      return Py.tuple(out[0], out[1], out[2]);
    }
  }

  @Function(value = "poll()", doc = "A new polling object.")
  static Object poll() {
    return new PyPoll();
  }
}
