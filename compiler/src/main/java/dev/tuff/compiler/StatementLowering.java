package dev.tuff.compiler;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.Alias;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Stmt;
import java.util.ArrayList;
import java.util.List;

/** Lowering of statements: the dispatch, bodies with docstrings, and the simple statements. */
final class StatementLowering {
  private final CodeGen g;
  private final TryLowering tries;
  private final WithLowering withs;
  private final PatternLowering patterns;
  private final ClassLowering classes;
  private final AssignmentLowering assignments;

  StatementLowering(CodeGen g) {
    this.g = g;
    tries = new TryLowering(g);
    withs = new WithLowering(g);
    patterns = new PatternLowering(g);
    classes = new ClassLowering(g);
    assignments = new AssignmentLowering(g);
  }

  /** The body of a module or class. */
  void body(Loc loc, List<Stmt> body, boolean isInteractive) {
    Scope scope = g.unit.scope;
    if (g.futures.annotations() && scope.annotationsUsed) {
      g.emit(SETUP_ANNOTATIONS, loc);
    }
    if (body.isEmpty()) {
      return;
    }
    int first = 0;
    if (!isInteractive) {
      first = skipDocstring(body);
      if (scope.hasDocstring) {
        g.loadConst(docstring(body), Loc.of(((Stmt.ExprStmt) body.getFirst()).value()));
        g.store("__doc__", Loc.NONE);
      }
    }
    visitFrom(first, body);
    if (!g.futures.annotations()) {
      g.annotations.deferred(loc);
    }
  }

  /** Index of the first statement behind the docstring. */
  static int skipDocstring(List<Stmt> body) {
    return !body.isEmpty() && Futures.isDocstring(body.getFirst()) ? 1 : 0;
  }

  /**
   * The statements of a function or of a module or class, from {@code first} on. Where optimisation leaves nothing, there is a
   * pass.
   */
  void visitFrom(int first, List<Stmt> body) {
    if (g.optimize >= 2 && first == 1 && body.size() == 1) {
      g.emit(NOP, placeOfPass(body));
    }
    for (int i = first; i < body.size(); i++) {
      if (i == 1 && g.optimize >= 2 && first == 1 && Futures.isDocstring(body.get(i))) {
        secondString(((Stmt.ExprStmt) body.get(i)).value());
      } else {
        visit(body.get(i));
      }
    }
  }

  /** A string behind the docstring that went must not become the docstring: it is evaluated like any expression. */
  private void secondString(Expr value) {
    g.expressions.visit(value);
    g.emit(POP_TOP, Loc.NONE);
  }

  private static Loc placeOfPass(List<Stmt> body) {
    Loc doc = Loc.of(body.getFirst());
    return new Loc(doc.line, doc.line, doc.column, doc.column + "pass".length());
  }

  /** The place of the first statement of a module, as optimisation leaves it. */
  Loc placeOfFirst(List<Stmt> body) {
    if (body.isEmpty()) {
      return new Loc(1, 1, 0, 0);
    }
    if (g.optimize < 2 || g.interactive || skipDocstring(body) == 0) {
      return Loc.of(body.getFirst());
    }
    return body.size() == 1 ? placeOfPass(body) : Loc.of(body.get(1));
  }

  static String docstring(List<Stmt> body) {
    return Docstring.clean((String) ((Expr.Constant) ((Stmt.ExprStmt) body.getFirst()).value()).value());
  }

  void visitAll(List<Stmt> body) {
    for (int i = 0; i < body.size(); i++) {
      visit(body.get(i));
    }
  }

  void visit(Stmt s) {
    g.diagnostics.enter();
    if (s instanceof Stmt.ExprStmt e) {
      expressionStatement(Loc.of(s), e.value());
    } else if (s instanceof Stmt.Assign a) {
      assignments.assign(a);
    } else if (s instanceof Stmt.Return r) {
      g.control.returnStatement(r);
    } else if (s instanceof Stmt.FunctionDef f) {
      g.functions.function(
          f, f.name(), f.args(), f.body(), f.decoratorList(), f.returns(), f.typeParams(), false);
    } else if (s instanceof Stmt.AsyncFunctionDef f) {
      g.functions.function(f, f.name(), f.args(), f.body(), f.decoratorList(), f.returns(), f.typeParams(), true);
    } else if (s instanceof Stmt.ClassDef c) {
      classes.classDef(c);
    } else if (s instanceof Stmt.Import i) {
      importStatement(i);
    } else if (s instanceof Stmt.ImportFrom i) {
      importFrom(i);
    } else if (s instanceof Stmt.Raise r) {
      raise(r);
    } else if (s instanceof Stmt.AugAssign a) {
      assignments.augmented(a);
    } else if (s instanceof Stmt.AnnAssign a) {
      assignments.annotated(a);
    } else if (s instanceof Stmt.Pass) {
      g.emit(NOP, Loc.of(s));
    } else if (s instanceof Stmt.Assert a) {
      assertStatement(a);
    } else if (s instanceof Stmt.Delete d) {
      g.expressions.visitAll(d.targets());
    } else if (s instanceof Stmt.Break) {
      g.control.breakStatement(Loc.of(s));
    } else if (s instanceof Stmt.Continue) {
      g.control.continueStatement(Loc.of(s));
    } else if (s instanceof Stmt.TypeAlias t) {
      classes.typeAlias(t);
    } else if (!(s instanceof Stmt.Global || s instanceof Stmt.Nonlocal)) {
      compound(s);
    }
    g.diagnostics.leave();
  }

