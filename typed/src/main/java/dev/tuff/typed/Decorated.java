package dev.tuff.typed;

import dev.tuff.syntax.ast.Arg;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Stmt;
import java.util.List;

/** A function with a decorator. */
abstract class Decorated extends Value implements FunctionLike {
  final Value function;
  final Expr decorator;

  Decorated(ClassType klass, Value function, Expr decorator) {
    super(klass);
    this.function = function;
    this.decorator = decorator;
  }

  final FunctionLike inner() {
    return (FunctionLike) function;
  }

  @Override
  public FunctionValue real() {
    return inner().real();
  }

  @Override
  public boolean isFinal() {
    return inner().isFinal();
  }

  @Override
  public TypeRef returnType() {
    return inner().returnType();
  }

  @Override
  public List<Stmt> body() {
    return inner().body();
  }

  @Override
  public void bindInner(FunctionNode node, Binder b) {
    inner().bindInner(node, b);
  }

  @Override
  public void bindSelf(FunctionNode node, Scope scope, Binder b) {
    real().bindSelf(node, scope, b);
  }

  /** A decorator that nothing is known of: neither is of what it makes. */
  static final class Unknown extends Decorated {
    Unknown(FunctionValue function, Expr decorator) {
      super(function.klass.env.dynamic, function, decorator);
    }

    @Override
    public void bindSelf(FunctionNode node, Scope scope, Binder b) {
      if (!node.args().args().isEmpty()) {
        b.setParameter(node.args().args().getFirst(), b.env.DYNAMIC, scope);
      }
    }

    @Override
    public TypeRef returnType() {
      TypeRef any = TypeRef.of(klass.env.dynamic);
      return real().node.async() ? TypeRef.awaitable(any, klass.env) : any;
    }

    @Override
    boolean nominal() {
      return false;
    }

    @Override
    boolean canOverride(Value override, ClassType owner, ModuleTable m) {
      return true;
    }
  }

  /** The decorator says something of the function, which stays what it is. */
  static final class Transparent extends Decorated {
    Transparent(Value function, Expr decorator) {
      super(function.klass.env.function, function, decorator);
    }

    @Override
    String name() {
      return function.name();
    }

    @Override
    Effect bindCall(Expr.Call node, Binder b, Value context) {
      return function.bindCall(node, b, context);
    }

    @Override
    boolean canOverride(Value override, ClassType owner, ModuleTable m) {
      return function.canOverride(override, owner, m);
    }

    @Override
    Value descriptorGet(Expr.Attribute node, Value self, ClassType owner, Resolver r) {
      return function.descriptorGet(node, self, owner, r);
    }

    @Override
    Value resolveAttr(Expr.Attribute node, Resolver r) {
      return function.resolveAttr(node, r);
    }

    @Override
    public void bindSelf(FunctionNode node, Scope scope, Binder b) {
      inner().bindSelf(node, scope, b);
    }

    @Override
    ClassType decorateClass(ClassType c, Expr by) {
      return function.decorateClass(c, by);
    }
  }

  /** Leaves nothing of its own under the name: overloads, setters of properties. */
  static final class Transient extends Decorated {
    final boolean ofProperty;

    Transient(Value function, Expr decorator, boolean ofProperty) {
      super(function.klass, function, decorator);
      this.ofProperty = ofProperty;
    }

    @Override
    String name() {
      return function.name();
    }
  }

  static final class Static extends Decorated {
    Static(Value function, Expr decorator) {
      super(function.klass.env.staticMethod, function, decorator);
    }

    @Override
    String name() {
      return "staticmethod " + real().qualifiedName();
    }

    @Override
    public void bindSelf(FunctionNode node, Scope scope, Binder b) {}

    @Override
    boolean canOverride(Value override, ClassType owner, ModuleTable m) {
      if (isFinal()) {
        throw new TypedError("Cannot assign to a Final attribute of " + owner.instance.name() + ":" + real().qualifiedName());
      }
      if (!(override instanceof Decorated d)) {
        return false;
      }
      Overrides.check(real(), d.real(), m, false);
      return true;
    }

    @Override
    Value descriptorGet(Expr.Attribute node, Value self, ClassType owner, Resolver r) {
      return self == null ? function : new MethodValue.OfStatic(real(), node.value(), klass);
    }
  }

  static final class OfClass extends Decorated {
    OfClass(Value function, Expr decorator) {
      super(function.klass.env.classMethod, function, decorator);
    }

    @Override
    String name() {
      return "classmethod " + real().qualifiedName();
    }

    @Override
    public void bindSelf(FunctionNode node, Scope scope, Binder b) {
      if (!node.args().args().isEmpty()) {
        Arg first = node.args().args().getFirst();
        b.setParameter(first, b.currentClass() == null ? b.env.DYNAMIC : b.currentClass().inexactClass(), scope);
      }
    }

    @Override
    Value descriptorGet(Expr.Attribute node, Value self, ClassType owner, Resolver r) {
      return new MethodValue.OfClass(real(), node.value(), klass);
    }
  }

  /** property, cached_property and async_cached_property. */
  static final class Property extends Decorated {
    /** The word in messages; "property" for the plain one. */
    final String kind;

    Property(Value function, Expr decorator, String kind, ClassType klass) {
      super(klass, function, decorator);
      this.kind = kind;
    }

    boolean cached() {
      return !kind.equals("property");
    }

    @Override
    String name() {
      return real().qualifiedName();
    }

    @Override
    boolean canOverride(Value override, ClassType owner, ModuleTable m) {
      if (isFinal()) {
        throw new TypedError("Cannot assign to a Final attribute of " + owner.instance.name() + ":" + name());
      }
      if (override instanceof Property p) {
        Overrides.check(real(), p.real(), m, true);
        return true;
      }
      if (override instanceof Slot s) {
        if (s.type != null && s.type.resolve(true) != returnType().resolve(true)) {
          throw Slot.inheritedType(returnType().resolve(true));
        }
        return true;
      }
      return super.canOverride(override, owner, m);
    }

    @Override
    Value descriptorGet(Expr.Attribute node, Value self, ClassType owner, Resolver r) {
      return self == null ? r.env.DYNAMIC : returnType().resolve().instance;
    }

    @Override
    Value resolveAttr(Expr.Attribute node, Resolver r) {
      if (node.attr().equals("setter") || node.attr().equals("deleter")) {
        if (cached()) {
          r.error(kind + " " + name() + " does not support " + node.attr() + "s", node);
        } else {
          return node.attr().equals("setter") ? r.env.propertySetter : r.env.propertyDeleter;
        }
      }
      return super.resolveAttr(node, r);
    }
  }
}
