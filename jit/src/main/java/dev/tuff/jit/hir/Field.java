package dev.tuff.jit.hir;

import dev.tuff.engine.interp.TypeCheck;

/**
 * A field of a static class's instances.
 *
 * @param home the Java class that declares it
 * @param type its Java type
 * @param check what it holds, but for a number of the JVM; null if that may be anything
 * @param unset what it reads as where it is null; null: it must not be
 */
public record Field(Class<?> home, int member, Class<?> type, TypeCheck check, Object unset) {}
