package dev.tuff.engine.interp;

/** What LOAD_GLOBAL_MODULE remembers, and LOAD_ATTR of a module: the version of the dict's keys, and the number of the entry with the value. */
public record GlobalCache(Object keys, int entry) {}
