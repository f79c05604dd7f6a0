package dev.tuff.stdlib.ast;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.PyException;
import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.Alias;
import dev.tuff.syntax.ast.Arg;
import dev.tuff.syntax.ast.Arguments;
import dev.tuff.syntax.ast.Comprehension;
import dev.tuff.syntax.ast.ExceptHandler;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.ExprContext;
import dev.tuff.syntax.ast.Keyword;
import dev.tuff.syntax.ast.MatchCase;
import dev.tuff.syntax.ast.Mod;
import dev.tuff.syntax.ast.Node;
import dev.tuff.syntax.ast.Pattern;
import dev.tuff.syntax.ast.Stmt;
import dev.tuff.syntax.ast.TypeParam;
import dev.tuff.syntax.ast.WithItem;
import java.math.BigInteger;
import java.util.List;

/** What a tree made by a program must obey beyond the grammar: the rules that a parser keeps by itself. */
final class TreeCheck {
  void check(Mod tree) {
    switch (tree) {
      case Mod.Module m -> stmts(m.body());
      case Mod.Interactive m -> stmts(m.body());
      case Mod.Expression m -> expr(m.body(), ExprContext.Load);
      case Mod.FunctionType m -> {
        exprs(m.argtypes(), ExprContext.Load, false);
        expr(m.returns(), ExprContext.Load);
      }
    }
  }

  private static PyException bad(String message) {
    return Errors.valueError(message);
  }

  private static void position(Node n) {
    int line = n.line();
    int endLine = n.endLine();
    int column = n.column();
    int endColumn = n.endColumn();
    if (line > endLine) {
      throw bad("AST node line range (" + line + ", " + endLine + ") is not valid");
    }
    if (line < 0 && endLine != line || column < 0 && column != endColumn) {
      throw bad("AST node column range (" + column + ", " + endColumn + ") for line range (" + line + ", " + endLine
          + ") is not valid");
    }
    if (line == endLine && column > endColumn) {
      throw bad("line " + line + ", column " + column + "-" + endColumn + " is not a valid range");
    }
  }

  private static void nonEmpty(List<?> list, String what, String owner) {
    if (list.isEmpty()) {
      throw bad("empty " + what + " on " + owner);
    }
  }

  private static void name(String name) {
    if (name != null && (name.equals("None") || name.equals("True") || name.equals("False"))) {
      throw bad("identifier field can't represent '" + name + "' constant");
    }
  }

  // ---- statements

  private void stmts(List<Stmt> list) {
    for (Stmt s : list) {
      if (s == null) {
        throw bad("None disallowed in statement list");
      }
      stmt(s);
    }
  }

  private void body(List<Stmt> list, String owner) {
    nonEmpty(list, "body", owner);
    stmts(list);
  }

  private void stmt(Stmt node) {
    position(node);
    switch (node) {
      case Stmt.FunctionDef s -> function("FunctionDef", s.name(), s.body(), s.typeParams(), s.args(), s.decoratorList(),
          s.returns());
      case Stmt.AsyncFunctionDef s ->
          function("AsyncFunctionDef", s.name(), s.body(), s.typeParams(), s.args(), s.decoratorList(), s.returns());
      case Stmt.ClassDef s -> {
        nonEmpty(s.body(), "body", "ClassDef");
        name(s.name());
        typeParams(s.typeParams());
        exprs(s.bases(), ExprContext.Load, false);
        keywords(s.keywords());
        exprs(s.decoratorList(), ExprContext.Load, false);
        stmts(s.body());
      }
      case Stmt.Return s -> maybe(s.value());
      case Stmt.Delete s -> {
        nonEmpty(s.targets(), "targets", "Delete");
        exprs(s.targets(), ExprContext.Del, false);
      }
      case Stmt.Assign s -> {
        nonEmpty(s.targets(), "targets", "Assign");
        exprs(s.targets(), ExprContext.Store, false);
        expr(s.value(), ExprContext.Load);
      }
      case Stmt.AugAssign s -> {
        expr(s.target(), ExprContext.Store);
        expr(s.value(), ExprContext.Load);
      }
      case Stmt.AnnAssign s -> {
        if (s.simple() && !(s.target() instanceof Expr.Name)) {
          throw Errors.typeError("AnnAssign with simple non-Name target");
        }
        expr(s.target(), ExprContext.Store);
        maybe(s.value());
        expr(s.annotation(), ExprContext.Load);
      }
      case Stmt.TypeAlias s -> {
        if (!(s.name() instanceof Expr.Name)) {
          throw Errors.typeError("TypeAlias with non-Name name");
        }
        expr(s.name(), ExprContext.Store);
        typeParams(s.typeParams());
        expr(s.value(), ExprContext.Load);
      }
      default -> compound(node);
    }
  }

