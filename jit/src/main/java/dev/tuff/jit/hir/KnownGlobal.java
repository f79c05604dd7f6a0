package dev.tuff.jit.hir;

import dev.tuff.engine.container.PyDict;

/**
 * A global or builtin that has always been the same object.
 *
 * @param op GLOBAL or BUILTIN, which loads it
 * @param cache of that operation
 * @param globals where it was seen
 */
public record KnownGlobal(Op op, Object cache, Object value, PyDict globals) {}
