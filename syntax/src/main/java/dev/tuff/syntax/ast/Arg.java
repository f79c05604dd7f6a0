package dev.tuff.syntax.ast;

/** One parameter. */
public record Arg(String arg, Expr annotation, String typeComment, long start, long end) implements Node {}
