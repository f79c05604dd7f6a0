package dev.tuff.host;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Sockets and names of machines. */
public interface Network {
  /** A new socket; numbers as Linux has them. */
  SocketFile open(int family, int type, int protocol);

  /** Two connected sockets. */
  SocketFile[] pair(int type);

  /** The addresses of a name. */
  InetAddress[] resolve(String name) throws UnknownHostException;

  /** The name of an address, or its text if it has none. */
  String nameOf(InetAddress address);

  /** The machine's own name. */
  String hostName();
}
