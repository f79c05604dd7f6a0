package dev.tuff.jit;

import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The JIT list: lines {@code module:qualname} or {@code qualname@file:line}, and comments. If there is one, what it does not name is not
 * compiled. With wildcards, {@code module:*}, {@code *:qualname} and {@code *:*.name} name several functions.
 */
public final class JitList {
  private final boolean wildcards;
  private final boolean lines;

  /** Qualified names by module; then, for code objects, lines by the file's own name by qualified name. */
  private final Map<String, Set<String>> functions = new TreeMap<>();
  private final Map<String, Map<String, Set<Integer>>> codes = new TreeMap<>();

  /** Whether anybody has made a list, be it an empty one. */
  private volatile boolean exists;

  JitList(JitSettings settings) {
    wildcards = settings.listWildcards;
    lines = settings.listLines;
  }

  public boolean exists() {
    return exists;
  }

  /** Takes a line in; false if it cannot be understood. */
  public synchronized boolean add(String line) {
    exists = true;
    String entry = line.strip();
    if (entry.isEmpty() || entry.startsWith("#")) {
      return true;
    }
    int at = entry.indexOf('@');
    int colon = entry.lastIndexOf(':');
    if (colon <= at + 1 || colon == entry.length() - 1 || at == 0) {
      return false;
    }
    if (at > 0) {
      try {
        codes.computeIfAbsent(entry.substring(0, at), k -> new TreeMap<>())
            .computeIfAbsent(baseName(entry.substring(at + 1, colon)), k -> new TreeSet<>())
            .add(Integer.parseInt(entry.substring(colon + 1)));
        return true;
      } catch (NumberFormatException e) {
        return false;
      }
    }
    colon = entry.indexOf(':');
    if (colon <= 0 || wildcards && entry.equals("*:*")) {
      return false;
    }
    functions.computeIfAbsent(entry.substring(0, colon), k -> new TreeSet<>()).add(entry.substring(colon + 1));
    return true;
  }

  private static String baseName(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }

  /** Whether the list names a function; anything is named where there is no list. */
  synchronized boolean names(PyFunction fn, PyCode code) {
    return !exists || fn != null && namesFunction(fn) || namesCode(code);
  }

  private boolean namesFunction(PyFunction fn) {
    String module = fn.globals.getStr("__name__") instanceof String m ? m : "";
    return namesIn(functions.get(module), fn.qualname(), true) || wildcards && namesIn(functions.get("*"), fn.qualname(), false);
  }

  private boolean namesIn(Set<String> names, String qualname, boolean all) {
    if (names == null) {
      return false;
    }
    return names.contains(qualname)
        || wildcards && (all && names.contains("*") || names.contains("*." + qualname.substring(qualname.lastIndexOf('.') + 1)));
  }

  private boolean namesCode(PyCode code) {
    Map<String, Set<Integer>> files = codes.get(code.code.qualname);
    Set<Integer> at = files == null ? null : files.get(baseName(code.code.filename));
    return at != null && (!lines || at.contains(code.code.firstLine));
  }

  /** What it names: qualified names by module. */
  public synchronized Map<String, Set<String>> functions() {
    return new TreeMap<>(functions);
  }

  /** Line numbers by file by qualified name. */
  public synchronized Map<String, Map<String, Set<Integer>>> codes() {
    return new TreeMap<>(codes);
  }
}
