package dev.tuff.host;

import java.net.SocketAddress;

/** A socket. Addresses are the JDK's: {@code InetSocketAddress} or {@code UnixDomainSocketAddress}. */
public abstract class SocketFile extends OpenFile {
  // numbers of Linux
  public static final int AF_UNIX = 1;
  public static final int AF_INET = 2;
  public static final int AF_INET6 = 10;
  public static final int SOCK_STREAM = 1;
  public static final int SOCK_DGRAM = 2;
  public static final int SOCK_SEQPACKET = 5;

  /** In the place of an errno: the socket's own timeout has passed. */
  public static final int TIMED_OUT = -1;

  /** A datagram or a piece of a stream that was received, and who sent it. */
  public record Received(int length, SocketAddress from) {}

  public final int family;
  public final int kind;
  public final int protocol;

  /** Nanoseconds that operations may take: negative for ever, 0 none. */
  private volatile long timeout = -1;

  protected SocketFile(int family, int kind, int protocol) {
    this.family = family;
    this.kind = kind;
    this.protocol = protocol;
  }

  public final void setTimeout(long nanos) {
    timeout = nanos;
    super.setBlocking(nanos != 0);
  }

  public final long timeout() {
    return timeout;
  }

  @Override
  public void setBlocking(boolean on) {
    setTimeout(on ? -1 : 0);
  }

  public abstract void bind(SocketAddress address);

  public abstract void listen(int backlog);

  public abstract void connect(SocketAddress address);

  /** A new connection. */
  public abstract SocketFile accept();

  public abstract SocketAddress local();

  /** Null if it is not connected. */
  public abstract SocketAddress remote();

  public abstract Received receive(byte[] bytes, int offset, int length, boolean peek);

  public abstract int send(byte[] bytes, int offset, int length, SocketAddress to);

  /** 0 reading, 1 writing, 2 both. */
  public abstract void shutdown(int how);

  /** Whether {@code listen} has been called. */
  public abstract boolean listening();

  /** The error of the last attempt to connect, once; 0 for none. */
  public abstract int takeError();

  public abstract long option(int level, int name);

  public abstract void setOption(int level, int name, long value);
}
