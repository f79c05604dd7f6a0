package dev.tuff.syntax.ast;

import java.util.List;

/** One {@code except} clause; {@code type} and {@code name} may be null. */
public record ExceptHandler(Expr type, String name, List<Stmt> body, long start, long end) implements Node {}
