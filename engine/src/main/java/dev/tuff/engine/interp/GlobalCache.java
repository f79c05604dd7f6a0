package dev.tuff.engine.interp;

/** What LOAD_GLOBAL remembers: the versions of the dicts' keys, and the number of the entry that has the value. */
final class GlobalCache {
  final Object globalsKeys;
  final Object builtinsKeys;
  final int entry;

  GlobalCache(Object globalsKeys, Object builtinsKeys, int entry) {
    this.globalsKeys = globalsKeys;
    this.builtinsKeys = builtinsKeys;
    this.entry = entry;
  }
}
