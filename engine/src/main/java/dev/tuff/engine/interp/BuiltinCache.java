package dev.tuff.engine.interp;

/** What LOAD_GLOBAL_BUILTIN remembers: the versions of both dicts' keys, and the number of the entry in the builtins. */
public record BuiltinCache(Object globalsKeys, Object builtinsKeys, int entry) {}
