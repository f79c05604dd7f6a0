package dev.tuff.typed;

import dev.tuff.syntax.ast.CmpOperator;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Operator;
import dev.tuff.syntax.ast.UnaryOperator;

/** None: nearly every operation on it is an error that can be told at once. */
final class NoneInstance extends Instance {
  NoneInstance(ClassType klass) {
    super(klass);
  }

  @Override
  void bindAttr(Expr.Attribute node, Binder b, Value context) {
    if (b.env.object.members.containsKey(node.attr())) {
      super.bindAttr(node, b, context);
    } else {
      b.error("'NoneType' object has no attribute '" + node.attr() + "'", node);
    }
  }

  @Override
  Effect bindCall(Expr.Call node, Binder b, Value context) {
    b.error("'NoneType' object is not callable", node);
    return Effect.NONE;
  }

  @Override
  void bindSubscript(Expr.Subscript node, Value index, Binder b, Value context) {
    b.error("'NoneType' object is not subscriptable", node);
  }

  @Override
  void bindUnary(Expr.UnaryOp node, Binder b, Value context) {
    if (node.op() != UnaryOperator.Not) {
      b.error("bad operand type for unary " + node.op().symbol + ": 'NoneType'", node);
    }
    b.set(node, b.env.bool.instance);
  }

  /** {@code None | int} is a type. */
  @Override
  boolean bindBinary(Expr.BinOp node, Binder b, Value context) {
    return node.op() == Operator.BitOr ? klass.bindBinary(node, b, context) : super.bindBinary(node, b, context);
  }

  @Override
  boolean bindCompare(Expr.Compare node, int at, Expr left, CmpOperator op, Expr right, Binder b) {
    return switch (op) {
      case Lt, LtE, Gt, GtE -> unordered(node, left, op, right, b);
      default -> super.bindCompare(node, at, left, op, right, b);
    };
  }

  @Override
  boolean bindReverseCompare(Expr.Compare node, int at, Expr left, CmpOperator op, Expr right, Binder b) {
    return switch (op) {
      case Eq, NotEq, Is, IsNot -> super.bindReverseCompare(node, at, left, op, right, b);
      default -> unordered(node, left, op, right, b);
    };
  }

  private static boolean unordered(Expr.Compare node, Expr left, CmpOperator op, Expr right, Binder b) {
    b.error("'" + op.symbol + "' not supported between '" + b.get(left).name() + "' and '" + b.get(right).name() + "'", node);
    return false;
  }
}
