package dev.tuff.engine.interp;

/** What LOAD_GLOBAL_BUILTIN remembers: the versions of both dicts' keys, and the number of the entry in the builtins. */
final class BuiltinCache {
  final Object globalsKeys;
  final Object builtinsKeys;
  final int entry;

  BuiltinCache(Object globalsKeys, Object builtinsKeys, int entry) {
    this.globalsKeys = globalsKeys;
    this.builtinsKeys = builtinsKeys;
    this.entry = entry;
  }
}
