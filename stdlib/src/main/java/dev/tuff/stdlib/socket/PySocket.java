package dev.tuff.stdlib.socket;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.HostErrors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.number.PyInt;
import dev.tuff.host.Errno;
import dev.tuff.host.HostException;
import dev.tuff.host.OpenFile;
import dev.tuff.host.SocketFile;

/** {@code _socket.socket}: a descriptor of a socket. Its state; data goes through {@link SocketData}. */
public final class PySocket extends PyObject {
  public static final PyType TYPE = PyType.builtin("_socket.socket", PyType.OBJECT, 0, "A network connection.",
      new PySocketTable(), new SocketDataTable(), new SocketOptionsTable());

  final Interpreter interpreter;
  int fd = -1;
  int family = -1;
  int kind = -1;
  int protocol = -1;

  /** Nanoseconds; -1 for ever. */
  long timeout = -1;

  private PySocket(PyType type, Interpreter interpreter) {
    super(type);
    this.interpreter = interpreter;
  }

  @New(value = "socket(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs, Interpreter interpreter) {
    PySocket s = new PySocket(cls, interpreter);
    s.references = interpreter.references();
    return s;
  }

  private dev.tuff.engine.reference.References references;

  @Override
  @SuppressWarnings({"deprecation", "removal"})
  protected void finalize() {
    if (fd >= 0) {
      references.addFinalizable(this);
    }
  }

  @Method(value = "__init__(self, family=-1, type=-1, proto=-1, fileno=None)", textSignature = false)
  static void __init__(PySocket self, int family, int type, int proto, Object fileno) {
    self.fd = -1;
    try {
      if (fileno == Py.None) {
        self.family = family == -1 ? SocketFile.AF_INET : family;
        self.kind = type == -1 ? SocketFile.SOCK_STREAM : type;
        self.protocol = proto == -1 ? 0 : proto;
        SocketFile f = self.interpreter.host.network().open(self.family, self.kind & 0xF, self.protocol);
        self.fd = self.interpreter.host.descriptors().add(f);
      } else {
        self.adopt(fileno, family, type, proto);
      }
    } catch (HostException e) {
      throw SocketErrors.of(e);
    }
    boolean nonBlocking = (self.kind & 2048) != 0;
    self.kind &= 0xF;
    self.setTimeout(nonBlocking ? 0 : SocketModule.defaultTimeout(self.interpreter));
  }

  private void adopt(Object fileno, int family, int type, int proto) {
    if (fileno instanceof Double) {
      throw Errors.typeError("integer argument expected, got float");
    }
    int n = Convert.toInt(fileno);
    if (n < 0) {
      throw Errors.valueError("negative file descriptor");
    }
    OpenFile f = interpreter.host.descriptors().get(n);
    if (!(f instanceof SocketFile s)) {
      throw HostErrors.of(Errno.ENOTSOCK);
    }
    this.family = family == -1 ? s.family : family;
    kind = type == -1 ? s.kind : type;
    protocol = proto == -1 ? s.protocol : proto;
    fd = n;
  }

  SocketFile file() {
    OpenFile f = interpreter.host.descriptors().find(fd);
    if (f instanceof SocketFile s) {
      return s;
    }
    throw HostErrors.of(f == null ? Errno.EBADF : Errno.ENOTSOCK);
  }

  void setTimeout(long nanos) {
    timeout = nanos;
    file().setTimeout(nanos);
  }

  // ---- closing

  @Method(value = "close(self, /)", doc = "Closes the socket.")
  static void close(PySocket self) {
    int n = self.fd;
    if (n < 0) {
      return;
    }
    self.fd = -1;
    try {
      self.interpreter.host.descriptors().close(n);
    } catch (HostException e) {
      // a reset connection is closed as well
      if (e.errno() != Errno.ECONNRESET) {
        throw SocketErrors.of(e);
      }
    }
  }

  @Method(value = "detach(self, /)", doc = "Gives the descriptor away; the socket is closed without closing it.")
  static long detach(PySocket self) {
    int n = self.fd;
    self.fd = -1;
    return n;
  }

  @Method("__del__(self, /)")
  static void __del__(PySocket self) {
    if (self.fd >= 0) {
      dev.tuff.engine.core.Warnings.warn(Exceptions.ResourceWarning, "unclosed " + Py.javaRepr(self), 1);
      close(self);
    }
  }

  @Method(value = "fileno(self, /)", doc = "The descriptor, -1 when closed.")
  static long fileno(PySocket self) {
    return self.fd;
  }

