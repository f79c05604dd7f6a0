package dev.tuff.stdlib.ast;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyInstance;
import dev.tuff.engine.interp.Constants;
import dev.tuff.syntax.ast.Alias;
import dev.tuff.syntax.ast.Arg;
import dev.tuff.syntax.ast.Arguments;
import dev.tuff.syntax.ast.Comprehension;
import dev.tuff.syntax.ast.ExceptHandler;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Keyword;
import dev.tuff.syntax.ast.MatchCase;
import dev.tuff.syntax.ast.Mod;
import dev.tuff.syntax.ast.Node;
import dev.tuff.syntax.ast.Pattern;
import dev.tuff.syntax.ast.Stmt;
import dev.tuff.syntax.ast.TypeIgnore;
import dev.tuff.syntax.ast.TypeParam;
import dev.tuff.syntax.ast.WithItem;
import java.util.List;
import java.util.function.Function;

/** From syntax trees to the node objects of Python's {@code ast} module. */
final class TreeToPython {
  private final AstClasses classes;

  TreeToPython(AstClasses classes) {
    this.classes = classes;
  }

  private Object node(String type, Node n, Object... fields) {
    AstClasses.NodeClass c = classes.get(type);
    PyInstance o = new PyInstance(c.type());
    for (int i = 0; i < fields.length; i++) {
      o.dictSet(c.fields()[i], fields[i]);
    }
    if (c.positioned()) {
      o.dictSet("lineno", Py.box(n.line()));
      o.dictSet("col_offset", Py.box(n.column()));
      o.dictSet("end_lineno", Py.box(n.endLine()));
      o.dictSet("end_col_offset", Py.box(n.endColumn()));
    }
    return o;
  }

  private static <T> PyList list(List<T> nodes, Function<T, Object> convert) {
    Object[] out = new Object[nodes.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = convert.apply(nodes.get(i));
    }
    return PyList.of(out);
  }

  private static Object text(String s) {
    return s == null ? Py.None : Py.str(s);
  }

  private static Object number(int n) {
    return Py.box(n);
  }

  private static Object flag(boolean b) {
    return Py.box(b ? 1 : 0);
  }

  private Object singleton(String name) {
    return classes.singleton(name);
  }

  private Object strings(List<String> names) {
    return list(names, TreeToPython::text);
  }

  private Object operators(List<? extends Enum<?>> operators) {
    return list(operators, op -> singleton(op.name()));
  }

  Object tree(Mod node) {
    return switch (node) {
      case null -> Py.None;
      case Mod.Module n -> node("Module", n, stmts(n.body()), typeIgnores(n.typeIgnores()));
      case Mod.Interactive n -> node("Interactive", n, stmts(n.body()));
      case Mod.Expression n -> node("Expression", n, expr(n.body()));
      case Mod.FunctionType n -> node("FunctionType", n, exprs(n.argtypes()), expr(n.returns()));
    };
  }

  private Object stmts(List<Stmt> nodes) {
    return list(nodes, this::stmt);
  }

  private Object stmt(Stmt node) {
    return switch (node) {
      case null -> Py.None;
      case Stmt.FunctionDef n -> node("FunctionDef", n, text(n.name()), arguments(n.args()), stmts(n.body()),
          exprs(n.decoratorList()), expr(n.returns()), text(n.typeComment()), typeParams(n.typeParams()));
      case Stmt.AsyncFunctionDef n -> node("AsyncFunctionDef", n, text(n.name()), arguments(n.args()), stmts(n.body()),
          exprs(n.decoratorList()), expr(n.returns()), text(n.typeComment()), typeParams(n.typeParams()));
      case Stmt.ClassDef n -> node("ClassDef", n, text(n.name()), exprs(n.bases()), keywords(n.keywords()), stmts(n.body()),
          exprs(n.decoratorList()), typeParams(n.typeParams()));
      case Stmt.Return n -> node("Return", n, expr(n.value()));
      case Stmt.Delete n -> node("Delete", n, exprs(n.targets()));
      case Stmt.Assign n -> node("Assign", n, exprs(n.targets()), expr(n.value()), text(n.typeComment()));
      case Stmt.TypeAlias n -> node("TypeAlias", n, expr(n.name()), typeParams(n.typeParams()), expr(n.value()));
      case Stmt.AugAssign n -> node("AugAssign", n, expr(n.target()), singleton(n.op().name()), expr(n.value()));
      case Stmt.AnnAssign n -> node("AnnAssign", n, expr(n.target()), expr(n.annotation()), expr(n.value()), flag(n.simple()));
      case Stmt.For n -> node("For", n, expr(n.target()), expr(n.iter()), stmts(n.body()), stmts(n.orelse()),
          text(n.typeComment()));
      case Stmt.AsyncFor n -> node("AsyncFor", n, expr(n.target()), expr(n.iter()), stmts(n.body()), stmts(n.orelse()),
          text(n.typeComment()));
      case Stmt.While n -> node("While", n, expr(n.test()), stmts(n.body()), stmts(n.orelse()));
      case Stmt.If n -> node("If", n, expr(n.test()), stmts(n.body()), stmts(n.orelse()));
      case Stmt.With n -> node("With", n, withItems(n.items()), stmts(n.body()), text(n.typeComment()));
      case Stmt.AsyncWith n -> node("AsyncWith", n, withItems(n.items()), stmts(n.body()), text(n.typeComment()));
      case Stmt.Match n -> node("Match", n, expr(n.subject()), matchCases(n.cases()));
      case Stmt.Raise n -> node("Raise", n, expr(n.exc()), expr(n.cause()));
      case Stmt.Try n -> node("Try", n, stmts(n.body()), handlers(n.handlers()), stmts(n.orelse()), stmts(n.finalbody()));
      case Stmt.TryStar n -> node("TryStar", n, stmts(n.body()), handlers(n.handlers()), stmts(n.orelse()),
          stmts(n.finalbody()));
      case Stmt.Assert n -> node("Assert", n, expr(n.test()), expr(n.msg()));
      case Stmt.Import n -> node("Import", n, aliases(n.names()));
      case Stmt.ImportFrom n -> node("ImportFrom", n, text(n.module()), aliases(n.names()), number(n.level()));
      case Stmt.Global n -> node("Global", n, strings(n.names()));
      case Stmt.Nonlocal n -> node("Nonlocal", n, strings(n.names()));
      case Stmt.ExprStmt n -> node("Expr", n, expr(n.value()));
      case Stmt.Pass n -> node("Pass", n);
      case Stmt.Break n -> node("Break", n);
      case Stmt.Continue n -> node("Continue", n);
    };
  }

