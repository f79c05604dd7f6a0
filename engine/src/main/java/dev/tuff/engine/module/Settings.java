package dev.tuff.engine.module;

import java.util.List;
import java.util.Map;

/**
 * How an interpreter is set up: what CPython has in {@code PyConfig}. Values are those that {@code sys.flags} shows.
 *
 * @param argv {@code sys.argv}
 * @param origArgv {@code sys.orig_argv}
 * @param executable {@code sys.executable}
 * @param path what comes before the library on {@code sys.path}
 * @param warnOptions {@code -W}
 * @param xoptions {@code -X}: a String, or True
 * @param pycachePrefix {@code sys.pycache_prefix}; null for none
 * @param flags by the names of {@code sys.flags}
 */
public record Settings(
    List<String> argv, List<String> origArgv, String executable, List<String> path, List<String> warnOptions, Map<String, Object> xoptions,
    String pycachePrefix, Map<String, Integer> flags) {
  public static final Settings DEFAULT = new Settings(List.of(""), List.of(), "", List.of(), List.of(), Map.of(), null, Map.of());

  public int flag(String name) {
    return flags.getOrDefault(name, 0);
  }
}
