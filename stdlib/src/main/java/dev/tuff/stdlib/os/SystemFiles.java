package dev.tuff.stdlib.os;

import dev.tuff.host.FileSystem;
import dev.tuff.host.Host;
import dev.tuff.host.HostException;
import dev.tuff.host.OpenFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Small text files of the system ({@code /proc}, {@code /etc}). */
final class SystemFiles {
  private SystemFiles() {}

  /** The text of a file, or null if it cannot be read. */
  static String read(Host host, String path) {
    try {
      OpenFile f = host.files().open(path, FileSystem.O_RDONLY, 0);
      try {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] b = new byte[4096];
        for (int n; (n = f.read(b, 0, b.length)) > 0; ) {
          all.write(b, 0, n);
        }
        return all.toString(StandardCharsets.UTF_8);
      } finally {
        f.release();
      }
    } catch (HostException e) {
      return null;
    }
  }
}
