package dev.tuff.typed;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.BoolOperator;
import dev.tuff.syntax.ast.CmpOperator;
import dev.tuff.syntax.ast.Comprehension;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.ExprContext;
import dev.tuff.syntax.ast.Operator;
import dev.tuff.syntax.ast.UnaryOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Binds expressions. */
final class ExpressionBinder {
  private final Binder b;
  private final TypeEnv env;

  ExpressionBinder(Binder b) {
    this.b = b;
    this.env = b.env;
  }

  Effect bind(Expr e, Value context) {
    switch (e) {
      case Expr.Name n -> {
        return name(n, context);
      }
      case Expr.Constant c -> {
        b.harmless.add(c);
        (context == null ? env.DYNAMIC : context).bindConstant(c, b);
      }
      case Expr.Attribute a -> attribute(a, context);
      case Expr.Call c -> {
        b.visit(c.func());
        return b.get(c.func()).bindCall(c, b, context);
      }
      case Expr.BinOp o -> binary(o, context);
      case Expr.UnaryOp o -> {
        Effect effect = b.visit(o.operand(), context);
        b.get(o.operand()).bindUnary(o, b, context);
        return o.op() == UnaryOperator.Not && effect != Effect.NONE ? effect.not() : Effect.NONE;
      }
      case Expr.Compare c -> {
        return compare(c);
      }
      case Expr.BoolOp o -> {
        return o.op() == BoolOperator.And ? and(o) : or(o);
      }
      case Expr.IfExp i -> conditional(i, context);
      case Expr.Subscript s -> {
        b.visit(s.value());
        b.visit(s.slice());
        b.get(s.value()).bindSubscript(s, b.get(s.slice()), b, context);
      }
      case Expr.NamedExpr n -> {
        return assignment(n);
      }
      case Expr.Lambda l -> lambda(l);
      case Expr.Await a -> {
        b.expect(a.value(), env.DYNAMIC, "cannot await a primitive value");
        b.get(a.value()).bindAwait(a, b);
      }
      default -> display(e, context);
    }
    return Effect.NONE;
  }

  private void objects(List<Expr> list, String reason) {
    for (Expr e : list) {
      if (e != null) {
        b.expect(e, env.DYNAMIC, reason);
      }
    }
  }

  private void display(Expr e, Value context) {
    switch (e) {
      case Expr.Tuple t -> {
        objects(t.elts(), Binder.MISMATCH);
        b.set(t, env.tuple.exactClass().instance);
      }
      case Expr.ListExpr l -> list(l, context);
      case Expr.Set s -> {
        objects(s.elts(), "set members cannot be primitives");
        b.set(s, env.set.exactClass().instance);
      }
      case Expr.Dict d -> dict(d, context);
      case Expr.ListComp c -> {
        comprehension(c, c.generators(), c.elt());
        setList(c, b.get(c.elt()), context);
      }
      case Expr.SetComp c -> {
        comprehension(c, c.generators(), c.elt());
        b.set(c, env.set.exactClass().instance);
      }
      case Expr.GeneratorExp c -> {
        comprehension(c, c.generators(), c.elt());
        b.set(c, env.DYNAMIC);
      }
      case Expr.DictComp c -> {
        comprehension(c, c.generators(), null, c.key(), c.value());
        setDict(c, b.get(c.key()), b.get(c.value()), context);
      }
      case Expr.Starred s -> {
        b.expect(s.value(), env.DYNAMIC, "cannot use primitive in starred expression");
        b.set(s, env.DYNAMIC);
      }
      case Expr.Slice s -> {
        objects(java.util.Arrays.asList(s.lower(), s.upper(), s.step()), "slice indices cannot be primitives");
        b.set(s, env.slice.instance);
      }
      case Expr.JoinedStr j -> {
        j.values().forEach(b::visit);
        b.set(j, env.str.exactClass().instance);
      }
      case Expr.TemplateStr t -> {
        t.values().forEach(b::visit);
        b.set(t, env.DYNAMIC);
      }
      case Expr.FormattedValue f -> formatted(f, f.value(), f.formatSpec());
      case Expr.Interpolation i -> formatted(i, i.value(), i.formatSpec());
      case Expr.Yield y -> {
        objects(java.util.Collections.singletonList(y.value()), "cannot yield a primitive value");
        b.set(y, env.DYNAMIC);
      }
      case Expr.YieldFrom y -> {
        b.expect(y.value(), env.DYNAMIC, "cannot yield from a primitive value");
        b.set(y, env.DYNAMIC);
      }
      default -> throw new IllegalStateException(e.getClass().getSimpleName());
    }
  }

