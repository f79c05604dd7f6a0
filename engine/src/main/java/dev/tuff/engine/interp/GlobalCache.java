package dev.tuff.engine.interp;

/** What LOAD_GLOBAL_MODULE remembers, and LOAD_ATTR of a module: the version of the dict's keys, and the number of the entry with the value. */
public final class GlobalCache {
  public final Object keys;
  public final int entry;

  GlobalCache(Object keys, int entry) {
    this.keys = keys;
    this.entry = entry;
  }
}
