package dev.tuff.compiler;

import static dev.tuff.compiler.Scope.*;

import dev.tuff.syntax.ast.Arg;
import dev.tuff.syntax.ast.Arguments;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.ExprContext;
import dev.tuff.syntax.ast.Keyword;
import dev.tuff.syntax.ast.Node;
import dev.tuff.syntax.ast.Pattern;
import java.util.List;

/** First pass of the symbol table: expressions and patterns. */
final class SymbolExpressions {
  private final SymbolCollector symbols;
  private final Diagnostics diagnostics;

  SymbolExpressions(SymbolCollector symbols) {
    this.symbols = symbols;
    this.diagnostics = symbols.diagnostics;
  }

  void visitOptional(Expr e) {
    if (e != null) {
      visit(e);
    }
  }

  /** Absent elements (keys of {@code **} in a dict) are skipped. */
  void visitAll(List<Expr> list) {
    for (int i = 0; i < list.size(); i++) {
      visitOptional(list.get(i));
    }
  }

  void visit(Expr e) {
    if (e instanceof Expr.Name n) {
      name(n);
      return;
    }
    if (e instanceof Expr.Constant) {
      return;
    }
    diagnostics.enter();
    if (e instanceof Expr.Attribute a) {
      if (a.ctx() != ExprContext.Load) {
        symbols.checkName(a.attr(), Loc.of(a), a.ctx());
      }
      visit(a.value());
    } else if (e instanceof Expr.Call c) {
      visit(c.func());
      visitAll(c.args());
      keywords(c.keywords());
    } else if (e instanceof Expr.BinOp b) {
      binary(b);
    } else if (e instanceof Expr.Compare c) {
      visit(c.left());
      visitAll(c.comparators());
    } else if (e instanceof Expr.Subscript s) {
      visit(s.value());
      visit(s.slice());
    } else if (e instanceof Expr.BoolOp b) {
      visitAll(b.values());
    } else if (e instanceof Expr.Tuple t) {
      visitAll(t.elts());
    } else if (e instanceof Expr.ListExpr l) {
      visitAll(l.elts());
    } else if (e instanceof Expr.UnaryOp u) {
      visit(u.operand());
    } else if (e instanceof Expr.Dict d) {
      visitAll(d.keys());
      visitAll(d.values());
    } else {
      visitRarer(e);
    }
    diagnostics.leave();
  }

  private void visitRarer(Expr e) {
    if (e instanceof Expr.JoinedStr j) {
      visitAll(j.values());
    } else if (e instanceof Expr.FormattedValue f) {
      visit(f.value());
      visitOptional(f.formatSpec());
    } else if (e instanceof Expr.IfExp i) {
      visit(i.test());
      visit(i.body());
      visit(i.orelse());
    } else if (e instanceof Expr.Slice s) {
      visitOptional(s.lower());
      visitOptional(s.upper());
      visitOptional(s.step());
    } else if (e instanceof Expr.Starred s) {
      visit(s.value());
    } else if (e instanceof Expr.Lambda l) {
      lambda(l);
    } else if (e instanceof Expr.Set s) {
      visitAll(s.elts());
    } else if (e instanceof Expr.ListComp c) {
      comprehension(e, "listcomp", Comprehension.LIST, c.generators(), c.elt(), null);
    } else if (e instanceof Expr.GeneratorExp c) {
      comprehension(e, "genexpr", Comprehension.GENERATOR, c.generators(), c.elt(), null);
    } else if (e instanceof Expr.SetComp c) {
      comprehension(e, "setcomp", Comprehension.SET, c.generators(), c.elt(), null);
    } else if (e instanceof Expr.DictComp c) {
      comprehension(e, "dictcomp", Comprehension.DICT, c.generators(), c.key(), c.value());
    } else if (e instanceof Expr.NamedExpr n) {
      forbidInAnnotation("named expression", e);
      namedExpression(n);
    } else if (e instanceof Expr.Await a) {
      await(a);
    } else if (e instanceof Expr.Yield y) {
      forbidInAnnotation("yield expression", e);
      visitOptional(y.value());
      yieldFound(e);
    } else if (e instanceof Expr.YieldFrom y) {
      forbidInAnnotation("yield expression", e);
      visit(y.value());
      yieldFound(e);
    } else if (e instanceof Expr.TemplateStr t) {
      visitAll(t.values());
    } else if (e instanceof Expr.Typed t) {
      visitAll(t.operands());
    } else if (e instanceof Expr.Interpolation i) {
      visit(i.value());
      visitOptional(i.formatSpec());
    }
  }

