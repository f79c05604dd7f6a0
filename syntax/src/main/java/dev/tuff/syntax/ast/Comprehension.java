package dev.tuff.syntax.ast;

import java.util.List;

/** One {@code for} clause of a comprehension. */
public record Comprehension(Expr target, Expr iter, List<Expr> ifs, boolean isAsync) implements Node {
  @Override
  public long start() {
    return target.start();
  }

  @Override
  public long end() {
    return iter.end();
  }
}