  private void formatted(Expr e, Expr value, Expr spec) {
    b.expect(value, env.DYNAMIC, "cannot use primitive in formatted value");
    if (spec != null) {
      b.visit(spec);
    }
    b.set(e, env.DYNAMIC);
  }

  // ---- names and attributes ----

  private Effect name(Expr.Name n, Value context) {
    b.harmless.add(n);
    boolean found = b.inTarget;
    int place = b.placeOf(n.id());
    Expr.Constant constant = b.finalConstant(n);
    if (constant != null) {
      b.constants.put(n, constant);
    }
    Map<String, Value> locals = b.scope().state.locals;
    if (place == dev.tuff.compiler.Scope.LOCAL && !b.inModule()) {
      found |= locals.containsKey(n.id());
      b.set(n, locals.getOrDefault(n.id(), env.DYNAMIC));
    } else {
      Value v = b.module.child(n.id());
      if (v != null) {
        b.descriptors.put(n, new Const.Tuple(List.of(new Const.Tuple(List.of(b.module.name)), n.id())));
      } else {
        v = b.module.compiler.builtins.child(n.id());
      }
      if (v == null && b.scopes.getFirst().declared.containsKey(n.id())) {
        v = b.scopes.getFirst().declared.get(n.id()).type();
      }
      b.set(n, v == null ? env.DYNAMIC : v);
      found |= v != null;
    }
    if (!found && !foundAround(n.id(), place)) {
      throw new TypedError("Name `" + n.id() + "` is not defined.");
    }
    number(n, constant, context);
    Effect effect = b.truthy(n);
    return effect == null ? Effect.NONE : effect;
  }

  /** Where a machine number is wanted, a Final is the number that it stands for. */
  private boolean number(Expr e, Expr.Constant constant, Value context) {
    if (constant == null || context == null || !context.primitive() || !(constant.value() instanceof Number)) {
      return false;
    }
    Expr.Constant number = new Expr.Constant(constant.value(), constant.kind(), e.start(), e.end());
    context.bindConstant(number, b);
    b.set(e, b.get(number));
    return true;
  }

  private boolean foundAround(String id, int place) {
    if (place == dev.tuff.compiler.Scope.FREE) {
      for (Scope s : b.scopes) {
        if (s.state.locals.containsKey(id)) {
          return true;
        }
      }
      return id.equals("__class__");
    }
    return place == dev.tuff.compiler.Scope.CELL && b.scope().state.locals.containsKey(id);
  }

  private void attribute(Expr.Attribute a, Value context) {
    b.visit(a.value());
    Value of = b.get(a.value());
    of.bindAttr(a, b, context);
    TypeState state = b.scope().state;
    if (a.value() instanceof Expr.Name n && state.field(n.id(), a.attr()) != null) {
      if (a.ctx() == ExprContext.Load) {
        b.set(a, state.field(n.id(), a.attr()));
      } else {
        state.forgetField(n.id(), a.attr());
      }
    }
    if (of instanceof ModuleValue m) {
      Expr.Constant constant = a.ctx() == ExprContext.Load ? m.constant(a.attr()) : null;
      if (number(a, constant, context)) {
        b.constants.put(a, constant);
      }
      b.descriptors.put(a, new Const.Tuple(List.of(new Const.Tuple(List.of(m.moduleName)), a.attr())));
    }
    if (b.isRefinable(a)) {
      b.harmless.add(a);
    }
  }

  private Effect assignment(Expr.NamedExpr n) {
    boolean outer = b.inTarget;
    b.inTarget = true;
    b.visit(n.target());
    b.inTarget = outer;
    b.visit(n.value(), b.get(n.target()));
    b.statements.assign(n.target(), b.get(n.value()), null, null);
    b.set(n, b.get(n.target()));
    Effect effect = b.truthy(n.target());
    return effect == null ? Effect.NONE : effect;
  }

  // ---- operators ----

