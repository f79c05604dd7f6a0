package dev.tuff.stdlib.os;

import dev.tuff.engine.container.PyDict;
import dev.tuff.host.Host;

/** What other modules share with {@code posix}: lists of constants, and small files of the system. */
public final class SystemLists {
  private SystemLists() {}

  /** Puts names and numbers, separated by blanks, into a dict. */
  public static void define(String list, PyDict into) {
    PosixConstants.define(list, into);
  }

  /** The text of a small file, or null. */
  public static String read(Host host, String path) {
    return SystemFiles.read(host, path);
  }
}
