package dev.tuff.tools;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Build step: where does the pure-Python standard library in the {@code stdlib} jar come from?
 *
 * <p>It is CPython 3.14's own, as the npm package {@code pyodide} carries it in {@code python_stdlib.zip}. The package is
 * fetched once with {@code npm pack} into a cache outside the build's output, checked against a pinned digest, and
 * unpacked less what is Pyodide's own. Where Debian's packages can be had, the files of their newer patch release take the place of the
 * same files, and the few that Pyodide leaves out are added; what Debian has changed to its own layout ({@code dist-packages}) is left. Invariant: what is written is
 * CPython's text, byte for byte.
 *
 * <p>Beside it go the modules that are Tuff's own and written in Python, from the folders given last.
 *
 * <p>Usage: {@code LibraryPackager CACHE_DIRECTORY OUTPUT_DIRECTORY STAMP_FILE DEBIAN_SCRIPT OWN_DIRECTORY…}: of CPython's files nothing is
 * done while the stamp is of this version.
 */
public final class LibraryPackager {
  private static final String PACKAGE = "pyodide";
  private static final String VERSION = "314.0.7";
  private static final String ZIP = "python_stdlib.zip";
  private static final String ZIP_SHA256 = "fa1957e5777068fc4f7437f96d860ae2fbe9c19732ba06c84e004ec16dd7dd7a";

  /** Files that Pyodide leaves out and Tuff can run. */
  private static final Set<String> ADDED = Set.of("_pydecimal.py", "zoneinfo/_zoneinfo.py", "webbrowser.py");

  /** What the script says where there are no Debian packages. */
  private static final int NO_APT = 3;

