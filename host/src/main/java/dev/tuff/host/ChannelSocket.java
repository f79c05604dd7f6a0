package dev.tuff.host;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

/**
 * A socket over the JDK's channels. The JDK wants to know at once whether a stream socket will connect or listen; C does not: it starts as one
 * that connects, and {@link #listen} puts one that listens in its place, on the same address and with the same options.
 */
final class ChannelSocket extends SocketFile {
  private static final int SOL_SOCKET = 1;
  private static final int SO_REUSEADDR = 2;
  private static final int SO_TYPE = 3;
  private static final int SO_ERROR = 4;
  private static final int SO_BROADCAST = 6;
  private static final int SO_SNDBUF = 7;
  private static final int SO_RCVBUF = 8;
  private static final int SO_KEEPALIVE = 9;
  private static final int SO_LINGER = 13;
  private static final int SO_REUSEPORT = 15;
  private static final int SO_ACCEPTCONN = 30;
  private static final int SO_PROTOCOL = 38;
  private static final int SO_DOMAIN = 39;
  private static final int IPPROTO_TCP = 6;
  private static final int TCP_NODELAY = 1;
  private static final int IPPROTO_IPV6 = 41;
  private static final int IPV6_V6ONLY = 26;

  private SelectableChannel channel;
  private final Waiting reading = new Waiting();
  private final Waiting writing = new Waiting();
  private final Map<Long, Long> remembered = new HashMap<>();
  private boolean inputShut;
  private boolean outputShut;
  private int error;

  /** Bytes that were looked at by MSG_PEEK and are still to be read. */
  private byte[] peeked = {};

  ChannelSocket(int family, int kind, int protocol) {
    super(family, kind & 0xF, protocol);
    try {
      channel = make();
      channel.configureBlocking(false);
    } catch (IOException | UnsupportedOperationException e) {
      throw new HostException(e instanceof IOException io ? JdkErrors.errno(io) : Errno.EAFNOSUPPORT);
    }
  }

  private ChannelSocket(int family, int kind, int protocol, SelectableChannel channel) throws IOException {
    super(family, kind, protocol);
    this.channel = channel;
    channel.configureBlocking(false);
  }

  private StandardProtocolFamily protocolFamily() {
    return switch (family) {
      case AF_UNIX -> StandardProtocolFamily.UNIX;
      case AF_INET -> StandardProtocolFamily.INET;
      case AF_INET6 -> StandardProtocolFamily.INET6;
      default -> throw new HostException(Errno.EAFNOSUPPORT);
    };
  }

  private SelectableChannel make() throws IOException {
    return switch (kind) {
      case SOCK_STREAM -> SocketChannel.open(protocolFamily());
      case SOCK_DGRAM -> DatagramChannel.open(protocolFamily());
      default -> throw new HostException(Errno.ESOCKTNOSUPPORT);
    };
  }

  private boolean onlyIpv6() {
    return family == AF_INET6 && remembered.getOrDefault((long) IPPROTO_IPV6 << 32 | IPV6_V6ONLY, 0L) != 0;
  }

  /**
   * The JDK's sockets of IPv6 take connections of IPv4 too, and it has no option for that: so a server that listens on all addresses of
   * both could not bind the second. A fresh socket is told by its number.
   */
  private static <T> T openOnlyIpv6(ProcessFiles.Opening<T> opening) throws IOException {
    int[] number = {-1};
    T channel = ProcessFiles.openSocket(opening, number);
    if (number[0] >= 0) {
      try {
        SystemCalls.setOption(number[0], IPPROTO_IPV6, IPV6_V6ONLY, 1);
      } catch (HostException e) {
        // it takes both, then
        return channel;
      }
    }
    return channel;
  }

