package dev.tuff.typed;

import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Node;
import dev.tuff.syntax.ast.Stmt;

/** The decorators that the binder understands. */
final class Decorators {
  private Decorators() {}

  /** What a decorator makes of a function; null if that is not known. */
  interface OnFunction {
    Value apply(Value function, Expr decorator);
  }

  /** What it makes of a class. */
  interface OnClass {
    ClassType apply(ClassType c);
  }

  static final class Decorator extends ClassType.Form {
    private final OnFunction onFunction;
    private final OnClass onClass;

    Decorator(TypeEnv env, String module, String name, OnFunction onFunction, OnClass onClass) {
      super(env, module, name);
      this.onFunction = onFunction;
      this.onClass = onClass;
    }

    @Override
    Value decorateFunction(Value function, Expr decorator) {
      return onFunction == null ? null : onFunction.apply(function, decorator);
    }

    @Override
    ClassType decorateClass(ClassType c, Expr decorator) {
      return onClass == null ? super.decorateClass(c, decorator) : onClass.apply(c);
    }
  }

  private static FunctionValue real(Value f) {
    return ((FunctionLike) f).real();
  }

  /** Bare functions, and those with transparent decorators. */
  private static boolean plain(Value f) {
    return f.klass == f.klass.env.function;
  }

  private static OnClass refused(String how) {
    return c -> {
      throw new TypedError("Cannot decorate a class with @" + how);
    };
  }

  static ClassType finalMethod(TypeEnv env) {
    return new Decorator(env, "typing", "final", (f, d) -> {
      real(f).isFinal = true;
      return new Decorated.Transparent(f, d);
    }, c -> {
      c.markFinal();
      return c;
    });
  }

  static ClassType allowWeakrefs(TypeEnv env) {
    return new Decorator(env, "__static__", "allow_weakrefs", null, c -> {
      c.allowWeakrefs = true;
      return c;
    });
  }

  static ClassType doNotCompile(TypeEnv env) {
    return new Decorator(env, "__static__", "_donotcompile", (f, d) -> {
      real(f).notCompiled = true;
      return new Decorated.Transparent(f, d);
    }, c -> {
      c.notCompiled = true;
      return c;
    });
  }

  static ClassType inline(TypeEnv env) {
    return new Decorator(env, "__static__", "inline", (f, d) -> {
      FunctionValue r = real(f);
      if (!(r.node.body().getFirst() instanceof Stmt.Return)) {
        throw new TypedError("@inline only supported on functions with simple return", (Node) r.node.node());
      }
      r.inline = true;
      return new Decorated.Transparent(f, d);
    }, null);
  }

  static ClassType dynamicReturn(TypeEnv env) {
    return new Decorator(env, "__static__", "dynamic_return", (f, d) -> {
      FunctionValue r = real(f);
      TypeRef any = TypeRef.of(env.dynamic);
      r.returnType = r.node.async() ? TypeRef.awaitable(any, env) : any;
      return new Decorated.Transparent(f, d);
    }, null);
  }

  static ClassType identity(TypeEnv env, String module, String name) {
    return new Decorator(env, module, name, (f, d) -> f, c -> c);
  }

  /** typing.override says nothing, but on a bare function it makes it unknown. */
  static ClassType override(TypeEnv env, String module) {
    return new Decorator(env, module, "override", (f, d) -> f instanceof Decorated ? f : null, c -> c);
  }

  static ClassType overload(TypeEnv env) {
    return new Decorator(env, "typing", "overload", (f, d) -> {
      Value r = f instanceof Decorated ? real(f) : f;
      return plain(r) ? new Decorated.Transient(r, d, false) : null;
    }, refused("overload"));
  }

  static ClassType staticMethod(TypeEnv env) {
    return new Decorator(env, "builtins", "staticmethod", (f, d) -> {
      if (!plain(f)) {
        return null;
      }
      FunctionValue r = real(f);
      if (!r.parameters.isEmpty() && !r.node.positional().isEmpty() && r.node.positional().getFirst().annotation() == null) {
        retype(r, env.dynamic);
      }
      return new Decorated.Static(f, d);
    }, null);
  }

  static ClassType classMethod(TypeEnv env) {
    return new Decorator(env, "builtins", "classmethod", (f, d) -> {
      if (!plain(f)) {
        return null;
      }
      FunctionValue r = real(f);
      if (!r.parameters.isEmpty()) {
        retype(r, r.container != null ? env.type : env.dynamic);
      }
      return new Decorated.OfClass(f, d);
    }, null);
  }

  private static void retype(FunctionValue f, ClassType first) {
    Parameter p = f.parameters.getFirst().withType(TypeRef.of(first));
    f.parameters.set(0, p);
    f.byName.put(p.name(), p);
  }

  static ClassType property(TypeEnv env, String module, String kind) {
    Decorator[] self = new Decorator[1];
    self[0] = new Decorator(env, module, kind, (f, d) -> plain(f) ? new Decorated.Property(f, d, kind, self[0]) : null, refused(kind));
    return self[0];
  }

  static ClassType propertyPart(TypeEnv env, String name) {
    return new Decorator(env, "builtins", "property", (f, d) -> plain(f) ? new Decorated.Transient(f, d, true) : null,
        refused("property." + name));
  }
}
