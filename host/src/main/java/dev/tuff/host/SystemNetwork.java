package dev.tuff.host;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine's network. */
final class SystemNetwork implements Network {
  @Override
  public SocketFile open(int family, int type, int protocol) {
    return new ChannelSocket(family, type, protocol);
  }

  @Override
  public SocketFile[] pair(int type) {
    return ChannelSocket.pair(type);
  }

  @Override
  public InetAddress[] resolve(String name) throws UnknownHostException {
    return InetAddress.getAllByName(name);
  }

  @Override
  public String nameOf(InetAddress address) {
    return address.getCanonicalHostName();
  }

  @Override
  public String hostName() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    } catch (java.io.IOException e) {
      String name = System.getenv("HOSTNAME");
      return name == null ? "localhost" : name;
    }
  }
}
