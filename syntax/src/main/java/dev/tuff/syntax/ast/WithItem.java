package dev.tuff.syntax.ast;

/** One context manager of a {@code with}; {@code optionalVars} may be null. */
public record WithItem(Expr contextExpr, Expr optionalVars) implements Node {
  @Override
  public long start() {
    return contextExpr.start();
  }

  @Override
  public long end() {
    return (optionalVars != null ? optionalVars : contextExpr).end();
  }
}
