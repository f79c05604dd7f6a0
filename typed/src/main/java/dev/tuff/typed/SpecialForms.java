package dev.tuff.typed;

import dev.tuff.syntax.ast.Expr;
import java.math.BigInteger;

/** {@code Literal} and {@code Annotated}. */
final class SpecialForms {
  private SpecialForms() {}

  static final class LiteralForm extends ClassType.Form {
    LiteralForm(TypeEnv env) {
      super(env, "typing", "Literal");
    }

    @Override
    Value resolveSubscript(Expr.Subscript node, Value index, Resolver r) {
      if (Generic.isSlice(node, r) || node.slice() instanceof Expr.Tuple) {
        return r.env.DYNAMIC;
      }
      if (!(node.slice() instanceof Expr.Constant c)) {
        r.error("Literal must be parametrized by a constant", node);
        return r.env.DYNAMIC;
      }
      Object v = c.value();
      boolean known = v instanceof Boolean || v instanceof Long || v instanceof BigInteger;
      return known ? env.ofConstant(v).klass : r.env.DYNAMIC;
    }
  }

  static final class AnnotatedForm extends ClassType.Form {
    AnnotatedForm(TypeEnv env) {
      super(env, "typing", "Annotated");
    }

    @Override
    Value resolveSubscript(Expr.Subscript node, Value index, Resolver r) {
      if (Generic.isSlice(node, r)) {
        return r.env.DYNAMIC;
      }
      if (!(node.slice() instanceof Expr.Tuple t) || t.elts().size() <= 1) {
        r.error("Annotated types must be parametrized by at least one annotation.", node);
        return null;
      }
      ClassType of = r.module.annotations.resolve(t.elts().getFirst(), false);
      if (of == null) {
        return r.env.DYNAMIC;
      }
      boolean exact = t.elts().size() == 2 && t.elts().get(1) instanceof Expr.Constant c && "Exact".equals(c.value());
      return exact ? env.exactForm.of(of) : of;
    }
  }
}
