package dev.tuff.stdlib;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The library's files in one file, made by the build ({@code dev.tuff.tools.LibraryPack} has the layout): a hash table and the names, which
 * are read at once, and the data. Opening a jar and asking class loaders costs tens of milliseconds of every start; this costs microseconds.
 *
 * <p>Reads are at positions of their own, so that threads do not disturb each other. The file is not mapped: the JDK's way to that takes
 * ten milliseconds when it is cold.
 */
final class PackFile {
  private static final int MAGIC = 0x54504B32;

  /** Where the hash table begins. */
  private static final int TABLE = 12;

  private final FileChannel channel;
  private final ByteBuffer head;
  private final int mask;

  PackFile(String path) throws IOException {
    channel = FileChannel.open(Path.of(path), StandardOpenOption.READ);
    ByteBuffer start = read(0, TABLE);
    if (start.getInt(0) != MAGIC) {
      throw new IOException(path + " is no library pack");
    }
    head = read(0, start.getInt(4));
    mask = start.getInt(8) - 1;
  }

  boolean exists(String name) {
    return entry(name) != 0;
  }

  /** How many bytes a file has that exists. */
  int size(String name) {
    return head.getInt(entry(name) + 8);
  }

  /** The names in a folder, the empty name for the top one; null if there is no such folder. */
  List<String> list(String folder) {
    byte[] names = read(folder + "/");
    return names == null ? null : List.of(new String(names, StandardCharsets.US_ASCII).split("\n"));
  }

  /** The file's bytes, or null. */
  byte[] read(String name) {
    int entry = entry(name);
    if (entry == 0) {
      return null;
    }
    try {
      return read(head.getInt(entry + 4), head.getInt(entry + 8)).array();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the entry of that name begins; 0 if there is none. */
  private int entry(String name) {
    int hash = name.hashCode();
    for (int i = hash & mask;; i = i + 1 & mask) {
      int offset = head.getInt(TABLE + i * 8 + 4);
      if (offset == 0 || head.getInt(TABLE + i * 8) == hash && isNamed(offset, name)) {
        return offset;
      }
    }
  }

  private boolean isNamed(int offset, String name) {
    int length = head.getInt(offset);
    return length == name.length() && name.equals(new String(head.array(), offset + 12, length, StandardCharsets.ISO_8859_1));
  }

  private ByteBuffer read(long position, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, position + bytes.position()) < 0) {
        throw new IOException("the library pack ends early");
      }
    }
    return bytes;
  }
}