  private void compound(Stmt node) {
    switch (node) {
      case Stmt.For s -> loop(s.target(), s.iter(), s.body(), s.orelse(), "For");
      case Stmt.AsyncFor s -> loop(s.target(), s.iter(), s.body(), s.orelse(), "AsyncFor");
      case Stmt.While s -> branch(s.test(), s.body(), s.orelse(), "While");
      case Stmt.If s -> branch(s.test(), s.body(), s.orelse(), "If");
      case Stmt.With s -> with(s.items(), s.body(), "With");
      case Stmt.AsyncWith s -> with(s.items(), s.body(), "AsyncWith");
      case Stmt.Match s -> {
        expr(s.subject(), ExprContext.Load);
        nonEmpty(s.cases(), "cases", "Match");
        for (MatchCase c : s.cases()) {
          pattern(c.pattern(), false);
          maybe(c.guard());
          body(c.body(), "match_case");
        }
      }
      case Stmt.Raise s -> {
        if (s.exc() != null) {
          expr(s.exc(), ExprContext.Load);
          maybe(s.cause());
        } else if (s.cause() != null) {
          throw bad("Raise with cause but no exception");
        }
      }
      case Stmt.Try s -> attempt(s.body(), s.handlers(), s.orelse(), s.finalbody(), "Try");
      case Stmt.TryStar s -> attempt(s.body(), s.handlers(), s.orelse(), s.finalbody(), "TryStar");
      case Stmt.Assert s -> {
        expr(s.test(), ExprContext.Load);
        maybe(s.msg());
      }
      case Stmt.Import s -> aliases(s.names(), "Import");
      case Stmt.ImportFrom s -> {
        if (s.level() < 0) {
          throw bad("Negative ImportFrom level");
        }
        aliases(s.names(), "ImportFrom");
      }
      case Stmt.Global s -> nonEmpty(s.names(), "names", "Global");
      case Stmt.Nonlocal s -> nonEmpty(s.names(), "names", "Nonlocal");
      case Stmt.ExprStmt s -> expr(s.value(), ExprContext.Load);
      default -> {}
    }
  }

  private void function(
      String owner, String name, List<Stmt> body, List<TypeParam> params, Arguments args, List<Expr> decorators, Expr returns) {
    nonEmpty(body, "body", owner);
    name(name);
    typeParams(params);
    arguments(args);
    exprs(decorators, ExprContext.Load, false);
    maybe(returns);
    stmts(body);
  }

  private static void aliases(List<Alias> list, String owner) {
    nonEmpty(list, "names", owner);
    for (Alias a : list) {
      name(a.name());
      name(a.asname());
    }
  }

  private void loop(Expr target, Expr iter, List<Stmt> body, List<Stmt> orelse, String owner) {
    expr(target, ExprContext.Store);
    expr(iter, ExprContext.Load);
    body(body, owner);
    stmts(orelse);
  }

  private void branch(Expr test, List<Stmt> body, List<Stmt> orelse, String owner) {
    expr(test, ExprContext.Load);
    body(body, owner);
    stmts(orelse);
  }

