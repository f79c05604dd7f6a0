package dev.tuff.host;

import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/**
 * Blocking on a channel that does not block. All pipes and sockets are non-blocking for the JDK, so that any of them can be selected on while
 * a thread waits for it, and so that a wait can end early. One for each direction of a channel.
 */
final class Waiting {
  private Selector selector;
  private SelectionKey key;

  /** Waits until the channel is ready, or that many milliseconds (0: no limit), or until {@link #wake}. True if it is ready. */
  synchronized boolean await(SelectableChannel channel, int operation, long millis) throws IOException {
    try {
      if (selector == null) {
        selector = Selector.open();
        key = channel.register(selector, operation);
      } else {
        key.interestOps(operation);
      }
      selector.selectedKeys().clear();
      return selector.select(millis) > 0;
    } catch (ClosedSelectorException | java.nio.channels.CancelledKeyException e) {
      throw new java.nio.channels.AsynchronousCloseException();
    }
  }

  /** Ends a wait; called by any thread. */
  void wake() {
    Selector s = selector;
    if (s != null) {
      s.wakeup();
    }
  }

  /** After the channel was closed: only then does the kernel hear of it. */
  void close() throws IOException {
    Selector s = selector;
    if (s != null) {
      selector = null;
      s.close();
    }
  }
}
