package dev.tuff.typed;

import dev.tuff.syntax.ast.Expr;

/** {@code @dataclass}: the class it makes is an ordinary one so far, of which nothing is known. */
final class Dataclasses {
  private Dataclasses() {}

  static final class Decorator extends CallableValue {
    Decorator(TypeEnv env) {
      super(env.function, "dataclass", "dataclasses", null, TypeRef.of(env.dynamic));
    }

    @Override
    Effect bindCall(Expr.Call node, Binder b, Value context) {
      return CallBinding.dynamic(node, b);
    }

    @Override
    ClassType decorateClass(ClassType c, Expr decorator) {
      return klass.env.dynamic;
    }
  }

  static final class FieldFunction extends CallableValue {
    FieldFunction(TypeEnv env) {
      super(env.function, "field", "dataclasses", null, TypeRef.of(env.dynamic));
    }

    @Override
    Effect bindCall(Expr.Call node, Binder b, Value context) {
      return CallBinding.dynamic(node, b);
    }
  }
}