  private void with(List<WithItem> items, List<Stmt> body, String owner) {
    nonEmpty(items, "items", owner);
    for (WithItem item : items) {
      expr(item.contextExpr(), ExprContext.Load);
      if (item.optionalVars() != null) {
        expr(item.optionalVars(), ExprContext.Store);
      }
    }
    body(body, owner);
  }

  private void attempt(List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse, List<Stmt> last, String owner) {
    body(body, owner);
    if (handlers.isEmpty() && last.isEmpty()) {
      throw bad(owner + " has neither except handlers nor finalbody");
    }
    if (handlers.isEmpty() && !orelse.isEmpty()) {
      throw bad(owner + " has orelse but no except handlers");
    }
    for (ExceptHandler h : handlers) {
      position(h);
      maybe(h.type());
      if (owner.equals("Try")) {
        name(h.name());
      }
      body(h.body(), "ExceptHandler");
    }
    stmts(last);
    stmts(orelse);
  }

  private void typeParams(List<TypeParam> params) {
    for (TypeParam p : params) {
      position(p);
      switch (p) {
        case TypeParam.TypeVar t -> {
          name(t.name());
          maybe(t.bound());
          maybe(t.defaultValue());
        }
        case TypeParam.ParamSpec t -> {
          name(t.name());
          maybe(t.defaultValue());
        }
        case TypeParam.TypeVarTuple t -> {
          name(t.name());
          maybe(t.defaultValue());
        }
      }
    }
  }

  private void arguments(Arguments a) {
    args(a.posonlyargs());
    args(a.args());
    if (a.vararg() != null) {
      maybe(a.vararg().annotation());
    }
    args(a.kwonlyargs());
    if (a.kwarg() != null) {
      maybe(a.kwarg().annotation());
    }
    if (a.defaults().size() > a.posonlyargs().size() + a.args().size()) {
      throw bad("more positional defaults than args on arguments");
    }
    if (a.kwDefaults().size() != a.kwonlyargs().size()) {
      throw bad("length of kwonlyargs is not the same as kw_defaults on arguments");
    }
    exprs(a.defaults(), ExprContext.Load, false);
    exprs(a.kwDefaults(), ExprContext.Load, true);
  }

  private void args(List<Arg> list) {
    for (Arg a : list) {
      position(a);
      maybe(a.annotation());
    }
  }

  private void keywords(List<Keyword> list) {
    for (Keyword k : list) {
      expr(k.value(), ExprContext.Load);
    }
  }

  // ---- expressions

  private void exprs(List<Expr> list, ExprContext context, boolean gaps) {
    for (Expr e : list) {
      if (e != null) {
        expr(e, context);
      } else if (!gaps) {
        throw bad("None disallowed in expression list");
      }
    }
  }

  private void maybe(Expr e) {
    if (e != null) {
      expr(e, ExprContext.Load);
    }
  }

  private void load(Expr e) {
    expr(e, ExprContext.Load);
  }

  private static ExprContext contextOf(Expr e) {
    return switch (e) {
      case Expr.Attribute a -> a.ctx();
      case Expr.Subscript s -> s.ctx();
      case Expr.Starred s -> s.ctx();
      case Expr.Name n -> n.ctx();
      case Expr.ListExpr l -> l.ctx();
      case Expr.Tuple t -> t.ctx();
      default -> null;
    };
  }

