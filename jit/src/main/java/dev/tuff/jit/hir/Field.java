package dev.tuff.jit.hir;

/**
 * A field of a static class's instances.
 *
 * @param home the Java class that declares it
 * @param type its Java type
 * @param unset what it reads as where it is null; null: it must not be
 */
public record Field(Class<?> home, int member, Class<?> type, Object unset) {}
