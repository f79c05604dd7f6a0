package dev.tuff.stdlib.select;

import dev.tuff.engine.core.HostErrors;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.host.Errno;
import dev.tuff.host.FileStatus;
import dev.tuff.host.HostException;
import dev.tuff.host.OpenFile;
import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Waiting until one of several files can be read or written. What has no channel is ready at once if it is a file, and is asked now and then
 * if it is a stream of the process.
 */
final class Readiness implements AutoCloseable {
  static final int READ = 1;
  static final int WRITE = 2;

  /** One file that is waited for. */
  static final class Interest {
    final int fd;
    final OpenFile file;
    int wanted;
    int ready;
    private SelectionKey key;

    Interest(int fd, OpenFile file, int wanted) {
      this.fd = fd;
      this.file = file;
      this.wanted = wanted;
    }
  }

  private static final long POLL_MILLIS = 10;

  private final List<Interest> interests = new ArrayList<>();
  /** Null until something is waited for: programs make pollers to see whether they can. */
  private Selector selector;

  private synchronized Selector selector() {
    if (selector == null) {
      try {
        selector = Selector.open();
      } catch (IOException e) {
        throw HostErrors.of(Errno.EMFILE);
      }
    }
    return selector;
  }

  private static int operations(SelectableChannel c, int wanted) {
    int ops = 0;
    if ((wanted & READ) != 0) {
      ops |= c instanceof ServerSocketChannel ? SelectionKey.OP_ACCEPT : SelectionKey.OP_READ;
    }
    if ((wanted & WRITE) != 0) {
      ops |= c instanceof SocketChannel s && !s.isConnected() ? SelectionKey.OP_CONNECT : SelectionKey.OP_WRITE;
    }
    return ops & c.validOps();
  }

  void add(Interest i) {
    interests.add(i);
    register(i);
  }

  private void register(Interest i) {
    SelectableChannel c = i.file.selectable();
    i.key = null;
    if (c == null || !c.isOpen()) {
      return;
    }
    try {
      int ops = operations(c, i.wanted);
      // the same channel can be there under several descriptors
      SelectionKey key = c.keyFor(selector());
      if (key != null && key.isValid()) {
        key.interestOpsOr(ops);
      } else {
        key = c.register(selector(), ops);
      }
      i.key = key;
    } catch (IOException | CancelledKeyException e) {
      throw HostErrors.of(Errno.EBADF);
    }
  }

  /** After interests have changed. */
  void update() {
    for (SelectionKey k : selector().keys()) {
      if (k.isValid()) {
        k.interestOps(0);
      }
    }
    for (Interest i : interests) {
      register(i);
    }
  }

  /** Whether a channel has become something else (a socket that now listens or is connected). */
  private void refresh() {
    for (Interest i : interests) {
      SelectableChannel c = i.file.selectable();
      if (c != null && (i.key == null || i.key.channel() != c || c instanceof SocketChannel && asksOther(i, c))) {
        update();
        return;
      }
    }
  }

  /** Whether what is to be waited for is something else than when the key was made. */
  private static boolean asksOther(Interest i, SelectableChannel c) {
    int ops = operations(c, i.wanted);
    return !i.key.isValid() || (i.key.interestOps() & ops) != ops;
  }

  void remove(Interest i) {
    interests.remove(i);
    if (i.key != null) {
      i.key.cancel();
      try {
        selector().selectNow();
      } catch (IOException e) {
        throw HostErrors.of(Errno.EIO);
      }
      for (Interest other : interests) {
        if (other.key == i.key) {
          register(other);
        }
      }
    }
  }

  List<Interest> interests() {
    return interests;
  }

  /** Waits until something is ready: the number of interests with {@link Interest#ready} set. Nanoseconds; negative for ever. */
  int await(ThreadState ts, long nanos) {
    long end = System.nanoTime() + nanos;
    refresh();
    while (true) {
      int n = now();
      if (n > 0) {
        return n;
      }
      if (ts.interrupted) {
        ts.runPending();
      }
      long left = nanos < 0 ? Long.MAX_VALUE : end - System.nanoTime();
      if (left <= 0) {
        return 0;
      }
      long millis = left == Long.MAX_VALUE ? 0 : Math.max(1, (left + 999_999) / 1_000_000);
      if (polled()) {
        millis = millis == 0 ? POLL_MILLIS : Math.min(millis, POLL_MILLIS);
      }
      block(ts, millis);
    }
  }

  private void block(ThreadState ts, long millis) {
    ts.waker = selector()::wakeup;
    try {
      if (!ts.interrupted) {
        selector().select(millis);
      }
    } catch (IOException e) {
      throw HostErrors.of(Errno.EIO);
    } finally {
      ts.waker = null;
    }
  }

  private boolean polled() {
    for (Interest i : interests) {
      if (i.key == null || watchesPeer(i)) {
        return true;
      }
    }
    return false;
  }

  /** Reading from the writing end of a pipe: how programs hear that nobody reads any more. No channel tells of that. */
  private static boolean watchesPeer(Interest i) {
    return (i.wanted & READ) != 0 && i.key != null && i.key.channel() instanceof Pipe.SinkChannel;
  }

  private int now() {
    try {
      selector().selectedKeys().clear();
      selector().selectNow();
    } catch (IOException e) {
      throw HostErrors.of(Errno.EIO);
    }
    int n = 0;
    for (Interest i : interests) {
      i.ready = ready(i);
      n += i.ready != 0 ? 1 : 0;
    }
    return n;
  }

  private int ready(Interest i) {
    if (i.key == null) {
      if (i.file.selectable() != null) {
        // closed: whoever tries will hear of it
        return i.wanted;
      }
      int r = i.file.writeReady() ? i.wanted & WRITE : 0;
      return (i.wanted & READ) != 0 && i.file.readReady() ? r | READ : r;
    }
    if (!i.key.isValid()) {
      return i.wanted;
    }
    // a key that was not selected this time still shows what it was ready for the last time
    int ops = selector().selectedKeys().contains(i.key) ? i.key.readyOps() : 0;
    int r = (ops & (SelectionKey.OP_READ | SelectionKey.OP_ACCEPT)) != 0 ? READ : 0;
    if ((ops & (SelectionKey.OP_WRITE | SelectionKey.OP_CONNECT)) != 0) {
      r |= WRITE;
    }
    if (i.key.channel() instanceof SocketChannel s && !s.isConnected() && !s.isConnectionPending()) {
      // a socket that was never connected is at its end both ways
      r |= READ | WRITE;
    }
    if (watchesPeer(i) && i.file.peerGone()) {
      r |= READ;
    }
    return r & i.wanted;
  }

  /** Whether a file can be waited for by epoll: regular files and directories cannot. */
  static boolean pollable(OpenFile f) {
    if (f.selectable() != null) {
      return true;
    }
    try {
      FileStatus s = f.status();
      return !s.isRegular() && !s.isDirectory();
    } catch (HostException e) {
      return false;
    }
  }


  @Override
  public void close() {
    try {
      if (selector != null) {
        selector.close();
      }
    } catch (IOException e) {
      throw HostErrors.of(Errno.EIO);
    }
  }
}
