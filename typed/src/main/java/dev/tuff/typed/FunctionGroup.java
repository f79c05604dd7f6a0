package dev.tuff.typed;

import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Node;
import java.util.ArrayList;
import java.util.List;

/** Functions of one name in one scope, until their decorators are known: overloads, the setter of a property. */
final class FunctionGroup extends Value {
  final List<FunctionValue> functions = new ArrayList<>();

  FunctionGroup(TypeEnv env, FunctionValue first, FunctionValue second) {
    super(env.function);
    functions.add(first);
    functions.add(second);
  }

  @Override
  Value finish(ModuleTable m, ClassType owner) {
    List<Value> known = new ArrayList<>();
    for (FunctionValue f : functions) {
      Value made = f.finish(m, owner);
      Value inner = made;
      while (inner instanceof Decorated.Transparent t) {
        inner = t.function;
      }
      if (made != null && !(inner instanceof Decorated.Transient)) {
        known.add(made);
        m.annotations.localNames.put(f.name, made);
      }
    }
    m.annotations.localNames.clear();
    if (known.size() > 1) {
      throw new TypedError("function '" + known.get(1).name() + "' conflicts with other member",
          (Node) ((FunctionLike) known.get(1)).real().node.node());
    }
    return known.isEmpty() ? m.compiler.env.dynamic : known.getFirst();
  }

  @Override
  Value resolveAttr(Expr.Attribute node, Resolver r) {
    r.error("cannot load attribute from FunctionGroup", node);
    return null;
  }
}
