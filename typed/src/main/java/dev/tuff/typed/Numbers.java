package dev.tuff.typed;

import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Operator;
import dev.tuff.syntax.ast.UnaryOperator;
import java.util.List;

/** int, float, complex and bool, and the types of their constants: {@code Literal[3]} is a subtype of int. */
final class Numbers {
  private Numbers() {}

  static final class NumberClass extends ClassType {
    /** The constant that this is the type of, or null. */
    final Object literal;

    NumberClass(TypeEnv env, String name, boolean exact, Object literal) {
      super(env, "builtins", name, literal == null ? null : List.of(env.integer.exactClass()), exact || literal != null, Number::new);
      this.literal = literal;
    }

    @Override
    ClassType makeExact() {
      NumberClass c = new NumberClass(env, qualname, true, null);
      c.members.putAll(members);
      return c;
    }

    @Override
    boolean isSubclassOf(ClassType other) {
      return other instanceof NumberClass n && n.literal != null ? n.literal.equals(literal) : super.isSubclassOf(other);
    }
  }

  static final class Number extends Instance {
    Number(ClassType klass) {
      super(klass);
    }

    private Object literal() {
      return ((NumberClass) klass).literal;
    }

    @Override
    String name() {
      return literal() != null ? "Literal[" + literal() + "]" : super.name();
    }

    @Override
    String exactName() {
      return literal() != null ? name() : super.exactName();
    }

    @Override
    boolean truthyLiteral() {
      return literal() != null && !literal().equals(0L);
    }

    @Override
    Value nonliteral() {
      return literal() != null ? klass.env.integer.exactClass().instance : this;
    }

    @Override
    Value exact() {
      return klass.exactClass().instance;
    }

    @Override
    Value inexact() {
      return literal() != null ? klass.env.integer.instance : klass.inexactClass().instance;
    }

    @Override
    void bindUnary(Expr.UnaryOp node, Binder b, Value context) {
      b.set(node, node.op() == UnaryOperator.Not ? b.env.bool.instance : this);
    }

    /** Of exact ints the result is an exact int, of a division a float. */
    @Override
    boolean bindBinary(Expr.BinOp node, Binder b, Value context) {
      ClassType integer = b.env.integer.exactClass();
      if (!klass.exact || !integer.accepts(b.get(node.left()).klass) || !integer.accepts(b.get(node.right()).klass)) {
        return false;
      }
      b.set(node, node.op() == Operator.Div ? b.env.floating.exactClass().instance : integer.instance);
      return true;
    }
  }

  static final class BoolClass extends ClassType {
    final Boolean literal;

    BoolClass(TypeEnv env, Boolean literal) {
      super(env, "builtins", "bool", List.of(literal == null ? env.integer : env.bool), true, Bool::new);
      this.literal = literal;
      isFinal = true;
    }

    @Override
    boolean isSubclassOf(ClassType other) {
      return other instanceof BoolClass c && c.literal != null ? c.literal.equals(literal) : super.isSubclassOf(other);
    }

    @Override
    Effect bindCall(Expr.Call node, Binder b, Value context) {
      if (node.args().size() == 1 && node.keywords().isEmpty()) {
        b.visit(node.args().getFirst());
        if (b.get(node.args().getFirst()).klass instanceof Primitives.IntType t && t.isBool()) {
          b.set(node, b.env.bool.instance);
          return Effect.NONE;
        }
      }
      return super.bindCall(node, b, context);
    }
  }

  private static final class Bool extends Instance {
    Bool(ClassType klass) {
      super(klass);
    }

    private Boolean literal() {
      return ((BoolClass) klass).literal;
    }

    @Override
    String name() {
      return literal() == null ? super.name() : "Literal[" + (literal() ? "True" : "False") + "]";
    }

    @Override
    boolean truthyLiteral() {
      return Boolean.TRUE.equals(literal());
    }

    @Override
    Value nonliteral() {
      return literal() == null ? this : klass.env.bool.instance;
    }
  }
}
