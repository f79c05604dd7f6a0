package dev.tuff.typed;

import dev.tuff.syntax.ast.Expr;
import java.util.Map;

/** Calls of classes: which of {@code __new__} and {@code __init__} take the arguments, and what comes out. */
final class Construction {
  private Construction() {}

  static Effect bind(ClassType c, Expr.Call node, Binder b) {
    TypeEnv env = c.env;
    Value made = c.instance;
    boolean dynamic = true;
    Map.Entry<ClassType, Value> constructor = c.special("__new__");
    boolean dynamicNew = constructor.getKey() == env.dynamic;
    boolean plainNew = constructor.getKey().inexactClass() == env.object;
    CallBinding viaNew = null;
    if (!plainNew && constructor.getValue() instanceof CallableValue f) {
      viaNew = new CallBinding(f, node, b, null, CallBinding.prepend(node.func(), node.args()));
      viaNew.bind(false);
      made = f instanceof Builtins.New ? Builtins.New.result(b.get(node.func()), env) : viaNew.result(f.returnType.resolve());
      if (viaNew.direct()) {
        dynamic = false;
      } else {
        dynamicNew = true;
      }
    }
    boolean plainInit = false;
    boolean viaInit = false;
    // what __new__ makes of another class is not initialised
    if (!dynamicNew && made.klass.accepts(c.instance.klass)) {
      Map.Entry<ClassType, Value> init = c.special("__init__");
      dynamic |= init.getKey() == env.dynamic;
      plainInit = init.getKey().inexactClass() == env.object;
      if (!plainInit && init.getValue() instanceof CallableValue f) {
        CallBinding binding = new CallBinding(f, node, b, null, node.args());
        binding.bind(true);
        viaInit = true;
        if (binding.direct()) {
          dynamic = false;
        }
      }
    }
    if (plainNew && plainInit) {
      if (!node.args().isEmpty() || !node.keywords().isEmpty()) {
        b.error(c.instanceName() + "() takes no arguments", node);
      } else {
        dynamic = false;
      }
    }
    dynamic |= viaNew != null && viaInit || !c.exact && !c.isFinal;
    b.set(node, made);
    if (dynamic) {
      CallBinding.objects(node, b);
    }
    b.plans.put(node, CallPlan.ORDINARY);
    return Effect.NONE;
  }
}
