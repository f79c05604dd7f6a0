package dev.tuff.tools;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Build step: the standard library's files in one file of which only the head is read to search it: what {@code dev.tuff.stdlib.PackFile} opens.
 *
 * <pre>
 * pack:   magic "TPK2", length of the head (what comes before the data), number of buckets (a power of two), buckets, entries, data;
 *         all numbers big-endian ints
 * bucket: String.hashCode of the name, offset of the entry; offset 0: free. Collisions go to the next bucket
 * entry:  length of the name, offset of the data, length of the data, the name in ASCII
 * </pre>
 *
 * <p>A folder is an entry whose name ends in a slash (the top one's is just that); its data are the names in it, a line each.
 *
 * <p>Usage: {@code LibraryPack DIRECTORY PACK_FILE}.
 */
public final class LibraryPack {
  static final int MAGIC = 0x54504B32;

  private LibraryPack() {}

  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    Path pack = Path.of(args[1]);
    List<Path> files;
    try (var all = Files.walk(directory)) {
      files = new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
    }
    Map<String, TreeSet<String>> folders = new TreeMap<>();
    for (Path file : files) {
      for (Path p = directory.relativize(file); p != null; p = p.getParent()) {
        String folder = p.getParent() == null ? "" : p.getParent().toString().replace('\\', '/');
        folders.computeIfAbsent(folder + "/", f -> new TreeSet<>()).add(p.getFileName().toString());
      }
    }
    int buckets = Integer.highestOneBit((files.size() + folders.size()) * 4 - 1);
    List<byte[]> names = new ArrayList<>();
    List<byte[]> contents = new ArrayList<>();
    for (Path file : files) {
      names.add(directory.relativize(file).toString().replace('\\', '/').getBytes(StandardCharsets.US_ASCII));
      contents.add(Files.readAllBytes(file));
    }
    for (var folder : folders.entrySet()) {
      names.add(folder.getKey().getBytes(StandardCharsets.US_ASCII));
      contents.add(String.join("\n", folder.getValue()).getBytes(StandardCharsets.US_ASCII));
    }
    int table = 12;
    int head = table + buckets * 8 + names.stream().mapToInt(n -> 12 + n.length).sum();
    long size = head + contents.stream().mapToLong(c -> c.length).sum();
    ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(size));
    out.putInt(MAGIC).putInt(head).putInt(buckets).position(table + buckets * 8);
    int data = head;
    for (int i = 0; i < names.size(); i++) {
      byte[] name = names.get(i);
      int hash = new String(name, StandardCharsets.US_ASCII).hashCode();
      int bucket = hash & buckets - 1;
      while (out.getInt(table + bucket * 8 + 4) != 0) {
        bucket = bucket + 1 & buckets - 1;
      }
      out.putInt(table + bucket * 8, hash).putInt(table + bucket * 8 + 4, out.position());
      out.putInt(name.length).putInt(data).putInt(contents.get(i).length).put(name);
      out.put(data, contents.get(i));
      data += contents.get(i).length;
    }
    Path part = pack.resolveSibling(pack.getFileName() + ".part");
    Files.write(part, out.array());
    Files.move(part, pack, StandardCopyOption.REPLACE_EXISTING);
  }
}
