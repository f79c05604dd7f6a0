package dev.tuff.typed;

import dev.tuff.syntax.ast.Expr;

/** How a bound call is compiled; decided when it is bound. */
interface CallPlan {
  /** As Python calls anything: arguments are objects. */
  CallPlan ORDINARY = (node, l) -> l.ordinaryCall(node);

  /** The call as an expression of objects: a result that is a primitive comes boxed. */
  Expr lower(Expr.Call node, ExpressionLowering l);

  /** Whether the expression gives the primitive itself. */
  default boolean raw() {
    return false;
  }

  /** A plan whose expression gives a primitive itself. */
  interface Raw extends CallPlan {
    @Override
    default boolean raw() {
      return true;
    }
  }
}
