package dev.tuff.typed;

import dev.tuff.syntax.ast.Expr;
import java.util.List;

/** What an async function gives: awaiting it gives the function's result. */
final class Awaitables {
  private Awaitables() {}

  static final class AwaitableClass extends Generic {
    AwaitableClass(TypeEnv env, List<ClassType> arguments, AwaitableClass definition) {
      super(env, "static", "InferredAwaitable", arguments, definition, null, false, Awaitable::new);
    }

    @Override
    ClassType instantiate(List<ClassType> given) {
      return new AwaitableClass(env, given, this);
    }

    ClassType result() {
      return arguments.getFirst();
    }

    @Override
    boolean isSubclassOf(ClassType other) {
      if (other instanceof AwaitableClass a && definition != null && a.definition != null) {
        // an override may promise more
        return result().isSubclassOf(a.result());
      }
      return super.isSubclassOf(other);
    }
  }

  private static final class Awaitable extends Instance {
    Awaitable(ClassType klass) {
      super(klass);
    }

    @Override
    void bindAwait(Expr.Await node, Binder b) {
      b.set(node, ((AwaitableClass) klass).result().instance);
    }
  }
}