  private Object exprs(List<Expr> nodes) {
    return list(nodes, this::expr);
  }

  private Object expr(Expr node) {
    return switch (node) {
      case null -> Py.None;
      case Expr.BoolOp n -> node("BoolOp", n, singleton(n.op().name()), exprs(n.values()));
      case Expr.NamedExpr n -> node("NamedExpr", n, expr(n.target()), expr(n.value()));
      case Expr.BinOp n -> node("BinOp", n, expr(n.left()), singleton(n.op().name()), expr(n.right()));
      case Expr.UnaryOp n -> node("UnaryOp", n, singleton(n.op().name()), expr(n.operand()));
      case Expr.Lambda n -> node("Lambda", n, arguments(n.args()), expr(n.body()));
      case Expr.IfExp n -> node("IfExp", n, expr(n.test()), expr(n.body()), expr(n.orelse()));
      case Expr.Dict n -> node("Dict", n, exprs(n.keys()), exprs(n.values()));
      case Expr.Set n -> node("Set", n, exprs(n.elts()));
      case Expr.ListComp n -> node("ListComp", n, expr(n.elt()), comprehensions(n.generators()));
      case Expr.SetComp n -> node("SetComp", n, expr(n.elt()), comprehensions(n.generators()));
      case Expr.DictComp n -> node("DictComp", n, expr(n.key()), expr(n.value()), comprehensions(n.generators()));
      case Expr.GeneratorExp n -> node("GeneratorExp", n, expr(n.elt()), comprehensions(n.generators()));
      case Expr.Await n -> node("Await", n, expr(n.value()));
      case Expr.Yield n -> node("Yield", n, expr(n.value()));
      case Expr.YieldFrom n -> node("YieldFrom", n, expr(n.value()));
      case Expr.Compare n -> node("Compare", n, expr(n.left()), operators(n.ops()), exprs(n.comparators()));
      case Expr.Call n -> node("Call", n, expr(n.func()), exprs(n.args()), keywords(n.keywords()));
      case Expr.FormattedValue n -> node("FormattedValue", n, expr(n.value()), number(n.conversion()), expr(n.formatSpec()));
      case Expr.Interpolation n -> node("Interpolation", n, expr(n.value()), Constants.of(n.str()), number(n.conversion()),
          expr(n.formatSpec()));
      case Expr.JoinedStr n -> node("JoinedStr", n, exprs(n.values()));
      case Expr.TemplateStr n -> node("TemplateStr", n, exprs(n.values()));
      case Expr.Constant n -> node("Constant", n, Constants.of(n.value()), text(n.kind()));
      case Expr.Attribute n -> node("Attribute", n, expr(n.value()), text(n.attr()), singleton(n.ctx().name()));
      case Expr.Subscript n -> node("Subscript", n, expr(n.value()), expr(n.slice()), singleton(n.ctx().name()));
      case Expr.Starred n -> node("Starred", n, expr(n.value()), singleton(n.ctx().name()));
      case Expr.Name n -> node("Name", n, text(n.id()), singleton(n.ctx().name()));
      case Expr.ListExpr n -> node("List", n, exprs(n.elts()), singleton(n.ctx().name()));
      case Expr.Tuple n -> node("Tuple", n, exprs(n.elts()), singleton(n.ctx().name()));
      case Expr.Slice n -> node("Slice", n, expr(n.lower()), expr(n.upper()), expr(n.step()));
      case Expr.Typed n -> throw new IllegalArgumentException("an operation of the compiler's own has no Python node");
    };
  }

