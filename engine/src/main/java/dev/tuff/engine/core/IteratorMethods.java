package dev.tuff.engine.core;

import dev.tuff.engine.expose.BuiltinTable;

/** {@code __iter__} and {@code __next__} of iterators written in Java: first among the tables of each such type. */
public final class IteratorMethods {
  private IteratorMethods() {}

  public static BuiltinTable table() {
    return new PyIteratorTable();
  }
}
