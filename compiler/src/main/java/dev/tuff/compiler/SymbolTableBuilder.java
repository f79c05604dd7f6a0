package dev.tuff.compiler;

import static dev.tuff.compiler.Scope.*;

import dev.tuff.syntax.SyntaxError;
import dev.tuff.syntax.ast.Alias;
import dev.tuff.syntax.ast.Arg;
import dev.tuff.syntax.ast.Arguments;
import dev.tuff.syntax.ast.ExceptHandler;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.MatchCase;
import dev.tuff.syntax.ast.Mod;
import dev.tuff.syntax.ast.Stmt;
import dev.tuff.syntax.ast.TypeParam;
import dev.tuff.syntax.ast.WithItem;
import java.util.List;

/** First pass of the symbol table: statements. Opens the scopes and checks what can be checked without knowing all names. */
final class SymbolTableBuilder {
  /** What is around a statement, for the warning of PEP 765. */
  private enum Flow {
    PLAIN,
    FINALLY,
    FUNCTION,
    LOOP
  }

  private final SymbolCollector symbols;
  private final SymbolExpressions expressions;
  private final Diagnostics diagnostics;
  private final boolean docstrings;
  private Flow flow = Flow.PLAIN;

  SymbolTableBuilder(Diagnostics diagnostics, Futures futures, CompileOptions options) {
    this.diagnostics = diagnostics;
    symbols = new SymbolCollector(diagnostics, futures, options.allowTopLevelAwait());
    expressions = new SymbolExpressions(symbols);
    docstrings = options.optimize() < 2;
  }

  SymbolTable build(Mod tree) {
    Scope top = symbols.newScope("top", Type.MODULE, new Loc(0, 0, 0, 0));
    symbols.table.top = top;
    symbols.table.byNode.put(tree, top);
    symbols.enter(top);
    if (tree instanceof Mod.Module m) {
      top.hasDocstring = hasDocstring(m.body());
      statements(m.body());
    } else if (tree instanceof Mod.Interactive m) {
      statements(m.body());
    } else if (tree instanceof Mod.Expression e) {
      expressions.visit(e.body());
    } else {
      throw new SyntaxError(
          SyntaxError.Kind.RUNTIME, "this compiler does not handle FunctionTypes", diagnostics.filename, 0, 0, 0, 0, null);
    }
    symbols.exit();
    return symbols.table;
  }

  private boolean hasDocstring(List<Stmt> body) {
    return docstrings && !body.isEmpty() && Futures.isDocstring(body.getFirst());
  }

  private void statements(List<Stmt> body) {
    for (int i = 0; i < body.size(); i++) {
      statement(body.get(i));
    }
  }

  private void statement(Stmt s) {
    diagnostics.enter();
    if (s instanceof Stmt.ExprStmt e) {
      expressions.visit(e.value());
    } else if (s instanceof Stmt.Assign a) {
      expressions.visitAll(a.targets());
      expressions.visit(a.value());
    } else if (s instanceof Stmt.If i) {
      expressions.visit(i.test());
      conditional(i.body(), i.orelse());
    } else if (s instanceof Stmt.Return r) {
      warnIfIn(Flow.FINALLY, s, "return");
      if (r.value() != null) {
        expressions.visit(r.value());
        symbols.current.returnsValue = true;
      }
    } else if (s instanceof Stmt.FunctionDef f) {
      function(f, f.name(), f.args(), f.body(), f.decoratorList(), f.returns(), f.typeParams(), false);
    } else if (s instanceof Stmt.AsyncFunctionDef f) {
      function(f, f.name(), f.args(), f.body(), f.decoratorList(), f.returns(), f.typeParams(), true);
    } else if (s instanceof Stmt.ClassDef c) {
      classDef(c);
    } else {
      rarerStatement(s);
    }
    diagnostics.leave();
  }