  private void binary(Expr.BinOp o, Value context) {
    // the operands of a power are of other types than its result
    Value wanted = o.op() == Operator.Pow ? null : context;
    b.visit(o.left(), wanted);
    b.visit(o.right(), wanted);
    Value left = b.get(o.left());
    Value right = b.get(o.right());
    boolean reflectedFirst = derives(right, left);
    if (reflectedFirst && right.bindReverseBinary(o, b, wanted) || left.bindBinary(o, b, wanted)) {
      return;
    }
    if (!reflectedFirst) {
      right.bindReverseBinary(o, b, wanted);
    }
  }

  /** The operator of a subclass is tried before that of its base. */
  private static boolean derives(Value right, Value left) {
    List<ClassType> mro = right.klass.mro();
    return mro.subList(1, mro.size()).contains(left.klass.exactClass());
  }

  private Effect compare(Expr.Compare c) {
    if (c.ops().size() == 1 && (c.ops().getFirst() == CmpOperator.Is || c.ops().getFirst() == CmpOperator.IsNot)) {
      b.harmless.add(c);
      Effect effect = identity(c, c.left(), c.comparators().getFirst(), c.ops().getFirst() == CmpOperator.Is);
      if (effect != null) {
        return effect;
      }
    }
    b.visit(c.left());
    Expr left = c.left();
    for (int i = 0; i < c.ops().size(); i++) {
      Expr right = c.comparators().get(i);
      b.visit(right);
      compareTwo(c, i, left, right);
      left = right;
    }
    return Effect.NONE;
  }

  private void compareTwo(Expr.Compare c, int i, Expr left, Expr right) {
    CmpOperator op = c.ops().get(i);
    Value l = b.get(left);
    Value r = b.get(right);
    boolean reflectedFirst = derives(r, l);
    if (reflectedFirst && r.bindReverseCompare(c, i, left, op, right, b) || l.bindCompare(c, i, left, op, right, b)) {
      return;
    }
    if (!reflectedFirst) {
      r.bindReverseCompare(c, i, left, op, right, b);
    }
  }

  private Effect identity(Expr.Compare c, Expr left, Expr right, boolean is) {
    b.set(c, env.bool.instance);
    b.setCompare(c, 0, env.DYNAMIC);
    b.visit(left);
    b.visit(right);
    Expr other = isNone(left) ? right : isNone(right) ? left : null;
    Effect effect = b.truthy(other);
    return effect == null ? null : is ? effect.not() : effect;
  }

  private static boolean isNone(Expr e) {
    return e instanceof Expr.Constant c && c.value() == Const.None.NONE;
  }

  private Effect and(Expr.BoolOp o) {
    List<Effect> effects = new ArrayList<>();
    Value type = null;
    TypeState state = b.scope().state;
    for (Expr e : o.values()) {
      Effect effect = b.visit(e);
      effects.add(effect);
      type = b.widen(type, b.get(e));
      effect.apply(state, null);
    }
    Effect all = new Effect.And(effects);
    all.undo(state);
    b.set(o, type);
    return all;
  }

  private Effect or(Expr.BoolOp o) {
    List<Effect> effects = new ArrayList<>();
    Value type = null;
    TypeState state = b.scope().state;
    int last = o.values().size() - 1;
    for (Expr e : o.values().subList(0, last)) {
      Effect effect = b.visit(e);
      effects.add(effect);
      Value before = b.get(e);
      // the value is taken only where it is true
      effect.apply(state, null);
      b.visit(e);
      effect.undo(state);
      type = b.widen(type, before.klass instanceof Union u && u.optional() != null ? u.optional().instance : before);
      b.set(e, before);
      effect.reverse(state, null);
    }
    Effect effect = b.visit(o.values().get(last));
    type = b.widen(type, b.get(o.values().get(last)));
    new Effect.Or(effects).undo(state);
    effects.add(effect);
    b.set(o, type);
    return new Effect.Or(effects);
  }

  private void conditional(Expr.IfExp i, Value context) {
    TypeState state = b.scope().state;
    Effect effect = b.visit(i.test());
    effect.apply(state, null);
    b.afterTest(i.test());
    b.visit(i.body(), context);
    effect.reverse(state, null);
    b.visit(i.orelse(), context);
    effect.undo(state);
    b.set(i, env.union(b.get(i.body()).klass, b.get(i.orelse()).klass).instance);
  }

