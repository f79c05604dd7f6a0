package dev.tuff.stdlib.socket;

import dev.tuff.engine.bytes.PyByteArray;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.HostErrors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;
import dev.tuff.host.Errno;
import dev.tuff.host.SocketFile;
import dev.tuff.stdlib.io.Buffers;
import dev.tuff.stdlib.io.Paths;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;

/** Socket addresses: Python's tuples and paths, and the JDK's objects. */
final class Addresses {
  private Addresses() {}

  static SocketAddress parse(int family, Object address, String function, Interpreter interpreter) {
    if (family == SocketFile.AF_UNIX) {
      String path;
      if (PyStr.isStr(address)) {
        path = PyStr.java(address);
      } else if (address instanceof PyBytes || address instanceof PyByteArray) {
        path = Paths.decode(Buffers.bytes(address));
      } else {
        throw Errors.typeError("a bytes-like object is required, not '" + Py.typeOf(address).name() + "'");
      }
      if (path.startsWith("\0")) {
        throw HostErrors.of(Errno.EOPNOTSUPP);
      }
      if (Paths.encode(path).length > 107) {
        throw Errors.make(dev.tuff.engine.exception.Exceptions.OSError, "AF_UNIX path too long");
      }
      return UnixDomainSocketAddress.of(path);
    }
    boolean six = family == SocketFile.AF_INET6;
    if (!six && family != SocketFile.AF_INET) {
      throw Errors.make(dev.tuff.engine.exception.Exceptions.OSError, function + "(): bad family");
    }
    String kind = six ? "AF_INET6" : "AF_INET";
    if (!(address instanceof PyTuple t)) {
      throw Errors.typeError(function + "(): " + kind + " address must be tuple, not " + Py.typeOf(address).name());
    }
    if (t.size() < 2 || t.size() > (six ? 4 : 2)) {
      throw Errors.typeError(function + "(): " + kind + (six ? " address must be a tuple (host, port[, flowinfo[, scopeid]])"
          : " address must be a pair (host, port)"));
    }
    if (!PyInt.isInt(t.get(1)) && Py.typeOf(t.get(1)).slot(dev.tuff.engine.core.Special.INDEX) == null) {
      throw Errors.typeError("'" + Py.typeOf(t.get(1)).name() + "' object cannot be interpreted as an integer");
    }
    long port;
    Object p = PyInt.index(t.get(1));
    port = p instanceof Long l ? l : -1;
    if (port < 0 || port > 65535) {
      throw Errors.overflowError(function + "(): port must be 0-65535.");
    }
    InetAddress host = host(text(t.get(0), function), family, interpreter);
    if (six && t.size() == 4 && host instanceof Inet6Address a && Convert.toLong(t.get(3)) != 0) {
      try {
        host = Inet6Address.getByAddress(null, a.getAddress(), Convert.toInt(t.get(3)));
      } catch (UnknownHostException e) {
        throw HostErrors.of(Errno.EINVAL);
      }
    }
    return new InetSocketAddress(host, (int) port);
  }

  static String text(Object o, String function) {
    if (PyStr.isStr(o)) {
      String s = PyStr.java(o);
      if (s.indexOf('\0') >= 0) {
        throw Errors.typeError("host name must not contain null character");
      }
      return s;
    }
    if (o instanceof PyBytes || o instanceof PyByteArray) {
      return Paths.decode(Buffers.bytes(o));
    }
    throw Errors.typeError("str, bytes or bytearray expected, not " + Py.typeOf(o).name());
  }

  /** The address of a name for sockets of a family. */
  static InetAddress host(String name, int family, Interpreter interpreter) {
    try {
      if (name.isEmpty()) {
        return InetAddress.getByAddress(new byte[family == SocketFile.AF_INET6 ? 16 : 4]);
      }
      if (name.equals("<broadcast>") || name.equals("255.255.255.255")) {
        return InetAddress.getByAddress(new byte[] {-1, -1, -1, -1});
      }
      if (name.equals("localhost") && family != SocketFile.AF_INET6) {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      }
      byte[] literal = literal(name);
      if (literal != null) {
        if (literal.length == 4 && family == SocketFile.AF_INET6 || literal.length == 16 && family == SocketFile.AF_INET) {
          throw SocketErrors.noAddress();
        }
        return raw(literal, name);
      }
      for (InetAddress a : interpreter.host.network().resolve(name)) {
        if (family == SocketFile.AF_INET6 ? a instanceof Inet6Address : a instanceof Inet4Address) {
          return a;
        }
      }
    } catch (UnknownHostException e) {
      throw SocketErrors.unknownName();
    }
    throw SocketErrors.unknownName();
  }

  /** An IPv6 address as itself, though it may be a mapped IPv4 one. */
  static InetAddress raw(byte[] bytes, String name) throws UnknownHostException {
    if (bytes.length == 16) {
      int percent = name.indexOf('%');
      return percent < 0 ? Inet6Address.getByAddress(null, bytes, -1) : InetAddress.getByName(name);
    }
    return InetAddress.getByAddress(bytes);
  }