  private void rarerStatement(Stmt s) {
    if (s instanceof Stmt.For f) {
      expressions.visit(f.target());
      expressions.visit(f.iter());
      loop(f.body(), f.orelse());
    } else if (s instanceof Stmt.While w) {
      expressions.visit(w.test());
      loop(w.body(), w.orelse());
    } else if (s instanceof Stmt.Raise r) {
      expressions.visitOptional(r.exc());
      expressions.visitOptional(r.cause());
    } else if (s instanceof Stmt.Import i) {
      aliases(i.names());
    } else if (s instanceof Stmt.ImportFrom i) {
      aliases(i.names());
      checkFuture(i);
    } else if (s instanceof Stmt.Try t) {
      tryStatement(t.body(), t.handlers(), t.orelse(), t.finalbody());
    } else if (s instanceof Stmt.TryStar t) {
      tryStatement(t.body(), t.handlers(), t.orelse(), t.finalbody());
    } else if (s instanceof Stmt.With w) {
      with(w.items(), w.body());
    } else if (s instanceof Stmt.AugAssign a) {
      expressions.visit(a.target());
      expressions.visit(a.value());
    } else if (s instanceof Stmt.AnnAssign a) {
      annotatedAssignment(a);
    } else if (s instanceof Stmt.Assert a) {
      expressions.visit(a.test());
      expressions.visitOptional(a.msg());
    } else if (s instanceof Stmt.Delete d) {
      expressions.visitAll(d.targets());
    } else if (s instanceof Stmt.Global g) {
      for (String name : g.names()) {
        declare(name, Loc.of(s), DEF_GLOBAL, "global");
      }
    } else if (s instanceof Stmt.Nonlocal n) {
      for (String name : n.names()) {
        declare(name, Loc.of(s), DEF_NONLOCAL, "nonlocal");
      }
    } else if (s instanceof Stmt.Break) {
      warnIfIn(Flow.FINALLY, s, "break");
    } else if (s instanceof Stmt.Continue) {
      warnIfIn(Flow.FINALLY, s, "continue");
    } else if (s instanceof Stmt.AsyncFor f) {
      requireCoroutine(s, "'async for' outside async function");
      expressions.visit(f.target());
      expressions.visit(f.iter());
      loop(f.body(), f.orelse());
    } else if (s instanceof Stmt.AsyncWith w) {
      requireCoroutine(s, "'async with' outside async function");
      with(w.items(), w.body());
    } else if (s instanceof Stmt.Match m) {
      match(m);
    } else if (s instanceof Stmt.TypeAlias t) {
      typeAlias(t);
    }
  }

  private void warnIfIn(Flow around, Stmt s, String keyword) {
    if (flow == around) {
      diagnostics.warn(Loc.of(s), "'" + keyword + "' in a 'finally' block");
    }
  }

  private void conditional(List<Stmt> body, List<Stmt> orelse) {
    boolean outer = symbols.current.inConditionalBlock;
    symbols.current.inConditionalBlock = true;
    statements(body);
    statements(orelse);
    symbols.current.inConditionalBlock = outer;
  }

  private void loop(List<Stmt> body, List<Stmt> orelse) {
    boolean outer = symbols.current.inConditionalBlock;
    symbols.current.inConditionalBlock = true;
    Flow outerFlow = flow;
    flow = Flow.LOOP;
    statements(body);
    flow = outerFlow;
    statements(orelse);
    symbols.current.inConditionalBlock = outer;
  }

  private void tryStatement(List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse, List<Stmt> finalbody) {
    boolean outer = symbols.current.inConditionalBlock;
    symbols.current.inConditionalBlock = true;
    statements(body);
    for (ExceptHandler handler : handlers) {
      expressions.visitOptional(handler.type());
      if (handler.name() != null) {
        symbols.define(handler.name(), DEF_LOCAL, Loc.of(handler));
      }
      statements(handler.body());
    }
    statements(orelse);
    Flow outerFlow = flow;
    flow = Flow.FINALLY;
    statements(finalbody);
    flow = outerFlow;
    symbols.current.inConditionalBlock = outer;
  }

