package dev.tuff.typed;

import dev.tuff.syntax.ast.Expr;

/** A function reached through an instance. */
class MethodValue extends Value {
  final FunctionValue function;
  final Expr self;

  MethodValue(FunctionValue function, Expr self, ClassType klass) {
    super(klass);
    this.function = function;
    this.self = self;
  }

  @Override
  String name() {
    return "method " + function.qualifiedName();
  }

  @Override
  Effect bindCall(Expr.Call node, Binder b, Value context) {
    Effect e = function.bindCallWith(node, b, self);
    if (CallableValue.isNotVirtual(function.name)) {
      b.plans.put(node, CallPlan.ORDINARY);
    }
    return e;
  }

  /** Through {@code super()}: the method of a class above, whatever the receiver's class has. */
  static final class OfSuper extends MethodValue {
    OfSuper(FunctionValue function, Expr self, ClassType klass) {
      super(function, self, klass);
    }

    @Override
    Effect bindCall(Expr.Call node, Binder b, Value context) {
      return function.bindCallWith(node, b, self, true);
    }
  }

  /** A static method through an instance: the instance is not an argument. */
  static final class OfStatic extends MethodValue {
    OfStatic(FunctionValue function, Expr self, ClassType klass) {
      super(function, self, klass);
    }

    @Override
    Effect bindCall(Expr.Call node, Binder b, Value context) {
      new CallBinding(function, node, b, self, node.args()).bind(false);
      b.set(node, function.returnType.resolve().instance);
      b.plans.put(node, CallPlan.ORDINARY);
      return Effect.NONE;
    }
  }

  /** A class method: the class is the first argument. */
  static final class OfClass extends MethodValue {
    OfClass(FunctionValue function, Expr self, ClassType klass) {
      super(function, self, klass);
    }

    @Override
    Effect bindCall(Expr.Call node, Binder b, Value context) {
      new CallBinding(function, node, b, self, node.args()).bind(true);
      b.set(node, function.returnType.resolve().instance);
      Value of = b.get(self);
      ClassType c = of instanceof ClassType t ? t.instance.klass : of.klass;
      boolean virtual = !function.isFinal && !c.exact && !c.isFinal;
      b.plans.put(node, virtual ? this::lowerVirtual : CallPlan.ORDINARY);
      return Effect.NONE;
    }

    private Expr lowerVirtual(Expr.Call node, ExpressionLowering l) {
      Hints.method(function.name, node, l.b);
      return l.ordinaryCall(node);
    }
  }
}