  /** The bytes of a numeric address, or null if it is a name. */
  static byte[] literal(String s) {
    if (s.indexOf(':') >= 0) {
      return six(s.indexOf('%') < 0 ? s : s.substring(0, s.indexOf('%')));
    }
    return four(s);
  }

  static byte[] four(String s) {
    byte[] b = new byte[4];
    int n = 0;
    int at = 0;
    while (n < 4) {
      int end = s.indexOf('.', at);
      end = end < 0 ? s.length() : end;
      if (end == at || end - at > 3 || n == 3 != (end == s.length())) {
        return null;
      }
      int v = 0;
      for (int i = at; i < end; i++) {
        char c = s.charAt(i);
        if (c < '0' || c > '9') {
          return null;
        }
        v = v * 10 + c - '0';
      }
      if (v > 255) {
        return null;
      }
      b[n++] = (byte) v;
      at = end + 1;
    }
    return b;
  }

  static byte[] six(String s) {
    byte[] b = new byte[16];
    int n = 0;
    int gap = -1;
    int at = 0;
    if (s.startsWith("::")) {
      gap = 0;
      at = 2;
    } else if (s.startsWith(":")) {
      return null;
    }
    while (at < s.length()) {
      int end = s.indexOf(':', at);
      end = end < 0 ? s.length() : end;
      String part = s.substring(at, end);
      if (part.indexOf('.') >= 0) {
        byte[] v4 = four(part);
        if (v4 == null || n > 12 || end != s.length()) {
          return null;
        }
        System.arraycopy(v4, 0, b, n, 4);
        n += 4;
        break;
      }
      if (part.isEmpty() || part.length() > 4 || n == 16) {
        return null;
      }
      int v = 0;
      for (int i = 0; i < part.length(); i++) {
        int d = Character.digit(part.charAt(i), 16);
        if (d < 0) {
          return null;
        }
        v = v * 16 + d;
      }
      b[n++] = (byte) (v >> 8);
      b[n++] = (byte) v;
      at = end + 1;
      if (end < s.length() && at < s.length() && s.charAt(at) == ':') {
        if (gap >= 0) {
          return null;
        }
        gap = n;
        at++;
      } else if (end < s.length() && at >= s.length()) {
        return null;
      }
    }
    if (gap >= 0) {
      if (n == 16) {
        return null;
      }
      System.arraycopy(b, gap, b, 16 - (n - gap), n - gap);
      java.util.Arrays.fill(b, gap, 16 - (n - gap), (byte) 0);
      return b;
    }
    return n == 16 ? b : null;
  }

  /** The usual text of an IPv6 address: the longest run of zeros short. */
  static String textOfSix(byte[] b) {
    int[] g = new int[8];
    for (int i = 0; i < 8; i++) {
      g[i] = (b[2 * i] & 0xFF) << 8 | b[2 * i + 1] & 0xFF;
    }
    int best = -1;
    int length = 1;
    for (int i = 0; i < 8; i++) {
      int k = i;
      while (k < 8 && g[k] == 0) {
        k++;
      }
      if (k - i > length) {
        best = i;
        length = k - i;
      }
    }
    boolean mapped = best == 0 && (length == 6 && g[6] != 0 || length == 5 && g[5] == 0xFFFF);
    StringBuilder s = new StringBuilder();
    for (int i = 0; i < (mapped ? 6 : 8); i++) {
      if (i == best) {
        s.append("::");
        i += length - 1;
        continue;
      }
      if (!s.isEmpty() && s.charAt(s.length() - 1) != ':') {
        s.append(':');
      }
      s.append(Integer.toHexString(g[i]));
    }
    if (mapped) {
      if (s.charAt(s.length() - 1) != ':') {
        s.append(':');
      }
      s.append(b[12] & 0xFF).append('.').append(b[13] & 0xFF).append('.').append(b[14] & 0xFF).append('.').append(b[15] & 0xFF);
    }
    return s.toString();
  }

  static String text(InetAddress a) {
    if (a instanceof Inet6Address s) {
      return textOfSix(s.getAddress());
    }
    return a.getHostAddress();
  }

  /** As Python shows an address. */
  static Object toPython(SocketAddress a, int family) {
    if (a instanceof InetSocketAddress i) {
      InetAddress host = i.getAddress();
      if (family == SocketFile.AF_INET6) {
        String s = host instanceof Inet6Address ? text(host) : host.isAnyLocalAddress() ? "::" : host.isLoopbackAddress() ? "::1" : text(host);
        return Py.tuple(s, Py.box(i.getPort()), Py.box(0), Py.box(host instanceof Inet6Address x ? x.getScopeId() : 0));
      }
      String s = host instanceof Inet6Address && host.isAnyLocalAddress() ? "0.0.0.0" : text(host);
      return Py.tuple(s, Py.box(i.getPort()));
    }
    if (a instanceof UnixDomainSocketAddress u) {
      return Py.str(u.getPath().toString());
    }
    return family == SocketFile.AF_UNIX ? "" : family == SocketFile.AF_INET6
        ? Py.tuple("::", Py.box(0), Py.box(0), Py.box(0)) : family == SocketFile.AF_INET ? Py.tuple("0.0.0.0", Py.box(0)) : Py.None;
  }
}
