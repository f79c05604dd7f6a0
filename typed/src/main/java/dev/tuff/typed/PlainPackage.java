package dev.tuff.typed;

import dev.tuff.syntax.ast.Alias;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Mod;
import dev.tuff.syntax.ast.Stmt;
import java.util.List;

/** Packages that are not static, but whose {@code __init__} is simple enough to tell that a name in them can only be the module of that name. */
final class PlainPackage {
  private PlainPackage() {}

  static boolean leaves(Mod.Module tree, String name) {
    for (Stmt s : tree.body()) {
      boolean other = switch (s) {
        case Stmt.Pass p -> true;
        case Stmt.ExprStmt e -> e.value() instanceof Expr.Constant;
        case Stmt.Assign a -> a.targets().stream().allMatch(t -> t instanceof Expr.Name n && !n.id().equals(name));
        case Stmt.Import i -> spares(i.names(), name, true, false);
        case Stmt.ImportFrom i -> spares(i.names(), name, false, i.level() == 1 && i.module() == null);
        default -> false;
      };
      if (!other) {
        return false;
      }
    }
    return true;
  }

  /** @param fromHere {@code from . import name}, which gives the module itself */
  private static boolean spares(List<Alias> names, String name, boolean dotted, boolean fromHere) {
    for (Alias a : names) {
      String full = a.asname() != null ? a.asname() : a.name();
      String bound = dotted && a.asname() == null && full.indexOf('.') >= 0 ? full.substring(0, full.indexOf('.')) : full;
      if (a.name().equals("*") || bound.equals(name) && !(fromHere && a.name().equals(name))) {
        return false;
      }
    }
    return true;
  }
}
