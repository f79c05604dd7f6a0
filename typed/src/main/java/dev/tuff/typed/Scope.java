package dev.tuff.typed;

import dev.tuff.syntax.ast.Node;
import java.util.HashMap;
import java.util.Map;

/** A module, class or function while it is bound: what its names are declared as, and what is known of them at the moment. */
class Scope {
  /** How a name was declared. */
  record Declaration(Value type, boolean isFinal) {}

  final Node node;
  final String name;
  final String qualname;
  final TypeEnv env;
  TypeState state = new TypeState();
  Map<String, Declaration> declared = new HashMap<>();

  Scope(Node node, String name, String outer, TypeEnv env) {
    this.node = node;
    this.name = name;
    this.qualname = outer == null || outer.isEmpty() ? name : outer + "." + name;
    this.env = env;
  }

  /**
   * A name without annotation may be assigned anything later, but what it holds now is known. One that first holds a machine number holds such
   * numbers ever after: it has no object.
   */
  Declaration declare(String name, Value type, boolean isFinal, boolean inferred) {
    Value lasting = !inferred ? type : type.primitive() ? type.nonliteral() : env.DYNAMIC;
    Declaration d = new Declaration(lasting, isFinal);
    declared.put(name, d);
    state.locals.put(name, type);
    return d;
  }

  /** The scope of a module: its names are seen from elsewhere, so the first value says what type they have. */
  static final class OfModule extends Scope {
    OfModule(Node node, TypeEnv env) {
      super(node, "", null, env);
    }

    @Override
    Declaration declare(String name, Value type, boolean isFinal, boolean inferred) {
      return super.declare(name, inferred ? type.nonliteral().inexact() : type, isFinal, false);
    }
  }

  /** The scope of an enum: each name is a member. */
  static final class OfEnum extends Scope {
    private final Enums.EnumClass type;

    OfEnum(Node node, String name, String outer, Enums.EnumClass type) {
      super(node, name, outer, type.env);
      this.type = type;
    }

    @Override
    Declaration declare(String name, Value value, boolean isFinal, boolean inferred) {
      type.bindMember(name, value);
      return super.declare(name, value, isFinal, inferred);
    }
  }
}
