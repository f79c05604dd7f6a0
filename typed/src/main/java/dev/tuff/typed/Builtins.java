package dev.tuff.typed;

import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Keyword;
import java.util.ArrayList;
import java.util.List;

/** Functions and methods of builtin modules, and those that the binder gives a meaning of their own. */
final class Builtins {
  private Builtins() {}

  /** A builtin function; mostly nothing is known of it but that it takes objects. */
  static class Function extends CallableValue {
    Function(TypeEnv env, String name, String module, ClassType container, List<Parameter> parameters, ClassType result) {
      super(env.builtinMethodDescriptor, name, module, parameters, TypeRef.of(result == null ? env.dynamic : result));
      setContainer(container);
    }

    @Override
    boolean canOverride(Value override, ClassType owner, ModuleTable m) {
      if (!(override instanceof FunctionValue)) {
        throw new TypedError("class cannot hide inherited member: " + this);
      }
      return super.canOverride(override, owner, m);
    }

    @Override
    Value forArguments(ClassType concrete) {
      return new Function(klass.env, name, moduleName, concrete, bound(parameters, concrete),
          Generic.bound(returnType.resolve(), (Generic) concrete));
    }

    @Override
    Effect bindCall(Expr.Call node, Binder b, Value context) {
      Effect e = super.bindCall(node, b, context);
      b.plans.put(node, CallPlan.ORDINARY);
      return e;
    }
  }

  static List<Parameter> bound(List<Parameter> parameters, ClassType concrete) {
    if (parameters == null) {
      return null;
    }
    List<Parameter> out = new ArrayList<>();
    for (Parameter p : parameters) {
      out.add(p.withType(TypeRef.of(Generic.bound(p.type().resolve(), (Generic) concrete))));
    }
    return out;
  }

  /** {@code __new__} of a builtin class: makes an object of the class that it is called for. */
  static final class New extends Function {
    New(ClassType owner, List<Parameter> parameters) {
      super(owner.env, "__new__", owner.module, owner, parameters, owner);
    }

    @Override
    Effect bindCall(Expr.Call node, Binder b, Value context) {
      super.bindCall(node, b, context);
      b.set(node, node.args().isEmpty() ? b.env.DYNAMIC : result(b.get(node.args().getFirst()), b.env));
      return Effect.NONE;
    }

    static Value result(Value of, TypeEnv env) {
      return of instanceof ClassType c && c.instance != env.type ? c.instance : env.DYNAMIC;
    }

    @Override
    Value forArguments(ClassType concrete) {
      return new New(concrete, bound(parameters, concrete));
    }
  }

  /** A method of a builtin class, as it stands in the class. */
  static class MethodDescriptor extends CallableValue {
    /** The result is of use for subclasses too. */
    final boolean forSubclasses;

    /** The result is of the receiver's own class. */
    final boolean returnsSelf;

    MethodDescriptor(ClassType container, String name, List<Parameter> parameters, ClassType result, boolean forSubclasses,
        boolean returnsSelf) {
      super(container.env.builtinMethodDescriptor, name, container.module, parameters,
          TypeRef.of(result == null ? container.env.dynamic : result));
      this.forSubclasses = forSubclasses;
      this.returnsSelf = returnsSelf;
      for (Parameter p : parameters == null ? List.<Parameter>of() : parameters) {
        if (!p.positionalOnly()) {
          byName.put(p.name(), p);
        }
      }
      setContainer(container);
    }

    MethodDescriptor(ClassType container, String name, ClassType result) {
      this(container, name, null, result, false, false);
    }

    @Override
    boolean canOverride(Value override, ClassType owner, ModuleTable m) {
      if (!(override instanceof MethodDescriptor || override instanceof FunctionValue || override instanceof Decorated.Unknown)) {
        throw new TypedError("class cannot hide inherited member: " + this);
      }
      return override instanceof MethodDescriptor || super.canOverride(override, owner, m);
    }

    @Override
    Value descriptorGet(Expr.Attribute node, Value self, ClassType owner, Resolver r) {
      if (self == null) {
        return this;
      }
      ClassType result = returnsSelf ? self.klass : returnType.resolve();
      return new Method(this, node.value(), self.klass.exact || forSubclasses ? result : r.env.dynamic);
    }

    @Override
    Value forArguments(ClassType concrete) {
      return new MethodDescriptor(concrete, name, bound(parameters, concrete),
          Generic.bound(returnType.resolve(), (Generic) concrete), forSubclasses, returnsSelf);
    }

    @Override
    Effect bindCall(Expr.Call node, Binder b, Value context) {
      Effect e = parameters == null ? CallBinding.dynamic(node, b) : super.bindCall(node, b, context);
      b.plans.put(node, CallPlan.ORDINARY);
      return e;
    }
  }

  /** A method of a builtin class, reached through an object. */
  static final class Method extends CallableValue {
    private final Expr self;

