package dev.tuff.syntax.ast;

/** A keyword argument of a call; {@code arg} is null for {@code **value}. */
public record Keyword(String arg, Expr value, long start, long end) implements Node {}
