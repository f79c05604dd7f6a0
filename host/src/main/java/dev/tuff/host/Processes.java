package dev.tuff.host;

import java.util.List;
import java.util.Map;

/** The process itself, and its children. */
public interface Processes {
  /**
   * A program to start.
   *
   * @param command the program's path and its arguments
   * @param environment all its variables, null for the host's own
   * @param directory where it starts, null for the current directory
   * @param streams its descriptors 0 to 2; null elements are closed
   * @param newSession whether it leads a session of its own
   * @param umask its mask for new files, -1 for the same
   */
  record Launch(
      List<String> command, Map<String, String> environment, String directory, OpenFile[] streams, boolean newSession, int umask) {}

  /** How a child ended: its status as {@code wait(2)} encodes it. */
  record Ended(long pid, int status, long userNanos) {}

  long pid();

  long parent();

  /** Real and effective user id, real and effective group id. */
  int[] ids();

  /** Supplementary groups. */
  int[] groups();

  /** Starts a child; its process id. */
  long start(Launch launch);

  /** Waits for a child (-1: any); null if none has ended and {@code wait} is false. */
  Ended await(long pid, boolean wait);

  /** Sends a signal; 0 only tests. */
  void kill(long pid, int signal);

  /** Ends the process at once. */
  void exit(int status);

  int cpuCount();
}
