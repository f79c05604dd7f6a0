package dev.tuff.engine.module;

import dev.tuff.compiler.Code;

/** CPython's pure-Python library as the {@code stdlib} jar, or a directory, gives it. */
public interface Library {
  /** What {@code sys.path} shows for it, and where {@code __file__} of its modules begins: {@code …/python3.14}. */
  String path();

  /** Whether there is a module of that dotted name. */
  boolean has(String name);

  /** Whether that module is a package. */
  boolean isPackage(String name);

  /** Its compiled code, which says it is from {@code filename}; null if there is no such module. */
  Code code(String name, String filename, int optimize);

  /** Its source text as bytes; null if it has none. */
  byte[] source(String name);

  /** The path of its file, below {@link #path}. */
  String file(String name);

  /** Any file below {@link #path}, or null. */
  byte[] data(String path);
}