  /** Before it is bound: in place of the channel one that is for IPv6 only. */
  private void becomeOnlyIpv6() throws IOException {
    if (channel instanceof SocketChannel s && s.getLocalAddress() == null) {
      boolean reuse = s.getOption(StandardSocketOptions.SO_REUSEADDR);
      boolean reusePort = s.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT)
          && s.getOption(StandardSocketOptions.SO_REUSEPORT);
      s.close();
      SocketChannel fresh = openOnlyIpv6(() -> SocketChannel.open(protocolFamily()));
      fresh.setOption(StandardSocketOptions.SO_REUSEADDR, reuse);
      if (reusePort) {
        fresh.setOption(StandardSocketOptions.SO_REUSEPORT, true);
      }
      fresh.configureBlocking(false);
      channel = fresh;
    }
  }

  static SocketFile[] pair(int kind) {
    if ((kind & 0xF) != SOCK_STREAM) {
      throw new HostException(Errno.EOPNOTSUPP);
    }
    try {
      // the JDK has no socketpair: two ends of a connection through a name that is gone at once
      java.nio.file.Path name = java.nio.file.Path.of(System.getProperty("java.io.tmpdir"),
          ".tuff-" + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime()) + "-" + Thread.currentThread().threadId());
      try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
        server.bind(UnixDomainSocketAddress.of(name));
        SocketChannel a = SocketChannel.open(UnixDomainSocketAddress.of(name));
        SocketChannel b = server.accept();
        return new SocketFile[] {new ChannelSocket(AF_UNIX, SOCK_STREAM, 0, a), new ChannelSocket(AF_UNIX, SOCK_STREAM, 0, b)};
      } finally {
        Files.deleteIfExists(name);
      }
    } catch (IOException e) {
      throw JdkErrors.of(e);
    }
  }

  /** Waits for an operation. */
  private void await(Waiting w, int operation, long end) throws IOException {
    if (timeout() == 0) {
      throw new HostException(operation == SelectionKey.OP_CONNECT ? Errno.EINPROGRESS : Errno.EAGAIN);
    }
    long millis = 0;
    if (timeout() > 0) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new HostException(TIMED_OUT);
      }
      millis = Math.max(1, (left + 999_999) / 1_000_000);
    }
    Interruption i = Interruption.current();
    i.waiting(w::wake);
    try {
      w.await(channel, operation, millis);
    } finally {
      i.waiting(null);
    }
    i.check();
  }

  private long end() {
    return System.nanoTime() + timeout();
  }

  @Override
  public void bind(SocketAddress address) {
    try {
      if (channel instanceof SocketChannel s) {
        // the JDK's client sockets are not reusable unless told, C's listening ones keep what they were told
        s.bind(address);
      } else if (channel instanceof DatagramChannel d) {
        d.bind(address);
      } else {
        throw new HostException(Errno.EINVAL);
      }
    } catch (java.nio.channels.AlreadyBoundException e) {
      throw new HostException(Errno.EINVAL);
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e);
    }
  }

  @Override
  public synchronized void listen(int backlog) {
    if (channel instanceof ServerSocketChannel) {
      return;
    }
    if (!(channel instanceof SocketChannel client)) {
      throw new HostException(Errno.EOPNOTSUPP);
    }
    try {
      SocketAddress address = client.getLocalAddress();
      boolean reusePort = family != AF_UNIX && client.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT)
          && client.getOption(StandardSocketOptions.SO_REUSEPORT);
      client.close();
      reading.close();
      if (address instanceof UnixDomainSocketAddress u && !u.getPath().toString().isEmpty()) {
        Files.deleteIfExists(u.getPath());
      }
      ServerSocketChannel server = onlyIpv6() ? openOnlyIpv6(() -> ServerSocketChannel.open(protocolFamily()))
          : ServerSocketChannel.open(protocolFamily());
      if (family != AF_UNIX) {
        server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        if (reusePort) {
          server.setOption(StandardSocketOptions.SO_REUSEPORT, true);
        }
      }
      server.bind(address, backlog <= 0 ? 1 : backlog);
      server.configureBlocking(false);
      channel = server;
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e);
    }
  }

  @Override
  public void connect(SocketAddress address) {
    try {
      if (channel instanceof DatagramChannel d) {
        if (d.isConnected()) {
          d.disconnect();
        }
        d.connect(address);
        return;
      }
      if (!(channel instanceof SocketChannel s)) {
        throw new HostException(Errno.EISCONN);
      }
      if (s.isConnected()) {
        throw new HostException(Errno.EISCONN);
      }
      long end = end();
      if (s.isConnectionPending() ? s.finishConnect() : s.connect(address)) {
        return;
      }
      do {
        await(writing, SelectionKey.OP_CONNECT, end);
      } while (!s.finishConnect());
    } catch (IOException | RuntimeException e) {
      int n = JdkErrors.errno(e);
      replaceFailed();
      throw new HostException(n == Errno.EADDRINUSE && e instanceof java.net.ConnectException ? Errno.ECONNREFUSED : n);
    }
  }

  /** The JDK closes a channel that could not connect; in C the socket is still there and may try again. */
  private void replaceFailed() {
    try {
      if (channel instanceof SocketChannel && !channel.isOpen()) {
        reading.close();
        writing.close();
        channel = make();
        channel.configureBlocking(false);
      }
    } catch (IOException e) {
      throw JdkErrors.of(e);
    }
  }

  @Override
  public SocketFile accept() {
    try {
      if (!(channel instanceof ServerSocketChannel server)) {
        throw new HostException(kind == SOCK_STREAM ? Errno.EINVAL : Errno.EOPNOTSUPP);
      }
      long end = end();
      while (true) {
        SocketChannel c = server.accept();
        if (c != null) {
          return new ChannelSocket(family, kind, protocol, c);
        }
        await(reading, SelectionKey.OP_ACCEPT, end);
      }
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e);
    }
  }

  @Override
  public SocketAddress local() {
    try {
      return ((NetworkChannel) channel).getLocalAddress();
    } catch (IOException e) {
      throw JdkErrors.of(e);
    }
  }

  @Override
  public SocketAddress remote() {
    try {
      return channel instanceof SocketChannel s ? s.getRemoteAddress() : channel instanceof DatagramChannel d ? d.getRemoteAddress() : null;
    } catch (IOException e) {
      throw JdkErrors.of(e);
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    try {
      return receive(bytes, offset, length, false).length();
    } catch (HostException e) {
      if (e.errno() == Errno.EAGAIN) {
        return -1;
      }
      throw e;
    }
  }

  @Override
  public int write(byte[] bytes, int offset, int length) {
    try {
      return send(bytes, offset, length, null);
    } catch (HostException e) {
      if (e.errno() == Errno.EAGAIN) {
        return -1;
      }
      throw e;
    }
  }

  @Override
  public Received receive(byte[] bytes, int offset, int length, boolean peek) {
    try {
      if (channel instanceof DatagramChannel d) {
        return receiveDatagram(d, bytes, offset, length);
      }
      if (!(channel instanceof SocketChannel s)) {
        throw new HostException(Errno.ENOTCONN);
      }
      if (!s.isConnected()) {
        throw new HostException(Errno.ENOTCONN);
      }
      if (peeked.length > 0) {
        int n = Math.min(length, peeked.length);
        System.arraycopy(peeked, 0, bytes, offset, n);
        if (!peek) {
          peeked = java.util.Arrays.copyOfRange(peeked, n, peeked.length);
        }
        return new Received(n, null);
      }
      if (inputShut || length == 0) {
        return new Received(0, null);
      }
      long end = end();
      while (true) {
        int n = s.read(ByteBuffer.wrap(bytes, offset, length));
        if (n != 0) {
          if (peek && n > 0) {
            peeked = java.util.Arrays.copyOfRange(bytes, offset, offset + n);
          }
          return new Received(Math.max(0, n), null);
        }
        await(reading, SelectionKey.OP_READ, end);
      }
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e);
    }
  }

  private Received receiveDatagram(DatagramChannel d, byte[] bytes, int offset, int length) throws IOException {
    long end = end();
    ByteBuffer b = ByteBuffer.wrap(bytes, offset, length);
    while (true) {
      SocketAddress from = d.receive(b);
      if (from != null) {
        return new Received(b.position() - offset, from);
      }
      await(reading, SelectionKey.OP_READ, end);
    }
  }

  @Override
  public int send(byte[] bytes, int offset, int length, SocketAddress to) {
    try {
      long end = end();
      ByteBuffer b = ByteBuffer.wrap(bytes, offset, length);
      if (channel instanceof DatagramChannel d) {
        while (true) {
          int n = to == null ? d.write(b) : d.send(b, to);
          if (n > 0 || length == 0) {
            return n;
          }
          await(writing, SelectionKey.OP_WRITE, end);
        }
      }
      if (outputShut) {
        throw new HostException(Errno.EPIPE);
      }
      if (!(channel instanceof SocketChannel s) || !s.isConnected()) {
        throw new HostException(channel instanceof SocketChannel s ? Errno.EPIPE : Errno.ENOTCONN);
      }
      while (true) {
        int n = s.write(b);
        if (n > 0 || length == 0) {
          return n;
        }
        await(writing, SelectionKey.OP_WRITE, end);
      }
    } catch (java.nio.channels.NotYetConnectedException e) {
      throw new HostException(Errno.EDESTADDRREQ);
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e);
    }
  }

  @Override
  public void shutdown(int how) {
    try {
      if (!(channel instanceof SocketChannel s)) {
        if (channel instanceof DatagramChannel d && d.isConnected()) {
          return;
        }
        throw new HostException(Errno.ENOTCONN);
      }
      if (!s.isConnected()) {
        throw new HostException(Errno.ENOTCONN);
      }
      if (how != 1) {
        inputShut = true;
        s.shutdownInput();
      }
      if (how != 0) {
        outputShut = true;
        s.shutdownOutput();
      }
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e);
    }
  }

  @Override
  public boolean listening() {
    return channel instanceof ServerSocketChannel;
  }

  @Override
  public int takeError() {
    if (channel instanceof SocketChannel s && s.isConnectionPending()) {
      try {
        s.finishConnect();
      } catch (IOException e) {
        error = JdkErrors.errno(e);
        replaceFailed();
      }
    }
    int e = error;
    error = 0;
    return e;
  }

  // ---- options

  private static SocketOption<Boolean> flag(int level, int name) {
    if (level == SOL_SOCKET) {
      return switch (name) {
        case SO_REUSEADDR -> StandardSocketOptions.SO_REUSEADDR;
        case SO_KEEPALIVE -> StandardSocketOptions.SO_KEEPALIVE;
        case SO_BROADCAST -> StandardSocketOptions.SO_BROADCAST;
        case SO_REUSEPORT -> StandardSocketOptions.SO_REUSEPORT;
        default -> null;
      };
    }
    return level == IPPROTO_TCP && name == TCP_NODELAY ? StandardSocketOptions.TCP_NODELAY : null;
  }

  private static SocketOption<Integer> number(int level, int name) {
    if (level != SOL_SOCKET) {
      return null;
    }
    return name == SO_SNDBUF ? StandardSocketOptions.SO_SNDBUF : name == SO_RCVBUF ? StandardSocketOptions.SO_RCVBUF
        : name == SO_LINGER ? StandardSocketOptions.SO_LINGER : null;
  }

  @Override
  public long option(int level, int name) {
    if (level == SOL_SOCKET) {
      switch (name) {
        case SO_TYPE:
          return kind;
        case SO_DOMAIN:
          return family;
        case SO_PROTOCOL:
          return protocol;
        case SO_ERROR:
          return takeError();
        case SO_ACCEPTCONN:
          return listening() ? 1 : 0;
        default:
      }
    }
    NetworkChannel c = (NetworkChannel) channel;
    try {
      SocketOption<Boolean> flag = flag(level, name);
      if (flag != null && c.supportedOptions().contains(flag)) {
        return c.getOption(flag) ? 1 : 0;
      }
      SocketOption<Integer> number = number(level, name);
      if (number != null && c.supportedOptions().contains(number)) {
        return c.getOption(number);
      }
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e);
    }
    return remembered.getOrDefault((long) level << 32 | name, 0L);
  }

  @Override
  public void setOption(int level, int name, long value) {
    NetworkChannel c = (NetworkChannel) channel;
    try {
      SocketOption<Boolean> flag = flag(level, name);
      if (flag != null && c.supportedOptions().contains(flag)) {
        c.setOption(flag, value != 0);
        return;
      }
      SocketOption<Integer> number = number(level, name);
      if (number != null && c.supportedOptions().contains(number)) {
        c.setOption(number, (int) value);
        return;
      }
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e);
    }
    // what the JDK has no word for is kept, so that it reads as it was set
    remembered.put((long) level << 32 | name, value);
    if (level == IPPROTO_IPV6 && name == IPV6_V6ONLY && onlyIpv6()) {
      try {
        becomeOnlyIpv6();
      } catch (IOException e) {
        throw JdkErrors.of(e);
      }
    }
  }

  // ---- as a file

  @Override
  public FileStatus status() {
    return FileStatus.anonymous(FileStatus.SOCKET, System.identityHashCode(this), 0, 0);
  }

  @Override
  public SelectableChannel selectable() {
    return channel;
  }

  @Override
  protected void close() {
    try {
      channel.close();
      reading.close();
      writing.close();
    } catch (IOException e) {
      throw JdkErrors.of(e);
    }
  }
}
