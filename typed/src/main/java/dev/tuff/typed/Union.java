package dev.tuff.typed;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.CmpOperator;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Union and Optional. An operation on one must be right for each member. */
final class Union extends Generic {
  Union(TypeEnv env, String name, List<ClassType> arguments, Union definition) {
    super(env, "typing", name, arguments, definition, List.of(), false, Members::new);
  }

  /** T of {@code Optional[T]}; null if it is none. */
  ClassType optional() {
    if (arguments.size() != 2) {
      return null;
    }
    return arguments.get(0) == env.none ? arguments.get(1) : arguments.get(1) == env.none ? arguments.get(0) : null;
  }

  @Override
  boolean variadic() {
    return this == env.union;
  }

  /** An alias of a union may have type parameters, of which nothing is known. */
  @Override
  Value resolveSubscript(Expr.Subscript node, Value index, Resolver r) {
    return definition != null ? r.env.DYNAMIC : super.resolveSubscript(node, index, r);
  }

  @Override
  ClassType instantiate(List<ClassType> given) {
    List<ClassType> all = new ArrayList<>(given);
    if (this == env.optional && !given.getFirst().isTypeParameter()) {
      all.add(env.none);
    }
    List<ClassType> simple = simplified(all);
    if (simple.size() == 1 && !simple.getFirst().isTypeParameter()) {
      return simple.getFirst();
    }
    Union made = new Union(env, qualname, simple, this);
    for (ClassType c : simple) {
      if (c instanceof Primitives.PrimitiveType) {
        throw new TypedError("invalid union type " + made.readableName() + "; unions cannot include primitive types");
      }
    }
    return made;
  }

  /** Flat, and without what another member includes. */
  private static List<ClassType> simplified(List<ClassType> given) {
    List<ClassType> flat = new ArrayList<>();
    for (ClassType c : given) {
      if (c instanceof Union u && u.definition != null) {
        flat.addAll(u.arguments);
      } else {
        flat.add(c);
      }
    }
    Set<Integer> removed = new HashSet<>();
    for (int i = 0; i < flat.size(); i++) {
      for (int j = 0; j < flat.size() && !removed.contains(i); j++) {
        if (i != j && !removed.contains(j) && flat.get(i).accepts(flat.get(j))) {
          removed.add(j);
        }
      }
    }
    List<ClassType> rest = new ArrayList<>();
    for (int i = 0; i < flat.size(); i++) {
      if (!removed.contains(i)) {
        rest.add(flat.get(i));
      }
    }
    return rest;
  }

  /** The members that {@code c} does not include. */
  Value without(ClassType c) {
    List<ClassType> rest = new ArrayList<>();
    for (ClassType a : arguments) {
      if (!c.accepts(a)) {
        rest.add(a);
      }
    }
    return env.union.of(rest).instance;
  }

  private ClassType each(java.util.function.UnaryOperator<ClassType> f) {
    List<ClassType> all = new ArrayList<>();
    for (ClassType a : arguments) {
      all.add(f.apply(a));
    }
    return env.union.of(all);
  }

  @Override
  ClassType exactClass() {
    return definition == null ? this : each(ClassType::exactClass);
  }

  @Override
  ClassType inexactClass() {
    return definition == null ? this : each(ClassType::inexactClass);
  }

  @Override
  boolean isSubclassOf(ClassType other) {
    for (ClassType a : arguments) {
      if (!a.isSubclassOf(other)) {
        return false;
      }
    }
    return true;
  }

  @Override
  String readableName() {
    ClassType o = optional();
    if (o != null) {
      return "Optional[" + o.instance.name() + "]";
    }
    boolean number = arguments.size() == 2 && arguments.contains(env.floating) && arguments.contains(env.integer);
    return number ? "float" : super.readableName();
  }

  /** Only Optional can be checked when the program runs. */
  @Override
  Const.Tuple descriptor() {
    ClassType o = optional();
    if (o == null) {
      return env.dynamic.descriptor();
    }
    List<Object> parts = new ArrayList<>(o.descriptor().items());
    parts.add("?");
    return new Const.Tuple(parts);
  }

  @Override
  boolean nominal() {
    return super.nominal();
  }

  private static final class Members extends Instance {
    Members(ClassType klass) {
      super(klass);
    }

    private Union union() {
      return (Union) klass;
    }

    @Override
    Value nonliteral() {
      return union().definition == null ? this : union().each(c -> c.instance.nonliteral().klass).instance;
    }

    @Override
    Value exact() {
      return klass.exactClass().instance;
    }

    @Override
    Value inexact() {
      return klass.inexactClass().instance;
    }

    /** Binds {@code node} for each member; its type is the union of the results. */
    private boolean forEach(Node node, String what, Binder b, Predicate<Value> bind) {
      if (union().definition == null) {
        b.error("cannot " + what + " unbound Union", node);
      }
      List<ClassType> results = new ArrayList<>();
      boolean all = true;
      try {
        for (ClassType c : union().arguments) {
          if (bind.test(c.instance)) {
            results.add(b.get(node).klass);
          } else {
            all = false;
          }
        }
      } catch (TypedError e) {
        b.error(name() + ": " + e.message, node);
      }
      b.set(node, results.isEmpty() ? b.env.DYNAMIC : b.env.union.of(results).instance);
      return all;
    }

    @Override
    void bindAttr(Expr.Attribute node, Binder b, Value context) {
      forEach(node, "access attribute from", b, v -> {
        v.bindAttr(node, b, context);
        return true;
      });
    }

    @Override
    Effect bindCall(Expr.Call node, Binder b, Value context) {
      forEach(node, "call", b, v -> {
        v.bindCall(node, b, context);
        return true;
      });
      b.plans.put(node, CallPlan.ORDINARY);
      return Effect.NONE;
    }

    @Override
    void bindSubscript(Expr.Subscript node, Value index, Binder b, Value context) {
      forEach(node, "subscript", b, v -> {
        v.bindSubscript(node, index, b, context);
        return true;
      });
    }

    @Override
    void bindUnary(Expr.UnaryOp node, Binder b, Value context) {
      forEach(node, "unary op", b, v -> {
        v.bindUnary(node, b, context);
        return true;
      });
    }

    @Override
    boolean bindCompare(Expr.Compare node, int at, Expr left, CmpOperator op, Expr right, Binder b) {
      return forEach(node, "compare", b, v -> v.bindCompare(node, at, left, op, right, b));
    }

    @Override
    boolean bindReverseCompare(Expr.Compare node, int at, Expr left, CmpOperator op, Expr right, Binder b) {
      return forEach(node, "compare", b, v -> v.bindReverseCompare(node, at, left, op, right, b));
    }
  }
}
