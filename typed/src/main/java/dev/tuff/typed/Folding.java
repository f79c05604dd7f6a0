package dev.tuff.typed;

import dev.tuff.compiler.BinaryOp;
import dev.tuff.compiler.ConstantArithmetic;
import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.ExprContext;
import dev.tuff.syntax.ast.Mod;
import dev.tuff.syntax.ast.Stmt;
import dev.tuff.syntax.ast.UnaryOperator;
import java.util.ArrayList;
import java.util.List;

/** Operations on constants become constants before types are bound, so that {@code -1} is one. */
final class Folding extends TreeRewriter {
  /** Whether the function in hand awaits. */
  private boolean awaits;

  private Folding() {}

  /** A function that awaits is a coroutine, whether or not it says so. */
  @Override
  void statement(Stmt s, List<Stmt> out) {
    boolean outer = awaits;
    awaits = false;
    Stmt made = rebuild(s);
    if (awaits && made instanceof Stmt.FunctionDef f) {
      made = new Stmt.AsyncFunctionDef(f.name(), f.args(), f.body(), f.decoratorList(), f.returns(), f.typeComment(), f.typeParams(), f.start(),
          f.end());
    }
    awaits = outer || awaits && !(s instanceof Stmt.FunctionDef || s instanceof Stmt.AsyncFunctionDef || s instanceof Stmt.ClassDef);
    out.add(made);
  }

  static Mod.Module fold(Mod.Module tree) {
    return new Mod.Module(new Folding().body(tree.body()), tree.typeIgnores());
  }

  static Expr fold(Expr e) {
    return new Folding().apply(e);
  }

  @Override
  Expr apply(Expr e) {
    awaits |= e instanceof Expr.Await;
    Expr made = super.apply(e);
    Object value = switch (made) {
      case Expr.UnaryOp u when u.operand() instanceof Expr.Constant c -> unary(u.op(), c.value());
      case Expr.BinOp b when b.left() instanceof Expr.Constant l && b.right() instanceof Expr.Constant r ->
          ConstantArithmetic.binary(l.value(), BinaryOp.of(b.op(), false), r.value());
      case Expr.Tuple t when t.ctx() == ExprContext.Load -> tuple(t.elts());
      case null, default -> null;
    };
    return value == null ? made : new Expr.Constant(value, null, made.start(), made.end());
  }

  private static Object unary(UnaryOperator op, Object v) {
    return switch (op) {
      case USub -> ConstantArithmetic.negative(v);
      case UAdd -> ConstantArithmetic.positive(v);
      case Invert -> ConstantArithmetic.invert(v);
      case Not -> (Object) !ConstantArithmetic.isTrue(v);
    };
  }

  private static Object tuple(List<Expr> elements) {
    List<Object> values = new ArrayList<>(elements.size());
    for (Expr e : elements) {
      if (!(e instanceof Expr.Constant c)) {
        return null;
      }
      values.add(c.value());
    }
    return new Const.Tuple(values);
  }
}
