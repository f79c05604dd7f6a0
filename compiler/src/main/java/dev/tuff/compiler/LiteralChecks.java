package dev.tuff.compiler;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.CmpOperator;
import dev.tuff.syntax.ast.Expr;
import java.math.BigInteger;

/** SyntaxWarnings for operations that literals do not have: most often a comma is missing before the bracket. */
final class LiteralChecks {
  private final CodeGen g;

  LiteralChecks(CodeGen g) {
    this.g = g;
  }

  /** {@code is} with a literal. */
  void compare(Expr.Compare c) {
    Expr left = c.left();
    for (int i = 0; i < c.ops().size(); i++) {
      CmpOperator op = c.ops().get(i);
      Expr right = c.comparators().get(i);
      if (op == CmpOperator.Is || op == CmpOperator.IsNot) {
        boolean leftLiteral = isLiteral(left);
        if (leftLiteral || isLiteral(right)) {
          String type = typeName(leftLiteral ? left : right);
          String hint = op == CmpOperator.Is ? "\"is\" with '" : "\"is not\" with '";
          String better = op == CmpOperator.Is ? "==" : "!=";
          g.diagnostics.warn(Loc.of(c), hint + type + "' literal. Did you mean \"" + better + "\"?");
          return;
        }
      }
      left = right;
    }
  }

  private boolean isLiteral(Expr e) {
    if (e instanceof Expr.Tuple t) {
      for (Expr element : t.elts()) {
        if (!(element instanceof Expr.Constant)) {
          return false;
        }
      }
      return true;
    }
    return e instanceof Expr.Constant c
        && !(c.value() instanceof Boolean || c.value() == Const.None.NONE || c.value() == Const.Ellipsis.ELLIPSIS);
  }

  void caller(Expr e) {
    if (e instanceof Expr.Constant || e instanceof Expr.Tuple || e instanceof Expr.ListExpr || e instanceof Expr.ListComp
        || e instanceof Expr.Dict || e instanceof Expr.DictComp || e instanceof Expr.Set || e instanceof Expr.SetComp
        || e instanceof Expr.GeneratorExp || e instanceof Expr.JoinedStr || e instanceof Expr.FormattedValue
        || e instanceof Expr.TemplateStr || e instanceof Expr.Interpolation) {
      g.diagnostics.warn(Loc.of(e), "'" + typeName(e) + "' object is not callable; perhaps you missed a comma?");
    }
  }

  void subscript(Expr.Subscript s) {
    Expr e = s.value();
    boolean notSubscriptable =
        e instanceof Expr.Set || e instanceof Expr.SetComp || e instanceof Expr.GeneratorExp || e instanceof Expr.Lambda
            || e instanceof Expr.TemplateStr || e instanceof Expr.Interpolation
            || e instanceof Expr.Constant c && !isConstantSequence(c.value());
    if (notSubscriptable) {
      g.diagnostics.warn(Loc.of(e), "'" + typeName(e) + "' object is not subscriptable; perhaps you missed a comma?");
    }
    String index = typeName(s.slice());
    if (index == null || index.equals("int") || index.equals("bool")) {
      return;
    }
    if (e instanceof Expr.Tuple || e instanceof Expr.ListExpr || e instanceof Expr.ListComp || e instanceof Expr.JoinedStr
        || e instanceof Expr.FormattedValue || e instanceof Expr.Constant c && isIndexed(c.value())) {
      g.diagnostics.warn(
          Loc.of(e), typeName(e) + " indices must be integers or slices, not " + index + "; perhaps you missed a comma?");
    }
  }

  private static boolean isIndexed(Object value) {
    return value instanceof String || value instanceof Const.WideText || value instanceof Const.Bytes
        || value instanceof Const.Tuple;
  }

  /** Booleans count as ints here: {@code True[0]} is reported, as in CPython. */
  private static boolean isConstantSequence(Object value) {
    return isIndexed(value);
  }

  /** The type that an expression is certain to have, or null. */
  private static String typeName(Expr e) {
    if (e instanceof Expr.Constant c) {
      return typeName(c.value());
    }
    if (e instanceof Expr.Tuple) {
      return "tuple";
    }
    if (e instanceof Expr.ListExpr || e instanceof Expr.ListComp) {
      return "list";
    }
    if (e instanceof Expr.Dict || e instanceof Expr.DictComp) {
      return "dict";
    }
    if (e instanceof Expr.Set || e instanceof Expr.SetComp) {
      return "set";
    }
    if (e instanceof Expr.GeneratorExp) {
      return "generator";
    }
    if (e instanceof Expr.Lambda) {
      return "function";
    }
    if (e instanceof Expr.TemplateStr || e instanceof Expr.Interpolation) {
      return "string.templatelib.Template";
    }
    return e instanceof Expr.JoinedStr || e instanceof Expr.FormattedValue ? "str" : null;
  }

  static String typeName(Object constant) {
    if (constant instanceof String || constant instanceof Const.WideText) {
      return "str";
    }
    if (constant instanceof Long || constant instanceof BigInteger) {
      return "int";
    }
    if (constant instanceof Boolean) {
      return "bool";
    }
    if (constant instanceof Double) {
      return "float";
    }
    if (constant instanceof Const.Bytes) {
      return "bytes";
    }
    if (constant instanceof Const.Complex) {
      return "complex";
    }
    if (constant == Const.None.NONE) {
      return "NoneType";
    }
    if (constant == Const.Ellipsis.ELLIPSIS) {
      return "ellipsis";
    }
    if (constant instanceof Const.Tuple) {
      return "tuple";
    }
    return constant instanceof Const.FrozenSet ? "frozenset" : "slice";
  }
}