  /** Long chains lean to the left: they are walked, not recursed into. */
  private void binary(Expr.BinOp top) {
    int count = 1;
    Expr.BinOp lowest = top;
    while (lowest.left() instanceof Expr.BinOp next) {
      lowest = next;
      count++;
    }
    if (count == 1) {
      visit(top.left());
      visit(top.right());
      return;
    }
    Expr[] rights = new Expr[count];
    Expr.BinOp b = top;
    for (int i = count - 1; i >= 0; i--) {
      rights[i] = b.right();
      if (i > 0) {
        b = (Expr.BinOp) b.left();
      }
    }
    visit(lowest.left());
    for (Expr right : rights) {
      visit(right);
    }
  }

  private void name(Expr.Name n) {
    Scope scope = symbols.current;
    if (scope.inUnevaluatedAnnotation) {
      return;
    }
    boolean load = n.ctx() == ExprContext.Load;
    Loc loc = load && !scope.inComprehensionTarget ? null : Loc.of(n);
    symbols.define(n.id(), load ? USE : DEF_LOCAL, loc, n.ctx());
    // super() without arguments needs the class cell.
    if (load && scope.isFunctionLike() && n.id().equals("super")) {
      symbols.define("__class__", USE, Loc.of(n));
    }
  }

  void keywords(List<Keyword> keywords) {
    for (Keyword k : keywords) {
      if (k.arg() != null && k.arg().equals("__debug__")) {
        symbols.checkName(k.arg(), Loc.of(k), ExprContext.Store);
      }
    }
    for (Keyword k : keywords) {
      visit(k.value());
    }
  }

  private void lambda(Expr.Lambda l) {
    visitAll(l.args().defaults());
    visitAll(l.args().kwDefaults());
    Scope scope = symbols.enterNew("lambda", Type.FUNCTION, Loc.of(l));
    symbols.table.byNode.put(l, scope);
    parameters(l.args());
    visit(l.body());
    symbols.exit();
  }

  void parameters(Arguments args) {
    Scope scope = symbols.current;
    parameters(args.posonlyargs());
    parameters(args.args());
    parameters(args.kwonlyargs());
    if (args.vararg() != null) {
      symbols.define(args.vararg().arg(), DEF_PARAM, Loc.of(args.vararg()));
      scope.varargs = true;
    }
    if (args.kwarg() != null) {
      symbols.define(args.kwarg().arg(), DEF_PARAM, Loc.of(args.kwarg()));
      scope.varkeywords = true;
    }
  }

  private void parameters(List<Arg> args) {
    for (Arg arg : args) {
      symbols.define(arg.arg(), DEF_PARAM, Loc.of(arg));
    }
  }

  private void await(Expr.Await a) {
    forbidInAnnotation("await expression", a);
    Scope scope = symbols.current;
    if (!symbols.awaitAllowedHere()) {
      if (!scope.isFunctionLike()) {
        throw diagnostics.error(Loc.of(a), "'await' outside function");
      }
      if (!symbols.inAsyncFunction() && scope.comprehension == Comprehension.NONE) {
        throw diagnostics.error(Loc.of(a), "'await' outside async function");
      }
    }
    visit(a.value());
    scope.coroutine = true;
  }

  private void yieldFound(Expr e) {
    Scope scope = symbols.current;
    scope.generator = true;
    String where = switch (scope.comprehension) {
      case NONE -> null;
      case LIST -> "list comprehension";
      case SET -> "set comprehension";
      case DICT -> "dict comprehension";
      case GENERATOR -> "generator expression";
    };
    if (where != null) {
      throw diagnostics.error(Loc.of(e), "'yield' inside " + where);
    }
  }

  private void forbidInAnnotation(String what, Expr e) {
    Scope scope = symbols.current;
    String where = switch (scope.type) {
      case ANNOTATION -> "an annotation";
      case TYPE_VARIABLE -> scope.description;
      case TYPE_ALIAS -> "a type alias";
      case TYPE_PARAMETERS -> "the definition of a generic";
      default -> null;
    };
    if (where != null) {
      throw diagnostics.error(Loc.of(e), what + " cannot be used within " + where);
    }
  }

  // ---- assignment expressions ----

  private void namedExpression(Expr.NamedExpr e) {
    Scope scope = symbols.current;
    if (scope.comprehensionIterables > 0) {
      throw diagnostics.error(Loc.of(e), "assignment expression cannot be used in a comprehension iterable expression");
    }
    if (scope.comprehension != Comprehension.NONE) {
      bindOutsideComprehension((Expr.Name) e.target());
    }
    visit(e.value());
    visit(e.target());
  }