  @Getter(value = "family", member = true)
  static long getFamily(PySocket self) {
    return self.family;
  }

  @Getter(value = "type", member = true)
  static long getKind(PySocket self) {
    return self.kind;
  }

  @Getter(value = "proto", member = true)
  static long getProtocol(PySocket self) {
    return self.protocol;
  }

  @Getter("timeout")
  static Object getTimeout(PySocket self) {
    return gettimeout(self);
  }

  // ---- timeouts

  @Method(value = "settimeout(self, timeout, /)", doc = "Sets how many seconds operations may take; None for ever, 0 not at all.")
  static void settimeout(PySocket self, Object timeout) {
    self.setTimeout(SocketModule.timeout(timeout));
  }

  @Method(value = "gettimeout(self, /)", doc = "How many seconds operations may take.")
  static Object gettimeout(PySocket self) {
    return self.timeout < 0 ? Py.None : (Object) (self.timeout / 1e9);
  }

  @Method(value = "setblocking(self, flag, /)", doc = "Sets whether operations wait.")
  static void setblocking(PySocket self, Object flag) {
    if (!PyInt.isInt(flag) && Py.typeOf(flag).slot(dev.tuff.engine.core.Special.BOOL) == null) {
      throw Errors.typeError("an integer is required");
    }
    self.setTimeout(Py.truth(flag) ? -1 : 0);
  }

  @Method(value = "getblocking(self, /)", doc = "Whether operations wait.")
  static boolean getblocking(PySocket self) {
    return self.timeout != 0;
  }

  // ---- connections

  @Method(value = "bind(self, address, /)", doc = "Binds the socket to an address of its own.")
  static void bind(PySocket self, Object address) {
    try {
      self.file().bind(Addresses.parse(self.family, address, "bind", self.interpreter));
    } catch (HostException e) {
      throw SocketErrors.of(e);
    }
  }

  @Method(value = "listen(self, backlog=128, /)", doc = "Has the socket accept connections.", textSignature = false)
  static void listen(PySocket self, int backlog) {
    try {
      self.file().listen(Math.max(0, backlog));
    } catch (HostException e) {
      throw SocketErrors.of(e);
    }
  }

  @Method(value = "_accept(self, /)", doc = "Waits for a connection: its descriptor and the address of the peer.")
  static Object _accept(PySocket self) {
    try {
      SocketFile c = self.file().accept();
      int fd = self.interpreter.host.descriptors().add(c);
      return Py.tuple(Py.box(fd), Addresses.toPython(c.remote(), self.family));
    } catch (HostException e) {
      throw SocketErrors.of(e);
    }
  }

  @Method(value = "connect(self, address, /)", doc = "Connects to an address.")
  static void connect(PySocket self, Object address) {
    try {
      self.file().connect(Addresses.parse(self.family, address, "connect", self.interpreter));
    } catch (HostException e) {
      throw SocketErrors.of(e);
    }
  }

  @Method(value = "connect_ex(self, address, /)", doc = "Connects; the error number instead of an exception.")
  static long connect_ex(PySocket self, Object address) {
    java.net.SocketAddress a = Addresses.parse(self.family, address, "connect_ex", self.interpreter);
    try {
      self.file().connect(a);
      return 0;
    } catch (HostException e) {
      return e.errno() == SocketFile.TIMED_OUT ? Errno.EAGAIN : e.errno();
    }
  }

  @Method(value = "getsockname(self, /)", doc = "The socket's own address.")
  static Object getsockname(PySocket self) {
    try {
      return Addresses.toPython(self.file().local(), self.family);
    } catch (HostException e) {
      throw SocketErrors.of(e);
    }
  }

  @Method(value = "getpeername(self, /)", doc = "The address of the peer.")
  static Object getpeername(PySocket self) {
    try {
      java.net.SocketAddress a = self.file().remote();
      if (a == null) {
        throw new HostException(Errno.ENOTCONN);
      }
      return Addresses.toPython(a, self.family);
    } catch (HostException e) {
      throw SocketErrors.of(e);
    }
  }

  @Method(value = "shutdown(self, how, /)", doc = "Ends one or both directions.")
  static void shutdown(PySocket self, int how) {
    if (how < 0 || how > 2) {
      throw HostErrors.of(Errno.EINVAL);
    }
    try {
      self.file().shutdown(how);
    } catch (HostException e) {
      throw SocketErrors.of(e);
    }
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PySocket self) {
    return Py.str("<socket object, fd=" + self.fd + ", family=" + self.family + ", type=" + self.kind + ", proto=" + self.protocol + ">");
  }
}
