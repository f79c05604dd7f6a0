package dev.tuff.typed;

import dev.tuff.syntax.ast.CmpOperator;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.ExprContext;
import dev.tuff.syntax.ast.UnaryOperator;

/**
 * What is known of a value when the program is compiled. Most values are an instance of some {@link ClassType}; classes, functions and
 * modules are values of their own. The {@code bind} methods give an expression its type by this operand; binary ones return whether they did.
 * This class has the behaviour of an object of which nothing special is known.
 */
abstract class Value {
  ClassType klass;

  Value(ClassType klass) {
    this.klass = klass;
  }

  String name() {
    return klass.readableName();
  }

  /** The name with {@code Exact[…]} where subclasses are excluded. */
  String exactName() {
    return klass.exactInstanceName();
  }

  Value exact() {
    return this;
  }

  Value inexact() {
    return this;
  }

  /** This without the knowledge of which constant it is. */
  Value nonliteral() {
    return this;
  }

  /** Whether it stands for a type that exists when the program runs. */
  boolean nominal() {
    return true;
  }

  boolean primitive() {
    return false;
  }

  boolean truthyLiteral() {
    return false;
  }

  /** FAST_LEN_* of types whose length is at hand, or -1. */
  int fastLength() {
    return -1;
  }

  // ---- life of a member of a module or class ----

  /** Called once all names are declared: what takes its place, or null if nothing is known of it. */
  Value finish(ModuleTable module, ClassType owner) {
    return this;
  }

  void validateOverrides(ModuleTable module, ClassType owner) {}

  /** Whether {@code override} in class {@code owner} may stand for this inherited member; may throw the error itself. */
  boolean canOverride(Value override, ClassType owner, ModuleTable module) {
    return override instanceof Decorated.Unknown || getClass() == override.getClass();
  }

  /** For the members of a generic class: itself for given type arguments. */
  Value forArguments(ClassType concrete) {
    return this;
  }

  // ---- attributes ----

  Value resolveAttr(Expr.Attribute node, Resolver r) {
    return instanceAttr(node, r);
  }

  final Value instanceAttr(Expr.Attribute node, Resolver r) {
    for (ClassType base : klass.mro()) {
      Value member = base.members.get(node.attr());
      if (member != null) {
        Value v = member.descriptorGet(node, this, klass, r);
        if (v != null) {
          return v;
        }
      }
    }
    return klass.env.DYNAMIC;
  }

  void bindAttr(Expr.Attribute node, Binder b, Value context) {
    Value v = resolveAttr(node, b);
    b.set(node, v == null ? b.env.DYNAMIC : v);
  }

  /** What reading this member through an instance ({@code self}, null through the class) of {@code owner} gives. */
  Value descriptorGet(Expr.Attribute node, Value self, ClassType owner, Resolver r) {
    return this;
  }

  // ---- items, iteration ----

  Value resolveSubscript(Expr.Subscript node, Value index, Resolver r) {
    return null;
  }

  void bindSubscript(Expr.Subscript node, Value index, Binder b, Value context) {
    b.checkAssign(b.env.dynamic, index.klass, node);
    Value v = resolveSubscript(node, index, b);
    b.set(node, v == null ? b.env.DYNAMIC : v);
  }

  Value iterType(Expr node, Binder b) {
    return b.env.DYNAMIC;
  }

  void bindLoopTarget(Expr target, Binder b) {
    b.visit(target);
  }

  // ---- calls ----

  Effect bindCall(Expr.Call node, Binder b, Value context) {
    return CallBinding.dynamic(node, b);
  }

  void bindAwait(Expr.Await node, Binder b) {
    b.set(node, b.env.DYNAMIC);
  }

  // ---- operators ----

  boolean bindCompare(Expr.Compare node, int at, Expr left, CmpOperator op, Expr right, Binder b) {
    return false;
  }

  boolean bindReverseCompare(Expr.Compare node, int at, Expr left, CmpOperator op, Expr right, Binder b) {
    b.setCompare(node, at, b.env.DYNAMIC);
    boolean bool = op == CmpOperator.Is || op == CmpOperator.IsNot || op == CmpOperator.In || op == CmpOperator.NotIn;
    b.set(node, bool ? b.env.bool.instance : b.env.DYNAMIC);
    return bool;
  }

  boolean bindBinary(Expr.BinOp node, Binder b, Value context) {
    return false;
  }

  boolean bindReverseBinary(Expr.BinOp node, Binder b, Value context) {
    b.set(node, b.env.DYNAMIC);
    return false;
  }

  void bindUnary(Expr.UnaryOp node, Binder b, Value context) {
    b.set(node, node.op() == UnaryOperator.Not ? b.env.bool.instance : b.env.DYNAMIC);
  }

  /** A constant where a value of this type is wanted. */
  void bindConstant(Expr.Constant node, Binder b) {
    b.set(node, b.env.ofConstant(node.value()));
  }

  // ---- decorators ----

  /** What the function becomes when this decorates it; null if that cannot be known. */
  Value decorateFunction(Value function, Expr decorator) {
    return null;
  }

  ClassType decorateClass(ClassType c, Expr decorator) {
    return klass.env.dynamic;
  }

  static boolean isStore(Expr.Attribute node) {
    return node.ctx() != ExprContext.Load;
  }

  @Override
  public String toString() {
    return "<" + name() + ">";
  }
}
