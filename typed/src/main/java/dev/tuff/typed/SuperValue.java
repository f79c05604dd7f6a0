package dev.tuff.typed;

import dev.tuff.syntax.ast.Expr;

/** What {@code super()} gives in a method: the next class's methods are known. */
final class SuperValue extends Instance {
  SuperValue(ClassType klass) {
    super(klass);
  }

  static final class SuperClass extends ClassType {
    SuperClass(TypeEnv env) {
      super(env, "builtins", "super", null, true, SuperValue::new);
    }

    @Override
    Effect bindCall(Expr.Call node, Binder b, Value context) {
      CallBinding.dynamic(node, b);
      b.set(node, node.args().isEmpty() ? instance : b.env.DYNAMIC);
      return Effect.NONE;
    }
  }

  @Override
  void bindAttr(Expr.Attribute node, Binder b, Value context) {
    ClassType c = b.enclosingClass();
    b.set(node, b.env.DYNAMIC);
    String receiver = b.receiver();
    if (c == null || c == b.env.dynamic || receiver == null) {
      return;
    }
    for (ClassType base : c.mro().subList(1, c.mro().size())) {
      if (base == b.env.dynamic) {
        return;
      }
      if (base.members.get(node.attr()) instanceof FunctionValue f && !f.parameters.isEmpty()) {
        Expr.Name self = new Expr.Name(receiver, dev.tuff.syntax.ast.ExprContext.Load, node.value().start(),
            node.value().end());
        b.known.put(self, base.inexactClass().instance);
        b.set(node, new MethodValue.OfSuper(f, self, b.env.method));
        return;
      }
    }
  }
}
