package dev.tuff.typed;

import dev.tuff.syntax.ast.ExceptHandler;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.MatchCase;
import dev.tuff.syntax.ast.Pattern;
import dev.tuff.syntax.ast.Stmt;
import dev.tuff.syntax.ast.TypeParam;
import dev.tuff.syntax.ast.WithItem;
import java.util.ArrayList;
import java.util.List;

/** Makes new statements of old ones: subclasses change some, all others are made anew of their changed parts. A statement may become several. */
abstract class TreeRewriter extends Rewriter {
  List<Stmt> body(List<Stmt> body) {
    List<Stmt> out = new ArrayList<>(body.size());
    for (Stmt s : body) {
      statement(s, out);
    }
    return out;
  }

  void statement(Stmt s, List<Stmt> out) {
    out.add(rebuild(s));
  }

  final Stmt rebuild(Stmt node) {
    return switch (node) {
      case Stmt.FunctionDef s -> new Stmt.FunctionDef(s.name(), arguments(s.args()), functionBody(s, s.body()), all(s.decoratorList()),
          annotation(s.returns()), s.typeComment(), typeParameters(s.typeParams()), s.start(), s.end());
      case Stmt.AsyncFunctionDef s -> new Stmt.AsyncFunctionDef(s.name(), arguments(s.args()), functionBody(s, s.body()),
          all(s.decoratorList()), annotation(s.returns()), s.typeComment(), typeParameters(s.typeParams()), s.start(), s.end());
      case Stmt.ClassDef s -> new Stmt.ClassDef(s.name(), all(s.bases()), keywords(s.keywords()), classBody(s), all(s.decoratorList()),
          typeParameters(s.typeParams()), s.start(), s.end());
      case Stmt.For s ->
          new Stmt.For(apply(s.target()), apply(s.iter()), body(s.body()), body(s.orelse()), s.typeComment(), s.start(), s.end());
      case Stmt.AsyncFor s ->
          new Stmt.AsyncFor(apply(s.target()), apply(s.iter()), body(s.body()), body(s.orelse()), s.typeComment(), s.start(), s.end());
      case Stmt.While s -> new Stmt.While(apply(s.test()), body(s.body()), body(s.orelse()), s.start(), s.end());
      case Stmt.If s -> new Stmt.If(apply(s.test()), body(s.body()), body(s.orelse()), s.start(), s.end());
      case Stmt.With s -> new Stmt.With(items(s.items()), body(s.body()), s.typeComment(), s.start(), s.end());
      case Stmt.AsyncWith s -> new Stmt.AsyncWith(items(s.items()), body(s.body()), s.typeComment(), s.start(), s.end());
      case Stmt.Match s -> new Stmt.Match(apply(s.subject()), cases(s.cases()), s.start(), s.end());
      case Stmt.Try s -> new Stmt.Try(body(s.body()), handlers(s.handlers()), body(s.orelse()), body(s.finalbody()), s.start(), s.end());
      case Stmt.TryStar s ->
          new Stmt.TryStar(body(s.body()), handlers(s.handlers()), body(s.orelse()), body(s.finalbody()), s.start(), s.end());
      case Stmt.ExprStmt s -> new Stmt.ExprStmt(apply(s.value()), s.start(), s.end());
      case Stmt.Return s -> new Stmt.Return(apply(s.value()), s.start(), s.end());
      case Stmt.Delete s -> new Stmt.Delete(all(s.targets()), s.start(), s.end());
      case Stmt.Assign s -> new Stmt.Assign(all(s.targets()), apply(s.value()), s.typeComment(), s.start(), s.end());
      case Stmt.TypeAlias s -> new Stmt.TypeAlias(s.name(), typeParameters(s.typeParams()), annotation(s.value()), s.start(), s.end());
      case Stmt.AugAssign s -> new Stmt.AugAssign(apply(s.target()), s.op(), apply(s.value()), s.start(), s.end());
      case Stmt.AnnAssign s ->
          new Stmt.AnnAssign(apply(s.target()), annotation(s.annotation()), apply(s.value()), s.simple(), s.start(), s.end());
      case Stmt.Raise s -> new Stmt.Raise(apply(s.exc()), apply(s.cause()), s.start(), s.end());
      case Stmt.Assert s -> new Stmt.Assert(apply(s.test()), apply(s.msg()), s.start(), s.end());
      default -> node;
    };
  }

  List<Stmt> functionBody(Stmt function, List<Stmt> body) {
    return body(body);
  }

  List<Stmt> classBody(Stmt.ClassDef c) {
    return body(c.body());
  }

  /** Annotations and type parameters stay as they are written. */
  Expr annotation(Expr e) {
    return e;
  }

  List<TypeParam> typeParameters(List<TypeParam> list) {
    return list;
  }

  final List<WithItem> items(List<WithItem> list) {
    List<WithItem> out = new ArrayList<>(list.size());
    for (WithItem i : list) {
      out.add(new WithItem(apply(i.contextExpr()), apply(i.optionalVars())));
    }
    return out;
  }

  final List<ExceptHandler> handlers(List<ExceptHandler> list) {
    List<ExceptHandler> out = new ArrayList<>(list.size());
    for (ExceptHandler h : list) {
      out.add(new ExceptHandler(apply(h.type()), h.name(), body(h.body()), h.start(), h.end()));
    }
    return out;
  }

  final List<MatchCase> cases(List<MatchCase> list) {
    List<MatchCase> out = new ArrayList<>(list.size());
    for (MatchCase c : list) {
      out.add(new MatchCase(pattern(c.pattern()), apply(c.guard()), body(c.body())));
    }
    return out;
  }

  /** Patterns hold no typed operations; their names are objects. */
  Pattern pattern(Pattern p) {
    return p;
  }
}