  private Object comprehensions(List<Comprehension> nodes) {
    return list(nodes, this::comprehension);
  }

  private Object comprehension(Comprehension n) {
    if (n == null) {
      return Py.None;
    }
    return node("comprehension", n, expr(n.target()), expr(n.iter()), exprs(n.ifs()), flag(n.isAsync()));
  }

  private Object handlers(List<ExceptHandler> nodes) {
    return list(nodes, this::handler);
  }

  private Object handler(ExceptHandler n) {
    if (n == null) {
      return Py.None;
    }
    return node("ExceptHandler", n, expr(n.type()), text(n.name()), stmts(n.body()));
  }

  private Object argumentss(List<Arguments> nodes) {
    return list(nodes, this::arguments);
  }

  private Object arguments(Arguments n) {
    if (n == null) {
      return Py.None;
    }
    return node("arguments", n, args(n.posonlyargs()), args(n.args()), arg(n.vararg()), args(n.kwonlyargs()),
        exprs(n.kwDefaults()), arg(n.kwarg()), exprs(n.defaults()));
  }

  private Object args(List<Arg> nodes) {
    return list(nodes, this::arg);
  }

  private Object arg(Arg n) {
    if (n == null) {
      return Py.None;
    }
    return node("arg", n, text(n.arg()), expr(n.annotation()), text(n.typeComment()));
  }

  private Object keywords(List<Keyword> nodes) {
    return list(nodes, this::keyword);
  }

  private Object keyword(Keyword n) {
    if (n == null) {
      return Py.None;
    }
    return node("keyword", n, text(n.arg()), expr(n.value()));
  }

  private Object aliases(List<Alias> nodes) {
    return list(nodes, this::alias);
  }

  private Object alias(Alias n) {
    if (n == null) {
      return Py.None;
    }
    return node("alias", n, text(n.name()), text(n.asname()));
  }

  private Object withItems(List<WithItem> nodes) {
    return list(nodes, this::withItem);
  }

  private Object withItem(WithItem n) {
    if (n == null) {
      return Py.None;
    }
    return node("withitem", n, expr(n.contextExpr()), expr(n.optionalVars()));
  }

  private Object matchCases(List<MatchCase> nodes) {
    return list(nodes, this::matchCase);
  }

  private Object matchCase(MatchCase n) {
    if (n == null) {
      return Py.None;
    }
    return node("match_case", n, pattern(n.pattern()), expr(n.guard()), stmts(n.body()));
  }

  private Object patterns(List<Pattern> nodes) {
    return list(nodes, this::pattern);
  }

  private Object pattern(Pattern node) {
    return switch (node) {
      case null -> Py.None;
      case Pattern.MatchValue n -> node("MatchValue", n, expr(n.value()));
      case Pattern.MatchSingleton n -> node("MatchSingleton", n, Constants.of(n.value()));
      case Pattern.MatchSequence n -> node("MatchSequence", n, patterns(n.patterns()));
      case Pattern.MatchMapping n -> node("MatchMapping", n, exprs(n.keys()), patterns(n.patterns()), text(n.rest()));
      case Pattern.MatchClass n -> node("MatchClass", n, expr(n.cls()), patterns(n.patterns()), strings(n.kwdAttrs()),
          patterns(n.kwdPatterns()));
      case Pattern.MatchStar n -> node("MatchStar", n, text(n.name()));
      case Pattern.MatchAs n -> node("MatchAs", n, pattern(n.pattern()), text(n.name()));
      case Pattern.MatchOr n -> node("MatchOr", n, patterns(n.patterns()));
    };
  }

  private Object typeIgnores(List<TypeIgnore> nodes) {
    return list(nodes, this::typeIgnore);
  }

  private Object typeIgnore(TypeIgnore n) {
    if (n == null) {
      return Py.None;
    }
    return node("TypeIgnore", n, number(n.lineno()), text(n.tag()));
  }

  private Object typeParams(List<TypeParam> nodes) {
    return list(nodes, this::typeParam);
  }

  private Object typeParam(TypeParam node) {
    return switch (node) {
      case null -> Py.None;
      case TypeParam.TypeVar n -> node("TypeVar", n, text(n.name()), expr(n.bound()), expr(n.defaultValue()));
      case TypeParam.ParamSpec n -> node("ParamSpec", n, text(n.name()), expr(n.defaultValue()));
      case TypeParam.TypeVarTuple n -> node("TypeVarTuple", n, text(n.name()), expr(n.defaultValue()));
    };
  }
}
