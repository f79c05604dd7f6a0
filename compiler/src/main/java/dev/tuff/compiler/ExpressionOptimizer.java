package dev.tuff.compiler;

import dev.tuff.syntax.ast.Arg;
import dev.tuff.syntax.ast.Arguments;
import dev.tuff.syntax.ast.Comprehension;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Keyword;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The expressions of {@link TreeOptimizer}. */
final class ExpressionOptimizer {
  private final int level;
  private final boolean annotations;
  private final Diagnostics diagnostics;

  ExpressionOptimizer(int level, boolean annotations, Diagnostics diagnostics) {
    this.level = level;
    this.annotations = annotations;
    this.diagnostics = diagnostics;
  }

  static <T> List<T> map(List<T> list, UnaryOperator<T> change) {
    List<T> out = list;
    for (int i = 0; i < list.size(); i++) {
      T item = list.get(i);
      T changed = item == null ? null : change.apply(item);
      if (changed != item) {
        if (out == list) {
          out = new ArrayList<>(list);
        }
        out.set(i, changed);
      }
    }
    return out;
  }

  List<Expr> list(List<Expr> list) {
    return map(list, this::visit);
  }

  /** An annotation; with {@code from __future__ import annotations} it is text and stays as written. */
  Expr annotation(Expr e) {
    return annotations ? visit(e) : e;
  }

  Expr visit(Expr e) {
    if (e == null) {
      return null;
    }
    diagnostics.enter();
    Expr out = switch (e) {
      case Expr.Constant c -> c;
      case Expr.Name n -> CodeGen.isDebug(n) ? new Expr.Constant(level == 0, null, n.start(), n.end()) : n;
      case Expr.BinOp b -> binary(b);
      case Expr.BoolOp b -> new Expr.BoolOp(b.op(), list(b.values()), b.start(), b.end());
      case Expr.NamedExpr n -> new Expr.NamedExpr(n.target(), visit(n.value()), n.start(), n.end());
      case Expr.UnaryOp u -> new Expr.UnaryOp(u.op(), visit(u.operand()), u.start(), u.end());
      case Expr.Lambda l -> new Expr.Lambda(arguments(l.args()), visit(l.body()), l.start(), l.end());
      case Expr.IfExp i -> new Expr.IfExp(visit(i.test()), visit(i.body()), visit(i.orelse()), i.start(), i.end());
      case Expr.Dict d -> new Expr.Dict(list(d.keys()), list(d.values()), d.start(), d.end());
      case Expr.Set s -> new Expr.Set(list(s.elts()), s.start(), s.end());
      case Expr.Await a -> new Expr.Await(visit(a.value()), a.start(), a.end());
      case Expr.Yield y -> new Expr.Yield(visit(y.value()), y.start(), y.end());
      case Expr.YieldFrom y -> new Expr.YieldFrom(visit(y.value()), y.start(), y.end());
      case Expr.Compare c -> new Expr.Compare(visit(c.left()), c.ops(), list(c.comparators()), c.start(), c.end());
      case Expr.Call c -> new Expr.Call(visit(c.func()), list(c.args()), keywords(c.keywords()), c.start(), c.end());
      case Expr.Attribute a -> new Expr.Attribute(visit(a.value()), a.attr(), a.ctx(), a.start(), a.end());
      case Expr.Subscript s -> new Expr.Subscript(visit(s.value()), visit(s.slice()), s.ctx(), s.start(), s.end());
      case Expr.Starred s -> new Expr.Starred(visit(s.value()), s.ctx(), s.start(), s.end());
      case Expr.ListExpr l -> new Expr.ListExpr(list(l.elts()), l.ctx(), l.start(), l.end());
      case Expr.Tuple t -> new Expr.Tuple(list(t.elts()), t.ctx(), t.start(), t.end());
      case Expr.Slice s -> new Expr.Slice(visit(s.lower()), visit(s.upper()), visit(s.step()), s.start(), s.end());
      default -> comprehensionOrText(e);
    };
    diagnostics.leave();
    return out;
  }

  private Expr comprehensionOrText(Expr e) {
    return switch (e) {
      case Expr.ListComp c -> new Expr.ListComp(visit(c.elt()), generators(c.generators()), c.start(), c.end());
      case Expr.SetComp c -> new Expr.SetComp(visit(c.elt()), generators(c.generators()), c.start(), c.end());
      case Expr.DictComp c -> new Expr.DictComp(visit(c.key()), visit(c.value()), generators(c.generators()), c.start(), c.end());
      case Expr.GeneratorExp c -> new Expr.GeneratorExp(visit(c.elt()), generators(c.generators()), c.start(), c.end());
      case Expr.FormattedValue f ->
          new Expr.FormattedValue(visit(f.value()), f.conversion(), visit(f.formatSpec()), f.start(), f.end());
      case Expr.Interpolation i ->
          new Expr.Interpolation(visit(i.value()), i.str(), i.conversion(), visit(i.formatSpec()), i.start(), i.end());
      case Expr.JoinedStr j -> new Expr.JoinedStr(list(j.values()), j.start(), j.end());
      case Expr.TemplateStr t -> new Expr.TemplateStr(list(t.values()), t.start(), t.end());
      default -> throw new IllegalArgumentException(e.toString());
    };
  }

  /** A chain of operators is as deep as it is long to the left: it is rebuilt in a loop. */
  private Expr binary(Expr.BinOp top) {
    List<Expr.BinOp> chain = new ArrayList<>();
    Expr left = top;
    while (left instanceof Expr.BinOp b) {
      chain.add(b);
      left = b.left();
    }
    left = visit(left);
    for (int i = chain.size() - 1; i >= 0; i--) {
      Expr.BinOp b = chain.get(i);
      Expr.BinOp made = new Expr.BinOp(left, b.op(), visit(b.right()), b.start(), b.end());
      List<Expr> parts = StringLowering.formatParts(made);
      left = parts == null ? made : new Expr.JoinedStr(parts, b.start(), b.end());
    }
    return left;
  }

  List<Keyword> keywords(List<Keyword> list) {
    return map(list, k -> new Keyword(k.arg(), visit(k.value()), k.start(), k.end()));
  }

  private List<Comprehension> generators(List<Comprehension> list) {
    return map(list, c -> new Comprehension(visit(c.target()), visit(c.iter()), list(c.ifs()), c.isAsync()));
  }

  Arguments arguments(Arguments a) {
    return new Arguments(parameters(a.posonlyargs()), parameters(a.args()), parameter(a.vararg()), parameters(a.kwonlyargs()),
        list(a.kwDefaults()), parameter(a.kwarg()), list(a.defaults()));
  }

  private List<Arg> parameters(List<Arg> list) {
    return map(list, this::parameter);
  }

  private Arg parameter(Arg a) {
    return a == null || a.annotation() == null
        ? a
        : new Arg(a.arg(), annotation(a.annotation()), a.typeComment(), a.start(), a.end());
  }
}
