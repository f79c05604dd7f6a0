package dev.tuff.typed;

import dev.tuff.syntax.ast.Arg;
import dev.tuff.syntax.ast.Arguments;
import dev.tuff.syntax.ast.Comprehension;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Keyword;
import java.util.ArrayList;
import java.util.List;

/** Makes a new expression of an old one: subclasses change some nodes, all others are made anew of their changed parts. */
abstract class Rewriter {
  Expr apply(Expr e) {
    return e == null ? null : rebuild(e);
  }

  final Expr rebuild(Expr e) {
    return switch (e) {
      case Expr.BoolOp x -> new Expr.BoolOp(x.op(), all(x.values()), x.start(), x.end());
      case Expr.NamedExpr x -> new Expr.NamedExpr(apply(x.target()), apply(x.value()), x.start(), x.end());
      case Expr.BinOp x -> new Expr.BinOp(apply(x.left()), x.op(), apply(x.right()), x.start(), x.end());
      case Expr.UnaryOp x -> new Expr.UnaryOp(x.op(), apply(x.operand()), x.start(), x.end());
      case Expr.Lambda x -> new Expr.Lambda(arguments(x.args()), apply(x.body()), x.start(), x.end());
      case Expr.IfExp x -> new Expr.IfExp(apply(x.test()), apply(x.body()), apply(x.orelse()), x.start(), x.end());
      case Expr.Dict x -> new Expr.Dict(all(x.keys()), all(x.values()), x.start(), x.end());
      case Expr.Set x -> new Expr.Set(all(x.elts()), x.start(), x.end());
      case Expr.ListComp x -> new Expr.ListComp(apply(x.elt()), generators(x.generators()), x.start(), x.end());
      case Expr.SetComp x -> new Expr.SetComp(apply(x.elt()), generators(x.generators()), x.start(), x.end());
      case Expr.DictComp x -> new Expr.DictComp(apply(x.key()), apply(x.value()), generators(x.generators()), x.start(), x.end());
      case Expr.GeneratorExp x -> new Expr.GeneratorExp(apply(x.elt()), generators(x.generators()), x.start(), x.end());
      case Expr.Await x -> new Expr.Await(apply(x.value()), x.start(), x.end());
      case Expr.Yield x -> new Expr.Yield(apply(x.value()), x.start(), x.end());
      case Expr.YieldFrom x -> new Expr.YieldFrom(apply(x.value()), x.start(), x.end());
      case Expr.Compare x -> new Expr.Compare(apply(x.left()), x.ops(), all(x.comparators()), x.start(), x.end());
      case Expr.Call x -> new Expr.Call(apply(x.func()), all(x.args()), keywords(x.keywords()), x.start(), x.end());
      case Expr.FormattedValue x ->
          new Expr.FormattedValue(apply(x.value()), x.conversion(), apply(x.formatSpec()), x.start(), x.end());
      case Expr.Interpolation x ->
          new Expr.Interpolation(apply(x.value()), x.str(), x.conversion(), apply(x.formatSpec()), x.start(), x.end());
      case Expr.JoinedStr x -> new Expr.JoinedStr(all(x.values()), x.start(), x.end());
      case Expr.TemplateStr x -> new Expr.TemplateStr(all(x.values()), x.start(), x.end());
      case Expr.Constant x -> new Expr.Constant(x.value(), x.kind(), x.start(), x.end());
      case Expr.Attribute x -> new Expr.Attribute(apply(x.value()), x.attr(), x.ctx(), x.start(), x.end());
      case Expr.Subscript x -> new Expr.Subscript(apply(x.value()), apply(x.slice()), x.ctx(), x.start(), x.end());
      case Expr.Starred x -> new Expr.Starred(apply(x.value()), x.ctx(), x.start(), x.end());
      case Expr.Name x -> new Expr.Name(x.id(), x.ctx(), x.start(), x.end());
      case Expr.ListExpr x -> new Expr.ListExpr(all(x.elts()), x.ctx(), x.start(), x.end());
      case Expr.Tuple x -> new Expr.Tuple(all(x.elts()), x.ctx(), x.start(), x.end());
      case Expr.Slice x -> new Expr.Slice(apply(x.lower()), apply(x.upper()), apply(x.step()), x.start(), x.end());
      case Expr.Typed x -> new Expr.Typed(x.opcode(), x.argument(), all(x.operands()), x.start(), x.end());
    };
  }

  final List<Expr> all(List<Expr> list) {
    List<Expr> out = new ArrayList<>(list.size());
    for (Expr e : list) {
      out.add(apply(e));
    }
    return out;
  }

  final List<Keyword> keywords(List<Keyword> list) {
    List<Keyword> out = new ArrayList<>(list.size());
    for (Keyword k : list) {
      out.add(new Keyword(k.arg(), apply(k.value()), k.start(), k.end()));
    }
    return out;
  }

  final List<Comprehension> generators(List<Comprehension> list) {
    List<Comprehension> out = new ArrayList<>(list.size());
    for (Comprehension c : list) {
      out.add(new Comprehension(apply(c.target()), apply(c.iter()), all(c.ifs()), c.isAsync()));
    }
    return out;
  }

  Arguments arguments(Arguments a) {
    return new Arguments(parameters(a.posonlyargs()), parameters(a.args()), parameter(a.vararg()), parameters(a.kwonlyargs()),
        all(a.kwDefaults()), parameter(a.kwarg()), all(a.defaults()));
  }

  private List<Arg> parameters(List<Arg> list) {
    List<Arg> out = new ArrayList<>(list.size());
    for (Arg a : list) {
      out.add(parameter(a));
    }
    return out;
  }

  Arg parameter(Arg a) {
    return a;
  }
}