  private void lambda(Expr.Lambda l) {
    Scope scope = b.newScope(l, "<lambda>");
    b.statements.functions.parameters(l.args(), scope);
    b.scopes.add(scope);
    b.expect(l.body(), env.DYNAMIC, "lambda cannot return primitive value");
    b.scopes.removeLast();
    b.set(l, env.DYNAMIC);
  }

  // ---- displays and comprehensions ----

  private void list(Expr.ListExpr l, Value context) {
    Value item = null;
    for (Expr e : l.elts()) {
      b.expect(e, env.DYNAMIC);
      Value v = b.get(e);
      if (e instanceof Expr.Starred s) {
        v = b.get(s.value()) instanceof Containers.CheckedList c ? ((Generic) c.klass).arguments.getFirst().instance : env.DYNAMIC;
      }
      item = b.widen(item, v);
    }
    setList(l, item, context);
  }

  private void setList(Expr node, Value item, Value context) {
    if (!(context instanceof Containers.CheckedList wanted)) {
      boolean checked = b.module.checkedLists && item != null;
      b.set(node, checked ? env.checkedList.of(item.nonliteral().klass.inexactClass()).instance : env.list.exactClass().instance);
      return;
    }
    b.set(node, wanted);
    ClassType of = ((Generic) wanted.klass).arguments.getFirst();
    if (item != null && !of.accepts(item.klass)) {
      b.checkAssign(wanted.klass, env.checkedList.of(item.nonliteral().klass.inexactClass()), node);
    }
  }

  private void dict(Expr.Dict d, Value context) {
    Value key = null;
    Value value = null;
    for (int i = 0; i < d.keys().size(); i++) {
      Expr k = d.keys().get(i);
      Expr v = d.values().get(i);
      if (k != null) {
        b.expect(k, env.DYNAMIC, "dict keys cannot be primitives");
        key = b.widen(key, b.get(k));
        b.expect(v, env.DYNAMIC, "dict values cannot be primitives");
        value = b.widen(value, b.get(v));
        continue;
      }
      b.expect(v, env.DYNAMIC, "dict splat cannot be a primitive");
      ClassType c = b.get(v).klass;
      if (c.genericDefinition() == env.checkedDict) {
        key = b.widen(key, ((Generic) c).arguments.get(0).instance);
        value = b.widen(value, ((Generic) c).arguments.get(1).instance);
      } else if (c.inexactClass() == env.dict || c == env.dynamic) {
        key = env.DYNAMIC;
        value = env.DYNAMIC;
      }
    }
    setDict(d, key, value, context);
  }

  private void setDict(Expr node, Value key, Value value, Value context) {
    if (!(context instanceof Containers.CheckedDict wanted)) {
      boolean checked = b.module.checkedDicts && key != null && value != null;
      b.set(node, checked ? env.checkedDict.of(key.klass.inexactClass(), value.klass.inexactClass()).instance : env.dict.exactClass().instance);
      return;
    }
    List<ClassType> of = ((Generic) wanted.klass).arguments;
    ClassType k = key == null ? of.get(0) : key.klass;
    ClassType v = value == null ? of.get(1) : value.klass;
    b.set(node, wanted);
    if (!of.get(0).accepts(k) || !of.get(1).accepts(v)) {
      b.checkAssign(wanted.klass, env.checkedDict.of(k, v), node);
    }
  }

  private void comprehension(Expr node, List<Comprehension> generators, Expr element, Expr... pair) {
    Comprehension first = generators.getFirst();
    b.visit(first.iter());
    b.scopes.add(b.newScope(node, "<comprehension>"));
    for (Comprehension c : generators) {
      if (c != first) {
        b.visit(c.iter());
      }
      Value item = b.get(c.iter()).iterType(c.iter(), b);
      b.inTarget = true;
      b.visit(c.target());
      b.inTarget = false;
      b.statements.assign(c.target(), item, null, null);
      c.ifs().forEach(b::visit);
    }
    if (element != null) {
      b.expect(element, env.DYNAMIC, "generator element cannot be a primitive");
    } else {
      b.expect(pair[0], env.DYNAMIC, "dictionary comprehension key cannot be a primitive");
      b.expect(pair[1], env.DYNAMIC, "dictionary comprehension value cannot be a primitive");
    }
    b.scopes.removeLast();
  }
}
