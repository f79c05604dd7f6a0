package dev.tuff.syntax.ast;

import java.util.List;

/** One {@code case} block; {@code guard} may be null. */
public record MatchCase(Pattern pattern, Expr guard, List<Stmt> body) implements Node {
  @Override
  public long start() {
    return pattern.start();
  }

  @Override
  public long end() {
    return pattern.end();
  }
}
