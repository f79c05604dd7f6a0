package dev.tuff.compiler;

import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Mod;
import dev.tuff.syntax.ast.Node;
import dev.tuff.syntax.ast.Stmt;
import java.util.ArrayList;
import java.util.List;

/**
 * The optimised tree that {@code ast.parse(optimize=…)} shows: {@code __debug__} is a constant, a simple {@code "%s" % (x,)} is
 * an f-string, literals in patterns are single constants, and at level 2 docstrings are gone. Compilation itself does the same
 * during lowering and needs no such tree.
 */
public final class TreeOptimizer {
  private final ExpressionOptimizer expressions;
  private final StatementOptimizer statements;
  private final boolean docstrings;

  private TreeOptimizer(int level, boolean annotations, Diagnostics diagnostics) {
    docstrings = level < 2;
    expressions = new ExpressionOptimizer(level, annotations, diagnostics);
    statements = new StatementOptimizer(this, expressions, diagnostics);
  }

  /** Makes a new tree; the given one stays as it is. */
  public static Mod optimize(Mod tree, String filename, CompileOptions options) {
    Diagnostics diagnostics = new Diagnostics(filename, options.warnings());
    boolean annotations = !Futures.of(tree, diagnostics, options.futures()).annotations();
    TreeOptimizer t = new TreeOptimizer(options.optimize(), annotations, diagnostics);
    try {
      return switch (tree) {
        case Mod.Module m -> new Mod.Module(t.body(m.body()), m.typeIgnores());
        case Mod.Interactive m -> new Mod.Interactive(t.statements.list(m.body()));
        case Mod.Expression m -> new Mod.Expression(t.expressions.visit(m.body()));
        case Mod.FunctionType m -> m;
      };
    } catch (StackOverflowError e) {
      throw Diagnostics.tooDeep(filename);
    }
  }

  /** A body that may have a docstring. What comes to stand first must not become one: it turns into an f-string. */
  List<Stmt> body(List<Stmt> body) {
    boolean had = !body.isEmpty() && Futures.isDocstring(body.getFirst());
    List<Stmt> out = body;
    if (had && !docstrings) {
      out = new ArrayList<>(body.subList(1, body.size()));
      if (out.isEmpty()) {
        Stmt doc = body.getFirst();
        out.add(new Stmt.Pass(doc.start(), Node.pos(doc.line(), doc.column() + "pass".length())));
      }
    }
    out = statements.list(out);
    if ((!had || !docstrings) && !out.isEmpty() && Futures.isDocstring(out.getFirst())) {
      Stmt.ExprStmt s = (Stmt.ExprStmt) out.getFirst();
      out = new ArrayList<>(out);
      Expr text = new Expr.JoinedStr(List.of(s.value()), s.value().start(), s.value().end());
      out.set(0, new Stmt.ExprStmt(text, s.start(), s.end()));
    }
    return out;
  }
}
