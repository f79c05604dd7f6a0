package dev.tuff.compiler;

import dev.tuff.syntax.ast.ExceptHandler;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.MatchCase;
import dev.tuff.syntax.ast.Pattern;
import dev.tuff.syntax.ast.Stmt;
import dev.tuff.syntax.ast.TypeParam;
import dev.tuff.syntax.ast.WithItem;
import java.util.List;

/** The statements and patterns of {@link TreeOptimizer}. */
final class StatementOptimizer {
  private final TreeOptimizer bodies;
  private final ExpressionOptimizer expressions;
  private final Diagnostics diagnostics;

  StatementOptimizer(TreeOptimizer bodies, ExpressionOptimizer expressions, Diagnostics diagnostics) {
    this.bodies = bodies;
    this.expressions = expressions;
    this.diagnostics = diagnostics;
  }

  List<Stmt> list(List<Stmt> list) {
    return ExpressionOptimizer.map(list, this::visit);
  }

  private Expr expr(Expr e) {
    return expressions.visit(e);
  }

  private List<Expr> exprs(List<Expr> list) {
    return expressions.list(list);
  }

  private Stmt visit(Stmt node) {
    diagnostics.enter();
    Stmt out = switch (node) {
      case Stmt.FunctionDef s -> new Stmt.FunctionDef(s.name(), expressions.arguments(s.args()), bodies.body(s.body()),
          exprs(s.decoratorList()), expressions.annotation(s.returns()), s.typeComment(), typeParams(s.typeParams()), s.start(),
          s.end());
      case Stmt.AsyncFunctionDef s -> new Stmt.AsyncFunctionDef(s.name(), expressions.arguments(s.args()), bodies.body(s.body()),
          exprs(s.decoratorList()), expressions.annotation(s.returns()), s.typeComment(), typeParams(s.typeParams()), s.start(),
          s.end());
      case Stmt.ClassDef s -> new Stmt.ClassDef(s.name(), exprs(s.bases()), expressions.keywords(s.keywords()),
          bodies.body(s.body()), exprs(s.decoratorList()), typeParams(s.typeParams()), s.start(), s.end());
      case Stmt.For s ->
          new Stmt.For(expr(s.target()), expr(s.iter()), list(s.body()), list(s.orelse()), s.typeComment(), s.start(), s.end());
      case Stmt.AsyncFor s ->
          new Stmt.AsyncFor(expr(s.target()), expr(s.iter()), list(s.body()), list(s.orelse()), s.typeComment(), s.start(),
              s.end());
      case Stmt.While s -> new Stmt.While(expr(s.test()), list(s.body()), list(s.orelse()), s.start(), s.end());
      case Stmt.If s -> new Stmt.If(expr(s.test()), list(s.body()), list(s.orelse()), s.start(), s.end());
      case Stmt.With s -> new Stmt.With(items(s.items()), list(s.body()), s.typeComment(), s.start(), s.end());
      case Stmt.AsyncWith s -> new Stmt.AsyncWith(items(s.items()), list(s.body()), s.typeComment(), s.start(), s.end());
      case Stmt.Match s -> new Stmt.Match(expr(s.subject()), ExpressionOptimizer.map(s.cases(), this::matchCase), s.start(),
          s.end());
      case Stmt.Try s ->
          new Stmt.Try(list(s.body()), handlers(s.handlers()), list(s.orelse()), list(s.finalbody()), s.start(), s.end());
      case Stmt.TryStar s ->
          new Stmt.TryStar(list(s.body()), handlers(s.handlers()), list(s.orelse()), list(s.finalbody()), s.start(), s.end());
      default -> simple(node);
    };
    diagnostics.leave();
    return out;
  }

