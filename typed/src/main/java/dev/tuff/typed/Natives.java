package dev.tuff.typed;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.Arg;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Node;
import dev.tuff.syntax.ast.Stmt;
import java.util.ArrayList;
import java.util.List;

/** {@code @native("lib")}: a function of a shared library, declared by a static function without a body. */
final class Natives {
  private Natives() {}

  static final class Decorator extends CallableValue {
    Decorator(TypeEnv env) {
      super(env.function, "native", "__static__", List.of(Parameter.positional("lib", 0, env.str, true, null)), TypeRef.of(env.dynamic));
    }

    @Override
    Effect bindCall(Expr.Call node, Binder b, Value context) {
      super.bindCall(node, b, context);
      Expr lib = node.args().isEmpty() ? null : node.args().getFirst();
      Expr.Constant c = lib instanceof Expr.Constant given ? given : lib == null ? null : b.finalConstant(lib);
      if (c == null) {
        b.error("@native decorator 'lib' argument must be a `str`", node);
      } else if (!(c.value() instanceof String)) {
        b.error("@native decorator 'lib' argument must be a `str`", lib);
      }
      b.plans.put(node, CallPlan.ORDINARY);
      b.set(node, this);
      return Effect.NONE;
    }

    @Override
    Value decorateFunction(Value f, Expr decorator) {
      if (!(decorator instanceof Expr.Call call)) {
        throw new TypedError("@native decorator must specify the library to be loaded");
      }
      if (!call.keywords().isEmpty()) {
        throw new TypedError("@native decorator takes no keyword arguments");
      }
      if (call.args().size() != 1) {
        throw new TypedError("@native decorator accepts a single parameter, the path to .so file");
      }
      if (call.args().getFirst() instanceof Expr.Starred) {
        throw new TypedError("@native decorator takes no starred arguments");
      }
      FunctionValue real = ((FunctionLike) f).real();
      if (real.node.decorators().size() != 1) {
        throw new TypedError("@native decorator cannot be used with other decorators");
      }
      if (real.node.async()) {
        throw new TypedError("@native decorator cannot be used on async functions");
      }
      NativeFunction made = new NativeFunction(real, call.args().getFirst());
      made.setContainer(real.container);
      return made;
    }

    @Override
    ClassType decorateClass(ClassType c, Expr decorator) {
      throw new TypedError("Cannot decorate a class with @native");
    }
  }

  static final class NativeFunction extends FunctionValue {
    /** The decorator's argument. */
    private final Expr library;

    NativeFunction(FunctionValue f, Expr library) {
      super(f.node, f.module, f.returnType);
      this.library = library;
    }

    /** What an instruction names the C function by: (library, name), types of arguments and result. */
    Const.Tuple target() {
      Expr.Constant known = library instanceof Expr.Constant c ? c : library instanceof Expr.Name n ? module.finals.get(n.id()) : null;
      List<Object> types = new ArrayList<>();
      for (Parameter p : parameters) {
        types.add(p.type().resolve().descriptor());
      }
      types.add(returnType.resolve().descriptor());
      return new Const.Tuple(List.of(new Const.Tuple(List.of(known == null ? "" : known.value(), node.name())), new Const.Tuple(types)));
    }

    @Override
    Value finish(ModuleTable m, ClassType owner) {
      m.types.put((Node) node.node(), this);
      return this;
    }

    @Override
    public void bindInner(FunctionNode n, Binder b) {
      if (container != null) {
        b.error("Cannot decorate a method with @native", (Node) n.node());
      }
      for (Stmt s : n.body()) {
        if (!(s instanceof Stmt.Pass)) {
          b.error("@native callables cannot contain a function body, only 'pass' is allowed", s);
        }
      }
      if (!n.args().posonlyargs().isEmpty()) {
        b.error("@native callables cannot contain pos-only args", n.args().posonlyargs().getFirst());
      }
      if (!n.args().kwonlyargs().isEmpty()) {
        b.error("@native callables cannot contain kw-only args", n.args().kwonlyargs().getFirst());
      }
      if (!n.args().defaults().isEmpty()) {
        b.error("@native callables cannot contain kwargs", n.args().defaults().getFirst());
      }
      for (Arg a : n.args().args()) {
        if (!(b.get(a).klass instanceof Primitives.IntType)) {
          b.error("@native: expected a primitive arg for " + a.arg() + ", not " + b.get(a).name(), a);
        }
      }
    }
  }
}
