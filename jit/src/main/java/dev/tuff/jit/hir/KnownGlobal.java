package dev.tuff.jit.hir;

/**
 * A global or builtin that has always been the same object.
 *
 * @param op GLOBAL or BUILTIN, which loads it
 * @param cache of that operation
 * @param namespaces where it was seen
 */
public record KnownGlobal(Op op, Object cache, Object value, Namespaces namespaces) {}