  private void with(List<WithItem> items, List<Stmt> body) {
    boolean outer = symbols.current.inConditionalBlock;
    symbols.current.inConditionalBlock = true;
    for (WithItem item : items) {
      expressions.visit(item.contextExpr());
      expressions.visitOptional(item.optionalVars());
    }
    statements(body);
    symbols.current.inConditionalBlock = outer;
  }

  private void match(Stmt.Match m) {
    expressions.visit(m.subject());
    boolean outer = symbols.current.inConditionalBlock;
    symbols.current.inConditionalBlock = true;
    for (MatchCase matchCase : m.cases()) {
      expressions.visitPattern(matchCase.pattern());
      expressions.visitOptional(matchCase.guard());
      statements(matchCase.body());
    }
    symbols.current.inConditionalBlock = outer;
  }

  private void requireCoroutine(Stmt s, String message) {
    if (symbols.awaitAllowedHere()) {
      symbols.current.coroutine = true;
    }
    if (!symbols.current.coroutine) {
      throw diagnostics.error(Loc.of(s), message);
    }
  }

  private void aliases(List<Alias> names) {
    for (Alias alias : names) {
      String bound = alias.asname() != null ? alias.asname() : alias.name();
      if (bound.equals("*")) {
        if (symbols.current.type != Type.MODULE) {
          throw diagnostics.error(Loc.of(alias), "import * only allowed at module level");
        }
        continue;
      }
      int dot = bound.indexOf('.');
      symbols.define(dot < 0 ? bound : bound.substring(0, dot).intern(), DEF_IMPORT, Loc.of(alias));
    }
  }

  private void checkFuture(Stmt.ImportFrom s) {
    Futures futures = symbols.futures;
    if (s.level() == 0 && "__future__".equals(s.module())
        && (s.line() > futures.lastLine() || s.line() == futures.lastEndLine() && s.column() > futures.lastEndColumn())) {
      throw diagnostics.error(Loc.of(s), "from __future__ imports must occur at the beginning of the file");
    }
  }

  private void declare(String name, Loc loc, int flag, String word) {
    int symbol = symbols.lookup(name);
    if ((symbol & DEF_PARAM) != 0) {
      throw diagnostics.error(loc, "name '" + name + "' is parameter and " + word);
    }
    if ((symbol & USE) != 0) {
      throw diagnostics.error(loc, "name '" + name + "' is used prior to " + word + " declaration");
    }
    if ((symbol & DEF_ANNOT) != 0) {
      throw diagnostics.error(loc, "annotated name '" + name + "' can't be " + word);
    }
    if ((symbol & DEF_LOCAL) != 0) {
      throw diagnostics.error(loc, "name '" + name + "' is assigned to before " + word + " declaration");
    }
    symbols.define(name, flag, loc);
    symbols.recordDirective(name, loc);
  }

  // ---- definitions ----

  private void function(
      Stmt s, String name, Arguments args, List<Stmt> body, List<Expr> decorators, Expr returns, List<TypeParam> typeParams,
      boolean async) {
    Loc loc = Loc.of(s);
    symbols.define(name, DEF_LOCAL, loc);
    expressions.visitAll(args.defaults());
    expressions.visitAll(args.kwDefaults());
    expressions.visitAll(decorators);
    boolean generic = !typeParams.isEmpty();
    if (generic) {
      enterTypeParameters(name, typeParams, loc, false);
      symbols.define(".defaults", DEF_PARAM, loc);
      if (hasKeywordDefaults(args)) {
        symbols.define(".kwdefaults", DEF_PARAM, loc);
      }
      typeParameters(typeParams);
    }
    Scope scope = symbols.newScope(name, Type.FUNCTION, loc);
    symbols.table.byNode.put(s, scope);
    scope.hasDocstring = hasDocstring(body);
    functionAnnotations(s, args, returns, loc);
    symbols.enter(scope);
    scope.coroutine = async;
    expressions.parameters(args);
    Flow outerFlow = flow;
    flow = Flow.FUNCTION;
    statements(body);
    flow = outerFlow;
    symbols.exit();
    if (generic) {
      symbols.exit();
    }
  }

