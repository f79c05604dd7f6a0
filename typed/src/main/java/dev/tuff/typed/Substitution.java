package dev.tuff.typed;

import dev.tuff.syntax.ast.Expr;
import java.util.Map;

/** A copy of an expression with names replaced. */
final class Substitution extends Rewriter {
  private final Map<String, Expr> replaced;

  Substitution(Map<String, Expr> replaced) {
    this.replaced = replaced;
  }

  @Override
  Expr apply(Expr e) {
    Expr by = e instanceof Expr.Name n ? replaced.get(n.id()) : null;
    // each use is a node of its own: what is known of one use is not known of the others
    return by == null ? super.apply(e) : by instanceof Expr.Name ? by : rebuild(by);
  }
}
