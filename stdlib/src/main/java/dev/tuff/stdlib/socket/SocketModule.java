package dev.tuff.stdlib.socket;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.HostErrors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.host.Errno;
import dev.tuff.host.HostException;
import dev.tuff.host.SocketFile;
import dev.tuff.stdlib.io.Buffers;
import dev.tuff.stdlib.os.PosixDescriptor;
import dev.tuff.stdlib.os.SystemLists;
import dev.tuff.stdlib.os.TimeValue;
import java.util.List;

/** The module {@code _socket}: sockets, and numbers and addresses as text. Names are in {@link SocketNames}. */
public final class SocketModule {
  private static final class Defaults {
    long timeout = -1;
  }

  private SocketModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_socket", new SocketModuleTable());
    Exposed.define(m, "_socket", new SocketNamesTable());
    SystemLists.define(SocketConstants.NUMBERS, m.dict());
    m.set("socket", PySocket.TYPE);
    m.set("SocketType", PySocket.TYPE);
    m.set("error", Exceptions.OSError);
    m.set("herror", SocketErrors.HERROR);
    m.set("gaierror", SocketErrors.GAIERROR);
    m.set("timeout", Exceptions.TimeoutError);
    m.set("has_ipv6", Boolean.TRUE);
  }

  static long timeout(Object o) {
    if (o == Py.None) {
      return -1;
    }
    long nanos = TimeValue.nanos(o, TimeValue.CEILING);
    if (nanos < 0) {
      throw Errors.valueError("Timeout value out of range");
    }
    return nanos;
  }

  static long defaultTimeout(Interpreter interpreter) {
    return interpreter.state(Defaults.class, Defaults::new).timeout;
  }

  @Function(value = "setdefaulttimeout(timeout, /)", doc = "Sets the timeout of new sockets.")
  static void setdefaulttimeout(Object timeout, Interpreter interpreter) {
    interpreter.state(Defaults.class, Defaults::new).timeout = timeout(timeout);
  }

  @Function(value = "getdefaulttimeout()", doc = "The timeout of new sockets.")
  static Object getdefaulttimeout(Interpreter interpreter) {
    long t = defaultTimeout(interpreter);
    return t < 0 ? Py.None : (Object) (t / 1e9);
  }

  @Function(value = "close(fd, /)", doc = "Closes a socket by its descriptor.")
  static void close(Object fd, Interpreter interpreter) {
    try {
      interpreter.host.descriptors().close(PosixDescriptor.of(fd));
    } catch (HostException e) {
      throw SocketErrors.of(e);
    }
  }

  @Function(value = "dup(fd, /)", doc = "Another descriptor of a socket.")
  static long dup(Object fd, Interpreter interpreter) {
    try {
      return interpreter.host.descriptors().duplicate(PosixDescriptor.of(fd), 0, false);
    } catch (HostException e) {
      throw SocketErrors.of(e);
    }
  }

  @Function(value = "socketpair(family=1, type=1, proto=0, /)", doc = "Two connected sockets.", textSignature = false)
  static Object socketpair(int family, int type, int proto, Interpreter interpreter) {
    if (family != SocketFile.AF_UNIX) {
      throw HostErrors.of(Errno.EOPNOTSUPP);
    }
    try {
      SocketFile[] pair = interpreter.host.network().pair(type);
      Object[] out = new Object[2];
      for (int i = 0; i < 2; i++) {
        int fd = interpreter.host.descriptors().add(pair[i]);
        out[i] = PySocket.TYPE.call(new Object[] {Py.box(family), Py.box(type & 0xF), Py.box(proto), Py.box(fd)}, null);
      }
      return PyTuple.of(out);
    } catch (HostException e) {
      throw SocketErrors.of(e);
    }
  }

  // ---- byte order

  private static long ranged(Object o, String function, long max) {
    Object i = dev.tuff.engine.number.PyInt.index(o);
    if (!(i instanceof Long l)) {
      throw Errors.overflowError(max == 0xFFFF ? "Python int too large to convert to C int" : "int larger than 32 bits");
    }
    if (l < 0) {
      throw Errors.overflowError(function + "(): can't convert negative Python int to C " + (max == 0xFFFF ? "16" : "32") + "-bit unsigned integer");
    }
    if (l > max) {
      throw Errors.overflowError(max == 0xFFFF ? function + "(): Python int too large to convert to C 16-bit unsigned integer"
          : "int larger than 32 bits");
    }
    return l;
  }

  @Function("ntohs(x, /)")
  static long ntohs(Object x) {
    long v = ranged(x, "ntohs", 0xFFFF);
    return (v & 0xFF) << 8 | v >> 8;
  }

  @Function("htons(x, /)")
  static long htons(Object x) {
    long v = ranged(x, "htons", 0xFFFF);
    return (v & 0xFF) << 8 | v >> 8;
  }

  @Function("ntohl(x, /)")
  static long ntohl(Object x) {
    return Integer.reverseBytes((int) ranged(x, "ntohl", 0xFFFFFFFFL)) & 0xFFFFFFFFL;
  }

  @Function("htonl(x, /)")
  static long htonl(Object x) {
    return Integer.reverseBytes((int) ranged(x, "htonl", 0xFFFFFFFFL)) & 0xFFFFFFFFL;
  }

  // ---- addresses as text

  private static Object illegal(String message) {
    throw Errors.make(Exceptions.OSError, message);
  }

  @Function(value = "inet_aton(ip_addr, /)", doc = "The four bytes of an IPv4 address.")
  static Object inet_aton(String text) {
    String[] parts = text.split("\\.", -1);
    long v = 0;
    try {
      if (parts.length > 4) {
        return illegal("illegal IP address string passed to inet_aton");
      }
      for (int i = 0; i < parts.length; i++) {
        long p = Long.decode(parts[i]);
        boolean last = i == parts.length - 1;
        if (p < 0 || p >= (last ? 1L << 8 * (5 - parts.length) : 256)) {
          return illegal("illegal IP address string passed to inet_aton");
        }
        v = last ? v << 8 * (5 - parts.length) | p : v << 8 | p;
      }
    } catch (NumberFormatException e) {
      return illegal("illegal IP address string passed to inet_aton");
    }
    return new PyBytes(new byte[] {(byte) (v >> 24), (byte) (v >> 16), (byte) (v >> 8), (byte) v});
  }

  @Function(value = "inet_ntoa(packed_ip, /)", doc = "The text of an IPv4 address.")
  static Object inet_ntoa(Object packed) {
    byte[] b = Buffers.bytes(packed);
    if (b.length != 4) {
      return illegal("packed IP wrong length");
    }
    return (b[0] & 0xFF) + "." + (b[1] & 0xFF) + "." + (b[2] & 0xFF) + "." + (b[3] & 0xFF);
  }

  @Function(value = "inet_pton(address_family, ip_string, /)", doc = "The bytes of an address.")
  static Object inet_pton(int family, String text) {
    if (family != SocketFile.AF_INET && family != SocketFile.AF_INET6) {
      throw HostErrors.of(Errno.EAFNOSUPPORT);
    }
    byte[] b = family == SocketFile.AF_INET ? Addresses.four(text) : text.indexOf('%') >= 0 ? null : Addresses.six(text);
    return b == null ? illegal("illegal IP address string passed to inet_pton") : new PyBytes(b);
  }

  @Function(value = "inet_ntop(address_family, packed_ip, /)", doc = "The text of an address.")
  static Object inet_ntop(int family, Object packed) {
    byte[] b = Buffers.bytes(packed);
    if (family != SocketFile.AF_INET && family != SocketFile.AF_INET6) {
      throw Errors.valueError("unknown address family " + family);
    }
    if (b.length != (family == SocketFile.AF_INET ? 4 : 16)) {
      throw Errors.valueError("invalid length of packed IP address string");
    }
    return family == SocketFile.AF_INET ? inet_ntoa(packed) : Addresses.textOfSix(b);
  }

  // ---- interfaces

  private static List<java.net.NetworkInterface> interfaces() {
    try {
      return java.net.NetworkInterface.networkInterfaces().toList();
    } catch (java.net.SocketException e) {
      throw HostErrors.of(Errno.EIO);
    }
  }

  @Function(value = "if_nameindex()", doc = "The numbers and names of the network interfaces.")
  static Object if_nameindex() {
    PyList list = new PyList();
    for (var i : interfaces()) {
      list.add(Py.tuple(Py.box(i.getIndex()), Py.str(i.getName())));
    }
    return list;
  }

  @Function("if_nametoindex(oname, /)")
  static long if_nametoindex(Object name) {
    for (var i : interfaces()) {
      if (i.getName().equals(Addresses.text(name, "if_nametoindex"))) {
        return i.getIndex();
      }
    }
    throw Errors.make(Exceptions.OSError, Py.box(Errno.ENODEV), "No such device");
  }

  @Function("if_indextoname(if_index, /)")
  static Object if_indextoname(Object index) {
    long n = Convert.toLong(index);
    if (n < 0) {
      throw Errors.valueError("if_index must be a positive integer");
    }
    for (var i : interfaces()) {
      if (i.getIndex() == n) {
        return Py.str(i.getName());
      }
    }
    throw HostErrors.of(Errno.ENXIO);
  }
}
