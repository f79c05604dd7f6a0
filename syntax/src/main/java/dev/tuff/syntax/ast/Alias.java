package dev.tuff.syntax.ast;

/** A name in an import statement; {@code asname} may be null. */
public record Alias(String name, String asname, long start, long end) implements Node {}
