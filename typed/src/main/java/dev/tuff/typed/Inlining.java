package dev.tuff.typed;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.ExprContext;
import dev.tuff.syntax.ast.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Calls of {@code @inline} functions: the returned expression in place of the call, its parameters replaced by the arguments. */
final class Inlining {
  /** Functions that inline each other stop here. */
  private static final int MAX_DEPTH = 20;

  private Inlining() {}

  static void bind(FunctionValue f, Expr.Call call, Binder b) {
    if (b.inlined.containsKey(call) || b.inlineDepth > MAX_DEPTH) {
      return;
    }
    CallBinding binding = new CallBinding(f, call, b, null, call.args());
    binding.bind(false);
    if (binding.dynamic || !binding.simple || binding.arguments.size() != f.parameters.size()) {
      return;
    }
    b.inlineDepth++;
    int id = ++b.inlineCalls;
    Map<String, Expr> replaced = new HashMap<>();
    List<Expr.NamedExpr> stores = new ArrayList<>();
    for (int i = 0; i < f.parameters.size(); i++) {
      CallBinding.Argument a = binding.arguments.get(i);
      String name = f.parameters.get(i).name();
      if (a.value() instanceof Expr.Constant || b.finalConstant(a.value()) != null) {
        replaced.put(name, a.value());
        continue;
      }
      String temporary = Binder.TEMPORARY + id + name;
      Expr.Name store = new Expr.Name(temporary, ExprContext.Store, a.value().start(), a.value().end());
      Expr.Name load = new Expr.Name(temporary, ExprContext.Load, a.value().start(), a.value().end());
      Value type = b.get(a.value());
      b.scope().state.locals.put(temporary, type);
      b.temporaries.add(temporary);
      b.set(store, type);
      b.set(load, type);
      stores.add(new Expr.NamedExpr(store, a.value(), a.value().start(), a.value().end()));
      replaced.put(name, load);
    }
    Expr result = ((Stmt.Return) f.node.body().getFirst()).value();
    Expr body = result == null
        ? new Expr.Constant(Const.None.NONE, null, call.start(), call.end())
        : new Substitution(replaced).apply(result);
    b.visit(body);
    b.inlineDepth--;
    b.inlined.put(call, body);
    ClassType declared = f.returnType.resolve();
    boolean primitive = b.get(body).primitive();
    b.plans.put(call, new CallPlan.Raw() {
      @Override
      public Expr lower(Expr.Call node, ExpressionLowering l) {
        return l.inline(node, stores, body, declared);
      }

      @Override
      public boolean raw() {
        return primitive;
      }
    });
  }
}
