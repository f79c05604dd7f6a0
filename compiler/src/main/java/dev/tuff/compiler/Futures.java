package dev.tuff.compiler;

import dev.tuff.syntax.ast.Alias;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Mod;
import dev.tuff.syntax.ast.Stmt;
import java.util.List;

/** The {@code from __future__} imports of a module: which features are on, and where the last such import ends. */
record Futures(int flags, int lastLine, int lastEndLine, int lastEndColumn) {
  static Futures of(Mod tree, Diagnostics diagnostics, int inherited) {
    List<Stmt> body = tree instanceof Mod.Module m ? m.body() : tree instanceof Mod.Interactive m ? m.body() : List.of();
    int flags = inherited;
    Stmt last = null;
    for (int i = 0; i < body.size(); i++) {
      Stmt s = body.get(i);
      if (s instanceof Stmt.ImportFrom from && from.level() == 0 && "__future__".equals(from.module())) {
        flags |= features(from, diagnostics);
        last = s;
      } else if (i != 0 || !isDocstring(s)) {
        break;
      }
    }
    return last == null ? new Futures(flags, -1, -1, -1) : new Futures(flags, last.line(), last.endLine(), last.endColumn());
  }

  boolean annotations() {
    return (flags & Code.CO_FUTURE_ANNOTATIONS) != 0;
  }

  static boolean isDocstring(Stmt s) {
    return s instanceof Stmt.ExprStmt e && e.value() instanceof Expr.Constant c && c.value() instanceof String;
  }

  private static int features(Stmt.ImportFrom from, Diagnostics diagnostics) {
    int flags = 0;
    for (Alias alias : from.names()) {
      switch (alias.name()) {
        case "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function", "unicode_literals",
            "generator_stop" -> {
          // Always on.
        }
        case "barry_as_FLUFL" -> flags |= Code.CO_FUTURE_BARRY_AS_BDFL;
        case "annotations" -> flags |= Code.CO_FUTURE_ANNOTATIONS;
        case "braces" -> throw diagnostics.error(Loc.of(alias), "not a chance");
        default -> throw diagnostics.error(Loc.of(alias), "future feature " + alias.name() + " is not defined");
      }
    }
    return flags;
  }
}
