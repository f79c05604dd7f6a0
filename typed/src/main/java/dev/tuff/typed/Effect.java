package dev.tuff.typed;

import dev.tuff.syntax.ast.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a condition tells of names and fields where it holds ({@link #apply}), and where it does not ({@link #reverse}). */
interface Effect {
  Effect NONE = new Effect() {};

  /** @param nodes if not null, takes the expression of each path that is narrowed */
  default void apply(TypeState state, Map<String, Expr> nodes) {}

  default void undo(TypeState state) {}

  default void reverse(TypeState state, Map<String, Expr> nodes) {
    undo(state);
  }

  default Effect and(Effect other) {
    return other == NONE ? this : new And(List.of(this, other));
  }

  default Effect or(Effect other) {
    return other == NONE ? this : new Or(List.of(this, other));
  }

  default Effect not() {
    return new Not(this);
  }

  /** All hold. Of the opposite nothing is known. */
  record And(List<Effect> parts) implements Effect {
    @Override
    public void apply(TypeState state, Map<String, Expr> nodes) {
      parts.forEach(p -> p.apply(state, nodes));
    }

    @Override
    public void undo(TypeState state) {
      parts.forEach(p -> p.undo(state));
    }

    @Override
    public Effect and(Effect other) {
      return other == NONE ? this : new And(joined(parts, other instanceof And a ? a.parts : List.of(other)));
    }
  }

  /** Some hold: only the opposite, that none does, narrows. */
  record Or(List<Effect> parts) implements Effect {
    @Override
    public void reverse(TypeState state, Map<String, Expr> nodes) {
      parts.forEach(p -> p.reverse(state, nodes));
    }

    @Override
    public void undo(TypeState state) {
      parts.forEach(p -> p.undo(state));
    }

    @Override
    public Effect or(Effect other) {
      return other == NONE ? this : new Or(joined(parts, other instanceof Or o ? o.parts : List.of(other)));
    }
  }

  record Not(Effect negated) implements Effect {
    @Override
    public Effect not() {
      return negated;
    }

    @Override
    public void apply(TypeState state, Map<String, Expr> nodes) {
      negated.reverse(state, nodes);
    }

    @Override
    public void undo(TypeState state) {
      negated.undo(state);
    }

    @Override
    public void reverse(TypeState state, Map<String, Expr> nodes) {
      negated.apply(state, nodes);
    }
  }

  /** A name or field has the type {@code inst}. */
  final class Narrowing implements Effect {
    private final Expr node;
    private final List<String> path;
    private final Value before;
    private final Value holds;
    private final Value fails;

    Narrowing(Expr node, Value before, Value holds, Binder b) {
      this.node = node;
      this.before = before;
      this.holds = holds;
      path = path(node);
      fails = before.klass instanceof Union u && !u.arguments.isEmpty() && u.genericDefinition() != null ? u.without(holds.klass) : before;
    }

    @Override
    public void apply(TypeState state, Map<String, Expr> nodes) {
      narrow(state, holds, nodes);
    }

    @Override
    public void undo(TypeState state) {
      narrow(state, before, null);
    }

    @Override
    public void reverse(TypeState state, Map<String, Expr> nodes) {
      narrow(state, fails, nodes);
    }

    private void narrow(TypeState state, Value to, Map<String, Expr> nodes) {
      if (path.isEmpty()) {
        return;
      }
      if (nodes != null) {
        nodes.put(String.join(".", path), node);
      }
      if (path.size() == 1) {
        state.locals.put(path.getFirst(), to);
      } else {
        state.refine(path.get(0), path.get(1), to);
      }
    }
  }

  /** {@code [x]} for a name, {@code [x, a]} for {@code x.a}, nothing for what cannot be narrowed. */
  static List<String> path(Expr e) {
    Expr node = e instanceof Expr.NamedExpr n ? n.target() : e;
    if (node instanceof Expr.Name n) {
      return List.of(n.id());
    }
    return node instanceof Expr.Attribute a && a.value() instanceof Expr.Name n ? List.of(n.id(), a.attr()) : List.of();
  }

  private static List<Effect> joined(List<Effect> a, List<Effect> b) {
    List<Effect> all = new ArrayList<>(a);
    all.addAll(b);
    return all;
  }
}