  private Stmt simple(Stmt node) {
    return switch (node) {
      case Stmt.ExprStmt s -> new Stmt.ExprStmt(expr(s.value()), s.start(), s.end());
      case Stmt.Return s -> new Stmt.Return(expr(s.value()), s.start(), s.end());
      case Stmt.Delete s -> new Stmt.Delete(exprs(s.targets()), s.start(), s.end());
      case Stmt.Assign s -> new Stmt.Assign(exprs(s.targets()), expr(s.value()), s.typeComment(), s.start(), s.end());
      case Stmt.TypeAlias s -> new Stmt.TypeAlias(s.name(), typeParams(s.typeParams()), expr(s.value()), s.start(), s.end());
      case Stmt.AugAssign s -> new Stmt.AugAssign(expr(s.target()), s.op(), expr(s.value()), s.start(), s.end());
      case Stmt.AnnAssign s -> new Stmt.AnnAssign(
          expr(s.target()), expressions.annotation(s.annotation()), expr(s.value()), s.simple(), s.start(), s.end());
      case Stmt.Raise s -> new Stmt.Raise(expr(s.exc()), expr(s.cause()), s.start(), s.end());
      case Stmt.Assert s -> new Stmt.Assert(expr(s.test()), expr(s.msg()), s.start(), s.end());
      default -> node;
    };
  }

  private List<WithItem> items(List<WithItem> list) {
    return ExpressionOptimizer.map(list, i -> new WithItem(expr(i.contextExpr()), expr(i.optionalVars())));
  }

  private List<ExceptHandler> handlers(List<ExceptHandler> list) {
    return ExpressionOptimizer.map(list, h -> new ExceptHandler(expr(h.type()), h.name(), list(h.body()), h.start(), h.end()));
  }

  private List<TypeParam> typeParams(List<TypeParam> list) {
    return ExpressionOptimizer.map(list, p -> switch (p) {
      case TypeParam.TypeVar t -> new TypeParam.TypeVar(t.name(), expr(t.bound()), expr(t.defaultValue()), t.start(), t.end());
      case TypeParam.ParamSpec t -> new TypeParam.ParamSpec(t.name(), expr(t.defaultValue()), t.start(), t.end());
      case TypeParam.TypeVarTuple t -> new TypeParam.TypeVarTuple(t.name(), expr(t.defaultValue()), t.start(), t.end());
    });
  }

  private MatchCase matchCase(MatchCase c) {
    return new MatchCase(pattern(c.pattern()), expr(c.guard()), list(c.body()));
  }

  private List<Pattern> patterns(List<Pattern> list) {
    return ExpressionOptimizer.map(list, this::pattern);
  }

  private Pattern pattern(Pattern node) {
    if (node == null) {
      return null;
    }
    diagnostics.enter();
    Pattern out = switch (node) {
      case Pattern.MatchValue p -> new Pattern.MatchValue(literal(p.value()), p.start(), p.end());
      case Pattern.MatchSequence p -> new Pattern.MatchSequence(patterns(p.patterns()), p.start(), p.end());
      case Pattern.MatchMapping p -> new Pattern.MatchMapping(
          ExpressionOptimizer.map(p.keys(), StatementOptimizer::literal), patterns(p.patterns()), p.rest(), p.start(), p.end());
      case Pattern.MatchClass p -> new Pattern.MatchClass(
          expr(p.cls()), patterns(p.patterns()), p.kwdAttrs(), patterns(p.kwdPatterns()), p.start(), p.end());
      case Pattern.MatchAs p -> new Pattern.MatchAs(pattern(p.pattern()), p.name(), p.start(), p.end());
      case Pattern.MatchOr p -> new Pattern.MatchOr(patterns(p.patterns()), p.start(), p.end());
      case Pattern.MatchStar p -> p;
      case Pattern.MatchSingleton p -> p;
    };
    diagnostics.leave();
    return out;
  }

  private static Expr literal(Expr e) {
    if (e instanceof Expr.Constant) {
      return e;
    }
    Object value = PatternLowering.constant(e);
    return value == null ? e : new Expr.Constant(value, null, e.start(), e.end());
  }
}
