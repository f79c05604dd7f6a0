package dev.tuff.typed;

import dev.tuff.syntax.ast.Arg;
import dev.tuff.syntax.ast.Arguments;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Stmt;
import dev.tuff.syntax.ast.TypeParam;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Binds functions and classes: their decorators, parameters and bodies. */
final class FunctionBinder {
  private static final String ANNOTATION = "argument annotation cannot be a primitive";

  /** The names of each function, as they were declared. */
  final Map<Stmt, Map<String, Scope.Declaration>> locals = new IdentityHashMap<>();

  private final Binder b;
  private final TypeEnv env;

  FunctionBinder(Binder b) {
    this.b = b;
    this.env = b.env;
  }

  void function(FunctionNode node) {
    typeParameters(node.typeParams());
    FunctionLike f = (FunctionLike) b.get(node.node());
    body(node, f);
    Value type = b.get(node.node());
    if (type instanceof Decorated.Transient) {
      return;
    }
    if (b.inFunction()) {
      type = f instanceof FunctionValue v ? new NestedFunction(env, b.scope().qualname, v).instance : env.DYNAMIC;
    }
    b.declareLocal(node.name(), type, false, false);
  }

  void typeParameters(List<TypeParam> list) {
    for (TypeParam p : list) {
      String name = switch (p) {
        case TypeParam.TypeVar t -> t.name();
        case TypeParam.ParamSpec t -> t.name();
        case TypeParam.TypeVarTuple t -> t.name();
      };
      b.declareLocal(name, env.DYNAMIC, false, false);
    }
  }

  private void body(FunctionNode node, FunctionLike f) {
    Scope scope = b.newScope(node.node(), node.name());
    for (int i = node.decorators().size() - 1; i >= 0; i--) {
      b.expect(node.decorators().get(i), env.DYNAMIC, "decorator cannot be a primitive");
    }
    f.bindSelf(node, scope, b);
    parameters(node.args(), scope);
    for (TypeParam p : node.typeParams()) {
      scope.state.locals.putIfAbsent(p instanceof TypeParam.TypeVar t ? t.name() : "", env.DYNAMIC);
    }
    if (node.returns() != null) {
      b.expect(node.returns(), env.DYNAMIC, "return annotation cannot be a primitive");
    }
    f.bindInner(node, b);
    b.scopes.add(scope);
    int terminal = b.statements.block(f.body());
    locals.put(node.node(), scope.declared);
    boolean checked = f instanceof Decorated.Transient t ? t.ofProperty : !(f instanceof Natives.NativeFunction);
    if (terminal == StatementBinder.FALLS_THROUGH && checked) {
      ClassType expected = f.expectedReturn();
      if (!expected.accepts(env.none)) {
        b.scopes.removeLast();
        throw new TypedError("Function has declared return type '" + expected.instance.name() + "' but can implicitly return None.");
      }
    }
    b.scopes.removeLast();
  }

  // ---- parameters ----

  void parameters(Arguments args, Scope scope) {
    int without = args.posonlyargs().size() + args.args().size() - args.defaults().size();
    int at = 0;
    for (Arg a : args.posonlyargs()) {
      parameter(a, at >= without ? args.defaults().get(at - without) : null, "positional-only argument", scope);
      at++;
    }
    for (Arg a : args.args()) {
      parameter(a, at >= without ? args.defaults().get(at - without) : null, "argument", scope);
      at++;
    }
    collecting(args.vararg(), env.tuple, scope);
    for (int i = 0; i < args.kwonlyargs().size(); i++) {
      parameter(args.kwonlyargs().get(i), args.kwDefaults().get(i), "keyword-only argument", scope);
    }
    collecting(args.kwarg(), env.dict, scope);
  }

  private void collecting(Arg a, ClassType type, Scope scope) {
    if (a != null) {
      if (a.annotation() != null) {
        b.expect(a.annotation(), env.DYNAMIC, ANNOTATION);
      }
      b.setParameter(a, type.exactClass().instance, scope);
    }
  }

  private void parameter(Arg a, Expr value, String kind, Scope scope) {
    ClassType type = env.dynamic;
    if (a.annotation() != null) {
      b.expect(a.annotation(), env.DYNAMIC, ANNOTATION);
      ClassType c = b.module.annotations.resolve(a.annotation(), false);
      type = c == null ? env.dynamic : c;
    } else if (scope.declared.containsKey(a.arg())) {
      // self
      return;
    } else {
      b.warn("Missing type annotation for " + kind + " '" + a.arg() + "' prevents type specialization in Static Python", a);
    }
    if (value != null) {
      b.visit(value, type.instance);
      b.checkAssign(type, b.get(value).klass, value);
    }
    b.setParameter(a, type.instance, scope);
  }

  // ---- classes ----

  void classDef(Stmt.ClassDef node) {
    typeParameters(node.typeParams());
    for (Expr d : node.decoratorList()) {
      b.expect(d, env.DYNAMIC, "decorator cannot be a primitive");
    }
    node.keywords().forEach(k -> b.expect(k.value(), env.DYNAMIC, "class kwarg cannot be a primitive"));
    boolean protocol = false;
    for (Expr base : node.bases()) {
      b.expect(base, env.DYNAMIC, "class base cannot be a primitive");
      protocol |= b.get(base) == env.protocol;
    }
    Value type = b.get(node);
    if (protocol) {
      // its methods have no bodies that could be right
      b.module.notStatic.add(node);
    } else {
      b.scopes.add(type instanceof Enums.EnumClass e
          ? new Scope.OfEnum(node, node.name(), b.scope().qualname, e)
          : b.newScope(node, node.name()));
      b.statements.all(node.body());
      b.scopes.removeLast();
    }
    b.declareLocal(node.name(), type, false, false);
  }
}
