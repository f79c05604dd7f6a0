package dev.tuff.host;

import java.io.File;
import java.io.IOException;
import java.nio.channels.Pipe;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Which number the kernel knows a channel by. The JDK does not tell; Linux shows all numbers under {@code /proc/self/fd}, where each can be
 * opened again: that is how a child process gets a pipe of ours. Where this fails the answer is null, and data is copied instead.
 */
final class ProcessFiles {
  private static final Path OWN = Path.of("/proc/self/fd");

  private ProcessFiles() {}

  /** Number to what it is, as in {@code pipe:[4711]}. */
  private static Map<String, String> targets(String prefix) {
    Map<String, String> map = new HashMap<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(OWN)) {
      for (Path p : all) {
        try {
          String target = Files.readSymbolicLink(p).toString();
          if (target.startsWith(prefix)) {
            map.put(p.getFileName().toString(), target);
          }
        } catch (IOException e) {
          // closed meanwhile
        }
      }
    } catch (IOException e) {
      return map;
    }
    return map;
  }

  /** A new pipe; puts the paths of its reading and writing end into {@code paths} if they can be told for certain. */
  static Pipe openPipe(File[] paths) throws IOException {
    synchronized (ProcessFiles.class) {
      Map<String, String> before = targets("pipe:");
      Pipe pipe = Pipe.open();
      String reading = null;
      String writing = null;
      int found = 0;
      for (Map.Entry<String, String> e : targets("pipe:").entrySet()) {
        if (before.containsValue(e.getValue())) {
          continue;
        }
        found++;
        if (isWriting(e.getKey())) {
          writing = e.getKey();
        } else {
          reading = e.getKey();
        }
      }
      if (found == 2 && reading != null && writing != null) {
        paths[0] = OWN.resolve(reading).toFile();
        paths[1] = OWN.resolve(writing).toFile();
      }
      return pipe;
    }
  }

  /** Makes one channel. */
  interface Opening<T> {
    T open() throws IOException;
  }

  /** Opens a socket; puts its number into {@code number[0]} if it can be told for certain. */
  static <T> T openSocket(Opening<T> opening, int[] number) throws IOException {
    synchronized (ProcessFiles.class) {
      Map<String, String> before = targets("socket:");
      T channel = opening.open();
      Map<String, String> after = targets("socket:");
      after.values().removeAll(before.values());
      if (after.size() == 1) {
        number[0] = Integer.parseInt(after.keySet().iterator().next());
      }
      return channel;
    }
  }

  private static boolean isWriting(String number) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/fdinfo/" + number))) {
      if (line.startsWith("flags:")) {
        return (Integer.parseInt(line.substring(6).trim(), 8) & FileSystem.O_ACCMODE) == FileSystem.O_WRONLY;
      }
    }
    return false;
  }

  /** The path of an open file whose name is gone, or null. */
  static File deleted(Path file) {
    for (Map.Entry<String, String> e : targets(file + " (deleted)").entrySet()) {
      return OWN.resolve(e.getKey()).toFile();
    }
    return null;
  }
}
