package dev.tuff.stdlib.os;

import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Function;
import dev.tuff.stdlib.io.Paths;

/** The functions of {@code posix} that work on the text of paths. */
public final class PosixPaths {
  private PosixPaths() {}

  @Function(value = "fspath(path)", doc = "The path that a path-like object stands for; a str or bytes itself.")
  static Object fspath(Object path) {
    return Paths.fspath(path);
  }

  /** The slashes that a path starts with, as far as they mean something: none, one, or exactly two. */
  private static int root(String p) {
    if (!p.startsWith("/")) {
      return 0;
    }
    return p.startsWith("//") && !p.startsWith("///") ? 2 : 1;
  }

  private static PathArgument argument(String function, Object path) {
    Object p = Paths.fspath(path);
    boolean bytes = p instanceof dev.tuff.engine.bytes.PyBytes;
    String text = bytes ? Paths.decode(((dev.tuff.engine.bytes.PyBytes) p).array()) : dev.tuff.engine.text.PyStr.java(p);
    return new PathArgument(p, text, bytes, -1);
  }

  @Function("_path_splitroot_ex(p)")
  static Object _path_splitroot_ex(Object path) {
    PathArgument p = argument("_path_splitroot_ex", path);
    String s = p.text();
    int n = root(s);
    return Py.tuple(p.like(""), p.like(s.substring(0, n)), p.like(s.substring(n)));
  }

  @Function("_path_normpath(path)")
  static Object _path_normpath(Object path) {
    PathArgument p = argument("_path_normpath", path);
    return p.like(normalized(p.text()));
  }

  /** A path without empty parts, "." and "..", as far as that can be told without looking at files. */
  public static String normalized(String s) {
    if (s.isEmpty()) {
      return ".";
    }
    int n = root(s);
    StringBuilder out = new StringBuilder(s.length()).append(s, 0, n);
    int at = n;
    while (at < s.length()) {
      int end = s.indexOf('/', at);
      end = end < 0 ? s.length() : end;
      String part = s.substring(at, end);
      at = end + 1;
      if (part.isEmpty() || part.equals(".")) {
        continue;
      }
      if (part.equals("..")) {
        int last = out.lastIndexOf("/");
        int from = Math.max(last + 1, n);
        boolean up = out.length() > n && !out.substring(from).equals("..");
        if (up) {
          out.setLength(from > n ? from - 1 : n);
          continue;
        }
        if (n > 0) {
          continue;
        }
      }
      if (out.length() > n) {
        out.append('/');
      }
      out.append(part);
    }
    return out.isEmpty() ? "." : out.toString();
  }
}
