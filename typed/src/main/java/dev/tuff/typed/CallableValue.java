package dev.tuff.typed;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.Expr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Something whose parameters and result are known. */
abstract class CallableValue extends Value {
  /** Whether a method is never called through an instance's class, so that overriding it obeys no rule. */
  static boolean isNotVirtual(String name) {
    return name.equals("__init__") || name.equals("__new__") || name.equals("__init_subclass__");
  }

  final String name;
  final String moduleName;
  ClassType container;

  /** Null if they are not known. */
  List<Parameter> parameters;
  final Map<String, Parameter> byName = new HashMap<>();
  int required;
  boolean varArgs;
  boolean varKeywords;
  TypeRef returnType;
  boolean isFinal;

  CallableValue(ClassType klass, String name, String moduleName, List<Parameter> parameters, TypeRef returnType) {
    super(klass);
    this.name = name;
    this.moduleName = moduleName;
    this.parameters = parameters;
    this.returnType = returnType;
  }

  void setContainer(ClassType c) {
    container = c == null ? null : c.inexactClass();
  }

  String qualifiedName() {
    return (container != null ? container.readableName() : moduleName) + "." + name;
  }

  Const.Tuple descriptor() {
    Const.Tuple where = container != null ? container.descriptor() : new Const.Tuple(List.of(moduleName));
    return new Const.Tuple(List.of(where, name));
  }

  boolean isGeneric() {
    if (parameters != null) {
      for (Parameter p : parameters) {
        if (p.type().resolve().containsTypeParameters()) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  boolean canOverride(Value override, ClassType owner, ModuleTable m) {
    if (isFinal) {
      throw new TypedError("Cannot assign to a Final attribute of " + owner.instance.name() + ":" + name());
    }
    if (override instanceof Decorated.Unknown) {
      return true;
    }
    if (!isNotVirtual(name)) {
      if (!(override instanceof FunctionValue) && !(override instanceof Decorated.Transparent)) {
        return false;
      }
      Overrides.check(this, ((FunctionLike) override).real(), m, true);
      return true;
    }
    return override instanceof FunctionValue || super.canOverride(override, owner, m);
  }

  @Override
  Effect bindCall(Expr.Call node, Binder b, Value context) {
    return bindCallWith(node, b, null);
  }

  /** @param self the receiver, which is the first argument; null if there is none */
  Effect bindCallWith(Expr.Call node, Binder b, Expr self) {
    return bindCallWith(node, b, self, false);
  }

  /** @param nonVirtual whether just this function is meant, whatever the receiver's class has */
  final Effect bindCallWith(Expr.Call node, Binder b, Expr self, boolean nonVirtual) {
    CallBinding binding = new CallBinding(this, node, b, self, self == null ? node.args() : CallBinding.prepend(self, node.args()));
    binding.nonVirtual = nonVirtual;
    binding.bind(false);
    b.set(node, binding.result(returnType.resolve()));
    b.plans.put(node, binding.plan());
    return Effect.NONE;
  }
}