  private void expr(Expr node, ExprContext context) {
    position(node);
    ExprContext actual = contextOf(node);
    if (actual == null && context != ExprContext.Load) {
      throw bad("expression which can't be assigned to in " + context + " context");
    }
    if (actual != null && actual != context) {
      throw bad("expression must have " + context + " context but has " + actual + " instead");
    }
    switch (node) {
      case Expr.BoolOp e -> {
        if (e.values().size() < 2) {
          throw bad("BoolOp with less than 2 values");
        }
        exprs(e.values(), ExprContext.Load, false);
      }
      case Expr.BinOp e -> {
        load(e.left());
        load(e.right());
      }
      case Expr.UnaryOp e -> load(e.operand());
      case Expr.Lambda e -> {
        arguments(e.args());
        load(e.body());
      }
      case Expr.IfExp e -> {
        load(e.test());
        load(e.body());
        load(e.orelse());
      }
      case Expr.Dict e -> {
        if (e.keys().size() != e.values().size()) {
          throw bad("Dict doesn't have the same number of keys as values");
        }
        exprs(e.keys(), ExprContext.Load, true);
        exprs(e.values(), ExprContext.Load, false);
      }
      case Expr.Set e -> exprs(e.elts(), ExprContext.Load, false);
      case Expr.Compare e -> {
        if (e.comparators().isEmpty()) {
          throw bad("Compare with no comparators");
        }
        if (e.comparators().size() != e.ops().size()) {
          throw bad("Compare has a different number of comparators and operands");
        }
        exprs(e.comparators(), ExprContext.Load, false);
        load(e.left());
      }
      case Expr.Call e -> {
        load(e.func());
        exprs(e.args(), ExprContext.Load, false);
        keywords(e.keywords());
      }
      case Expr.Name e -> name(e.id());
      case Expr.Attribute e -> load(e.value());
      case Expr.Subscript e -> {
        load(e.slice());
        load(e.value());
      }
      case Expr.Starred e -> expr(e.value(), context);
      case Expr.ListExpr e -> exprs(e.elts(), context, false);
      case Expr.Tuple e -> exprs(e.elts(), context, false);
      default -> rarer(node);
    }
  }

  private void rarer(Expr node) {
    switch (node) {
      case Expr.ListComp e -> comprehension(e.elt(), null, e.generators());
      case Expr.SetComp e -> comprehension(e.elt(), null, e.generators());
      case Expr.GeneratorExp e -> comprehension(e.elt(), null, e.generators());
      case Expr.DictComp e -> comprehension(e.key(), e.value(), e.generators());
      case Expr.Yield e -> maybe(e.value());
      case Expr.YieldFrom e -> load(e.value());
      case Expr.Await e -> load(e.value());
      case Expr.FormattedValue e -> {
        load(e.value());
        maybe(e.formatSpec());
      }
      case Expr.Interpolation e -> {
        load(e.value());
        maybe(e.formatSpec());
      }
      case Expr.JoinedStr e -> exprs(e.values(), ExprContext.Load, false);
      case Expr.TemplateStr e -> exprs(e.values(), ExprContext.Load, false);
      case Expr.Slice e -> {
        maybe(e.lower());
        maybe(e.upper());
        maybe(e.step());
      }
      case Expr.NamedExpr e -> {
        if (!(e.target() instanceof Expr.Name)) {
          throw Errors.typeError("NamedExpr target must be a Name");
        }
        load(e.value());
      }
      default -> {}
    }
  }

  private void comprehension(Expr first, Expr second, List<Comprehension> generators) {
    nonEmptyGenerators(generators);
    for (Comprehension c : generators) {
      expr(c.target(), ExprContext.Store);
      load(c.iter());
      exprs(c.ifs(), ExprContext.Load, false);
    }
    load(first);
    maybe(second);
  }

  private static void nonEmptyGenerators(List<Comprehension> generators) {
    if (generators.isEmpty()) {
      throw bad("comprehension with no generators");
    }
  }

  // ---- patterns

  private void patterns(List<Pattern> list, boolean star) {
    for (Pattern p : list) {
      pattern(p, star);
    }
  }