  private static boolean hasKeywordDefaults(Arguments args) {
    for (Expr e : args.kwDefaults()) {
      if (e != null) {
        return true;
      }
    }
    return false;
  }

  private void functionAnnotations(Stmt s, Arguments args, Expr returns, Loc loc) {
    Scope around = symbols.current;
    Scope scope = symbols.enterNew("__annotate__", Type.ANNOTATION, loc);
    symbols.table.byAnnotations.put(s, scope);
    if (around.canSeeClassScope || around.type == Type.CLASS) {
      scope.canSeeClassScope = true;
      symbols.define("__classdict__", USE, loc);
    }
    for (Arg arg : args.posonlyargs()) {
      annotation(arg.annotation());
    }
    for (Arg arg : args.args()) {
      annotation(arg.annotation());
    }
    annotation(args.vararg() == null ? null : args.vararg().annotation());
    annotation(args.kwarg() == null ? null : args.kwarg().annotation());
    for (Arg arg : args.kwonlyargs()) {
      annotation(arg.annotation());
    }
    annotation(returns);
    symbols.exit();
  }

  private void annotation(Expr e) {
    if (e != null) {
      symbols.current.annotationsUsed = true;
      expressions.visit(e);
    }
  }

  private void classDef(Stmt.ClassDef c) {
    Loc loc = Loc.of(c);
    symbols.define(c.name(), DEF_LOCAL, loc);
    expressions.visitAll(c.decoratorList());
    String outerPrivate = symbols.privateName;
    boolean generic = !c.typeParams().isEmpty();
    if (generic) {
      enterTypeParameters(c.name(), c.typeParams(), loc, true);
      symbols.privateName = c.name();
      symbols.current.setMangling();
      typeParameters(c.typeParams());
    }
    expressions.visitAll(c.bases());
    expressions.keywords(c.keywords());
    Scope scope = symbols.enterNew(c.name(), Type.CLASS, loc);
    symbols.table.byNode.put(c, scope);
    symbols.privateName = c.name();
    if (generic) {
      symbols.define("__type_params__", DEF_LOCAL, loc);
      symbols.define(".type_params", USE, loc);
    }
    scope.hasDocstring = hasDocstring(c.body());
    statements(c.body());
    symbols.exit();
    if (generic) {
      symbols.exit();
    }
    symbols.privateName = outerPrivate;
  }

  private void typeAlias(Stmt.TypeAlias t) {
    expressions.visit(t.name());
    String name = ((Expr.Name) t.name()).id();
    Loc loc = Loc.of(t);
    boolean inClass = symbols.current.type == Type.CLASS;
    boolean generic = !t.typeParams().isEmpty();
    if (generic) {
      enterTypeParameters(name, t.typeParams(), loc, false);
      typeParameters(t.typeParams());
    }
    Scope scope = symbols.enterNew(name, Type.TYPE_ALIAS, loc);
    symbols.table.byNode.put(t, scope);
    scope.canSeeClassScope = inClass;
    if (inClass) {
      symbols.define("__classdict__", USE, Loc.of(t.value()));
    }
    expressions.visit(t.value());
    symbols.exit();
    if (generic) {
      symbols.exit();
    }
  }

  private void enterTypeParameters(String name, List<TypeParam> typeParams, Loc loc, boolean ofClass) {
    boolean inClass = symbols.current.type == Type.CLASS;
    Scope scope = symbols.enterNew(name, Type.TYPE_PARAMETERS, loc);
    symbols.table.byNode.put(typeParams, scope);
    if (inClass) {
      scope.canSeeClassScope = true;
      symbols.define("__classdict__", USE, loc);
    }
    if (ofClass) {
      symbols.define(".type_params", DEF_LOCAL, loc);
      symbols.define(".type_params", USE, loc);
      symbols.define(".generic_base", DEF_LOCAL, loc);
      symbols.define(".generic_base", USE, loc);
    }
  }