  /** Statements whose body may be executed or not: annotations in them are conditional. */
  private void compound(Stmt s) {
    g.unit.conditionalBlocks++;
    if (s instanceof Stmt.If i) {
      g.control.ifStatement(i);
    } else if (s instanceof Stmt.For f) {
      g.control.forStatement(f);
    } else if (s instanceof Stmt.While w) {
      g.control.whileStatement(w);
    } else if (s instanceof Stmt.Try t) {
      tries.tryStatement(t);
    } else if (s instanceof Stmt.TryStar t) {
      tries.tryStar(t);
    } else if (s instanceof Stmt.With w) {
      withs.with(w.items(), w.body(), false);
    } else if (s instanceof Stmt.AsyncWith w) {
      withs.with(w.items(), w.body(), true);
    } else if (s instanceof Stmt.AsyncFor f) {
      g.control.asyncFor(f);
    } else if (s instanceof Stmt.Match m) {
      patterns.match(m);
    }
    g.unit.conditionalBlocks--;
  }

  private void expressionStatement(Loc loc, Expr value) {
    if (g.interactive && g.unit.parent == null) {
      g.expressions.visit(value);
      g.emit(CALL_INTRINSIC_1, Intrinsic.PRINT, loc);
      g.emit(POP_TOP, Loc.NONE);
    } else if (g.constantOf(value) != null) {
      g.emit(NOP, loc);
    } else if (value instanceof Expr.Typed t && Opcode.stackEffect(t.opcode(), 0) == -t.operands().size()) {
      // gives nothing
      g.expressions.visit(t);
    } else {
      g.expressions.visit(value);
      g.emit(POP_TOP, Loc.NONE);
    }
  }

  private void raise(Stmt.Raise s) {
    int n = 0;
    if (s.exc() != null) {
      g.expressions.visit(s.exc());
      n++;
      if (s.cause() != null) {
        g.expressions.visit(s.cause());
        n++;
      }
    }
    g.emit(RAISE_VARARGS, n, Loc.of(s));
  }

  private void assertStatement(Stmt.Assert s) {
    Loc loc = Loc.of(s);
    if (s.test() instanceof Expr.Tuple t && !t.elts().isEmpty()
        || s.test() instanceof Expr.Constant c && c.value() instanceof Const.Tuple v && !v.items().isEmpty()) {
      g.diagnostics.warn(loc, "assertion is always true, perhaps remove parentheses?");
    }
    if (g.optimize > 0) {
      return;
    }
    int end = g.newLabel();
    g.control.jumpIf(loc, s.test(), end, true);
    g.emit(LOAD_COMMON_CONSTANT, Intrinsic.CONSTANT_ASSERTION_ERROR, loc);
    if (s.msg() != null) {
      g.expressions.visit(s.msg());
      g.emit(CALL, 0, loc);
    }
    g.emit(RAISE_VARARGS, 1, Loc.of(s.test()));
    g.use(end);
  }

  // ---- imports ----

  private void importStatement(Stmt.Import s) {
    Loc loc = Loc.of(s);
    for (Alias alias : s.names()) {
      g.loadConst(0L, loc);
      g.loadConst(Const.None.NONE, loc);
      g.emitName(IMPORT_NAME, alias.name(), loc);
      String name = alias.name();
      int dot = name.indexOf('.');
      if (alias.asname() != null) {
        importAs(loc, name, alias.asname());
      } else {
        g.store(dot < 0 ? name : name.substring(0, dot).intern(), loc);
      }
    }
  }

  /** {@code import a.b.c as d}: the import gives a, the rest is fetched from it. */
  private void importAs(Loc loc, String name, String asname) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      g.store(asname, loc);
      return;
    }
    while (true) {
      int start = dot + 1;
      dot = name.indexOf('.', start);
      String attribute = (dot < 0 ? name.substring(start) : name.substring(start, dot)).intern();
      g.emit(IMPORT_FROM, g.unit.names.intern(attribute), loc);
      if (dot < 0) {
        break;
      }
      g.emit(SWAP, 2, loc);
      g.emit(POP_TOP, loc);
    }
    g.store(asname, loc);
    g.emit(POP_TOP, loc);
  }

  private void importFrom(Stmt.ImportFrom s) {
    Loc loc = Loc.of(s);
    g.loadConst((long) s.level(), loc);
    List<Object> names = new ArrayList<>(s.names().size());
    for (Alias alias : s.names()) {
      names.add(alias.name());
    }
    g.loadConst(new Const.Tuple(names), loc);
    g.emitName(IMPORT_NAME, s.module() == null ? "" : s.module(), loc);
    for (int i = 0; i < s.names().size(); i++) {
      Alias alias = s.names().get(i);
      if (i == 0 && alias.name().startsWith("*")) {
        g.emit(CALL_INTRINSIC_1, Intrinsic.IMPORT_STAR, loc);
        g.emit(POP_TOP, Loc.NONE);
        return;
      }
      g.emitName(IMPORT_FROM, alias.name(), loc);
      g.store(alias.asname() != null ? alias.asname() : alias.name(), loc);
    }
    g.emit(POP_TOP, loc);
  }
}
