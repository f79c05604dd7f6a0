package dev.tuff.typed;

import static dev.tuff.compiler.Opcode.INVOKE_FUNCTION;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.ExprContext;
import dev.tuff.syntax.ast.Node;
import dev.tuff.syntax.ast.Stmt;
import java.util.List;

/**
 * Classes of a static module that is loaded as a strict one can no longer be changed when the code that made them is over: a list of them is kept
 * under a name that no program has, and given to {@code _static.freeze_classes} in the end.
 */
final class Freezing {
  private static final String CLASSES = "<classes>";

  private Freezing() {}

  /** Whether a class statement says that its class stays as it is: {@code @mutable}, by that name alone. */
  static boolean applies(Stmt.ClassDef c) {
    for (Expr d : c.decoratorList()) {
      if (d instanceof Expr.Name n && n.id().equals("mutable")) {
        return false;
      }
    }
    return true;
  }

  private static Expr name(String name, ExprContext context, Node at) {
    return new Expr.Name(name, context, at.start(), at.end());
  }

  /** An empty list. */
  static Stmt start(Node at) {
    Expr list = new Expr.ListExpr(List.of(), ExprContext.Load, at.start(), at.end());
    return new Stmt.Assign(List.of(name(CLASSES, ExprContext.Store, at)), list, null, at.start(), at.end());
  }

  /** Adds the class that a statement has just made. */
  static Stmt note(Stmt.ClassDef c) {
    Expr append = new Expr.Attribute(name(CLASSES, ExprContext.Load, c), "append", ExprContext.Load, c.start(), c.end());
    return new Stmt.ExprStmt(new Expr.Call(append, List.of(name(c.name(), ExprContext.Load, c)), List.of(), c.start(), c.end()), c.start(), c.end());
  }

  static Stmt end(Node at) {
    Const.Tuple function = new Const.Tuple(List.of(new Const.Tuple(List.of("_static")), "freeze_classes"));
    Expr call = new Expr.Typed(INVOKE_FUNCTION, new Const.Tuple(List.of(function, 2L)),
        List.of(name("__name__", ExprContext.Load, at), name(CLASSES, ExprContext.Load, at)), at.start(), at.end());
    return new Stmt.ExprStmt(call, at.start(), at.end());
  }

  /** The body of a function that makes classes. */
  static void wrap(List<Stmt> body, int head, Node at) {
    List<Stmt> guarded = List.copyOf(body.subList(head, body.size()));
    body.subList(head, body.size()).clear();
    body.add(start(at));
    body.add(new Stmt.Try(guarded, List.of(), List.of(), List.of(end(at)), at.start(), at.end()));
  }
}