  private void pattern(Pattern node, boolean star) {
    position(node);
    switch (node) {
      case Pattern.MatchValue p -> value(p.value());
      case Pattern.MatchSingleton p -> {
        if (p.value() != Const.None.NONE && !(p.value() instanceof Boolean)) {
          throw bad("MatchSingleton can only contain True, False and None");
        }
      }
      case Pattern.MatchSequence p -> patterns(p.patterns(), true);
      case Pattern.MatchMapping p -> {
        if (p.keys().size() != p.patterns().size()) {
          throw bad("MatchMapping doesn't have the same number of keys as patterns");
        }
        capture(p.rest());
        for (Expr key : p.keys()) {
          boolean literal = key instanceof Expr.Constant c && (c.value() == Const.None.NONE || c.value() instanceof Boolean);
          if (!literal) {
            value(key);
          }
        }
        patterns(p.patterns(), false);
      }
      case Pattern.MatchClass p -> {
        if (p.kwdAttrs().size() != p.kwdPatterns().size()) {
          throw bad("MatchClass doesn't have the same number of keyword attributes as patterns");
        }
        load(p.cls());
        Expr cls = p.cls();
        while (cls instanceof Expr.Attribute a) {
          cls = a.value();
        }
        if (!(cls instanceof Expr.Name)) {
          throw bad("MatchClass cls field can only contain Name or Attribute nodes.");
        }
        for (String attr : p.kwdAttrs()) {
          name(attr);
        }
        patterns(p.patterns(), false);
        patterns(p.kwdPatterns(), false);
      }
      case Pattern.MatchStar p -> {
        if (!star) {
          throw bad("can't use MatchStar here");
        }
        capture(p.name());
      }
      case Pattern.MatchAs p -> {
        capture(p.name());
        if (p.pattern() != null) {
          if (p.name() == null) {
            throw bad("MatchAs must specify a target name if a pattern is given");
          }
          pattern(p.pattern(), false);
        }
      }
      case Pattern.MatchOr p -> {
        if (p.patterns().size() < 2) {
          throw bad("MatchOr requires at least 2 patterns");
        }
        patterns(p.patterns(), false);
      }
    }
  }

  private static void capture(String name) {
    if ("_".equals(name)) {
      throw bad("can't capture name '_' in patterns");
    }
    name(name);
  }

  /** A literal, a signed or complex number, an f-string or a dotted name. */
  private void value(Expr e) {
    load(e);
    boolean ok =
        switch (e) {
          case Expr.Constant c -> isLiteral(c.value());
          case Expr.Attribute a -> true;
          case Expr.UnaryOp u -> u.op() == dev.tuff.syntax.ast.UnaryOperator.USub && isNumber(u.operand(), true, true);
          case Expr.BinOp b -> isComplex(b);
          case Expr.JoinedStr j -> true;
          case Expr.TemplateStr t -> true;
          default -> false;
        };
    if (e instanceof Expr.Constant && !ok) {
      throw bad("unexpected constant inside of a literal pattern");
    }
    if (!ok) {
      throw bad("patterns may only match literals and attribute lookups");
    }
  }

  private static boolean isLiteral(Object v) {
    return v instanceof Long || v instanceof BigInteger || v instanceof Double || v instanceof Const.Complex
        || v instanceof String
        || v instanceof Const.WideText || v instanceof Const.Bytes;
  }

  private static boolean isNumber(Expr e, boolean real, boolean imaginary) {
    return e instanceof Expr.Constant c
        && (real && (c.value() instanceof Long || c.value() instanceof BigInteger || c.value() instanceof Double)
            || imaginary && c.value() instanceof Const.Complex);
  }

  private static boolean isComplex(Expr.BinOp b) {
    boolean sign = b.op() == dev.tuff.syntax.ast.Operator.Add || b.op() == dev.tuff.syntax.ast.Operator.Sub;
    boolean left = b.left() instanceof Expr.UnaryOp u
        ? u.op() == dev.tuff.syntax.ast.UnaryOperator.USub && isNumber(u.operand(), true, false)
        : isNumber(b.left(), true, false);
    return sign && left && isNumber(b.right(), false, true);
  }
}
