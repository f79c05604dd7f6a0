package dev.tuff.typed;

import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.ExprContext;
import dev.tuff.syntax.ast.Node;
import dev.tuff.syntax.ast.Stmt;
import dev.tuff.syntax.ast.WithItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Context managers that decorate functions: the body of the function becomes that of a {@code with} statement. */
final class ContextDecorators {
  private ContextDecorators() {}

  static final class DecoratorClass extends ClassType {
    DecoratorClass(TypeEnv env, String module, String qualname, List<ClassType> bases) {
      this(env, module, qualname, bases, false, new LinkedHashMap<>());
    }

    private DecoratorClass(TypeEnv env, String module, String qualname, List<ClassType> bases, boolean exact, Map<String, Value> members) {
      super(env, module, qualname, bases, exact, DecoratorValue::new, members);
    }

    @Override
    ClassType makeExact() {
      return new DecoratorClass(env, module, qualname, bases, true, members);
    }

    @Override
    ClassType subclass(String module, String qualname, List<ClassType> bases) {
      return bases.size() == 1 ? new DecoratorClass(env, module, qualname, bases) : super.subclass(module, qualname, bases);
    }

    /** Unless {@code __exit__} says that it always returns False, it may swallow exceptions. */
    boolean maySuppress() {
      return !(member("__exit__") instanceof CallableValue exit && exit.returnType.resolve() instanceof Numbers.BoolClass c
          && Boolean.FALSE.equals(c.literal));
    }
  }

  static void members(TypeEnv env) {
    exit(env.excContextDecorator, env.bool);
    exit(env.contextDecorator, env.literal(env.bool.instance, false).klass);
    ClassType c = env.excContextDecorator;
    c.members.put("_recreate_cm", new Builtins.MethodDescriptor(c, "_recreate_cm",
        List.of(Parameter.positional("self", 0, c, false, null)), c, true, true));
  }

  private static void exit(ClassType c, ClassType result) {
    TypeEnv env = c.env;
    c.members.put("__exit__", new Builtins.MethodDescriptor(c, "__exit__", List.of(
        Parameter.positional("self", 0, c, false, null),
        Parameter.positional("exc_type", 1, env.dynamic, false, null),
        Parameter.positional("exc_value", 2, env.union(env.baseException, env.none), false, null),
        Parameter.positional("traceback", 3, env.dynamic, false, null)), result, true, false));
  }

  private static final class DecoratorValue extends Instance {
    DecoratorValue(ClassType klass) {
      super(klass);
    }

    @Override
    Value decorateFunction(Value function, Expr decorator) {
      return function.klass == klass.env.function && klass instanceof DecoratorClass c ? new Method(function, decorator, c) : null;
    }
  }

  static final class Method extends Decorated {
    final DecoratorClass context;
    private List<Stmt> body;

    Method(Value function, Expr decorator, DecoratorClass context) {
      super(function.klass.env.function, function, decorator);
      this.context = context;
      FunctionValue f = real();
      if (context.maySuppress()) {
        ClassType result = f.returnType.resolve();
        f.returnType = TypeRef.of(klass.env.union(result, klass.env.none));
      }
    }

    /** Where the decorator itself is kept: the module, or the class of a method. */
    String temporary() {
      FunctionValue f = real();
      String prefix = f.container != null ? f.container.qualname + "." : "";
      return "<" + prefix + f.name + "_decorator_" + f.node.decorators().indexOf(decorator) + ">";
    }

    private List<Stmt> wrapped(List<Stmt> inner, FunctionValue f) {
      Stmt first = inner.getFirst();
      long start = first.start();
      long end = first.end();
      Expr made;
      if (f.container != null) {
        boolean throughSelf = !f.parameters.isEmpty() && f.container.accepts(f.parameters.getFirst().type().resolve());
        String owner = throughSelf ? f.node.args().args().getFirst().arg() : f.container.qualname;
        made = new Expr.Attribute(new Expr.Name(owner, ExprContext.Load, start, end), temporary(), ExprContext.Load, start, end);
      } else {
        made = new Expr.Name(temporary(), ExprContext.Load, start, end);
      }
      Expr recreate = new Expr.Attribute(made, "_recreate_cm", ExprContext.Load, start, end);
      Expr call = new Expr.Call(recreate, List.of(), List.of(), start, end);
      return List.of(new Stmt.With(List.of(new WithItem(call, null)), inner, null, start, end));
    }

    /** Made when all decorators are known: they decide what the first parameter is. */
    @Override
    public List<Stmt> body() {
      if (body == null) {
        body = wrapped(inner().body(), real());
      }
      return body;
    }

    @Override
    public void bindInner(FunctionNode node, Binder b) {
      if (real().container == null) {
        b.scope().declare(temporary(), context.instance, true, false);
      }
      inner().bindInner(node, b);
    }

    @Override
    Value finish(ModuleTable m, ClassType owner) {
      if (owner != null) {
        owner.defineSlot(temporary(), decorator, TypeRef.of(klass.env.classVar.of(context)), (Node) real().node.node(), true);
      }
      return this;
    }

    @Override
    Effect bindCall(Expr.Call node, Binder b, Value c) {
      return function.bindCall(node, b, c);
    }

    @Override
    Value descriptorGet(Expr.Attribute node, Value self, ClassType owner, Resolver r) {
      return function.descriptorGet(node, self, owner, r);
    }
  }
}
