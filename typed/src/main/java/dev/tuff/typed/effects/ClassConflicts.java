package dev.tuff.typed.effects;

import dev.tuff.syntax.ast.Arguments;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A name must not be both an attribute of a class and a field of its instances: strict classes have slots for these. */
final class ClassConflicts {
  private ClassConflicts() {}

  static void check(Stmt.ClassDef c, ImportRun run) {
    Set<String> ofClass = new TreeSet<>();
    Set<String> ofInstance = new TreeSet<>();
    for (Stmt s : c.body()) {
      switch (s) {
        case Stmt.FunctionDef f -> {
          ofClass.add(f.name());
          if (f.name().equals("__init__")) {
            fields(f, ofInstance);
          }
        }
        case Stmt.AsyncFunctionDef f -> ofClass.add(f.name());
        case Stmt.ClassDef inner -> ofClass.add(inner.name());
        case Stmt.AnnAssign a when a.target() instanceof Expr.Name n && a.value() == null -> ofInstance.add(n.id());
        case Stmt.Assign a -> {
          for (Expr t : a.targets()) {
            if (t instanceof Expr.Name n) {
              ofClass.add(n.id());
            }
          }
        }
        default -> {
          // declares neither
        }
      }
    }
    ofClass.retainAll(ofInstance);
    if (!ofClass.isEmpty()) {
      run.found(Finding.Code.CLASS_CONFLICT, "Class member conflicts with instance member: " + String.join(", ", ofClass), c);
    }
  }

  private static void fields(Stmt.FunctionDef init, Set<String> into) {
    Arguments a = init.args();
    if (Statements.positional(a).isEmpty()) {
      return;
    }
    String self = Statements.positional(a).getFirst().arg();
    List<Expr> targets = new ArrayList<>();
    for (Stmt s : init.body()) {
      switch (s) {
        case Stmt.Assign x -> targets.addAll(x.targets());
        case Stmt.AnnAssign x -> targets.add(x.target());
        default -> {
          // binds no field
        }
      }
    }
    for (Expr t : targets) {
      if (t instanceof Expr.Attribute x && x.value() instanceof Expr.Name n && n.id().equals(self)) {
        into.add(x.attr());
      }
    }
  }
}