    Method(MethodDescriptor m, Expr self, ClassType result) {
      super(m.klass.env.method, m.name, m.moduleName, m.parameters, TypeRef.of(result));
      this.self = self;
      byName.putAll(m.byName);
      setContainer(m.container);
    }

    @Override
    String name() {
      return qualifiedName();
    }

    @Override
    Effect bindCall(Expr.Call node, Binder b, Value context) {
      if (parameters != null && !parameters.isEmpty()) {
        bindCallWith(node, b, self);
        b.plans.put(node, CallPlan.ORDINARY);
        return Effect.NONE;
      }
      CallBinding.dynamic(node, b);
      if (node.keywords().isEmpty()) {
        b.set(node, returnType.resolve().instance);
      }
      return Effect.NONE;
    }
  }

  /** {@code obj.__class__}. */
  static final class ClassGetter extends Instance {
    ClassGetter(ClassType klass) {
      super(klass);
    }

    @Override
    Value descriptorGet(Expr.Attribute node, Value self, ClassType owner, Resolver r) {
      return self != null ? self.klass : this;
    }
  }

  /** {@code cls.__name__}. */
  static final class NameGetter extends Instance {
    NameGetter(ClassType klass) {
      super(klass);
    }

    @Override
    Value descriptorGet(Expr.Attribute node, Value self, ClassType owner, Resolver r) {
      return r.env.str.instance;
    }
  }

  /** How a special function binds its call. */
  interface Binding {
    Effect bind(Expr.Call node, Binder b, Value context);
  }

  /** A function whose calls the binder understands. */
  static final class Special extends Instance {
    private final String name;
    private final Binding binding;
    private final CallPlan plan;

    Special(TypeEnv env, String name, Binding binding, CallPlan plan) {
      super(env.function);
      this.name = name;
      this.binding = binding;
      this.plan = plan;
    }

    @Override
    String name() {
      return name + " function";
    }

    @Override
    Effect bindCall(Expr.Call node, Binder b, Value context) {
      b.plans.put(node, plan);
      return binding.bind(node, b, context);
    }
  }

  static void objects(Expr.Call node, Binder b) {
    for (Expr e : node.args()) {
      b.expect(e, b.env.DYNAMIC, CallBinding.PRIMITIVE_ARGUMENT);
    }
  }

  static Effect sorted(Expr.Call node, Binder b, Value context) {
    if (node.args().size() != 1) {
      b.error("sorted() accepts one positional argument (" + node.args().size() + " given)", node);
    }
    objects(node, b);
    for (Keyword k : node.keywords()) {
      b.expect(k.value(), b.env.DYNAMIC, CallBinding.PRIMITIVE_ARGUMENT);
    }
    b.set(node, b.env.list.exactClass().instance);
    return Effect.NONE;
  }

  static Effect issubclass(Expr.Call node, Binder b, Value context) {
    if (!node.keywords().isEmpty()) {
      b.error("issubclass() does not accept keyword arguments", node);
    }
    objects(node, b);
    b.set(node, b.env.bool.instance);
    return Effect.NONE;
  }

  static Effect isinstance(Expr.Call node, Binder b, Value context) {
    if (!node.keywords().isEmpty()) {
      b.error("isinstance() does not accept keyword arguments", node);
    }
    objects(node, b);
    b.set(node, b.env.bool.instance);
    if (node.args().size() != 2 || !b.isRefinable(node.args().getFirst())) {
      return Effect.NONE;
    }
    ClassType tested = tested(node.args().get(1), b);
    Expr what = node.args().getFirst();
    return tested == null ? Effect.NONE : new Effect.Narrowing(what, b.get(what), tested.inexactClass().instance, b);
  }

  /** The class, or union of those in a tuple, that isinstance asks for; dynamic for an unknown class, null if it cannot be told. */
  private static ClassType tested(Expr e, Binder b) {
    if (e instanceof Expr.Tuple t) {
      List<ClassType> all = new ArrayList<>();
      for (Expr x : t.elts()) {
        if (!(b.get(x) instanceof ClassType c)) {
          return null;
        }
        all.add(c);
      }
      return all.isEmpty() ? null : b.env.union.of(all);
    }
    Value v = b.get(e);
    return v == b.env.DYNAMIC ? b.env.dynamic : v instanceof ClassType c ? c : null;
  }

  static Effect revealType(Expr.Call node, Binder b, Value context) {
    if (!node.keywords().isEmpty()) {
      b.error("reveal_type() does not accept keyword arguments", node);
    }
    if (node.args().size() != 1) {
      b.error("reveal_type() accepts exactly one argument", node);
      return Effect.NONE;
    }
    Expr e = node.args().getFirst();
    b.visit(e);
    String message = "reveal_type(" + dev.tuff.compiler.ExpressionText.of(e) + "): '" + b.get(e).exactName() + "'";
    if (e instanceof Expr.Name n && b.scope().declared.containsKey(n.id()) && b.scope().state.locals.containsKey(n.id())) {
      message += ", '" + n.id() + "' has declared type '" + b.scope().declared.get(n.id()).type().exactName() + "' and local type '"
          + b.scope().state.locals.get(n.id()).exactName() + "'";
    }
    b.set(node, b.env.DYNAMIC);
    b.error(message, node);
    return Effect.NONE;
  }

