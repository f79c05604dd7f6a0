package dev.tuff.typed;

import dev.tuff.syntax.ast.ExceptHandler;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.MatchCase;
import dev.tuff.syntax.ast.Stmt;
import java.util.List;

/** Finds the attributes that {@code __init__} gives self, in all its nested blocks. */
final class InitSlots {
  private final ClassType owner;
  private final FunctionValue init;
  private final String self;

  InitSlots(ClassType owner, FunctionValue init) {
    this.owner = owner;
    this.init = init;
    this.self = init.node.args().args().getFirst().arg();
  }

  void visit(List<Stmt> body) {
    for (Stmt s : body) {
      init.module.within(s, () -> visit(s));
    }
  }

  private void visit(Stmt s) {
    switch (s) {
      case Stmt.AnnAssign a -> {
        if (ofSelf(a.target())) {
          owner.defineSlot(((Expr.Attribute) a.target()).attr(), a.target(), TypeRef.of(init.module, a.annotation()), a, false);
        }
      }
      case Stmt.Assign a -> {
        for (Expr t : a.targets()) {
          if (ofSelf(t)) {
            owner.defineSlot(((Expr.Attribute) t).attr(), t, null, a, false);
          }
        }
      }
      case Stmt.If i -> both(i.body(), i.orelse());
      case Stmt.For f -> both(f.body(), f.orelse());
      case Stmt.AsyncFor f -> both(f.body(), f.orelse());
      case Stmt.While w -> both(w.body(), w.orelse());
      case Stmt.With w -> visit(w.body());
      case Stmt.AsyncWith w -> visit(w.body());
      case Stmt.Try t -> attempt(t.body(), t.handlers(), t.orelse(), t.finalbody());
      case Stmt.TryStar t -> attempt(t.body(), t.handlers(), t.orelse(), t.finalbody());
      case Stmt.Match m -> {
        for (MatchCase c : m.cases()) {
          visit(c.body());
        }
      }
      default -> {
        // assigns nothing
      }
    }
  }

  private boolean ofSelf(Expr target) {
    return target instanceof Expr.Attribute a && a.value() instanceof Expr.Name n && n.id().equals(self);
  }

  private void both(List<Stmt> body, List<Stmt> orelse) {
    visit(body);
    visit(orelse);
  }

  private void attempt(List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse, List<Stmt> last) {
    visit(body);
    for (ExceptHandler h : handlers) {
      visit(h.body());
    }
    both(orelse, last);
  }
}
