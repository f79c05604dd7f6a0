package dev.tuff.typed;

import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.ExprContext;
import dev.tuff.syntax.ast.Node;

/** An attribute of a static class's instances, or of the class itself if it is a ClassVar or Final. */
final class Slot extends Value {
  final String name;
  final ClassType container;

  /** Null if it is not annotated. */
  TypeRef type;
  Node assignment;

  /** As written in the class body; null if it is not there. */
  Expr annotation;
  boolean declaredOnClass;
  boolean assignedOnClass;

  /** The slot of a base that this one gives another default. */
  Slot override;

  Slot(TypeRef type, String name, ClassType container, Node assignment, boolean onClass) {
    super(container.env.member);
    this.type = type;
    this.name = name;
    this.container = container;
    update(assignment, onClass);
  }

  void update(Node assigned, boolean onClass) {
    assignment = assignment == null ? assigned : assignment;
    declaredOnClass |= onClass;
    assignedOnClass |= declaredOnClass && onClass && assigned != null;
  }

  private ClassType resolved() {
    return type == null ? klass.env.dynamic : type.resolve(true);
  }

  ClassType declared() {
    return resolved().unwrap();
  }

  boolean isFinal() {
    return resolved() instanceof Generic.Wrapper w && w.is(klass.env.finalForm);
  }

  /** A Final of the class body is one for the class too (PEP 591). */
  boolean isClassVar() {
    return assignedOnClass && isFinal() || resolved() instanceof Generic.Wrapper w && w.is(klass.env.classVar);
  }

  boolean hasDefault() {
    return type != null && assignedOnClass && !isClassVar();
  }

  @Override
  void validateOverrides(ModuleTable m, ClassType owner) {
    if (isFinal() && assignment == null) {
      throw new TypedError("Final attribute not initialized: " + container.instance.name() + ":" + name);
    }
  }

  @Override
  boolean canOverride(Value override, ClassType owner, ModuleTable m) {
    if (override instanceof Slot s) {
      sameType(s.type);
      return true;
    }
    if (override instanceof Decorated.Property p) {
      if (!hasDefault()) {
        throw new TypedError("Cannot override attribute with property method");
      }
      sameType(p.returnType());
      return true;
    }
    return super.canOverride(override, owner, m);
  }

  private void sameType(TypeRef other) {
    if (other != null && type != null && other.resolve(true) != type.resolve(true)) {
      throw inheritedType(type.resolve(true));
    }
  }

  static TypedError inheritedType(ClassType c) {
    return new TypedError("Cannot change type of inherited attribute (inherited type '" + c.instance.name() + "')");
  }

  @Override
  Value descriptorGet(Expr.Attribute node, Value self, ClassType owner, Resolver r) {
    if (hasDefault()) {
      return resolved().instance;
    }
    if (self == null && !isClassVar()) {
      return this;
    }
    if (self != null && isClassVar() && node.ctx() == ExprContext.Store) {
      throw new TypedError("Cannot assign to classvar '" + name + "' on '" + self.name() + "' instance");
    }
    return declared().instance;
  }
}