  private void typeParameters(List<TypeParam> typeParams) {
    for (TypeParam p : typeParams) {
      Loc loc = Loc.of(p);
      if (p instanceof TypeParam.TypeVar t) {
        symbols.define(t.name(), DEF_TYPE_PARAM | DEF_LOCAL, loc);
        String what = t.bound() instanceof Expr.Tuple ? "a TypeVar constraint" : "a TypeVar bound";
        typeParameterPart(t.bound(), t.name(), t, what, false);
        typeParameterPart(t.defaultValue(), t.name(), t, "a TypeVar default", true);
      } else if (p instanceof TypeParam.TypeVarTuple t) {
        symbols.define(t.name(), DEF_TYPE_PARAM | DEF_LOCAL, loc);
        typeParameterPart(t.defaultValue(), t.name(), t, "a TypeVarTuple default", false);
      } else if (p instanceof TypeParam.ParamSpec t) {
        symbols.define(t.name(), DEF_TYPE_PARAM | DEF_LOCAL, loc);
        typeParameterPart(t.defaultValue(), t.name(), t, "a ParamSpec default", false);
      }
    }
  }

  /** Bound and default are evaluated lazily: each has a scope of its own. */
  private void typeParameterPart(Expr e, String name, TypeParam p, String what, boolean second) {
    if (name.equals("__classdict__")) {
      throw diagnostics.error(Loc.of(p), "reserved name '" + name + "' cannot be used for type parameter");
    }
    if (e == null) {
      return;
    }
    boolean inClass = symbols.current.canSeeClassScope;
    Loc loc = Loc.of(e);
    Scope scope = symbols.enterNew(name, Type.TYPE_VARIABLE, loc);
    if (second) {
      symbols.table.byDefault.put(p, scope);
    } else {
      symbols.table.byNode.put(p, scope);
    }
    scope.canSeeClassScope = inClass;
    if (inClass) {
      symbols.define("__classdict__", USE, loc);
    }
    scope.description = what;
    expressions.visit(e);
    symbols.exit();
  }

  // ---- annotated assignment ----

  private void annotatedAssignment(Stmt.AnnAssign a) {
    Scope scope = symbols.current;
    scope.annotationsUsed = true;
    if (a.target() instanceof Expr.Name target) {
      int symbol = symbols.lookup(target.id());
      if ((symbol & (DEF_GLOBAL | DEF_NONLOCAL)) != 0 && scope.type != Type.MODULE && a.simple()) {
        String word = (symbol & DEF_GLOBAL) != 0 ? "global" : "nonlocal";
        throw diagnostics.error(Loc.of(a), "annotated name '" + target.id() + "' can't be " + word);
      }
      if (a.simple()) {
        symbols.define(target.id(), DEF_ANNOT | DEF_LOCAL, Loc.of(target));
      } else if (a.value() != null) {
        symbols.define(target.id(), DEF_LOCAL, Loc.of(target));
      }
    } else {
      expressions.visit(a.target());
    }
    variableAnnotation(a.annotation());
    expressions.visitOptional(a.value());
  }

  private void variableAnnotation(Expr e) {
    Scope scope = symbols.current;
    Loc loc = Loc.of(e);
    // Those of functions are never evaluated.
    boolean unevaluated = scope.type == Type.FUNCTION;
    // Those of modules count as conditional all: the module may be looked at while it is executed.
    if ((scope.type == Type.CLASS && scope.inConditionalBlock || scope.type == Type.MODULE) && !scope.hasConditionalAnnotations) {
      scope.hasConditionalAnnotations = true;
      symbols.define("__conditional_annotations__", USE, loc);
    }
    if (scope.annotationBlock == null) {
      Scope block = symbols.enterNew("__annotate__", Type.ANNOTATION, loc);
      scope.annotationBlock = block;
      if (scope.type == Type.CLASS && !symbols.futures.annotations()) {
        block.canSeeClassScope = true;
        symbols.define("__classdict__", USE, loc);
      }
    } else {
      symbols.reenter(scope.annotationBlock);
    }
    symbols.current.inUnevaluatedAnnotation = unevaluated;
    expressions.visit(e);
    symbols.current.inUnevaluatedAnnotation = false;
    symbols.exit();
  }
}