  private LibraryPackager() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path cache = Path.of(args[0]);
    Path output = Path.of(args[1]);
    Path stamp = Path.of(args[2]);
    Path newer = newer(cache, Path.of(args[3]));
    String version = newer == null ? ZIP_SHA256 : ZIP_SHA256 + " " + Files.readString(newer.resolve("complete")).strip();
    for (int i = 4; i < args.length; i++) {
      addOwn(Path.of(args[i]), output);
    }
    if (Files.isDirectory(output) && Files.exists(stamp) && Files.readString(stamp).equals(version)) {
      return;
    }
    Path zip = cache.resolve(PACKAGE + "-" + VERSION + "-" + ZIP);
    if (!Files.exists(zip) || !digest(Files.readAllBytes(zip)).equals(ZIP_SHA256)) {
      fetch(cache, zip);
    }
    int files = unpack(zip, output);
    int replaced = newer == null ? 0 : update(newer.resolve("usr/lib/python3.14"), output);
    Files.writeString(stamp, version);
    System.out.println("standard library: " + files + " files of CPython 3.14 from " + PACKAGE + " " + VERSION + ", " + replaced
        + " of them as in " + (newer == null ? "nothing newer" : version.substring(version.indexOf(' ') + 1)));
  }

  /** Copies the files of Tuff's own that are new or changed. */
  private static void addOwn(Path from, Path output) throws IOException {
    List<Path> files;
    try (var all = Files.walk(from)) {
      files = all.filter(f -> Files.isRegularFile(f) && !f.toString().contains("__pycache__")).toList();
    }
    for (Path file : files) {
      Path target = output.resolve(from.relativize(file).toString());
      if (!Files.exists(target) || Files.mismatch(file, target) >= 0) {
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** The folder of Debian's packages of the library, unpacked; null if they cannot be had here. */
  private static Path newer(Path cache, Path script) throws IOException, InterruptedException {
    Path folder = cache.resolve("cpython-3.14-library");
    Process fetch;
    try {
      fetch = new ProcessBuilder("bash", script.toString(), folder.toString(), "libpython3.14-minimal", "libpython3.14-stdlib")
          .redirectErrorStream(true).start();
    } catch (IOException noShell) {
      return null;
    }
    String said = new String(fetch.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = fetch.waitFor();
    if (status == 0) {
      return folder;
    }
    if (status != NO_APT) {
      System.out.println("standard library: nothing newer from Debian: " + said.strip());
    }
    return null;
  }

  /** Puts the files below {@code from} in the place of the same ones below {@code output}; how many there were. */
  private static int update(Path from, Path output) throws IOException {
    List<Path> files;
    try (var all = Files.walk(from)) {
      files = all.filter(f -> f.toString().endsWith(".py") && Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS)).toList();
    }
    int replaced = 0;
    for (Path file : files) {
      String name = from.relativize(file).toString().replace('\\', '/');
      Path target = output.resolve(name);
      byte[] content = Files.readAllBytes(file);
      if ((Files.exists(target) || ADDED.contains(name)) && !new String(content, StandardCharsets.ISO_8859_1).contains("dist-packages")) {
        Files.createDirectories(target.getParent());
        Files.write(target, content);
        replaced++;
      }
    }
    return replaced;
  }

  /** Brings the package with the plain npm client and keeps its library zip under {@code zip}, atomically. */
  private static void fetch(Path cache, Path zip) throws IOException, InterruptedException {
    Files.createDirectories(cache);
    Path work = Files.createTempDirectory(cache, "fetch");
    try {
      Process npm;
      try {
        npm = new ProcessBuilder("npm", "pack", "--silent", PACKAGE + "@" + VERSION)
            .directory(work.toFile()).redirectErrorStream(true).start();
      } catch (IOException missing) {
        throw new IOException("the build needs npm to fetch the Python library once: install it (for example the package npm)",
            missing);
      }
      String said = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Path tarball = work.resolve(PACKAGE + "-" + VERSION + ".tgz");
      if (npm.waitFor() != 0 || !Files.exists(tarball)) {
        throw new IOException("npm pack " + PACKAGE + "@" + VERSION + " failed: " + said.strip());
      }
      byte[] content = fromTarball(tarball, "package/" + ZIP);
      if (!digest(content).equals(ZIP_SHA256)) {
        throw new IOException(ZIP + " of " + PACKAGE + " " + VERSION + " is not the file that this build expects");
      }
      Path part = Files.write(work.resolve(ZIP), content);
      try {
        Files.move(part, zip, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException plain) {
        Files.move(part, zip, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      try (var left = Files.list(work)) {
        for (Path path : left.toList()) {
          Files.delete(path);
        }
      }
      Files.delete(work);
    }
  }

  /** One member of a gzipped ustar archive: 512-byte headers, name at 0, octal size at 124, data padded to 512. */
  private static byte[] fromTarball(Path tarball, String member) throws IOException {
    try (DataInputStream in = new DataInputStream(new GZIPInputStream(Files.newInputStream(tarball)))) {
      byte[] header = new byte[512];
      while (true) {
        in.readFully(header);
        String name = text(header, 0, 100);
        if (name.isEmpty()) {
          throw new IOException("no " + member + " in " + tarball.getFileName());
        }
        int size = Integer.parseInt(text(header, 124, 12).strip(), 8);
        if (name.equals(member)) {
          byte[] data = new byte[size];
          in.readFully(data);
          return data;
        }
        in.skipNBytes((size + 511L) & ~511L);
      }
    }
  }

  private static String text(byte[] header, int from, int length) {
    int end = from;
    while (end < from + length && header[end] != 0) {
      end++;
    }
    return new String(header, from, end - from, StandardCharsets.US_ASCII);
  }

  private static int unpack(Path zip, Path output) throws IOException {
    int files = 0;
    try (InputStream raw = Files.newInputStream(zip); ZipInputStream in = new ZipInputStream(raw)) {
      for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
        String name = entry.getName();
        if (entry.isDirectory() || !belongs(name)) {
          continue;
        }
        byte[] content = in.readAllBytes();
        Path target = output.resolve(name).normalize();
        if (!target.startsWith(output)) {
          throw new IOException("a path that leaves the library: " + name);
        }
        Files.createDirectories(target.getParent());
        Files.write(target, name.equals("zoneinfo/_common.py") ? withoutPyodideHint(content) : content);
        files++;
      }
    }
    return files;
  }

  /** What is Pyodide's own, or is of no use at run time, stays out. */
  private static boolean belongs(String name) {
    String top = name.substring(0, name.indexOf('/') < 0 ? name.length() : name.indexOf('/'));
    return switch (top) {
      case "pyodide", "_pyodide", "ssl.py", "_ssl.py", "webbrowser.py", "site-packages" -> false;
      default -> !top.startsWith("_sysconfigdata") && !name.endsWith(".ini") && !name.contains("fetch_macholib");
    };
  }

  /** Pyodide adds one thing to a file that it shares with CPython: a hint to load its own tzdata package, six lines. */
  private static byte[] withoutPyodideHint(byte[] content) throws IOException {
    List<String> kept = new ArrayList<>();
    String source = new String(content, StandardCharsets.UTF_8);
    List<String> lines = source.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().equals("import sys") && lines.get(i + 1).contains("\"tzdata\" not in sys.modules")) {
        while (!lines.get(i).contains("before you use zoneinfo")) {
          i++;
        }
        continue;
      }
      kept.add(lines.get(i));
    }
    if (kept.size() == lines.size()) {
      throw new IOException("zoneinfo/_common.py no longer has the lines that were to be dropped");
    }
    return (String.join("\n", kept) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
