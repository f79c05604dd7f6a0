package dev.tuff.engine.interp;

/** What LOAD_GLOBAL_BUILTIN remembers: the versions of both dicts' keys, and the number of the entry in the builtins. */
public final class BuiltinCache {
  public final Object globalsKeys;
  public final Object builtinsKeys;
  public final int entry;

  BuiltinCache(Object globalsKeys, Object builtinsKeys, int entry) {
    this.globalsKeys = globalsKeys;
    this.builtinsKeys = builtinsKeys;
    this.entry = entry;
  }
}
