package dev.tuff.stdlib.socket;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;
import dev.tuff.host.SocketFile;
import dev.tuff.stdlib.os.SystemLists;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** The functions of {@code _socket} about names: of machines, services and protocols. */
final class SocketNames {
  private static final int AI_PASSIVE = 1;
  private static final int AI_CANONNAME = 2;
  private static final int AI_NUMERICHOST = 4;
  private static final int AI_NUMERICSERV = 1024;

  private SocketNames() {}

  @Function(value = "gethostname()", doc = "The name of this machine.")
  static Object gethostname(Interpreter interpreter) {
    return Py.str(interpreter.host.network().hostName());
  }

  /** The port of a service by {@code /etc/services}, -1 if it is not there. */
  private static int service(String name, String protocol, Interpreter interpreter) {
    String text = SystemLists.read(interpreter.host, "/etc/services");
    for (String line : (text == null ? WELL_KNOWN : text).split("\n")) {
      int hash = line.indexOf('#');
      String[] f = (hash < 0 ? line : line.substring(0, hash)).trim().split("\\s+");
      if (f.length < 2 || protocol != null && !f[1].endsWith("/" + protocol)) {
        continue;
      }
      for (int i = 0; i < f.length; i++) {
        if (i != 1 && f[i].equals(name)) {
          return Integer.parseInt(f[1].substring(0, f[1].indexOf('/')));
        }
      }
    }
    return -1;
  }

  /** For machines without the file. */
  private static final String WELL_KNOWN = "echo 7/tcp\necho 7/udp\ndaytime 13/tcp\nqotd 17/tcp\nftp 21/tcp\nssh 22/tcp\ntelnet 23/tcp\nsmtp 25/tcp\n"
      + "domain 53/tcp\ndomain 53/udp\nhttp 80/tcp www\npop3 110/tcp\nntp 123/udp\nimap2 143/tcp imap\nhttps 443/tcp\nhttps 443/udp\n";

  @Function(value = "getservbyname(servicename, protocolname=<null>, /)", doc = "The port of a service.", textSignature = false)
  static long getservbyname(String name, Object protocol, Interpreter interpreter) {
    int port = service(name, protocol == null ? null : PyStr.java(protocol), interpreter);
    if (port < 0) {
      throw Errors.make(Exceptions.OSError, "service/proto not found");
    }
    return port;
  }

  @Function(value = "getservbyport(port, protocolname=<null>, /)", doc = "The service of a port.", textSignature = false)
  static Object getservbyport(int port, Object protocol, Interpreter interpreter) {
    if (port < 0 || port > 65535) {
      throw Errors.overflowError("getservbyport: port must be 0-65535.");
    }
    String text = SystemLists.read(interpreter.host, "/etc/services");
    for (String line : (text == null ? WELL_KNOWN : text).split("\n")) {
      String[] f = line.trim().split("\\s+");
      if (f.length >= 2 && f[1].startsWith(port + "/") && (protocol == null || f[1].endsWith("/" + PyStr.java(protocol)))) {
        return Py.str(f[0]);
      }
    }
    throw Errors.make(Exceptions.OSError, "port/proto not found");
  }

  @Function("getprotobyname(protocolname, /)")
  static long getprotobyname(String name) {
    return switch (name) {
      case "ip" -> 0;
      case "icmp" -> 1;
      case "tcp" -> 6;
      case "udp" -> 17;
      case "ipv6" -> 41;
      case "ipv6-icmp" -> 58;
      default -> throw Errors.make(Exceptions.OSError, "protocol not found");
    };
  }

  @Function(value = "gethostbyname(hostname, /)", doc = "The IPv4 address of a machine.", textSignature = false)
  static Object gethostbyname(Object name, Interpreter interpreter) {
    return Py.str(Addresses.text(Addresses.host(Addresses.text(name, "gethostbyname"), SocketFile.AF_INET, interpreter)));
  }

  @Function(value = "gethostbyname_ex(hostname, /)", doc = "Name, aliases and addresses of a machine.", textSignature = false)
  static Object gethostbyname_ex(Object name, Interpreter interpreter) {
    String n = Addresses.text(name, "gethostbyname_ex");
    PyList addresses = new PyList();
    for (InetAddress a : resolve(n, SocketFile.AF_INET, interpreter)) {
      addresses.add(Py.str(Addresses.text(a)));
    }
    return Py.tuple(Py.str(n), new PyList(), addresses);
  }

  @Function(value = "gethostbyaddr(ip_address, /)", doc = "Name, aliases and addresses of a machine.", textSignature = false)
  static Object gethostbyaddr(Object address, Interpreter interpreter) {
    String s = Addresses.text(address, "gethostbyaddr");
    InetAddress a = resolve(s, 0, interpreter).get(0);
    String name = interpreter.host.network().nameOf(a);
    if (name.equals(a.getHostAddress())) {
      throw Errors.make(SocketErrors.HERROR, Py.box(1), "Unknown host");
    }
    return Py.tuple(Py.str(name), new PyList(), PyList.of(Py.str(Addresses.text(a))));
  }

  private static List<InetAddress> resolve(String name, int family, Interpreter interpreter) {
    List<InetAddress> out = new ArrayList<>();
    try {
      byte[] literal = Addresses.literal(name);
      InetAddress[] all = literal != null ? new InetAddress[] {Addresses.raw(literal, name)}
          : name.equals("localhost") ? new InetAddress[] {
            Addresses.raw(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, ""), InetAddress.getByAddress(new byte[] {127, 0, 0, 1})}
          : interpreter.host.network().resolve(name);
      for (InetAddress a : all) {
        if (family == 0 || (family == SocketFile.AF_INET6 ? a instanceof Inet6Address : a instanceof Inet4Address)) {
          out.add(a);
        }
      }
    } catch (UnknownHostException e) {
      throw SocketErrors.unknownName();
    }
    if (out.isEmpty()) {
      throw Addresses.literal(name) != null ? SocketErrors.noAddress() : SocketErrors.unknownName();
    }
    return out;
  }

