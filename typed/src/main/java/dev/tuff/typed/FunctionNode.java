package dev.tuff.typed;

import dev.tuff.syntax.ast.Arg;
import dev.tuff.syntax.ast.Arguments;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Stmt;
import dev.tuff.syntax.ast.TypeParam;
import java.util.ArrayList;
import java.util.List;

/** {@code def} and {@code async def} alike. */
record FunctionNode(Stmt node, String name, Arguments args, List<Stmt> body, List<Expr> decorators, Expr returns, List<TypeParam> typeParams,
    boolean async) {
  /** Null if the statement defines no function. */
  static FunctionNode of(Object node) {
    return switch (node) {
      case Stmt.FunctionDef f ->
          new FunctionNode(f, f.name(), f.args(), f.body(), f.decoratorList(), f.returns(), f.typeParams(), false);
      case Stmt.AsyncFunctionDef f ->
          new FunctionNode(f, f.name(), f.args(), f.body(), f.decoratorList(), f.returns(), f.typeParams(), true);
      default -> null;
    };
  }

  List<Arg> positional() {
    List<Arg> all = new ArrayList<>(args.posonlyargs());
    all.addAll(args.args());
    return all;
  }
}
