package dev.tuff.typed;

import dev.tuff.syntax.ast.Expr;

/** {@code ClassDecorator}: what a factory of decorators returns that leave a class static. */
final class ClassDecorators {
  private ClassDecorators() {}

  static final class DecoratorClass extends ClassType {
    DecoratorClass(TypeEnv env) {
      super(env, "__static__", "ClassDecorator", null, false, DecoratorValue::new);
    }

    @Override
    ClassType makeExact() {
      return this;
    }

    @Override
    boolean nominal() {
      return false;
    }

    @Override
    boolean accepts(ClassType source) {
      return source instanceof NestedFunction f && f.function.keepsClass() || super.accepts(source);
    }
  }

  private static final class DecoratorValue extends Instance {
    DecoratorValue(ClassType klass) {
      super(klass);
    }

    @Override
    boolean nominal() {
      return false;
    }

    @Override
    ClassType decorateClass(ClassType c, Expr decorator) {
      return c;
    }
  }
}