  private static int port(Object port, int type, int flags, Interpreter interpreter) {
    if (port == Py.None) {
      return 0;
    }
    if (PyInt.isInt(port)) {
      long p = Convert.toLong(port);
      if (p > Integer.MAX_VALUE || p < Integer.MIN_VALUE) {
        throw SocketErrors.service();
      }
      return (int) p & 0xFFFF;
    }
    if (!PyStr.isStr(port) && !(port instanceof dev.tuff.engine.bytes.PyBytes)) {
      throw Errors.make(Exceptions.OSError, "Int or String expected");
    }
    String s = Addresses.text(port, "getaddrinfo");
    if (s.isEmpty()) {
      return 0;
    }
    if (s.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return (int) (Long.parseLong(s) & 0xFFFF);
    }
    int p = (flags & AI_NUMERICSERV) != 0 ? -1 : service(s, type == 2 ? "udp" : type == 1 ? "tcp" : null, interpreter);
    if (p < 0) {
      throw SocketErrors.service();
    }
    return p;
  }

  @Function(value = "getaddrinfo(host, port, family=0, type=0, proto=0, flags=0)", doc = "The addresses to reach a service of a machine by.",
      textSignature = false)
  static Object getaddrinfo(Object host, Object port, int family, int type, int proto, int flags, Interpreter interpreter) {
    if (host != Py.None && !PyStr.isStr(host) && !(host instanceof dev.tuff.engine.bytes.PyBytes)) {
      throw Errors.typeError("getaddrinfo() argument 1 must be string or None");
    }
    Interpreter.audit("socket.getaddrinfo", host, port, Py.box(family), Py.box(type), Py.box(proto));
    if (family != 0 && family != SocketFile.AF_INET && family != SocketFile.AF_INET6) {
      throw SocketErrors.badFamily();
    }
    if (host == Py.None && port == Py.None) {
      throw SocketErrors.unknownName();
    }
    int p = port(port, type, flags, interpreter);
    List<InetAddress> addresses;
    String name = null;
    if (host == Py.None || Addresses.text(host, "getaddrinfo").isEmpty()) {
      addresses = local(family, (flags & AI_PASSIVE) != 0);
    } else {
      name = Addresses.text(host, "getaddrinfo");
      if ((flags & AI_NUMERICHOST) != 0 && Addresses.literal(name) == null) {
        throw SocketErrors.unknownName();
      }
      if (name.length() > 255 || name.startsWith(".")) {
        throw SocketErrors.unknownName();
      }
      addresses = resolve(name, family, interpreter);
    }
    PyList out = new PyList();
    int[][] kinds = {{1, 6}, {2, 17}, {3, 0}};
    for (InetAddress a : addresses) {
      boolean six = a instanceof Inet6Address;
      for (int[] k : kinds) {
        if (type != 0 && type != k[0] || proto != 0 && k[1] != 0 && proto != k[1]) {
          continue;
        }
        Object canonical = (flags & AI_CANONNAME) != 0 && out.size() == 0 && name != null ? Py.str(name) : "";
        int f = six ? SocketFile.AF_INET6 : SocketFile.AF_INET;
        out.add(Py.tuple(Py.box(f), Py.box(k[0]), Py.box(k[1] == 0 ? proto : k[1]), canonical,
            Addresses.toPython(new InetSocketAddress(a, p), f)));
      }
    }
    if (out.size() == 0) {
      throw Errors.make(SocketErrors.GAIERROR, Py.box(-7), "ai_socktype not supported");
    }
    return out;
  }

  private static List<InetAddress> local(int family, boolean any) {
    List<InetAddress> out = new ArrayList<>();
    try {
      byte[] six = new byte[16];
      six[15] = (byte) (any ? 0 : 1);
      if (family != SocketFile.AF_INET6) {
        out.add(InetAddress.getByAddress(any ? new byte[4] : new byte[] {127, 0, 0, 1}));
      }
      if (family != SocketFile.AF_INET) {
        out.add(any ? out.size() : 0, Addresses.raw(six, ""));
      }
    } catch (UnknownHostException e) {
      throw SocketErrors.unknownName();
    }
    return out;
  }

  @Function(value = "getnameinfo(sockaddr, flags, /)", doc = "Name and service of an address.", textSignature = false)
  static Object getnameinfo(Object address, int flags, Interpreter interpreter) {
    if (!(address instanceof PyTuple t)) {
      throw Errors.typeError("getnameinfo() argument 1 must be a tuple");
    }
    if (t.size() < 2 || t.size() > 4) {
      throw Errors.typeError("getnameinfo(): illegal sockaddr argument");
    }
    long port = Convert.toLong(t.get(1));
    if (port < 0 || port > 65535) {
      throw Errors.overflowError("getnameinfo(): port must be 0-65535.");
    }
    String host = Addresses.text(t.get(0), "getnameinfo");
    InetAddress a = resolve(host, 0, interpreter).get(0);
    String name = (flags & 1) != 0 ? Addresses.text(a) : interpreter.host.network().nameOf(a);
    Object service = Py.str(String.valueOf(port));
    if ((flags & 2) == 0) {
      try {
        service = getservbyport((int) port, (flags & 16) != 0 ? "udp" : "tcp", interpreter);
      } catch (dev.tuff.engine.core.PyException e) {
        // a port without a name is shown as its number
      }
    }
    return Py.tuple(Py.str(name), service);
  }
}