  static Effect cast(Expr.Call node, Binder b, Value context) {
    if (node.args().size() != 2) {
      b.error("cast requires two parameters: type and value", node);
    }
    objects(node, b);
    ClassType to = node.args().isEmpty() ? null : b.module.annotations.resolve(node.args().getFirst(), false);
    if (to == null) {
      b.error("cast to unknown type", node);
      to = b.env.dynamic;
    } else if (!to.nominal()) {
      b.error("cast to non-runtime type", node);
      to = b.env.dynamic;
    }
    b.set(node, to.instance);
    return Effect.NONE;
  }

  static Effect prodAssert(Expr.Call node, Binder b, Value context) {
    b.set(node, b.env.DYNAMIC);
    if (!node.keywords().isEmpty()) {
      b.error("prod_assert() does not accept keyword arguments", node);
      return Effect.NONE;
    }
    if (node.args().isEmpty() || node.args().size() > 2) {
      b.error("prod_assert() must be called with one or two arguments", node);
      return Effect.NONE;
    }
    Effect effect = b.visit(node.args().getFirst());
    if (node.args().size() == 2) {
      b.expect(node.args().get(1), b.env.str.instance);
    }
    effect.apply(b.scope().state, null);
    return Effect.NONE;
  }

  static Effect box(Expr.Call node, Binder b, Value context) {
    if (node.args().size() != 1) {
      b.error("box only accepts a single argument", node);
    }
    Expr e = node.args().getFirst();
    b.visit(e);
    Value v = b.get(e);
    if (v.klass instanceof Primitives.IntType t) {
      b.set(node, (t.isBool() ? b.env.bool : b.env.integer.exactClass()).instance);
    } else if (v.klass instanceof Primitives.DoubleType) {
      b.set(node, b.env.floating.exactClass().instance);
    } else {
      b.set(node, b.env.DYNAMIC);
      b.error("can't box non-primitive: " + v.name(), node);
    }
    return Effect.NONE;
  }

  static Effect unbox(Expr.Call node, Binder b, Value context) {
    if (node.args().size() != 1) {
      b.error("unbox only accepts a single argument", node);
    }
    if (!node.keywords().isEmpty()) {
      b.error("unbox() takes no keyword arguments", node);
    }
    objects(node, b);
    b.set(node, context != null && context.primitive() ? context : context == null ? b.env.int64.instance : context);
    return Effect.NONE;
  }

  static Binding len(boolean boxed) {
    return (node, b, context) -> {
      if (node.args().size() != 1) {
        b.error("len() does not accept more than one arguments (" + node.args().size() + " given)", node);
      }
      if (!node.keywords().isEmpty()) {
        b.error("len() takes no keyword arguments", node);
      }
      objects(node, b);
      if (!boxed && !node.args().isEmpty() && b.get(node.args().getFirst()).fastLength() < 0) {
        b.error("bad argument type '" + b.get(node.args().getFirst()).name() + "' for clen()", node.args().getFirst());
      }
      b.set(node, boxed ? b.env.integer.exactClass().instance : b.env.int64.instance);
      return Effect.NONE;
    };
  }

  static Effect crange(Expr.Call node, Binder b, Value context) {
    if (node.args().isEmpty() || node.args().size() > 2) {
      b.error("crange() accepts only 1 or 2 parameters", node);
    }
    if (!node.keywords().isEmpty()) {
      b.error("crange() takes no keyword arguments", node);
    }
    if (b.loopIterable != node) {
      b.error("crange() must be used as an iterator in a for loop", node);
    }
    for (Expr e : node.args()) {
      b.visit(e);
      if (!(b.get(e).klass instanceof Primitives.IntType)) {
        b.error("can't use crange with arg: " + b.get(e).name(), node);
      }
    }
    b.set(node, b.env.crangeIterator);
    return Effect.NONE;
  }

  /** What {@code crange} gives to a loop. */
  static final class CRange extends Instance {
    CRange(TypeEnv env) {
      super(env.type);
    }

    @Override
    String name() {
      return "CRangeIterator";
    }

    @Override
    void bindLoopTarget(Expr target, Binder b) {
      if (!(target instanceof Expr.Name)) {
        b.error("cannot unpack multiple values from " + name() + " while iterating", target);
      }
      b.visit(target);
    }

    @Override
    Value iterType(Expr node, Binder b) {
      return b.env.int64.instance;
    }
  }
}
