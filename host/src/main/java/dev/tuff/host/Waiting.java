package dev.tuff.host;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.Selector;

/** Blocking until a non-blocking channel is ready: a channel that has been selected on stays non-blocking for the JDK. */
final class Waiting {
  private Waiting() {}

  static void forChannel(SelectableChannel channel, int operation) throws IOException {
    forChannel(channel, operation, 0);
  }

  /** False if it was not ready within {@code millis} (0: no limit). */
  static boolean forChannel(SelectableChannel channel, int operation, long millis) throws IOException {
    if (channel.isBlocking()) {
      return true;
    }
    try (Selector selector = Selector.open()) {
      channel.register(selector, operation);
      return selector.select(millis) > 0;
    }
  }
}