  /** The target of {@code :=} in a comprehension belongs to the scope around all comprehensions (PEP 572). */
  private void bindOutsideComprehension(Expr.Name target) {
    Loc loc = Loc.of(target);
    List<Scope> stack = symbols.stack();
    for (int i = stack.size() - 1; i >= 0; i--) {
      Scope scope = stack.get(i);
      if (scope.comprehension != Comprehension.NONE) {
        int symbol = symbols.lookup(scope, target.id());
        if ((symbol & DEF_COMP_ITER) != 0 && (symbol & DEF_LOCAL) != 0) {
          throw diagnostics.error(
              loc, "assignment expression cannot rebind comprehension iteration variable '" + target.id() + "'");
        }
        continue;
      }
      switch (scope.type) {
        case FUNCTION -> {
          boolean global = (symbols.lookup(scope, target.id()) & DEF_GLOBAL) != 0;
          symbols.define(target.id(), global ? DEF_GLOBAL : DEF_NONLOCAL, loc);
          symbols.recordDirective(target.id(), loc);
          symbols.defineIn(scope, target.id(), DEF_LOCAL, loc);
          return;
        }
        case MODULE -> {
          symbols.define(target.id(), DEF_GLOBAL, loc);
          symbols.recordDirective(target.id(), loc);
          symbols.defineIn(scope, target.id(), DEF_GLOBAL, loc);
          return;
        }
        case CLASS -> throw notHere(loc, "be used in a class body");
        case TYPE_PARAMETERS -> throw notHere(loc, "be used within the definition of a generic");
        case TYPE_ALIAS -> throw notHere(loc, "be used in a type alias");
        case TYPE_VARIABLE -> throw notHere(loc, "be used in a TypeVar bound");
        case ANNOTATION -> {
          // Looked for further out.
        }
      }
    }
  }

  private RuntimeException notHere(Loc loc, String what) {
    return diagnostics.error(loc, "assignment expression within a comprehension cannot " + what);
  }

  // ---- comprehensions ----

  private void comprehension(
      Expr e, String name, Comprehension kind, List<dev.tuff.syntax.ast.Comprehension> generators, Expr element, Expr value) {
    dev.tuff.syntax.ast.Comprehension outermost = generators.getFirst();
    Scope outer = symbols.current;
    // The first iterable is evaluated outside.
    outer.comprehensionIterables++;
    visit(outermost.iter());
    outer.comprehensionIterables--;
    Scope scope = symbols.enterNew(name, Type.FUNCTION, Loc.of(e));
    symbols.table.byNode.put(e, scope);
    scope.comprehension = kind;
    if (outermost.isAsync()) {
      scope.coroutine = true;
    }
    symbols.define(".0", DEF_PARAM, scope.loc);
    scope.inComprehensionTarget = true;
    visit(outermost.target());
    scope.inComprehensionTarget = false;
    visitAll(outermost.ifs());
    for (int i = 1; i < generators.size(); i++) {
      innerGenerator(scope, generators.get(i));
    }
    visitOptional(value);
    visit(element);
    boolean generator = kind == Comprehension.GENERATOR;
    scope.generator = generator;
    boolean async = scope.coroutine && !generator;
    symbols.exit();
    if (async) {
      if (!symbols.inAsyncFunction() && outer.comprehension == Comprehension.NONE && !symbols.awaitAllowedHere()) {
        throw diagnostics.error(Loc.of(e), "asynchronous comprehension outside of an asynchronous function");
      }
      outer.coroutine = true;
    }
  }

  private void innerGenerator(Scope scope, dev.tuff.syntax.ast.Comprehension generator) {
    scope.inComprehensionTarget = true;
    visit(generator.target());
    scope.inComprehensionTarget = false;
    scope.comprehensionIterables++;
    visit(generator.iter());
    scope.comprehensionIterables--;
    visitAll(generator.ifs());
    if (generator.isAsync()) {
      scope.coroutine = true;
    }
  }

  // ---- patterns ----

  void visitPattern(Pattern p) {
    diagnostics.enter();
    if (p instanceof Pattern.MatchValue v) {
      visit(v.value());
    } else if (p instanceof Pattern.MatchSequence s) {
      visitPatterns(s.patterns());
    } else if (p instanceof Pattern.MatchStar s) {
      capture(s.name(), p);
    } else if (p instanceof Pattern.MatchMapping m) {
      visitAll(m.keys());
      visitPatterns(m.patterns());
      capture(m.rest(), p);
    } else if (p instanceof Pattern.MatchClass c) {
      visit(c.cls());
      visitPatterns(c.patterns());
      for (int i = 0; i < c.kwdAttrs().size(); i++) {
        symbols.checkName(c.kwdAttrs().get(i), Loc.of(c.kwdPatterns().get(i)), ExprContext.Store);
      }
      visitPatterns(c.kwdPatterns());
    } else if (p instanceof Pattern.MatchAs a) {
      if (a.pattern() != null) {
        visitPattern(a.pattern());
      }
      capture(a.name(), p);
    } else if (p instanceof Pattern.MatchOr o) {
      visitPatterns(o.patterns());
    }
    diagnostics.leave();
  }

  private void visitPatterns(List<Pattern> patterns) {
    for (Pattern p : patterns) {
      visitPattern(p);
    }
  }

  private void capture(String name, Node at) {
    if (name != null) {
      symbols.define(name, DEF_LOCAL, Loc.of(at));
    }
  }
}
