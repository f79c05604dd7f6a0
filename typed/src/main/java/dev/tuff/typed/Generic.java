package dev.tuff.typed;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A generic class, or one of its instantiations. */
class Generic extends ClassType {
  final List<ClassType> arguments;

  /** Null in the generic class itself. */
  final Generic definition;

  private final Map<List<ClassType>, ClassType> instantiations = new HashMap<>();

  Generic(TypeEnv env, String module, String name, List<ClassType> arguments, Generic definition, List<ClassType> bases, boolean exact,
      Function<ClassType, Value> instances) {
    super(env, module, name, bases, exact, instances);
    this.arguments = arguments;
    this.definition = definition;
  }

  /** The class of these arguments; there is one of each. */
  final ClassType of(ClassType... given) {
    return of(List.of(given));
  }

  final ClassType of(List<ClassType> given) {
    ClassType known = instantiations.get(given);
    if (known == null) {
      known = instantiate(given);
      instantiations.put(given, known);
      if (known instanceof Generic g && g.definition == this) {
        for (Map.Entry<String, Value> e : members.entrySet()) {
          g.members.putIfAbsent(e.getKey(), e.getValue().forArguments(g));
        }
      }
    }
    return known;
  }

  ClassType instantiate(List<ClassType> given) {
    return new Generic(env, module, qualname, given, this, bases, exact, instances());
  }

  @Override
  Generic genericDefinition() {
    return definition;
  }

  @Override
  ClassType makeExact() {
    return this;
  }

  @Override
  boolean nominal() {
    return !containsTypeParameters();
  }

  @Override
  boolean containsTypeParameters() {
    for (ClassType a : arguments) {
      if (a.isTypeParameter()) {
        return true;
      }
    }
    return false;
  }

  @Override
  String readableName() {
    return super.readableName() + "[" + arguments.stream().map(a -> a.instance.name()).collect(Collectors.joining(", ")) + "]";
  }

  @Override
  void describe(List<Object> parts) {
    List<Object> inner = new ArrayList<>();
    for (ClassType a : arguments) {
      inner.add(a.descriptor());
    }
    parts.add(new Const.Tuple(inner));
  }

  @Override
  Effect bindCall(Expr.Call node, Binder b, Value context) {
    if (containsTypeParameters()) {
      b.error("cannot create instances of a generic " + name(), node);
    }
    return super.bindCall(node, b, context);
  }

  boolean variadic() {
    return false;
  }

  /** Whether what should be type arguments is a slice; that is an error. */
  static boolean isSlice(Expr.Subscript node, Resolver r) {
    if (node.slice() instanceof Expr.Slice) {
      r.error("can't slice generic types", node);
      return true;
    }
    return false;
  }

  @Override
  Value resolveSubscript(Expr.Subscript node, Value index, Resolver r) {
    if (isSlice(node, r)) {
      return r.env.DYNAMIC;
    }
    List<Expr> parts = node.slice() instanceof Expr.Tuple t ? t.elts() : List.of(node.slice());
    List<ClassType> given = new ArrayList<>();
    for (Expr e : parts) {
      ClassType c = r.module.annotations.resolve(e, false);
      given.add(c == null ? env.dynamic : c);
    }
    if (!variadic() && given.size() != arguments.size()) {
      r.error("incorrect number of generic arguments for " + instance.name() + ", expected " + arguments.size() + ", got " + given.size(), node);
      return r.env.DYNAMIC;
    }
    return of(given);
  }

  @Override
  boolean isSubclassOf(ClassType other) {
    Generic theirs = other.genericDefinition();
    if (theirs == null || definition == null || !definition.isSubclassOf(theirs)) {
      return super.isSubclassOf(other);
    }
    List<ClassType> b = ((Generic) other).arguments;
    // all generic classes are invariant
    for (int i = 0; i < arguments.size(); i++) {
      if (!arguments.get(i).isSubclassOf(b.get(i)) || !b.get(i).isSubclassOf(arguments.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** This with the type parameters replaced by the arguments of {@code concrete}. */
  static ClassType bound(ClassType c, Generic concrete) {
    if (c instanceof Variable p) {
      return p.index >= 0 ? concrete.arguments.get(p.index) : p;
    }
    if (c instanceof Generic g && g.containsTypeParameters()) {
      List<ClassType> given = new ArrayList<>();
      for (ClassType a : g.arguments) {
        given.add(bound(a, concrete));
      }
      return (g.definition == null ? g : g.definition).of(given);
    }
    return c;
  }

  /** A type parameter. */
  static final class Variable extends ClassType {
    final int index;
    final ClassType bound;

    Variable(TypeEnv env, String name, int index, ClassType bound) {
      super(env, "", name, List.of(), true, null);
      this.index = index;
      this.bound = bound;
    }

    @Override
    String name() {
      return qualname;
    }

    @Override
    boolean isTypeParameter() {
      return true;
    }

    @Override
    boolean containsTypeParameters() {
      return true;
    }

    @Override
    boolean nominal() {
      return false;
    }
  }

  /** Final, ClassVar, InitVar, Exact: not types, but said of one. */
  static final class Wrapper extends Generic {
    Wrapper(TypeEnv env, String module, String name, List<ClassType> arguments, Wrapper definition) {
      super(env, module, name, arguments, definition, null, false, null);
    }

    @Override
    ClassType instantiate(List<ClassType> given) {
      return new Wrapper(env, module, qualname, given, this);
    }

    /** A bare Final is about whatever its value is. */
    @Override
    ClassType unwrap() {
      return arguments.getFirst().isTypeParameter() ? env.dynamic : arguments.getFirst();
    }

    boolean is(Wrapper which) {
      return this == which || definition == which;
    }
  }
}
